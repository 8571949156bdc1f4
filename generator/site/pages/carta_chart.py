"""The chart of the yearly report: for each standard, the value promised and the last one reached."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.carta.content import Measure

NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?")
WIDTH = 360
BARS = 130
"""The width of the longest bar: what is left holds the words beside it."""
NAME, WORDS = 46, 30
"""How many signs of a name, and of the words beside a bar, have room; the table has the whole."""
GROUP = 62
"""The height of a standard's group: its name, then its two bars."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two bars of a standard, in the units of the view box."""

    name: str
    y: int
    promised: str
    promised_width: int
    reached: str
    reached_width: int


@dataclass(frozen=True, slots=True)
class Chart:
    """All pairs; `words` says the same in a sentence."""

    width: int
    height: int
    pairs: tuple[Pair, ...]
    words: str


def chart(measures: Iterable[Measure]) -> Chart | None:
    """The chart of the standards whose two values are numbers; None if there is none."""
    found = [(one, promised, *last) for one in measures if (promised := _number(one.promised)) and (last := _last(one))]
    if not found:
        return None
    pairs = []
    for place, (one, promised, year, reached) in enumerate(found):
        most = max(promised, reached)
        scale = BARS / most
        unit = f" {one.unit}" if one.unit else ""
        pairs.append(
            Pair(
                _cut(one.indicator, NAME),
                place * GROUP,
                _cut(f"promesso {one.promised}{unit}", WORDS),
                round(promised * scale),
                _cut(f"{year}: {dict(one.reached)[year]}{unit}", WORDS),
                round(reached * scale),
            )
        )
    words = "; ".join(_words(one, year) for one, _, year, _ in found)
    return Chart(WIDTH, len(pairs) * GROUP, tuple(pairs), words)


def _words(one: Measure, year: str) -> str:
    unit = f" {one.unit}" if one.unit else ""
    return f"{one.indicator}: promesso {one.promised}{unit}, raggiunto nel {year} {dict(one.reached)[year]}{unit}"


def _cut(text: str, signs: int) -> str:
    return text if len(text) <= signs else f"{text[: signs - 1].rstrip()}…"


def _number(text: str) -> float | None:
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def _last(one: Measure) -> tuple[str, float] | None:
    for year, value in reversed(one.reached):
        if (found := _number(value)) is not None:
            return year, found
    return None
