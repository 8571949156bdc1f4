"""The scheda: one service, desk, project, benefit or facility, as a citizen may look for it."""

from typing import Literal

from generator.model.condizione import Condizione
from generator.model.contatto import Accesso, Contatto, SedeDellaScheda
from generator.model.fonte import Fonte
from generator.model.record import Filed, Record, WordOr, described
from generator.model.standard import Standard
from generator.model.text import (
    AmbitoId,
    AreaId,
    BisognoId,
    Brief,
    ComuneId,
    DestinatariId,
    EditorsNote,
    EnteId,
    LepsId,
    Line,
    Markdown,
    SchedaId,
    Slug,
    SomeComuni,
    TipologiaId,
    Title,
    Words,
)
from generator.model.value import Amount, Day, Number, Whole, YesNo

Kind = Literal["servizio", "sportello", "progetto", "contributo", "struttura"]
Stato = Literal["attivo", "in_avvio", "previsto", "proposta", "sospeso", "concluso"]
Pubblico = Literal["cittadini", "ets", "operatori"]


class Periodo(Record):
    """From and to, ends included; either may be unknown."""

    dal: Day | None = described("Primo giorno.", "2026-07-01", None)
    al: Day | None = described("Ultimo giorno.", "2028-12-31", None)
    nota: Line | None = described(
        "Quello che si sa quando i giorni non sono noti.", "Triennio, date non indicate", None
    )


class Requisito(Record):
    """A condition: the sentence for people and, where the source is exact, the rule for the machine."""

    testo: Line = described("La condizione, in una frase semplice.", "Abitare a Seregno, Ceriano Laghetto o Giussano.")
    condizione: Condizione | None = described(
        "La stessa condizione come dato, solo se la fonte è precisa.",
        {"residenza": "comuni_della_scheda"},
        None,
    )
    riferimento: Line | None = described("La norma o l'atto che lo chiede.", "L.R. Lombardia 15/2015", None)


class Personale(Record):
    """Who works in the service, and for how many hours."""

    figura: Line = described("La figura professionale.", "Ausiliario socio-assistenziale (ASA)")
    comune: ComuneId | None = described("Il Comune, se le ore sono solo per quello.", "seregno", None)
    numero: Number | None = described("Quante persone.", 2, None)
    ore: Number | None = described("Quante ore.", 190, None)
    ogni: Literal["giorno", "settimana", "mese", "anno", "periodo"] | None = described(
        "Ogni quanto; «periodo» è tutta la durata del progetto.", "mese", None
    )
    nota: Line | None = described("Una precisazione.", "Non meno di", None)


class Finanziamento(Record):
    """Money for the service: from where, how much, for when."""

    fonte: Line = described("Da dove vengono i fondi.", "PNRR, missione 5 componente 2")
    importo: Amount | None = described("Euro, con il punto prima dei centesimi.", "190260.60", None)
    comune: ComuneId | None = described("Il Comune, se i fondi sono solo per quello.", "seregno", None)
    periodo: Periodo | None = described("Per quale periodo.", {"dal": "2026-07-01", "al": "2028-12-31"}, None)
    ogni_anno: YesNo = described("L'importo è per ogni anno?", "sì", False)
    nota: Line | None = described("Una precisazione.", "Fuori campo IVA", None)


class Indicatore(Record):
    """A number that says how the service goes (`risultato`) or where it wants to get (`obiettivo`)."""

    nome: Line = described("Che cosa si conta.", "Minori seguiti")
    valore: Line = described("Quanto.", "44")
    unita: Line | None = described("L'unità di misura.", "persone", None)
    comune: ComuneId | None = described("Il Comune, se il numero è solo di quello.", "barlassina", None)
    al: Line | None = described("A quando si riferisce.", "31 dicembre 2021", None)
    tipo: Literal["risultato", "obiettivo"] = described("Un fatto o un traguardo.", "risultato")


class Verifica(Record):
    """Who last made sure that the scheda is true, and for how long that holds."""

    il: Day = described("Il giorno della verifica.", "2026-03-01")
    da: EnteId = described("L'ente che ha verificato.", "ufficio-di-piano-seregno")
    ogni_mesi: Whole = described("Dopo quanti mesi va verificata di nuovo.", 12, 12, ge=1, le=60)


