"""The side of the plan, for the Ufficio di Piano and ETS: essential levels, outcomes of actions, money by year."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.catalogue import STATES, Catalogue
from generator.model.scheda import Finanziamento, Scheda
from generator.site.cards import Card, card
from generator.site.context import Context
from generator.site.labels import euro
from generator.site.pages.scheda_facts import figure, money

OUTCOME = re.compile(r"Esito (dell'(?:azione|obiettivo).*)")
DECISION = re.compile(r"Decisione su(?:ll'|i|l) ?(.*)")
BAR_HEIGHT = 46
"""Of a bar with its label above: on a phone there is no room beside."""
CHART_WIDTH = 360
VALUE_WIDTH = 50


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, in the units of its view box."""

    label: str
    value: int
    y: int
    width: int
    kind: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of horizontal bars, drawn as SVG when the page is made; `words` says the same in a sentence."""

    title: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    words: str


def states_chart(schede: Iterable[Scheda], context: Context) -> Chart | None:
    """How many schede are at each stage."""
    counts = Counter(scheda.stato for scheda in schede)
    rows = [(context.labels("stato", state), counts[state], state) for state in STATES if counts[state]]
    if not rows:
        return None
    most = max(count for _, count, _ in rows)
    bars = tuple(
        Bar(label, count, place * BAR_HEIGHT, max(2, round((CHART_WIDTH - VALUE_WIDTH) * count / most)), state)
        for place, (label, count, state) in enumerate(rows)
    )
    words = "; ".join(f"{label.lower()}: {count}" for label, count, _ in rows)
    return Chart("A che punto sono le schede", CHART_WIDTH, len(rows) * BAR_HEIGHT, bars, words)


def outcomes(schede: Iterable[Scheda], context: Context) -> list[dict[str, Any]]:
    """What became of each action of the plan before, and what the plan decides for it: one row an action."""
    rows: list[dict[str, Any]] = []
    for scheda in schede:
        for one in scheda.indicatori:
            if not (found := OUTCOME.fullmatch(one.nome)):
                continue
            decided = [
                other.valore
                for other in scheda.indicatori
                if (match := DECISION.fullmatch(other.nome)) and _same(match[1], found[1])
            ]
            rows.append(
                {
                    "card": card(scheda, context),
                    "action": found[1].removeprefix("dell'"),
                    "outcome": one.valore,
                    "decision": "; ".join(decided),
                }
            )
    return rows


def _same(one: str, other: str) -> bool:
    return one.removeprefix("dell'") == other.removeprefix("dell'")


def money_by_year(schede: Iterable[Scheda], context: Context) -> dict[str, Any]:
    """The sums that a source gives for a single year, one row a scheda and fund; the years are the columns.

    Nothing is added up: the same sum may stand on two schede, and the note says so.
    """
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for scheda in schede:
        for one in scheda.finanziamenti:
            year = _year(one)
            if year is None or one.importo is None:
                continue
            found = card(scheda, context)
            row = rows.setdefault((found.key, one.fonte), {"card": found, "fund": one.fonte, "years": {}, "notes": []})
            row["years"].setdefault(year, []).append(euro(one.importo))
            if one.nota and one.nota not in row["notes"]:
                row["notes"].append(one.nota)
    years = sorted({year for row in rows.values() for year in row["years"]})
    return {"years": years, "rows": list(rows.values())}


def _year(one: Finanziamento) -> int | None:
    period = one.periodo
    if period is None or period.dal is None or period.al is None or period.dal.year != period.al.year:
        return None
    return period.dal.year


def essential_levels(schede: Iterable[Scheda], context: Context) -> list[dict[str, Any]]:
    """Each LEPS that some scheda contributes to: its norm, the schede, their funds and numbers."""
    catalogue: Catalogue = context.catalogue
    schede = list(schede)
    rows = []
    for level in catalogue.leps.values():
        found = [scheda for scheda in schede if level.id in scheda.leps]
        if found:
            cards: list[Card] = [card(scheda, context) for scheda in found]
            rows.append(
                {
                    "name": level.nome,
                    "norm": level.riferimento,
                    "schede": cards,
                    "money": [money(one, context) for scheda in found for one in scheda.finanziamenti if one.importo],
                    "figures": [figure(one, context) for scheda in found for one in scheda.indicatori],
                }
            )
    return rows
