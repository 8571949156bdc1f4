"""What the rules of a scheda promise when each is looked at alone. What only fails together is a contradiction."""

import datetime
from collections.abc import Mapping
from itertools import product

from generator.eligibility.answers import Answer, Person, known
from generator.eligibility.rules import (
    Always,
    Either,
    Every,
    NeverEnough,
    NeverExcludes,
    Not,
    Rule,
    Unknowable,
)
from generator.eligibility.subjects import Subject
from generator.eligibility.truth import Truth, all_of, any_of, opposite
from generator.eligibility.verdicts import Outcome, not_now
from generator.model.guida import Fatto

ANYTHING = frozenset(Truth)


def promised(
    subject: Subject, premises: Mapping[str, Answer], fatti: Mapping[str, Fatto], today: datetime.date
) -> frozenset[Outcome]:
    """The outcomes that a scheda should be able to have, for people for whom the premises hold."""
    person = known(premises, fatti)
    attained = [attainable(rule, person) for rule in subject.rules]
    if frozenset({Truth.NO}) in attained:
        return frozenset({"no"})
    found: set[Outcome] = set()
    if any(Truth.NO in truths for truths in attained):
        found.add("no")
    likely = all(Truth.YES in truths for truths in attained) and not not_now(subject, today)
    if likely:
        found.add("probabile")
    if not likely or any(Truth.UNKNOWN in truths for truths in attained):
        found.add("da_verificare")
    return frozenset(found)


def attainable(rule: Rule, person: Person) -> frozenset[Truth]:
    """The truths that a rule can still have, if each of the facts that the person has not told can be anything."""
    match rule:
        case Always():
            return frozenset({Truth.YES})
        case Unknowable():
            return frozenset({Truth.UNKNOWN})
        case NeverExcludes():
            return frozenset(Truth.UNKNOWN if one is Truth.NO else one for one in attainable(rule.rule, person))
        case NeverEnough():
            return frozenset(Truth.UNKNOWN if one is Truth.YES else one for one in attainable(rule.rule, person))
        case Not():
            return frozenset(opposite(one) for one in attainable(rule.rule, person))
        case Either():
            return frozenset(any_of(some) for some in product(*(attainable(one, person) for one in rule.rules)))
        case Every():
            return frozenset(all_of(some) for some in product(*(attainable(one, person) for one in rule.rules)))
    now = rule.truth(person)
    return ANYTHING if now is Truth.UNKNOWN else frozenset({now})
