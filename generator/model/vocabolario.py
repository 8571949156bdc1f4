"""The vocabularies: the words that schede share, one file each under `catalogue/vocabolari/`."""

from generator.model.condizione import Condizione
from generator.model.fonte import Fonte
from generator.model.guida import Fatto
from generator.model.record import Filed, Record, ReferenceKind, described
from generator.model.text import AreaId, BisognoId, Line, Prose, Title, Words
from generator.model.value import Amount, Day, WebAddress, YesNo

_LABEL = "Il nome, come lo legge un cittadino."
_NOTE = "Che cosa comprende."


class Voce(Filed):
    """An entry of a vocabulary: an id and the words people read."""

    nome: Title = described(_LABEL, "Anziani")
    descrizione: Prose | None = described(_NOTE, "Persone dai 65 anni in su.", None)
    parole: tuple[Words, ...] = described("Altre parole con cui la si cerca.", ["nonni", "terza età"], ())


class Area(Voce):
    """An area of social policy; it carries the topics of the Italian model for municipal sites."""

    argomenti: tuple[Line, ...] = described(
        "Gli argomenti del Modello Comuni a cui corrisponde.", ["Assistenza sociale"], min_length=1
    )
    icona: Line | None = described("Il nome dell'icona.", "anziani", None)


class Destinatari(Voce):
    """A group of people a service is for; the condition tells the guides who is in it.

    A scheda does not fit who is surely in none of its groups. Without a condition a group excludes nobody. Where the
    group is wider than words can say («adulti in difficoltà»), `basta: no` keeps the condition from admitting anybody.
    """

    condizione: Condizione | None = described(
        "Chi ne fa parte, per le guide: con margini larghi, perché può escludere.", {"eta": {"almeno": 60}}, None
    )
    basta: YesNo = described("Chi soddisfa la condizione ne fa parte di sicuro?", "sì", True)
    chiunque: YesNo = described("Comprende chiunque?", "sì", False)
    persone: YesNo = described("Sono persone, e non enti o uffici?", "sì", True)


class Bisogno(Voce):
    """A need or life event, in the citizen's words."""

    nome: Title = described(
        "Il bisogno, in prima persona o come lo direbbe chi ce l'ha.", "Assisto un familiare a casa"
    )
    aree: tuple[AreaId, ...] = described("Le aree a cui appartiene.", ["anziani"], ())
    simili: tuple[BisognoId, ...] = described("I bisogni vicini a questo.", ["restare-a-casa"], ())
    icona: Line | None = described("Il nome dell'icona.", "casa", None)


class Leps(Voce):
    """An essential level of social provision (LEPS), with the norm that sets it."""

    riferimento: Line = described("La norma.", "L. 234/2021, art. 1, comma 170")
    fonti: tuple[Fonte, ...] = described(
        "Dove lo si legge.", [{"titolo": "Gazzetta", "url": "https://www.gazzettaufficiale.it/"}], ()
    )


class Canale(Voce):
    """A way to ask: desk, phone, mail. `codice` is that of the AgID vocabulary of channels."""

    codice: Line | None = described("Il codice nel vocabolario AgID dei canali.", "01.1.1", None)


class Tipologia(Voce):
    """A kind of service, the same in every Ambito."""


class Inviante(Voce):
    """Who can send a person to a service."""


class Situazione(Voce):
    """A situation a person may be in, used by conditions."""

    tu: Line | None = described("La stessa frase per chi risponde per sé.", "Hai uno sfratto o rischi di averlo", None)
    altri: Line | None = described(
        "La frase per chi risponde per un'altra persona, se non è il nome.", "C'è chi la assiste ogni giorno", None
    )


class Prestazione(Voce):
    """A benefit a person may receive, used by conditions."""

    ente: Title | None = described("Chi la eroga.", "INPS", None)


class Soglia(Voce):
    """A dated threshold. Past values stay: a new year is a new entry."""

    valore: Amount = described("Il valore.", "9360.00")
    unita: Line = described("L'unità.", "euro di ISEE")
    dal: Day = described("Da quando vale.", "2026-01-01")
    al: Day | None = described("Fino a quando vale.", "2026-12-31", None)
    fonti: tuple[Fonte, ...] = described(
        "Dove lo si legge.", [{"documento": "piano-di-zona", "righe": "12"}], min_length=1
    )


class NumeroUtile(Voce):
    """A national number, with what it is for and who runs it."""

    numero: Line = described("Il numero da comporre.", "1522")
    a_che_serve: Line = described("Quando si chiama.", "Se subisci violenza o stalking, o temi per qualcuno.")
    orari: Line | None = described("Quando risponde.", "Tutti i giorni, 24 ore su 24", None)
    costo: Line | None = described("Quanto costa.", "Gratuito", None)
    lingue: Line | None = described("In che lingue.", "Italiano, inglese, francese, spagnolo, arabo", None)
    gestore: Line = described("Chi lo gestisce.", "Dipartimento per le pari opportunità")
    sito: WebAddress | None = described("Il sito.", "https://www.1522.eu/", None)
    emergenza: Line | None = described("Per quale emergenza va mostrato per primo.", "violenza", None)
    fonti: tuple[Fonte, ...] = described(
        "La fonte pubblica.", [{"titolo": "1522", "url": "https://www.1522.eu/"}], min_length=1
    )


class Sinonimo(Filed):
    """Words that mean the same to who searches: in one direction (`cerca`, `trova`) or in both."""

    uguali: tuple[Words, ...] = described(
        "Parole che valgono l'una per l'altra.", ["badante", "assistente familiare"], ()
    )
    cerca: tuple[Words, ...] = described("Se qualcuno scrive una di queste…", ["lavarsi"], ())
    trova: tuple[Words, ...] = described("…si cerca anche una di queste.", ["igiene personale"], ())


class Vocabulary(Record):
    """What a vocabulary file holds: the kind that references name, and the record of an entry."""

    kind: ReferenceKind | None
    entry: type[Filed]


VOCABULARIES: dict[str, Vocabulary] = {
    "aree": Vocabulary(kind="area", entry=Area),
    "destinatari": Vocabulary(kind="destinatari", entry=Destinatari),
    "bisogni": Vocabulary(kind="bisogno", entry=Bisogno),
    "leps": Vocabulary(kind="leps", entry=Leps),
    "canali": Vocabulary(kind="canale", entry=Canale),
    "tipologie": Vocabulary(kind="tipologia", entry=Tipologia),
    "invianti": Vocabulary(kind="inviante", entry=Inviante),
    "situazioni": Vocabulary(kind="situazione", entry=Situazione),
    "prestazioni": Vocabulary(kind="prestazione", entry=Prestazione),
    "soglie": Vocabulary(kind="soglia", entry=Soglia),
    "fatti": Vocabulary(kind="fatto", entry=Fatto),
    "numeri_utili": Vocabulary(kind=None, entry=NumeroUtile),
    "sinonimi": Vocabulary(kind=None, entry=Sinonimo),
}
"""The files of `catalogue/vocabolari/`, by name."""
