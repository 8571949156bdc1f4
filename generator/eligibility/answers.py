"""What is known of a person: answers by fact. A fact without an answer was not asked, or answered «non lo so».

An answer may say less than everything: an age «between 18 and 64», «law 104, but I do not know which paragraph», «I
have a disability, and I am not sure of the rest». A condition is then yes or no only if it is so in every
case that the answer leaves.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model.guida import NONE, UNSURE, FactKey, Fatto, Risposta

ELSEWHERE = "altrove"
"""The Comune of who lives in none of those of the catalogue."""
ADULT = 18
_NUMBER = r"(\d{1,9}(?:[.,]\d{1,2})?)"
_WORDS = (
    (re.compile(_NUMBER), "exact"),
    (re.compile(rf"(?:da )?{_NUMBER}(?: a |-){_NUMBER}"), "between"),
    (re.compile(rf"almeno {_NUMBER}"), "least"),
    (re.compile(rf"al massimo {_NUMBER}"), "most"),
)


class AnswerError(ValueError):
    """An answer that does not suit its fact; the message is a sentence for editors."""


@dataclass(frozen=True, slots=True)
class Span:
    """A number somewhere between two, ends included; `high` None where there is no end."""

    low: Decimal = Decimal(0)
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Spans:
    """Several numbers, each somewhere in its span: the ages of children. None at all is an answer too."""

    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of these; with more than one it is not known which."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """The words that hold. If `sure`, no other of the same question does."""

    ticked: frozenset[str] = frozenset()
    sure: bool = True


Answer = Span | Spans | Choice | Marks
Person = Mapping[str, Answer]
"""Answers by the id of their fact."""

SHAPES: dict[FactKey, type[Span] | type[Spans] | type[Choice] | type[Marks]] = {
    "eta": Span,
    "isee": Span,
    "invalidita": Span,
    "figli_minori": Span,
    "nucleo": Span,
    "eta_dei_figli": Spans,
    "residenza": Choice,
    "legge_104": Choice,
    "accompagnamento": Choice,
    "percepisce": Marks,
    "situazione": Marks,
}
"""The shape of the answer to each key of the conditions."""


def known(person: Person, fatti: Mapping[str, Fatto]) -> Person:
    """The person with what follows from the answers: the ages of the children say how many are minors at least.

    Against another answer on how many, the ages count.
    """
    ages = next((person[id] for id, fatto in fatti.items() if fatto.chiave == "eta_dei_figli" and id in person), None)
    minors = next((id for id, fatto in fatti.items() if fatto.chiave == "figli_minori"), None)
    if minors is None or not isinstance(ages, Spans):
        return person
    surely = sum(1 for span in ages.spans if span.high is not None and span.high < ADULT)
    if surely:
        return {**person, minors: _narrowed(person.get(minors), Span(Decimal(surely)))}
    if all(span.low >= ADULT for span in ages.spans):
        return {**person, minors: Span(Decimal(0), Decimal(0))}
    return person


def _narrowed(said: Answer | None, implied: Span) -> Span:
    """What was said, as far as it can be true."""
    if not isinstance(said, Span) or (said.high is not None and said.high < implied.low):
        return implied
    return Span(max(said.low, implied.low), said.high)


def settled(premise: Answer | None) -> bool:
    """Whether what a guide takes for granted leaves nothing to ask: all but words of which the others are not sure."""
    return premise is not None and not (isinstance(premise, Marks) and not premise.sure)


def merged(premise: Answer | None, answer: Answer) -> Answer:
    """An answer with what the guide takes for granted."""
    if isinstance(premise, Marks) and isinstance(answer, Marks):
        return Marks(premise.ticked | answer.ticked, answer.sure)
    return answer


def person_of(given: Iterable[Risposta], fatti: Mapping[str, Fatto]) -> dict[str, Answer]:
    """The person that answers in a file describe. Raises AnswerError for the first that does not suit its fact."""
    return {one.fatto: answer_of(fatti[one.fatto], one.valori) for one in given}


def answer_of(fatto: Fatto, words: Iterable[str]) -> Answer:
    """The answer that words of a file give. Raises AnswerError."""
    said, shape = tuple(words), SHAPES[fatto.chiave]
    given = said if shape is Choice else tuple(word for word in said if word not in {NONE, UNSURE})
    if shape is Span:
        if len(given) != 1:
            raise AnswerError(f"«{fatto.id}» vuole un numero solo, o un intervallo.")
        return _span(given[0])
    if shape is Spans:
        return Spans(tuple(_span(word) for word in given))
    allowed = values_of(fatto)
    if strange := next((word for word in given if allowed and word not in allowed), None):
        raise AnswerError(f"«{strange}» non è tra le risposte a «{fatto.id}»: {', '.join(allowed)}.")
    return Choice(frozenset(given)) if shape is Choice else Marks(frozenset(given), UNSURE not in said)


def values_of(fatto: Fatto) -> tuple[str, ...]:
    """The words that answer a fact; none where they are the Comuni or numbers."""
    return (*fatto.situazioni, *fatto.prestazioni, *(one.valore for one in fatto.opzioni))


def _span(word: str) -> Span:
    for pattern, kind in _WORDS:
        if match := pattern.fullmatch(word.strip()):
            numbers = [Decimal(number.replace(",", ".")) for number in match.groups()]
            if kind == "least":
                return Span(numbers[0])
            return Span(Decimal(0) if kind == "most" else numbers[0], numbers[-1])
    raise AnswerError(f"«{word}» non è un numero né un intervallo: scrivi 82, da 18 a 64, almeno 65 o al massimo 17.")


def plain(answer: Answer) -> Any:
    """The answer as JSON: `[low, high]`, a list of those, `{uno: […]}` or `{si: […], altri: "no" | "non_so"}`."""
    match answer:
        case Span(low, high):
            return [number(low), None if high is None else number(high)]
        case Spans(spans):
            return [plain(span) for span in spans]
        case Choice(values):
            return {"uno": sorted(values)}
        case Marks(ticked, sure):
            return {"si": sorted(ticked), "altri": "no" if sure else "non_so"}


def number(value: Decimal) -> int | float:
    """A number as JSON writes it."""
    return int(value) if value == value.to_integral_value() else float(value)
