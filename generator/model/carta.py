"""The Carta dei Servizi of an Ambito (L. 328/2000, art. 13). What is absent is «non ancora definito»."""

from generator.model.contatto import Contatto
from generator.model.fonte import Fonte
from generator.model.record import Filed, Record, described
from generator.model.standard import Rimborso, Standard
from generator.model.text import EditorsNote, EnteId, Line, Markdown, Title
from generator.model.value import Day, Number, WebAddress, Whole

_SOURCES = "Da dove vengono queste informazioni."
_SOURCE = [{"documento": "seregno-domiciliarita", "righe": "48"}]


class Revisione(Record):
    """A line of the revision log."""

    il: Day = described("Il giorno.", "2026-01-15")
    cosa: Line = described("Che cosa è cambiato.", "Aggiunti gli standard generali")


class Edizione(Record):
    """One edition: which year, approved by which act, valid until when."""

    anno: Whole = described("L'anno dell'edizione.", 2026, ge=2000, le=2100)
    organo: EnteId | None = described("Chi l'ha approvata.", "ambito-di-seregno", None)
    atto: Line | None = described("L'atto che l'approva.", "Delibera dell'Assemblea dei Sindaci n. 1", None)
    approvata_il: Day | None = described("Il giorno dell'approvazione.", "2026-01-15", None)
    valida_dal: Day | None = described("Da quando vale.", "2026-02-01", None)
    valida_fino: Day | None = described("Fino a quando vale.", "2027-12-31", None)
    prossima_revisione: Day | None = described("Quando sarà rivista.", "2027-01-15", None)


