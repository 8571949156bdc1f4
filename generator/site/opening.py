"""Whether a door is open: the same function as in the browser (`assets/js/opening.js`), on one table of cases.

What is not known is never guessed: outside the dates of the hours, on a national holiday and where a note may say
otherwise, the answer is «ignoto».
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.model.contatto import WEEKDAYS, Orario

State = Literal["aperto", "chiuso", "appuntamento", "ignoto"]
Holidays = Mapping[datetime.date, str]
"""Italian holidays and their names."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Opening:
    """The state at a moment. `until` (HH:MM) is when it ends; `opens` («AAAA-MM-GG HH:MM») when the door opens again.

    `reason` says why nothing can be told: the name of the holiday, or the note of the hours. What is unknown is empty.
    """

    state: State
    until: str = ""
    opens: str = ""
    reason: str = ""


def state_at(hours: Iterable[Orario], day: datetime.date, time: str, holidays: Holidays) -> Opening:
    """The state on a day at a time (HH:MM), both in Europe/Rome."""
    hours = tuple(hours)
    in_force = [one for one in hours if _in_force(one, day)]
    if not in_force:
        return Opening("ignoto")
    today = sorted((one for one in in_force if WEEKDAYS[day.weekday()] in one.giorni), key=lambda one: one.dalle)
    if today and day in holidays:
        return Opening("ignoto", reason=holidays[day])
    now = [one for one in today if one.dalle <= time < one.alle]
    if any(_certain(one) for one in now):
        return Opening("aperto", until=_end([one for one in today if _certain(one)], time))
    if noted := next((one for one in now if not one.su_appuntamento), None):
        return Opening("ignoto", reason=noted.nota or "")
    if now:
        return Opening("appuntamento", until=_end([one for one in today if one.su_appuntamento], time))
    return Opening("chiuso", opens=_next(hours, day, time, holidays))


def _certain(hours: Orario) -> bool:
    return not hours.su_appuntamento and not hours.nota


def _in_force(hours: Orario, day: datetime.date) -> bool:
    return (hours.dal is None or hours.dal <= day) and (hours.al is None or day <= hours.al)


def _end(today: list[Orario], time: str) -> str:
    """When the last of the hours that follow one another ends."""
    end = time
    for one in today:
        if one.dalle <= end < one.alle:
            end = one.alle
    return end


def _next(hours: tuple[Orario, ...], day: datetime.date, time: str, holidays: Holidays) -> str:
    """The next certain opening within a week; nothing if something uncertain comes before it."""
    for ahead in range(WEEK + 1):
        then = day + datetime.timedelta(days=ahead)
        starts = sorted(
            (one.dalle, not _certain(one))
            for one in hours
            if _in_force(one, then)
            and WEEKDAYS[then.weekday()] in one.giorni
            and not one.su_appuntamento
            and (ahead or one.dalle > time)
        )
        if starts and (then in holidays or starts[0][1]):
            return ""
        if starts:
            return f"{then} {starts[0][0]}"
    return ""


def opening_data(hours: Iterable[Orario]) -> str:
    """The hours as JSON for a `data-orari` attribute; empty where there are none."""
    found = for_the_browser(hours)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) if found else ""


def for_the_browser(hours: Iterable[Orario]) -> list[dict[str, Any]]:
    """The hours as `opening.js` reads them; what is absent is left out."""
    return [
        {
            "giorni": [WEEKDAYS.index(giorno) for giorno in one.giorni],
            "dalle": one.dalle,
            "alle": one.alle,
            **({"dal": str(one.dal)} if one.dal else {}),
            **({"al": str(one.al)} if one.al else {}),
            **({"appuntamento": True} if one.su_appuntamento else {}),
            **({"nota": one.nota} if one.nota else {}),
        }
        for one in hours
    ]
