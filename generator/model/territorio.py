"""Who and where: Ambiti, Comuni, enti, avvisi."""

from typing import Literal

from generator.model.contatto import Contatto
from generator.model.fonte import Fonte
from generator.model.record import Filed, Record, WordOr, described
from generator.model.scheda import Pubblico
from generator.model.text import (
    AmbitoId,
    Brief,
    ComuneId,
    EditorsNote,
    EnteId,
    Line,
    Markdown,
    SchedaId,
    SomeComuni,
    Title,
)
from generator.model.value import Day, WebAddress, Whole

EnteKind = Literal[
    "comune",
    "ambito",
    "organo",
    "azienda-consortile",
    "azienda-sanitaria",
    "provincia",
    "regione",
    "stato",
    "scuola-universita",
    "ente-pubblico",
    "cooperativa",
    "consorzio",
    "associazione",
    "fondazione",
    "ente-religioso",
    "sindacato-patronato",
    "impresa",
    "rete",
    "terzo-settore",
    "altro",
]

_SOURCES = "Da dove vengono queste informazioni."
_SOURCE = [{"documento": "seregno-domiciliarita", "righe": "48"}]
_NOTES = "Note per chi cura il catalogo. Non si pubblicano."
_PHONE = [{"tipo": "telefono", "valore": "0362 123456"}]


class Ambito(Filed):
    """A group of Comuni that plan and run social services together (L. 328/2000, art. 8)."""

    nome: Title = described("Il nome per esteso.", "Ambito Territoriale Sociale di Seregno")
    nome_breve: Title = described("Il nome corto, per i menu.", "Seregno")
    in_breve: Brief = described(
        "Che cos'è, in una frase.", "Dieci Comuni della Brianza che gestiscono insieme i servizi sociali."
    )
    descrizione: Markdown | None = described("Come funziona.", "Il Comune di Seregno è capofila.", None)
    ente: EnteId = described("La pagina dell'Ambito tra gli enti.", "ambito-di-seregno")
    capofila: EnteId | None = described("L'ente capofila.", "comune-di-seregno", None)
    ufficio_di_piano: EnteId | None = described("L'ufficio che programma i servizi.", "ufficio-di-piano-seregno", None)
    segretariato_sociale: SchedaId | None = described(
        "La scheda della prima porta: dove chiedere quando non si sa a chi chiedere.",
        "segretariato-sociale",
        None,
    )
    contatti: tuple[Contatto, ...] = described("I recapiti dell'Ambito.", _PHONE, ())
    sito: WebAddress | None = described("Il sito.", "https://www.servizisocialinete.it", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, min_length=1)
    note_redazione: EditorsNote | None = described(_NOTES, "Manca il telefono", None)


class Popolazione(Record):
    """How many people live there, and when they were counted."""

    abitanti: Whole = described("Quanti abitanti.", 45000)
    al: Day = described("A che giorno.", "2024-01-01")


class Comune(Filed):
    """A Comune of an Ambito."""

    ambito: AmbitoId = described("L'Ambito, dato dalla cartella.", "seregno", json_schema_extra={"from_path": True})
    nome: Title = described("Il nome.", "Ceriano Laghetto")
    istat: str = described("Il codice ISTAT, sei cifre tra virgolette.", "108018", pattern=r"^[0-9]{6}$")
    provincia: str = described("La sigla della provincia.", "MB", pattern=r"^[A-Z]{2}$")
    cap: str | None = described("Codice di avviamento postale, tra virgolette.", "20816", None, pattern=r"^[0-9]{5}$")
    popolazione: Popolazione | None = described("Gli abitanti.", {"abitanti": 6500, "al": "2024-01-01"}, None)
    ente: EnteId = described("La pagina del Comune tra gli enti.", "comune-di-ceriano-laghetto")
    contatti: tuple[Contatto, ...] = described("I recapiti dei servizi sociali del Comune.", _PHONE, ())
    sito: WebAddress | None = described("Il sito del Comune.", "https://www.comune.cerianolaghetto.mb.it", None)
    nota: Line | None = described("Che cosa deve sapere chi abita qui.", "La tutela minori non passa dall'Ambito", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())
    note_redazione: EditorsNote | None = described(_NOTES, "Manca il telefono", None)


class Ente(Filed):
    """A public body, a third-sector body (ETS), or a group of them."""

    nome: Title = described("Il nome per esteso.", "Azienda Socio Sanitaria Territoriale della Brianza")
    sigla: Line | None = described("La sigla con cui è conosciuto.", "ASST Brianza", None)
    nomi_alternativi: tuple[Title, ...] = described("Altri nomi.", ["ASST della Brianza"], ())
    tipo: EnteKind = described("Che tipo di ente è.", "azienda-sanitaria")
    ruolo: Line | None = described(
        "Che cosa fa per i servizi sociali.", "Segue le dimissioni protette con i Comuni.", None
    )
    descrizione: Markdown | None = described("Chi è e che cosa fa.", "Gestisce ospedali e Case di Comunità.", None)
    ambiti: tuple[AmbitoId, ...] = described("Gli Ambiti in cui lavora.", ["seregno"], ())
    comuni: tuple[ComuneId, ...] = described("I Comuni in cui lavora, se non in tutto l'Ambito.", ["giussano"], ())
    fa_parte_di: tuple[EnteId, ...] = described("Reti o enti più grandi di cui fa parte.", ["asst-brianza"], ())
    indirizzo: Line | None = described(
        "Via, numero, CAP e Comune.", "Via Azalee, 14 – 20095 Cusano Milanino (MI)", None
    )
    contatti: tuple[Contatto, ...] = described("I recapiti.", _PHONE, ())
    sito: WebAddress | None = described("Il sito.", "https://www.asst-brianza.it", None)
    codici: tuple[Line, ...] = described("Codice fiscale, partita IVA, codice IPA.", ["C.F. 08030790961"], ())
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, min_length=1)
    note_redazione: EditorsNote | None = described(_NOTES, "Forse è lo stesso ente di un altro documento", None)


class Avviso(Filed):
    """A dated notice or call."""

    ambito: AmbitoId = described("L'Ambito, dato dalla cartella.", "seregno", json_schema_extra={"from_path": True})
    titolo: Title = described("Il titolo.", "Si cercano enti per la co-progettazione")
    in_breve: Brief = described("Di che cosa si tratta, in una frase.", "L'Ambito cerca enti del Terzo settore.")
    testo: Markdown | None = described("Il testo.", "Possono partecipare gli enti del Terzo settore.", None)
    pubblico: tuple[Pubblico, ...] = described("Chi legge.", ["ets"], ("cittadini",), min_length=1)
    pubblicato_il: Day | None = described("Il giorno di pubblicazione.", "2026-03-01", None)
    scade_il: Day | None = described("L'ultimo giorno utile.", "2026-04-30", None)
    periodo: Line | None = described(
        "Quello che si sa quando i giorni non sono noti.", "Luglio 2026 – dicembre 2028", None
    )
    comuni: WordOr[Literal["tutti"], SomeComuni] = described("Per quali Comuni.", "tutti", "tutti")
    ente: EnteId | None = described("Chi lo pubblica.", "comune-di-seregno", None)
    schede: tuple[SchedaId, ...] = described("Le schede di cui parla.", ["custodia-sociale"], ())
    collegamento: WebAddress | None = described(
        "Dove si legge per intero.", "https://www.comune.example.it/avviso", None
    )
    contatti: tuple[Contatto, ...] = described("A chi chiedere.", _PHONE, ())
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, min_length=1)
    note_redazione: EditorsNote | None = described(_NOTES, "Manca la scadenza", None)
