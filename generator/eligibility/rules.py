"""Conditions made ready to be asked of a person: Comuni, thresholds and facts are already looked up.

`truth` answers; `unknown` says why an answer is not known: `fatto:<id>` (nobody answered), `soglia:<id>` (a threshold
out of its dates) or `sportello` (only the desk can tell).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.eligibility.answers import Choice, Marks, Person, Span, Spans
from generator.eligibility.truth import Truth, all_of, any_of, opposite

DESK = "sportello"


@dataclass(frozen=True)
class Rule:
    """A condition. Rules are values: two that say the same are equal."""

    def truth(self, person: Person) -> Truth:
        """Whether it holds."""
        raise NotImplementedError

    def unknown(self, person: Person) -> Iterator[str]:
        """Why it is not known. Asked only of a rule that is not."""
        raise NotImplementedError

    def parts(self) -> tuple["Rule", ...]:
        """The rules it is made of."""
        return ()

    @cached_property
    def leaves(self) -> tuple["Rule", ...]:
        """The rules that ask a fact, in the order in which they are written."""
        return tuple(leaf for part in self.parts() for leaf in part.leaves) or (self,)


@dataclass(frozen=True)
class Asking(Rule):
    """A rule on one fact."""

    fact: str

    def unknown(self, person: Person) -> Iterator[str]:  # noqa: ARG002  # all rules are asked alike
        """Nobody answered, or not exactly enough."""
        yield f"fatto:{self.fact}"


def within(span: Span, low: Decimal | None, high: Decimal | None) -> Truth:
    """Whether a number of the span is between two others, ends included."""
    if (low is not None and span.high is not None and span.high < low) or (high is not None and span.low > high):
        return Truth.NO
    above = low is None or span.low >= low
    below = high is None or (span.high is not None and span.high <= high)
    return Truth.YES if above and below else Truth.UNKNOWN


@dataclass(frozen=True)
class Between(Asking):
    """A number from `low` to `high`, ends included."""

    low: Decimal | None
    high: Decimal | None

    def truth(self, person: Person) -> Truth:
        """Whether the number is in there."""
        answer = person.get(self.fact)
        return within(answer, self.low, self.high) if isinstance(answer, Span) else Truth.UNKNOWN


@dataclass(frozen=True)
class SomeBetween(Asking):
    """At least one of several numbers from `low` to `high`."""

    low: Decimal | None
    high: Decimal | None

    def truth(self, person: Person) -> Truth:
        """Whether one of the numbers is in there."""
        answer = person.get(self.fact)
        if not isinstance(answer, Spans):
            return Truth.UNKNOWN
        return any_of(within(span, self.low, self.high) for span in answer.spans)


@dataclass(frozen=True)
class Among(Asking):
    """One of these words."""

    values: frozenset[str]

    def truth(self, person: Person) -> Truth:
        """Whether the word is one of them, whichever of those answered it is."""
        answer = person.get(self.fact)
        if not isinstance(answer, Choice) or not answer.values:
            return Truth.UNKNOWN
        if answer.values <= self.values:
            return Truth.YES
        return Truth.NO if answer.values.isdisjoint(self.values) else Truth.UNKNOWN


@dataclass(frozen=True)
class Marked(Asking):
    """At least one of these is ticked."""

    values: frozenset[str]

    def truth(self, person: Person) -> Truth:
        """Whether one is."""
        answer = person.get(self.fact)
        if not isinstance(answer, Marks):
            return Truth.UNKNOWN
        if not answer.ticked.isdisjoint(self.values):
            return Truth.YES
        return Truth.NO if answer.sure else Truth.UNKNOWN


@dataclass(frozen=True)
class Every(Rule):
    """All of them."""

    rules: tuple[Rule, ...]

    def truth(self, person: Person) -> Truth:
        """Whether all hold."""
        return all_of(rule.truth(person) for rule in self.rules)

    def unknown(self, person: Person) -> Iterator[str]:
        """What is not known of those that are not."""
        for rule in self.rules:
            if rule.truth(person) is Truth.UNKNOWN:
                yield from rule.unknown(person)

    def parts(self) -> tuple[Rule, ...]:
        """All of them."""
        return self.rules


@dataclass(frozen=True)
class Either(Every):
    """At least one of them."""

    def truth(self, person: Person) -> Truth:
        """Whether one holds."""
        return any_of(rule.truth(person) for rule in self.rules)


@dataclass(frozen=True)
class Not(Rule):
    """It does not hold."""

    rule: Rule

    def truth(self, person: Person) -> Truth:
        """The opposite."""
        return opposite(self.rule.truth(person))

    def unknown(self, person: Person) -> Iterator[str]:
        """What is not known of it."""
        yield from self.rule.unknown(person)

    def parts(self) -> tuple[Rule, ...]:
        """The one."""
        return (self.rule,)


@dataclass(frozen=True)
class NeverEnough(Not):
    """It can exclude, but does not admit anybody: its yes is only a «not known»."""

    def truth(self, person: Person) -> Truth:
        """No, or not known."""
        return Truth.NO if self.rule.truth(person) is Truth.NO else Truth.UNKNOWN

    def unknown(self, person: Person) -> Iterator[str]:
        """What is not known of it, else only the desk can tell."""
        yield from self.rule.unknown(person) if self.rule.truth(person) is Truth.UNKNOWN else (DESK,)


@dataclass(frozen=True)
class NeverExcludes(NeverEnough):
    """It can admit, but does not exclude anybody: its no is only a «not known»."""

    def truth(self, person: Person) -> Truth:
        """Yes, or not known."""
        return Truth.YES if self.rule.truth(person) is Truth.YES else Truth.UNKNOWN


@dataclass(frozen=True)
class Always(Rule):
    """It holds for everybody."""

    def truth(self, person: Person) -> Truth:  # noqa: ARG002  # all rules are asked alike
        """Yes."""
        return Truth.YES

    def unknown(self, person: Person) -> Iterator[str]:  # noqa: ARG002  # all rules are asked alike
        """Nothing."""
        yield from ()


@dataclass(frozen=True)
class Unknowable(Rule):
    """What no answer decides: a requisito in words only (`sportello`), or a threshold out of its dates."""

    why: str = DESK

    def truth(self, person: Person) -> Truth:  # noqa: ARG002  # all rules are asked alike
        """Not known."""
        return Truth.UNKNOWN

    def unknown(self, person: Person) -> Iterator[str]:  # noqa: ARG002  # all rules are asked alike
        """Why it cannot be."""
        yield self.why