class Scheda(Filed):
    """What all five kinds of scheda share. What is absent is unknown, never guessed."""

    ambito: AmbitoId = described("L'Ambito, dato dalla cartella.", "seregno", json_schema_extra={"from_path": True})

    nome: Title = described("Il nome, come lo chiama chi lo offre.", "Custodia sociale")
    in_breve: Brief = described(
        "La frase che dice che cos'è: al massimo 160 caratteri, senza norme e senza sigle.",
        "Aiuto pratico e compagnia a casa per persone anziane o fragili.",
    )
    nomi_alternativi: tuple[Title, ...] = described("Altri nomi e sigle.", ["Custode sociale"], ())
    parole_dei_cittadini: tuple[Words, ...] = described(
        "Le parole che userebbe chi ne ha bisogno.", ["mio padre è sempre solo", "medicine a casa"], ()
    )
    stato: Stato = described("A che punto è: solo «attivo» vuol dire che si può chiedere oggi.", "attivo")
    motivo_stato: Line | None = described(
        "Perché non è attivo, e da quando. Serve per ogni stato diverso da «attivo».",
        "Il progetto è finito a maggio 2026, e non si sa se riprende",
        None,
    )
    periodo: Periodo | None = described("Da quando a quando.", {"dal": "2026-07-01", "al": "2028-12-31"}, None)
    tipologia: TipologiaId | None = described(
        "Il tipo di servizio, uguale in tutti gli Ambiti.", "custodia-sociale", None
    )
    pubblico: tuple[Pubblico, ...] = described(
        "Chi legge: cittadini, enti del Terzo settore (ets) o operatori.",
        ["cittadini"],
        ("cittadini",),
        min_length=1,
    )
    aree: tuple[AreaId, ...] = described("Le aree di cui si occupa.", ["anziani"], min_length=1)
    destinatari: tuple[DestinatariId, ...] = described("Per chi è.", ["anziani"], min_length=1)
    bisogni: tuple[BisognoId, ...] = described("A quali bisogni risponde.", ["restare-a-casa"], ())
    leps: tuple[LepsId, ...] = described("I livelli essenziali a cui contribuisce.", ["dimissioni-protette"], ())
    comuni: WordOr[Literal["tutti"], SomeComuni] = described(
        "I Comuni in cui c'è, oppure «tutti» quelli dell'Ambito.", ["seregno", "giussano"]
    )
    nota_comuni: Line | None = described(
        "Perché non in tutti i Comuni, o da dove si comincia.", "Il servizio è di sei Comuni su dieci", None
    )

    a_chi_e_rivolto: Markdown | None = described(
        "Per chi è, in parole semplici.",
        "Persone anziane che vivono a casa e hanno poche persone vicine.",
        None,
    )
    descrizione: Markdown | None = described(
        "Che cos'è e come funziona, più in esteso.", "Un operatore viene a casa…", None
    )
    requisiti: tuple[Requisito, ...] = described(
        "Le condizioni per averlo, una per una.", [{"testo": "Avere più di 65 anni."}], ()
    )
    come_fare: tuple[Markdown, ...] = described(
        "I passi da fare, in ordine.", ["Chiedi un appuntamento al servizio sociale del tuo Comune."], ()
    )
    cosa_serve: tuple[Line, ...] = described("I documenti da portare.", ["Documento di identità"], ())
    cosa_si_ottiene: Markdown | None = described("Che cosa si riceve.", "Una visita a casa e aiuto con la spesa.", None)
    tempi_e_scadenze: Markdown | None = described(
        "Quanto si aspetta, quanto dura, entro quando.", "Dura fino a 30 giorni.", None
    )
    costo: Markdown | None = described("Quanto costa a chi lo riceve.", "Gratuito.", None)
    accesso: Accesso | None = described("Come si entra.", {"diretto": "sì", "canali": ["sportello"]}, None)
    condizioni_di_servizio: Markdown | None = described(
        "Regole, limiti, rinunce; il collegamento al regolamento.", "Fino a esaurimento dei fondi.", None
    )
    ulteriori_informazioni: Markdown | None = described(
        "Altro che è utile sapere.", "Si può unire ai pasti a domicilio.", None
    )

    sedi: tuple[SedeDellaScheda, ...] = described("Dove e quando.", [{"sede": "municipio-di-giussano"}], ())
    contatti: tuple[Contatto, ...] = described(
        "I recapiti del servizio.", [{"tipo": "telefono", "valore": "0362 123456"}], ()
    )
    gestore: EnteId | None = described("L'ente che lo offre e ne risponde.", "comune-di-seregno", None)
    titolare: EnteId | None = described("L'ente titolare, se è diverso da chi lo gestisce.", "ambito-di-seregno", None)
    partner: tuple[EnteId, ...] = described("Gli altri enti che collaborano.", ["asst-brianza"], ())
    soggetti_coinvolti: tuple[Line, ...] = described(
        "Chi collabora ma non ha una pagina sua.", ["Associazioni e negozi del quartiere"], ()
    )

    personale: tuple[Personale, ...] = described(
        "Chi ci lavora.", [{"figura": "Educatore", "ore": 110, "ogni": "mese"}], ()
    )
    finanziamenti: tuple[Finanziamento, ...] = described(
        "Con quali fondi.", [{"fonte": "Comune", "importo": "12485.70"}], ()
    )
    indicatori: tuple[Indicatore, ...] = described(
        "I numeri che lo raccontano.", [{"nome": "Minori seguiti", "valore": "44", "tipo": "risultato"}], ()
    )
    standard: tuple[Standard, ...] = described(
        "Gli impegni sulla qualità.", [{"dimensione": "tempestività", "indicatore": "Giorni di attesa"}], ()
    )
    qualita: tuple[Line, ...] = described(
        "Come si controlla la qualità.", ["Questionario di soddisfazione alle persone seguite"], ()
    )
    riferimenti_normativi: tuple[Line, ...] = described("Leggi e atti.", ["L. 328/2000, art. 8"], ())

    parte_di: SchedaId | None = described("La scheda più grande di cui fa parte.", "pippi", None)
    collegate: tuple[SchedaId, ...] = described("Altre schede utili a chi legge questa.", ["pasti-a-domicilio"], ())
    verificato: Verifica | None = described(
        "Chi ha controllato che sia tutto vero, e quando.",
        {"il": "2026-03-01", "da": "comune-di-seregno"},
        None,
    )
    fonti: tuple[Fonte, ...] = described(
        "Da dove vengono i fatti.", [{"documento": "seregno-domiciliarita", "righe": "57-75"}], min_length=1
    )
    note_redazione: EditorsNote | None = described(
        "Note per chi cura il catalogo: dubbi, contrasti tra le fonti. Non si pubblicano.",
        "Le righe 151 e 181 danno date diverse",
        None,
    )
    id_precedenti: tuple[Slug, ...] = described(
        "Gli id che la scheda ha avuto prima: chi arriva da lì viene portato qui.", ["custode-sociale"], ()
    )


