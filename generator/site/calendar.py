"""Dates for the reader's own calendar: iCalendar files (RFC 5545) beside the page they belong to."""

import datetime
from collections.abc import Iterator

from generator.catalogue import Catalogue, key_of
from generator.model.contatto import WEEKDAYS, Orario
from generator.model.scheda import Contributo, Scheda
from generator.site.context import Context
from generator.site.urls import avviso_url, scheda_url

FILE = "calendario.ics"
_DAYS = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
_LINE = 75
"""Octets a line may hold (RFC 5545, 3.1)."""
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def has_calendar(scheda: Scheda) -> bool:
    """Whether something of the scheda can go into a calendar."""
    dates = isinstance(scheda, Contributo) and (scheda.apertura or scheda.scadenza)
    return bool(dates) or any(used.orari for used in scheda.sedi)


def calendar_files(context: Context) -> Iterator[tuple[str, str]]:
    """The calendar of each scheda with dates or hours, and of each avviso with a deadline: path and content."""
    catalogue = context.catalogue
    for scheda in catalogue.schede.values():
        if has_calendar(scheda):
            yield f"{scheda_url(scheda)}{FILE}", _calendar(_of_scheda(scheda, context))
    for key, avviso in catalogue.avvisi.items():
        if avviso.scade_il:
            url = f"{context.site_url}{avviso_url(key)}"
            event = _whole_day(f"avviso-{key}", f"Scade: {avviso.titolo}", avviso.scade_il, url, catalogue)
            yield avviso_calendar(key), _calendar([event])


def avviso_calendar(key: str) -> str:
    """Where the calendar of an avviso is."""
    return f"avvisi/{key.replace('/', '-')}.ics"


def _of_scheda(scheda: Scheda, context: Context) -> Iterator[list[str]]:
    catalogue, key, url = context.catalogue, key_of(scheda), f"{context.site_url}{scheda_url(scheda)}"
    if isinstance(scheda, Contributo):
        if scheda.apertura:
            yield _whole_day(f"{key}-apertura", f"Si può chiedere: {scheda.nome}", scheda.apertura, url, catalogue)
        if scheda.scadenza:
            yield _whole_day(f"{key}-scadenza", f"Ultimo giorno: {scheda.nome}", scheda.scadenza, url, catalogue)
    for used in scheda.sedi:
        sede = catalogue.sede(scheda.ambito, used.sede)
        where = "" if sede.indirizzo_riservato else ", ".join(filter(None, (sede.nome, sede.indirizzo)))
        for number, one in enumerate(used.orari):
            if (first := _first_day(one, catalogue.today)) is not None:
                name = f"{scheda.nome}{' (su appuntamento)' if one.su_appuntamento else ''}"
                yield _weekly(f"{key}-{used.sede}-{number}", name, one, first, where, url, catalogue)


def _first_day(hours: Orario, today: datetime.date) -> datetime.date | None:
    """The first day from today on which the hours hold."""
    start = max(today, hours.dal or today)
    days = (start + datetime.timedelta(days=ahead) for ahead in range(len(WEEKDAYS)))
    first = next(day for day in days if WEEKDAYS[day.weekday()] in hours.giorni)
    return None if hours.al and first > hours.al else first


def _weekly(
    id: str, name: str, hours: Orario, first: datetime.date, where: str, url: str, catalogue: Catalogue
) -> list[str]:
    days = ",".join(_DAYS[day] for day in WEEKDAYS if day in hours.giorni)
    until = f";UNTIL={hours.al:%Y%m%d}T235959Z" if hours.al else ""
    end, close = (first, hours.alle) if hours.alle != "24:00" else (first + datetime.timedelta(days=1), "00:00")
    return _event(
        id,
        name,
        [
            f"DTSTART;TZID=Europe/Rome:{first:%Y%m%d}T{hours.dalle.replace(':', '')}00",
            f"DTEND;TZID=Europe/Rome:{end:%Y%m%d}T{close.replace(':', '')}00",
            f"RRULE:FREQ=WEEKLY;BYDAY={days}{until}",
            *([f"LOCATION:{_text(where)}"] if where else []),
            *([f"DESCRIPTION:{_text(hours.nota)}"] if hours.nota else []),
        ],
        url,
        catalogue,
    )


def _whole_day(id: str, name: str, day: datetime.date, url: str, catalogue: Catalogue) -> list[str]:
    after = day + datetime.timedelta(days=1)
    dates = [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}", "TRANSP:TRANSPARENT"]
    return _event(id, name, dates, url, catalogue)


def _event(id: str, name: str, rows: list[str], url: str, catalogue: Catalogue) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{id.replace('/', '-')}@ambito-aperto",
        f"DTSTAMP:{catalogue.today:%Y%m%d}T000000Z",
        *rows,
        f"SUMMARY:{_text(name)}",
        f"URL:{url}",
        "END:VEVENT",
    ]


def _calendar(events: Iterator[list[str]] | list[list[str]]) -> str:
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ambito Aperto//IT", "CALSCALE:GREGORIAN", *_ZONE.splitlines()]
    for event in events:
        rows.extend(event)
    return "".join(f"{_folded(row)}\r\n" for row in (*rows, "END:VCALENDAR"))


def _text(value: str) -> str:
    """A text as RFC 5545, 3.3.11 wants it."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _folded(row: str) -> str:
    """A row cut so that no line has more than 75 octets; a letter is never cut in two."""
    raw = row.encode()
    lines: list[bytes] = []
    start, end = 0, _LINE
    while end < len(raw):
        while raw[end] & 0b1100_0000 == 0b1000_0000:  # inside a letter
            end -= 1
        lines.append(raw[start:end])
        start, end = end, end + _LINE - 1  # the space before a line that goes on is an octet too
    return "\r\n ".join(part.decode() for part in (*lines, raw[start:])) if lines else row
