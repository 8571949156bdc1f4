"""The national holidays of Italy, by rule: fixed days, Easter with its Monday, the first Sunday of November.

The library `holidays` knows them too, and those of two hundred other countries, which it loads all: a third of a second
for every build. A test holds this rule against it for thirty years. The patron of a Comune is not among them.
"""

import datetime

from dateutil.easter import easter

FIXED = {
    (1, 1): "Capodanno",
    (1, 6): "Epifania",
    (4, 25): "Anniversario della Liberazione",
    (5, 1): "Festa del Lavoro",
    (6, 2): "Festa della Repubblica",
    (8, 15): "Assunzione della Beata Vergine Maria",
    (11, 1): "Ognissanti",
    (12, 8): "Immacolata Concezione",
    (12, 25): "Natale",
    (12, 26): "Santo Stefano",
}
"""Law 260/1949 and those that changed it: month and day -> name."""
SAINT_FRANCIS, SINCE = (10, 4), 2026
"""Law 151/2025: a holiday again from that year on."""
NAME_OF_SAINT_FRANCIS = "Festa nazionale di San Francesco d'Assisi, patrono d'Italia"
SUNDAY = 6


def italian_holidays(first: int, years: int) -> dict[datetime.date, str]:
    """The national holidays of `years` years, from 2011 on, by day; two that fall together share it."""
    return {day: name for year in range(first, first + years) for day, name in sorted(_of_year(year).items())}


def _of_year(year: int) -> dict[datetime.date, str]:
    sunday = easter(year)
    november = datetime.date(year, 11, 1)
    all_of_them = [
        *((datetime.date(year, *day), name) for day, name in FIXED.items()),
        *([(datetime.date(year, *SAINT_FRANCIS), NAME_OF_SAINT_FRANCIS)] if year >= SINCE else []),
        (sunday, "Pasqua"),
        (sunday + datetime.timedelta(days=1), "Lunedì dell'Angelo"),
        (november + datetime.timedelta(days=(SUNDAY - november.weekday()) % 7), "Giorno dell'unità nazionale"),
    ]
    names: dict[datetime.date, list[str]] = {}
    for day, name in all_of_them:
        names.setdefault(day, []).append(name)
    return {day: "; ".join(sorted(found)) for day, found in names.items()}
