"""The eligibility guides: what can be known of a person and how it is asked, and the guides with their cases."""

from typing import Literal

from generator.model.fonte import Fonte
from generator.model.record import Filed, Record, described
from generator.model.text import (
    AreaId,
    BisognoId,
    Brief,
    DestinatariId,
    EditorsNote,
    FattoId,
    Line,
    Markdown,
    PrestazioneId,
    SchedaId,
    SituazioneId,
    Slug,
    Title,
)
from generator.model.value import Day, YesNo

FactKey = Literal[
    "eta",
    "residenza",
    "isee",
    "invalidita",
    "legge_104",
    "accompagnamento",
    "percepisce",
    "situazione",
    "figli_minori",
    "eta_dei_figli",
    "nucleo",
]
Lettore = Literal["cittadino", "familiare", "ets"]

NONE = "nessuno"
"""The answer «none of these», in a case or a premise."""
UNSURE = "non-so"
"""The answer «I am not sure of the others»."""


class Opzione(Record):
    """An answer that can be chosen, with its words."""

    valore: Slug = described("La parola usata nella condizione.", "art3-comma3")
    testo: Line = described("Come la legge chi risponde.", "Sì, articolo 3 comma 3 (gravità)")


class Fatto(Filed):
    """Something that can be known of a person, and the question that asks it.

    The question is about who answers (`domanda`) or about the person they care for (`domanda_altri`).
    """

    nome: Title = described("Il nome, come si legge nel riepilogo.", "Età")
    chiave: FactKey = described("La parola delle condizioni a cui risponde.", "eta")
    situazioni: tuple[SituazioneId, ...] = described(
        "Solo per «situazione»: quali si chiedono insieme.", ["sfratto", "casa-popolare"], ()
    )
    prestazioni: tuple[PrestazioneId, ...] = described(
        "Solo per «percepisce»: quali si chiedono insieme.", ["assegno-di-inclusione"], ()
    )
    opzioni: tuple[Opzione, ...] = described(
        "Le risposte, dove non sono numeri, Comuni o situazioni.",
        [{"valore": "art3-comma3", "testo": "Sì, articolo 3 comma 3"}],
        (),
    )
    domanda: Line = described("La domanda a chi risponde per sé.", "Quanti anni hai?")
    domanda_altri: Line = described("La domanda a chi risponde per un'altra persona.", "Quanti anni ha la persona?")
    aiuto: Line | None = described(
        "Dove lo si trova scritto, o perché lo si chiede.", "È scritto sul verbale dell'INPS.", None
    )
    nessuno: Line | None = described(
        "Le parole per dire «niente di tutto questo».", "Nessuna di queste situazioni", None
    )
    non_lo_so: Line | None = described("Le parole per dire «non lo so».", "Non lo so, o preferisco non dirlo", None)
    sensibile: YesNo = described(
        "Riguarda la salute, i soldi, la violenza o la giustizia? Allora si chiede il più tardi possibile.", "sì", False
    )


class Risposta(Record):
    """What is known of one fact: a number («82», «da 18 a 64», «almeno 65»), one word or several."""

    fatto: FattoId = described("Quale fatto.", "eta")
    valori: tuple[Line, ...] = described(
        f"La risposta: un numero, un intervallo o parole; «{NONE}» e «{UNSURE}» valgono per ogni elenco.",
        ["82"],
        min_length=1,
    )


class Attesi(Record):
    """The verdicts that a case must give, for some schede of the guide."""

    probabile: tuple[SchedaId, ...] = described("Quelle che potrebbero spettare.", ["seregno/telesoccorso"], ())
    da_verificare: tuple[SchedaId, ...] = described("Quelle da verificare.", ["seregno/custodia-sociale"], ())
    no: tuple[SchedaId, ...] = described("Quelle che non sembrano adatte.", ["seregno/affidi"], ())


class Caso(Record):
    """A person, and what the guide must tell them."""

    nome: Line = described("Chi è, in poche parole.", "Madre di 82 anni, sola, a Giussano")
    risposte: tuple[Risposta, ...] = described("Che cosa si sa.", [{"fatto": "eta", "valori": ["82"]}], min_length=1)
    attesi: Attesi = described("Che cosa deve risultare.", {"probabile": ["seregno/telesoccorso"]})
    il: Day | None = described("In che giorno, se conta.", "2026-11-21", None)
    nota: Line = described("Perché, e da quale fonte lo si sa.", "Progetto domiciliarità, righe 57-75")


class Guida(Filed):
    """A guide: it starts from a situation, asks little, and says which schede may be for the person."""

    nome: Title = described("Il titolo, con le parole di chi ne ha bisogno.", "Mio padre non ce la fa più da solo")
    in_breve: Brief = described("A chi serve, in una frase.", "Gli aiuti per restare a casa quando si invecchia.")
    introduzione: Markdown = described("Che cosa sapere prima di cominciare.", "Rispondi a poche domande.")
    pubblico: tuple[Lettore, ...] = described(
        "Chi risponde: chi ne ha bisogno, un familiare, un ente del Terzo settore.",
        ["cittadino", "familiare"],
        min_length=1,
    )
    bisogni: tuple[BisognoId, ...] = described("Le schede di questi bisogni.", ["restare-a-casa"], ())
    aree: tuple[AreaId, ...] = described("Le schede di queste aree.", ["violenza-genere"], ())
    destinatari: tuple[DestinatariId, ...] = described("Le schede per queste persone.", ["autori-di-violenza"], ())
    schede: tuple[SchedaId, ...] = described("Altre schede, una per una.", ["seregno/telesoccorso"], ())
    escluse: tuple[SchedaId, ...] = described("Schede da lasciare fuori.", ["seregno/corso"], ())
    premesse: tuple[Risposta, ...] = described(
        "Quello che è già vero per chi apre questa guida, e non si chiede.",
        [{"fatto": "cura", "valori": ["caregiver", UNSURE]}],
        (),
    )
    esclude_per_comune: YesNo = described(
        "Chi abita altrove trova «non sembra adatto»? No dove chiunque può chiedere aiuto, come per la violenza.",
        "sì",
        True,
    )
    emergenza: Line | None = described(
        "Prima delle domande mostra i numeri per questa emergenza, i luoghi e l'uscita rapida.", "violenza", None
    )
    icona: Line | None = described("Il nome dell'icona.", "casa", None)
    casi: tuple[Caso, ...] = described(
        "Persone inventate e che cosa deve risultare: almeno cinque.",
        [{"nome": "Madre di 82 anni", "nota": "Progetto domiciliarità, righe 57-75"}],
        (),
    )
    fonti: tuple[Fonte, ...] = described(
        "Da dove viene quello che la guida dice in più delle schede.",
        [{"documento": "seregno-domiciliarita", "righe": "57-75"}],
        (),
    )
    note_redazione: EditorsNote | None = described(
        "Note per chi cura il catalogo. Non si pubblicano.", "Mancano i casi con i figli", None
    )
