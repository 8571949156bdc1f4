"""How a service is reached: phones, mail, addresses of the web, opening hours, places."""

from typing import Literal

from generator.model.fonte import Fonte
from generator.model.record import Filed, Record, described
from generator.model.text import CanaleId, ComuneId, EditorsNote, EnteId, InvianteId, Line, SedeId, Title
from generator.model.value import ClockTime, Day, Degrees, WebAddress, YesNo

ContactKind = Literal["telefono", "cellulare", "numero-verde", "whatsapp", "fax", "email", "pec", "sito", "modulo"]
Weekday = Literal["lun", "mar", "mer", "gio", "ven", "sab", "dom"]

WEEKDAYS: tuple[Weekday, ...] = ("lun", "mar", "mer", "gio", "ven", "sab", "dom")
"""The days in the order of the week."""


class Contatto(Record):
    """One way to reach a service: a phone, an address of mail or of the web."""

    tipo: ContactKind = described("Che tipo di recapito è.", "telefono")
    valore: Line = described(
        "Il recapito come va scritto: il numero con il prefisso, l'indirizzo e-mail, l'indirizzo web.",
        "0362 123456",
    )
    nota: Line | None = described("Chi risponde, quando, per che cosa.", "Risponde l'assistente sociale", None)


class Orario(Record):
    """Days of the week and the hours between which the door is open. Times are Europe/Rome."""

    giorni: tuple[Weekday, ...] = described("I giorni, con le prime tre lettere.", ["lun", "mer"], min_length=1)
    dalle: ClockTime = described("Ora di apertura, tra virgolette.", "09:00")
    alle: ClockTime = described("Ora di chiusura, tra virgolette.", "12:30")
    dal: Day | None = described("Primo giorno in cui vale questo orario.", "2026-09-01", None)
    al: Day | None = described("Ultimo giorno in cui vale questo orario.", "2027-06-30", None)
    su_appuntamento: YesNo = described("Si riceve solo con appuntamento?", "sì", False)
    nota: Line | None = described("Una precisazione.", "Chiuso in agosto", None)


class Coordinate(Record):
    """A point on the earth, WGS84, in decimal degrees."""

    lat: Degrees = described("Latitudine.", "45.69")
    lon: Degrees = described("Longitudine.", "9.21")


class Sede(Filed):
    """A place with an address, shared by the schede that are offered there."""

    nome: Title = described("Come si chiama il posto.", "Municipio di Giussano")
    comune: ComuneId | None = described("Il Comune in cui si trova.", "giussano", None)
    indirizzo: Line | None = described("Via e numero civico.", "Piazza Roma, 1", None)
    cap: str | None = described("Codice di avviamento postale, tra virgolette.", "20833", None, pattern=r"^[0-9]{5}$")
    indirizzo_riservato: YesNo = described(
        "L'indirizzo va protetto (case rifugio, comunità per minori)? Se sì, non compare in nessuna pagina.",
        "sì",
        False,
    )
    coordinate: Coordinate | None = described("Latitudine e longitudine.", {"lat": "45.69", "lon": "9.21"}, None)
    ente: EnteId | None = described("L'ente che ha la sede.", "comune-di-giussano", None)
    accessibilita: Line | None = described(
        "Come si entra con una sedia a rotelle, un passeggino, un bastone.", "Ingresso senza gradini", None
    )
    trasporti: Line | None = described("Come ci si arriva con i mezzi pubblici.", "Vicino alla stazione", None)
    contatti: tuple[Contatto, ...] = described(
        "I recapiti della sede.", [{"tipo": "telefono", "valore": "0362 123456"}], ()
    )
    fonti: tuple[Fonte, ...] = described(
        "Da dove vengono queste informazioni.", [{"documento": "piano-di-zona", "righe": "10"}], ()
    )
    note_redazione: EditorsNote | None = described(
        "Note per chi cura il catalogo. Non si pubblicano.", "Chiedere la via", None
    )


class SedeDellaScheda(Record):
    """Where, and when, a scheda's service is offered."""

    sede: SedeId = described("Il luogo, dal file sedi.yaml dell'Ambito.", "municipio-di-giussano")
    orari: tuple[Orario, ...] = described(
        "Quando è aperta. Se gli orari non si conoscono, non si scrive nulla.",
        [{"giorni": ["lun"], "dalle": "09:00", "alle": "12:00"}],
        (),
        max_length=100,
    )
    nota: Line | None = described("Una precisazione.", "Primo piano", None)
    contatti: tuple[Contatto, ...] = described(
        "I recapiti di questo servizio in questa sede.", [{"tipo": "telefono", "valore": "0362 123456"}], ()
    )


class Accesso(Record):
    """How one gets in: alone or sent by someone, and by which channels."""

    diretto: YesNo | None = described("Si può chiedere da soli, senza essere inviati da qualcuno?", "sì", None)
    chi_invia: tuple[InvianteId, ...] = described(
        "Chi può inviare la persona al servizio.", ["servizio-sociale-comunale"], ()
    )
    canali: tuple[CanaleId, ...] = described("Come si può chiedere.", ["sportello", "telefono"], ())
    prenotazione: WebAddress | None = described(
        "Pagina in cui si prenota un appuntamento.", "https://www.comune.example.it/prenota", None
    )
    online: WebAddress | None = described(
        "Pagina in cui si fa domanda in linea.", "https://www.comune.example.it/domanda", None
    )
    nota: Line | None = described("Una precisazione.", "Serve un colloquio con l'assistente sociale", None)