class Servizio(Scheda):
    """A service one can receive."""


class Sportello(Scheda):
    """A desk with opening hours, where one goes or calls."""

    lingue: tuple[Line, ...] = described("Le lingue parlate allo sportello.", ["italiano", "inglese"], ())


class Progetto(Scheda):
    """A project: it has a period, funding and aims."""

    obiettivi: tuple[Line, ...] = described("Che cosa vuole ottenere.", ["Far restare a casa le persone anziane"], ())
    codici: tuple[Line, ...] = described("CUP, CIG e altri codici.", ["CUP B24H22000190001"], ())


class Importo(Record):
    """An amount of money a person may receive."""

    descrizione: Line = described("Per che cosa o per chi.", "Per ogni mese, con assistente familiare")
    valore: Amount | None = described("Euro, con il punto prima dei centesimi.", "400.00", None)
    ogni: Literal["giorno", "settimana", "mese", "anno", "una_volta"] | None = described("Ogni quanto.", "mese", None)
    massimo: YesNo = described("È il massimo che si può ricevere?", "sì", False)


class Contributo(Scheda):
    """Money: a bonus, a measure, a call for applications."""

    importi: tuple[Importo, ...] = described("Quanto si riceve.", [{"descrizione": "Al mese", "valore": "400.00"}], ())
    apertura: Day | None = described("Da quando si può chiedere.", "2026-03-01", None)
    scadenza: Day | None = described("Fino a quando si può chiedere.", "2026-04-30", None)


class Struttura(Scheda):
    """A facility or lodging."""

    posti: Whole | None = described("Quanti posti ha.", 8, None)


KINDS: dict[Kind, type[Scheda]] = {
    "servizio": Servizio,
    "sportello": Sportello,
    "progetto": Progetto,
    "contributo": Contributo,
    "struttura": Struttura,
}
"""The five kinds of scheda."""

FOLDERS: dict[str, Kind] = {
    "servizi": "servizio",
    "sportelli": "sportello",
    "progetti": "progetto",
    "contributi": "contributo",
    "strutture": "struttura",
}
"""The folder (and the piece of URL) of each kind."""

FOLDER_OF: dict[Kind, str] = {kind: folder for folder, kind in FOLDERS.items()}
"""The other way round."""
