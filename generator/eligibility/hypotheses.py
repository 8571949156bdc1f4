"""The answers to a fact that rules can tell apart: a few stand for all, since within each the rules say the same."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain, combinations, pairwise
from typing import TypeVar

from generator.eligibility.answers import ELSEWHERE, Answer, Choice, Marks, Person, Span, Spans, known, values_of
from generator.eligibility.rules import Among, Asking, Between, Marked, SomeBetween
from generator.model.guida import FactKey, Fatto

CENT, ONE = Decimal("0.01"), Decimal(1)
LIFETIME = 100
_T = TypeVar("_T")
FEW = 3
"""Up to so many words, or ages of children, every combination is tried; of more, the small ones and the whole."""

Leaves = Mapping[str, Sequence[Asking]]
"""What rules ask, by fact."""


def bands(leaves: Iterable[Asking], key: FactKey) -> tuple[Span, ...]:
    """The spans into which the limits of some leaves divide the numbers from zero up."""
    step = CENT if key == "isee" else ONE
    starts = {Decimal(0)}
    for leaf in leaves:
        if isinstance(leaf, Between | SomeBetween):
            if leaf.low is not None:
                starts.add(leaf.low.quantize(step, ROUND_CEILING))
            if leaf.high is not None:
                starts.add(leaf.high.quantize(step, ROUND_FLOOR) + step)
    ordered = sorted(starts)
    return (
        *(Span(low, above - step) for low, above in pairwise(ordered)),
        Span(ordered[-1]),
    )


def words(leaves: Iterable[Asking]) -> tuple[str, ...]:
    """The words that some leaves ask, in order."""
    asked = chain.from_iterable(leaf.values for leaf in leaves if isinstance(leaf, Among | Marked))
    return tuple(sorted(set(asked)))


def likely(fatto: Fatto, leaves: Sequence[Asking]) -> tuple[tuple[Answer, int], ...]:
    """A few answers with their weights: what the next question is chosen by."""
    match fatto.chiave:
        case "residenza":
            return _comuni(leaves)
        case "eta_dei_figli":
            return ((Spans(), 2), *((Spans((band,)), 1) for band in bands(leaves, fatto.chiave)))
        case "situazione" | "percepisce":
            return ((Marks(), 2), *((Marks(frozenset({word})), 1) for word in words(leaves)))
        case "legge_104" | "accompagnamento":
            return tuple((Choice(frozenset({word})), 1) for word in values_of(fatto))
        case "eta":
            return tuple((band, _years(band)) for band in bands(leaves, fatto.chiave))
    return tuple((band, 1) for band in bands(leaves, fatto.chiave))


def thorough(fatto: Fatto, leaves: Sequence[Asking]) -> tuple[Answer, ...]:
    """Every answer that the leaves can tell apart, where they are few."""
    if fatto.chiave in {"situazione", "percepisce"}:
        return tuple(Marks(frozenset(some)) for some in _combinations(words(leaves)))
    if fatto.chiave == "eta_dei_figli":
        return tuple(Spans(some) for some in _combinations(bands(leaves, fatto.chiave), 1))
    return tuple(answer for answer, _ in likely(fatto, leaves))


def possible(person: Person, fatti: Mapping[str, Fatto]) -> bool:
    """Whether the answers can all be true of one person: the minors are not fewer than the children who surely are."""
    minors = next((id for id, fatto in fatti.items() if fatto.chiave == "figli_minori"), None)
    if minors is None or minors not in person:
        return True
    said = person[minors]
    implied = known({id: answer for id, answer in person.items() if id != minors}, fatti).get(minors)
    if not isinstance(said, Span) or not isinstance(implied, Span):
        return True
    return (said.high is None or said.high >= implied.low) and (implied.high is None or said.low <= implied.high)


def _comuni(leaves: Sequence[Asking]) -> tuple[tuple[Answer, int], ...]:
    """One Comune for all those that every leaf treats alike, and who lives elsewhere."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    among = [leaf for leaf in leaves if isinstance(leaf, Among)]
    for comune in words(leaves):
        alike.setdefault(tuple(comune in leaf.values for leaf in among), []).append(comune)
    return (
        *((Choice(frozenset({comuni[0]})), len(comuni)) for comuni in alike.values()),
        (Choice(frozenset({ELSEWHERE})), 1),
    )


def _years(band: Span) -> int:
    return int((Decimal(LIFETIME) if band.high is None else band.high) - band.low) + 1


def _combinations(items: Sequence[_T], small: int = 2) -> list[tuple[_T, ...]]:
    sizes = range(len(items) + 1) if len(items) <= FEW else (*range(small + 1), len(items))
    return [some for size in sizes for some in combinations(items, size)]