class Presentazione(Record):
    """Who the Ambito is: each part in plain words."""

    chi_siamo: Markdown | None = described("Chi siamo.", "L'Ambito riunisce dieci Comuni.", None)
    territorio: Markdown | None = described("Il territorio e chi ci abita.", "Dieci Comuni della Brianza.", None)
    governo: Markdown | None = described("Chi decide e chi fa.", "L'Assemblea dei Sindaci decide.", None)
    ufficio_di_piano: Markdown | None = described("Che cosa fa l'Ufficio di Piano.", "Organizza i servizi.", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Principio(Record):
    """A principle, a right or a duty: its name, what it means here, where it comes from."""

    nome: Title = described("Il nome.", "Eguaglianza")
    testo: Line = described("Che cosa vuol dire, in una frase semplice.", "I servizi sono uguali per tutte e tutti.")
    riferimento: Line | None = described("La norma.", "Direttiva PCM 27 gennaio 1994", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Testo(Record):
    """A part of the Carta in plain words, with its sources."""

    testo: Markdown = described("Il testo.", "La quota dipende dall'ISEE.")
    collegamento: WebAddress | None = described("La pagina che ne dice di più.", "https://www.comune.example.it", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Rilevazione(Record):
    """A survey of satisfaction: when, on what, with which result."""

    anno: Whole = described("L'anno.", 2025, ge=2000, le=2100)
    oggetto: Line = described("Su che cosa.", "Servizio di assistenza domiciliare")
    risposte: Whole | None = described("Quante risposte.", 120, None)
    soddisfatti: Number | None = described("Quanti sono soddisfatti, in percentuale.", 87, None, le=100)
    esito: Line | None = described("Che cosa è emerso.", "Si chiedono orari più ampi", None)
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Partecipazione(Record):
    """How people and associations take part, and how satisfaction is measured."""

    come: Markdown | None = described("Come si partecipa.", "Gli enti del Terzo settore siedono ai Tavoli.", None)
    soddisfazione: Markdown | None = described("Come si misura la soddisfazione.", "Con questionari.", None)
    rilevazioni: tuple[Rilevazione, ...] = described(
        "I risultati, anno per anno.", [{"anno": 2025, "oggetto": "Pasti a domicilio"}], ()
    )
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class ReclamiDellAnno(Record):
    """The complaints of a year."""

    anno: Whole = described("L'anno.", 2025, ge=2000, le=2100)
    ricevuti: Whole = described("Quanti reclami.", 12)
    giorni_medi: Number | None = described("In quanti giorni si è risposto, in media.", 18, None)
    accolti: Whole | None = described("Quanti erano fondati.", 5, None)


class Reclami(Record):
    """Suggestions, complaints and remedies (L. 328/2000, art. 13, comma 2)."""

    come: Markdown | None = described("Come si fa un reclamo.", "Compila il modulo e consegnalo allo sportello.", None)
    canali: tuple[Contatto, ...] = described("Dove si manda.", [{"tipo": "telefono", "valore": "0362 123456"}], ())
    ufficio: EnteId | None = described("L'ufficio che risponde.", "ufficio-di-piano-seregno", None)
    termine_giorni: Whole | None = described("Entro quanti giorni si risponde.", 30, None, ge=1, le=365)
    ricorso: Markdown | None = described("A chi ricorrere se la risposta non basta.", "Al responsabile.", None)
    difensore_civico: Markdown | None = described("Come rivolgersi al Difensore civico.", "È gratuito.", None)
    ricevuti: tuple[ReclamiDellAnno, ...] = described("I reclami, anno per anno.", [{"anno": 2025, "ricevuti": 12}], ())
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Miglioramento(Record):
    """What was done to serve better."""

    anno: Whole = described("L'anno.", 2025, ge=2000, le=2100)
    azione: Line = described("Che cosa si è fatto.", "Aperto uno sportello il sabato")
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Termine(Record):
    """A word of the glossary."""

    termine: Title = described("La parola o la sigla.", "SAD")
    significato: Line = described("Che cosa vuol dire.", "Servizio di assistenza domiciliare: aiuto a casa.")
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())


class Carta(Filed):
    """The Carta dei Servizi of an Ambito, but for its services: those are the schede."""

    edizione: Edizione = described("Di quale edizione si tratta.", {"anno": 2026})
    presentazione: Presentazione | None = described("Chi siamo e dove siamo.", {"chi_siamo": "Dieci Comuni."}, None)
    principi: tuple[Principio, ...] = described("I principi.", [{"nome": "Eguaglianza", "testo": "Per tutti."}], ())
    diritti: tuple[Principio, ...] = described("I diritti.", [{"nome": "Scelta", "testo": "Puoi scegliere."}], ())
    doveri: tuple[Principio, ...] = described("I doveri.", [{"nome": "Rispetto", "testo": "Avvisa per tempo."}], ())
    come_si_usa: Markdown | None = described("Come si usa la Carta.", "Cerca il tuo bisogno nell'indice.", None)
    standard: tuple[Standard, ...] = described(
        "Gli impegni che valgono per tutti i servizi.",
        [{"dimensione": "tempestività", "indicatore": "Giorni di attesa"}],
        (),
    )
    tariffe: Testo | None = described("Chi paga e quanto.", {"testo": "La quota dipende dall'ISEE."}, None)
    partecipazione: Partecipazione | None = described("Come si partecipa.", {"come": "Con i Tavoli."}, None)
    reclami: Reclami | None = described("Come si fa un reclamo.", {"termine_giorni": 30}, None)
    indennizzi: Rimborso | None = described(
        "Che cosa spetta se non si rispetta uno standard.", {"previsto": "no"}, None
    )
    miglioramenti: tuple[Miglioramento, ...] = described(
        "Che cosa si è migliorato.", [{"anno": 2025, "azione": "Aperto uno sportello"}], ()
    )
    costi: Testo | None = described(
        "I costi contabilizzati dei servizi.", {"testo": "Sono pubblicati ogni anno."}, None
    )
    privacy: Testo | None = described("Come si trattano i dati.", {"testo": "I dati servono solo al servizio."}, None)
    accessibilita: Testo | None = described("Come leggere la Carta.", {"testo": "C'è una versione facile."}, None)
    glossario: tuple[Termine, ...] = described(
        "Le parole difficili.", [{"termine": "SAD", "significato": "Aiuto."}], ()
    )
    revisioni: tuple[Revisione, ...] = described("Che cosa è cambiato.", [{"il": "2026-01-15", "cosa": "Nuova."}], ())
    fonti: tuple[Fonte, ...] = described(_SOURCES, _SOURCE, ())
    note_redazione: EditorsNote | None = described("Note per chi cura il catalogo. Non si pubblicano.", "Manca", None)
