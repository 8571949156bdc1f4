"""How well the search answers what people write: success among the first results, and the questions it misses.

The questions stand in a file (`tests/search/domande.yaml`) with the schede that truly answer each. A hash of the
text puts six in ten into the part that the search may be tuned on; the rest is only ever measured.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any, TextIO

import yaml
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.search.engine import PAGE_KINDS, Library

TUNED, REPORTED = "migliorata", "misurata"
"""The parts: what the search may be tuned on, and what only measures it."""

_TUNED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Domanda:
    """What somebody writes: `genere` is the kind of query, `giuste` the keys of the schede of which one is enough."""

    cerca: str
    genere: str
    comune: str | None
    giuste: tuple[str, ...]

    @property
    def part(self) -> str:
        """TUNED or REPORTED."""
        first = hashlib.sha256(self.cerca.encode()).digest()[0]
        return TUNED if first < 256 * _TUNED_SHARE else REPORTED


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the place, from 1, of its first right result (None if there is none) and what came first."""

    domanda: Domanda
    place: int | None
    found: int
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Success at 1, 3 and 5 and mean reciprocal rank, in per cent; `without` counts queries without any result."""

    questions: int
    at_1: float
    at_3: float
    at_5: float
    mrr: float
    without: int


def read_questions(path: Path) -> tuple[Domanda, ...]:
    """The questions of a file, in its order. KeyError if one lacks a member."""
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return tuple(
        Domanda(str(entry["cerca"]), entry["genere"], entry.get("comune"), tuple(entry["giuste"])) for entry in entries
    )


def answer(questions: Iterable[Domanda], library: Library) -> tuple[Answered, ...]:
    """The questions, asked."""
    return tuple(_answered(question, library) for question in questions)


def _answered(question: Domanda, library: Library) -> Answered:
    hits = library.search(question.cerca, question.comune)
    # Guides and notices are found among them, but the questions name schede only.
    keys = [hit.key for hit in hits if hit.scheda["tipo"] not in PAGE_KINDS]
    place = next((place for place, key in enumerate(keys, 1) if key in question.giuste), None)
    # A desk shown because nothing was found is no result.
    return Answered(question, place, sum(not hit.door for hit in hits), tuple(keys[:5]))


def figures_of(answers: Sequence[Answered]) -> Figures:
    """The figures of some answers. ValueError if there are none."""
    if not answers:
        raise ValueError("nessuna domanda da misurare")

    def success(most: int) -> float:
        return round(100 * mean(one.place is not None and one.place <= most for one in answers), 1)

    return Figures(
        questions=len(answers),
        at_1=success(1),
        at_3=success(3),
        at_5=success(5),
        mrr=round(100 * mean(1 / one.place if one.place else 0 for one in answers), 1),
        without=sum(one.found == 0 for one in answers),
    )


def by_part(answers: Sequence[Answered]) -> dict[str, Figures]:
    """The figures of each part that has questions."""
    parts = {part: [one for one in answers if one.domanda.part == part] for part in (TUNED, REPORTED)}
    return {part: figures_of(of_part) for part, of_part in parts.items() if of_part}


def by_kind(answers: Sequence[Answered]) -> dict[str, Figures]:
    """The figures of each kind of query, in the order in which the kinds first come."""
    kinds = dict.fromkeys(one.domanda.genere for one in answers)
    return {kind: figures_of([one for one in answers if one.domanda.genere == kind]) for kind in kinds}


def as_data(answers: Sequence[Answered]) -> dict[str, Any]:
    """What is kept of a measure: `parti`, the figures by part, and `generi`, those of the reported part by kind."""
    reported = [one for one in answers if one.domanda.part == REPORTED]
    groups: dict[str, Mapping[str, Figures]] = {"parti": by_part(answers), "generi": by_kind(reported)}
    return {
        group: {
            name: {
                "domande": one.questions,
                "al_primo": one.at_1,
                "nei_primi_3": one.at_3,
                "nei_primi_5": one.at_5,
                "mrr": one.mrr,
                "senza_risultati": one.without,
            }
            for name, one in figures.items()
        }
        for group, figures in groups.items()
    }


def report(answers: Sequence[Answered], stream: TextIO, *, every_miss: bool, as_json: bool) -> None:
    """Writes the figures and the misses: those of the tuned part, and of the other with `every_miss`."""
    if as_json:
        json.dump(as_data(answers), stream, ensure_ascii=False, indent=2)
        stream.write("\n")
        return
    console = Console(file=stream, highlight=False, soft_wrap=True)
    console.print(_table("Parte", by_part(answers)))
    console.print(_table("Genere misurato", by_kind([a for a in answers if a.domanda.part == REPORTED])))
    shown = [a for a in answers if a.place != 1 and (every_miss or a.domanda.part == TUNED)]
    console.print(Text(f"\nLa prima risposta non è quella giusta ({len(shown)}):", style="bold"))
    for one in shown:
        place = "manca" if one.place is None else f"al posto {one.place}"
        where = f" [{one.domanda.comune}]" if one.domanda.comune else ""
        console.print(Text.assemble((one.domanda.cerca, "bold"), where, f"  {place}", f"  prima: {one.first[:1]}"))


def _table(title: str, figures: Mapping[str, Figures]) -> Table:
    table = Table(box=SIMPLE)
    table.add_column(title, no_wrap=True)
    for heading in ("domande", "al primo %", "nei primi 3 %", "nei primi 5 %", "MRR %", "a vuoto"):
        table.add_column(heading, justify="right")
    for name, one in figures.items():
        shares = (f"{share:.1f}" for share in (one.at_1, one.at_3, one.at_5, one.mrr))
        table.add_row(name, str(one.questions), *shares, str(one.without))
    return table
