"""Opening hours that change: «il martedì apre alle 9 invece che alle 10»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.editing.changes.change import Change
from generator.editing.changes.telling import Ground
from generator.editing.changes.words import DAYS, clock, past
from generator.model.contatto import WEEKDAYS, Orario
from generator.site.labels import day, joined

Minutes = int


class Opening(NamedTuple):
    """From when to when, and what is particular about it."""

    start: str
    end: str
    notes: str

    @property
    def length(self) -> Minutes:
        """How long the door is open."""
        return _minutes(self.end) - _minutes(self.start)


Week = dict[str, tuple[Opening, ...]]
"""The openings of each day that has some."""


def _minutes(time: str) -> Minutes:
    hour, _, minutes = time.partition(":")
    return int(hour) * 60 + int(minutes)


def week_of(hours: Sequence[Orario]) -> Week:
    """Opening hours day by day, in the order of the day."""
    found: dict[str, list[Opening]] = {}
    for one in hours:
        for weekday in one.giorni:
            found.setdefault(weekday, []).append(Opening(one.dalle, one.alle, _notes(one)))
    return {weekday: tuple(sorted(found[weekday])) for weekday in WEEKDAYS if weekday in found}


def _notes(hours: Orario) -> str:
    said = (
        "solo su appuntamento" if hours.su_appuntamento else "",
        f"dal {day(hours.dal)}" if hours.dal else "",
        f"fino al {day(hours.al)}" if hours.al else "",
        hours.nota or "",
    )
    return ", ".join(one for one in said if one)


def tell_hours(old: Sequence[Orario], new: Sequence[Orario], place: str, ground: Ground) -> Iterator[Change]:
    """The days whose openings change, those that change alike together. `place` stands before each sentence."""
    before, after = week_of(old), week_of(new)
    lead, path = (f"{place}: " if place else ""), "sedi.orari"
    if not before:
        known = "; ".join(f"{_days(days)} {_spans(spans)}" for spans, days in _alike(after).items())
        yield ground.change("media", _sentence(f"{lead}ora si conoscono gli orari: {known}."), path)
        return
    if not after:
        yield ground.change("alta", _sentence(f"{lead}non si dicono più gli orari."), path)
        return
    groups: dict[tuple[tuple[Opening, ...], tuple[Opening, ...]], list[str]] = {}
    for weekday in WEEKDAYS:
        pair = before.get(weekday, ()), after.get(weekday, ())
        if pair[0] != pair[1]:
            groups.setdefault(pair, []).append(weekday)
    for (was, now), days in groups.items():
        harder = sum(one.length for one in now) < sum(one.length for one in was) or _newly_on_appointment(was, now)
        told = f"{lead}{_told(_days(days), was, now)}."
        yield ground.change("alta" if harder else "media", _sentence(told), path)
    if not groups:
        yield ground.change("bassa", _sentence(f"{lead}gli orari sono scritti in un altro modo."), path)


def _told(days: str, was: tuple[Opening, ...], now: tuple[Opening, ...]) -> str:
    if not was:
        return f"apre anche {days}, {_spans(now)}"
    if not now:
        return f"{days} non apre più{past(f' (era {_spans(was)})')}"
    if len(was) == len(now) == 1 and was[0].notes == now[0].notes:
        (old,), (new,) = was, now
        if old.end == new.end:
            return f"{days} apre alle {clock(new.start)}{past(f' invece che alle {clock(old.start)}')}"
        if old.start == new.start:
            return f"{days} chiude alle {clock(new.end)}{past(f' invece che alle {clock(old.end)}')}"
    return f"{days} è aperto {_spans(now)}{past(f' invece che {_spans(was)}')}"


def _newly_on_appointment(was: tuple[Opening, ...], now: tuple[Opening, ...]) -> bool:
    return any("appuntamento" in one.notes for one in now) and not any("appuntamento" in one.notes for one in was)


def _alike(week: Week) -> dict[tuple[Opening, ...], list[str]]:
    found: dict[tuple[Opening, ...], list[str]] = {}
    for weekday, openings in week.items():
        found.setdefault(openings, []).append(weekday)
    return found


def _spans(openings: tuple[Opening, ...]) -> str:
    return joined(
        [f"dalle {clock(one.start)} alle {clock(one.end)}{f' ({one.notes})' if one.notes else ''}" for one in openings]
    )


def _days(weekdays: list[str]) -> str:
    return joined([DAYS[weekday] for weekday in weekdays])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
