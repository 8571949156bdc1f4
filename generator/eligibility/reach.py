"""What can become of a scheda: the outcomes that some person can have, and the facts that can decide between them.

Every person that the rules can tell apart is tried. Rules that share no fact do not need to be tried together: they are
taken apart first, so that the work is the sum of the parts and not their product, and is done once for equal rules.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from generator.eligibility.answers import Answer, Person, known, merged, settled
from generator.eligibility.hypotheses import possible, thorough
from generator.eligibility.rules import Asking, Rule
from generator.eligibility.subjects import Subject
from generator.eligibility.truth import Truth, all_of
from generator.eligibility.verdicts import Outcome, not_now
from generator.model.guida import Fatto

CHILDREN = frozenset({"figli_minori", "eta_dei_figli"})
"""Facts of which one can follow from the other."""
UNTOLD = -1
"""The place of no answer at all."""


@dataclass(frozen=True)
class Reach:
    """The outcomes that exist, with a person for each, and the facts whose answer can change the outcome."""

    examples: Mapping[Outcome, Person]
    deciding: frozenset[str]


@dataclass(frozen=True)
class Part:
    """Rules that share facts: a person for each truth they can have, and the truths that one fact alone turns."""

    examples: Mapping[Truth, Person]
    turned: Mapping[str, frozenset[frozenset[Truth]]]


Premises = tuple[tuple[str, Answer], ...]


class Reaches:
    """The reach of subjects on a day."""

    def __init__(self, fatti: Mapping[str, Fatto], today: datetime.date) -> None:
        self.fatti = fatti
        self.today = today
        self._parts: dict[tuple[tuple[Rule, ...], Premises], Part] = {}
        self._known: dict[tuple[tuple[Rule, ...], bool, Premises], Reach] = {}

    def of(self, subject: Subject, premises: Mapping[str, Answer]) -> Reach:
        """The reach of a subject for whom the premises hold."""
        given = tuple((fact, premises[fact]) for fact in subject.facts if fact in premises)
        can_be_likely = not not_now(subject, self.today)
        key = (subject.rules, can_be_likely, given)
        if key not in self._known:
            parts = [self._part(rules, premises) for rules in self._apart(subject.rules)]
            self._known[key] = _together(parts, can_be_likely)
        return self._known[key]

    def truths(self, rule: Rule) -> frozenset[Truth]:
        """The truths that some person gives to one rule."""
        return frozenset(self._part((rule,), {}).examples)

    def _apart(self, rules: tuple[Rule, ...]) -> list[tuple[Rule, ...]]:
        """The rules, grouped so that no two groups ask the same fact."""
        groups: list[tuple[set[str], list[Rule]]] = []
        for rule in rules:
            facts, members = {self._topic(fact) for fact in facts_of(rule)}, [rule]
            for other in [group for group in groups if not facts.isdisjoint(group[0])]:
                groups.remove(other)
                facts |= other[0]
                members = [*other[1], *members]
            groups.append((facts, members))
        return [tuple(members) for _, members in groups]

    def _topic(self, fact: str) -> str:
        """The ages of the children and how many are minors are one matter."""
        fatto = self.fatti.get(fact)
        return "figli" if fatto is not None and fatto.chiave in CHILDREN else fact

    def _part(self, rules: tuple[Rule, ...], premises: Mapping[str, Answer]) -> Part:
        facts = tuple(dict.fromkeys(fact for rule in rules for fact in facts_of(rule) if fact in self.fatti))
        given = tuple((fact, premises[fact]) for fact in facts if fact in premises)
        found = self._parts.get((rules, given))
        if found is None:
            found = self._parts[rules, given] = self._tried(rules, facts, dict(given))
        return found

    def _tried(self, rules: tuple[Rule, ...], facts: tuple[str, ...], premises: Mapping[str, Answer]) -> Part:
        start = known(premises, self.fatti)
        examples = {all_of(rule.truth(start) for rule in rules): start}
        truths: dict[tuple[int, ...], Truth] = {}
        for places, person in people(rules, facts, self.fatti, premises):
            truths[places] = truth = all_of(rule.truth(person) for rule in rules)
            examples.setdefault(truth, person)
        return Part(examples, {fact: _turned(at, truths) for at, fact in enumerate(facts)})


def facts_of(rule: Rule) -> Iterator[str]:
    """The facts that a rule asks."""
    return (leaf.fact for leaf in rule.leaves if isinstance(leaf, Asking))


def people(
    rules: tuple[Rule, ...], facts: tuple[str, ...], fatti: Mapping[str, Fatto], premises: Mapping[str, Answer]
) -> Iterator[tuple[tuple[int, ...], Person]]:
    """Every person that the rules can tell apart by these facts, with the place of each of their answers.

    Where the children are asked both how many and how old, a person may also have told only one of the two: what each
    says alone would not be seen in those who told both, since the ages settle the number. Of answers to which every
    leaf says the same only the first is tried; not so where both are known of the children, since one also turns the
    other.
    """
    about_children = [at for at, fact in enumerate(facts) if fatti[fact].chiave in CHILDREN]
    both = {fatti[fact].chiave for fact in (*facts, *premises) if fact in fatti} >= CHILDREN
    answers: list[tuple[tuple[int, Answer | None], ...]] = []
    for at, fact in enumerate(facts):
        leaves = asked(rules, fact)
        found = _answers(premises.get(fact), fatti[fact], leaves)
        answers.append(tuple(enumerate(found if both and at in about_children else _told_apart(found, fact, leaves))))
    children = bool(about_children)
    if len(about_children) > 1:
        for at in about_children:
            if facts[at] not in premises:
                answers[at] = (*answers[at], (UNTOLD, None))
    for chosen in product(*answers):
        places, given = zip(*chosen, strict=True) if chosen else ((), ())
        person = {**premises, **{fact: one for fact, one in zip(facts, given, strict=True) if one is not None}}
        if not children or possible(person, fatti):
            yield places, known(person, fatti) if children else person


def _answers(premise: Answer | None, fatto: Fatto, leaves: Sequence[Asking]) -> tuple[Answer, ...]:
    """The answers to a fact of those for whom the premise holds."""
    if premise is not None and settled(premise):
        return (premise,)
    return tuple(merged(premise, one) for one in thorough(fatto, leaves))


def _told_apart(answers: Iterable[Answer], fact: str, leaves: Sequence[Asking]) -> tuple[Answer, ...]:
    """The first of all the answers to which every leaf says the same."""
    found: dict[tuple[Truth, ...], Answer] = {}
    for one in answers:
        found.setdefault(tuple(leaf.truth({fact: one}) for leaf in leaves), one)
    return tuple(found.values())


def asked(rules: Iterable[Rule], fact: str) -> tuple[Asking, ...]:
    """The leaves of rules that ask a fact."""
    return tuple(leaf for rule in rules for leaf in rule.leaves if isinstance(leaf, Asking) and leaf.fact == fact)


def _turned(at: int, truths: Mapping[tuple[int, ...], Truth]) -> frozenset[frozenset[Truth]]:
    """The truths of people who differ only in the answer at one place."""
    alike: dict[tuple[int, ...], set[Truth]] = {}
    for places, truth in truths.items():
        if places[at] != UNTOLD:
            alike.setdefault(places[:at] + places[at + 1 :], set()).add(truth)
    return frozenset(frozenset(some) for some in alike.values() if len(some) > 1)


def _together(parts: list[Part], can_be_likely: bool) -> Reach:
    examples: dict[Outcome, Person] = {}
    for chosen in product(*(part.examples.items() for part in parts)):
        outcome = _outcome(all_of(truth for truth, _ in chosen), can_be_likely)
        examples.setdefault(outcome, {fact: answer for _, person in chosen for fact, answer in person.items()})
    deciding: set[str] = set()
    for part in parts:
        rest = {all_of(some) for some in product(*(other.examples for other in parts if other is not part))}
        deciding.update(
            fact
            for fact, turned in part.turned.items()
            if any(
                len({_outcome(all_of((truth, other)), can_be_likely) for truth in truths}) > 1
                for truths in turned
                for other in rest
            )
        )
    return Reach(examples, frozenset(deciding))


def _outcome(met: Truth, can_be_likely: bool) -> Outcome:
    if met is Truth.NO:
        return "no"
    return "probabile" if met is Truth.YES and can_be_likely else "da_verificare"
