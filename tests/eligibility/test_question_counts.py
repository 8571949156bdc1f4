"""Few questions: at most 7 for half of the people, and never more than 12, in every guide."""

import statistics
from collections import Counter
from decimal import Decimal

import pytest

from generator.catalogue import Catalogue
from generator.eligibility.answers import Answer, Choice, Marks, Person, Span, Spans, plain
from generator.eligibility.guides import Guides
from generator.eligibility.questions import Interview, interview
from generator.eligibility.reach import people as everybody
from generator.eligibility.verdicts import outcome_of
from generator.site.context import Context
from generator.site.files.guide_data import interview_data
from tests.eligibility.conftest import DAY
from tests.eligibility.node import answer
from tests.eligibility.people import person_at, places, pools

USUAL, MOST = 7, 12
PEOPLE = 400


@pytest.mark.parametrize("missing", [0.1, 0.5], ids=["who knows nearly everything", "who knows half"])
def test_half_of_the_people_are_asked_seven_questions_and_nobody_more_than_twelve(
    missing: float, catalogue: Catalogue, guides: Guides, context: Context
) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=21)
    people = [person_at(where, answers) for where in places(answers, PEOPLE, seed=22, missing=missing)]
    plain_people = [{fact: plain(one) for fact, one in person.items()} for person in people]
    counts = {}
    too_many = Counter[str]()
    for guida in catalogue.guide.values():
        data = interview_data(guides.interview(guida), context, excludes=guida.esclude_per_comune)
        walks = answer("walks", {"data": data, "today": DAY.isoformat(), "people": plain_people})
        asked = [len(walk["path"]) for walk in walks]
        too_many[guida.id] = sum(_more_than_told(walk["left"]) for walk in walks)
        counts[guida.id] = (statistics.median(asked), max(asked))
    assert {id: found for id, found in counts.items() if found[0] > USUAL or found[1] > MOST} == {}
    assert not +too_many, "the page said that fewer would come"


def _more_than_told(left: list[int]) -> bool:
    """Whether more questions came than were told after one of them."""
    return any(told < len(left) - number for number, told in enumerate(left, 1))


def test_even_about_everything_nobody_is_asked_more_than_twelve_questions(catalogue: Catalogue, guides: Guides) -> None:
    subjects = {one.key: one for guida in catalogue.guide.values() for one in guides.interview(guida).subjects}
    everything = interview(tuple(subjects.values()), {}, catalogue.fatti, guides.reaches)
    assert len(everything.questions) > MOST
    given, passed = _interviewed(everything, {})
    assert not given
    assert len(passed) == MOST


def test_no_question_of_a_guide_is_asked_in_vain(catalogue: Catalogue, guides: Guides) -> None:
    for guida in catalogue.guide.values():
        found = guides.interview(guida)
        for question in found.questions:
            fact = question.fatto.id
            subjects = [one for one in found.subjects if fact in guides.reaches.of(one, found.premises).deciding]
            assert subjects, (guida.id, fact)


def test_how_old_the_children_are_is_asked_though_it_also_settles_how_many(
    catalogue: Catalogue, guides: Guides
) -> None:
    found = guides.interview(catalogue.guide["fine-mese"])
    lissone: Person = {
        "comune": Choice(frozenset({"lissone"})),
        "prestazioni": Marks(frozenset({"assegno-di-inclusione"})),
    }
    told, _ = _interviewed(found, {**lissone, "figli": Spans((Span(Decimal(4), Decimal(4)),))})
    _, untold = _interviewed(found, lissone)
    assert "figli" in told
    assert "figli-minori" not in told
    assert untold >= {"figli", "figli-minori"}


@pytest.mark.parametrize("missing", [0.0, 0.3], ids=["who answers everything", "who does not know a third"])
def test_when_the_questions_end_no_answer_could_change_a_verdict(
    missing: float, catalogue: Catalogue, guides: Guides
) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=31)
    for guida in catalogue.guide.values():
        found = guides.interview(guida)
        for where in places(answers, 30, seed=32, missing=missing):
            given, passed = _interviewed(found, person_at(where, answers))
            known = found.person(given)
            for subject, _ in found.groups:
                left = tuple(
                    fact
                    for fact in subject.facts
                    if fact not in given and fact not in passed and fact in catalogue.fatti
                )
                outcomes = {
                    outcome_of(subject, other, DAY)
                    for _, other in everybody(subject.rules, left, catalogue.fatti, known)
                }
                assert outcomes == {outcome_of(subject, known, DAY)}, (guida.id, subject.key, left)


def _interviewed(found: Interview, person: Person) -> tuple[dict[str, Answer], set[str]]:
    """What a person has answered, and what they did not know, when the questions end."""
    given: dict[str, Answer] = {}
    passed: set[str] = set()
    while (question := found.next(given, passed)) is not None:
        if question.fatto.id in person:
            given[question.fatto.id] = person[question.fatto.id]
        else:
            passed.add(question.fatto.id)
    return given, passed
