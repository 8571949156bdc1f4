"""The browser's evaluator gives the same verdicts, for the same reasons, and asks the same questions as Python's."""

import hashlib
import json
from typing import Any

from generator.catalogue import Catalogue
from generator.eligibility.answers import plain
from generator.eligibility.guides import Guides
from generator.eligibility.questions import interview
from generator.eligibility.subjects import Subject, subject_of
from generator.eligibility.verdicts import Verdict, verdict_of
from generator.site.context import Context
from generator.site.files.guide_data import interview_data
from tests.eligibility.conftest import DAY
from tests.eligibility.node import answer
from tests.eligibility.people import person_at, places, pools

PEOPLE = 100_000
CHUNK = 1000


def told(verdict: Verdict) -> list[Any]:
    findings = [[str(finding.truth), *finding.why] for finding in verdict.findings]
    return [verdict.outcome, verdict.not_now, findings]


def with_conditions(catalogue: Catalogue) -> tuple[Subject, ...]:
    """One scheda for each set of conditions in the catalogue; others would only repeat its rules."""
    found: dict[object, Subject] = {}
    for scheda in catalogue.schede.values():
        subject = subject_of(scheda, catalogue)
        if any(one.condizione for one in scheda.requisiti):
            found.setdefault(subject.rules, subject)
    return tuple(found.values())


def test_a_hundred_thousand_people_have_the_same_verdicts_on_every_condition(
    catalogue: Catalogue, guides: Guides, context: Context
) -> None:
    found = interview(with_conditions(catalogue), {}, catalogue.fatti, guides.reaches)
    answers = pools(catalogue.fatti, catalogue.comuni, seed=104)
    people = places(answers, PEOPLE, seed=328)
    request = {
        "data": interview_data(found, context),
        "today": DAY.isoformat(),
        "answers": {fact: [plain(one) for one in some] for fact, some in answers.items()},
        "people": people,
        "chunk": CHUNK,
    }
    digests = answer("digests", request)
    for number, start in enumerate(range(0, PEOPLE, CHUNK)):
        digest = hashlib.sha256()
        for where in people[start : start + CHUNK]:
            person = found.person(person_at(where, answers))
            verdicts = [told(verdict_of(subject, person, DAY)) for subject in found.subjects]
            digest.update(json.dumps(verdicts, separators=(",", ":")).encode())
        assert digests[number] == digest.hexdigest(), f"people {start} to {start + CHUNK}"


def test_every_guide_gives_the_same_verdicts(catalogue: Catalogue, guides: Guides, context: Context) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=5)
    people = [person_at(where, answers) for where in places(answers, 150, seed=6)]
    for guida in catalogue.guide.values():
        found = guides.interview(guida)
        data = interview_data(found, context, excludes=guida.esclude_per_comune)
        plain_people = [{fact: plain(one) for fact, one in person.items()} for person in people]
        theirs = answer("verdicts", {"data": data, "today": DAY.isoformat(), "people": plain_people})
        ours = [
            {one.key: told(verdict_of(one, found.person(person), DAY)) for one in found.subjects} for person in people
        ]
        assert theirs == ours, guida.id


def test_every_guide_asks_the_same_questions(catalogue: Catalogue, guides: Guides, context: Context) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=7)
    people = [person_at(where, answers) for where in places(answers, 12, seed=8, missing=0.15)]
    for guida in catalogue.guide.values():
        found = guides.interview(guida)
        data = interview_data(found, context, excludes=guida.esclude_per_comune)
        plain_people = [{fact: plain(one) for fact, one in person.items()} for person in people]
        theirs = answer("walks", {"data": data, "today": DAY.isoformat(), "people": plain_people})
        for person, walk in zip(people, theirs, strict=True):
            given: dict[str, Any] = {}
            passed: set[str] = set()
            for fact in walk["path"]:
                question = found.next(given, passed)
                assert question is not None
                assert question.fatto.id == fact, guida.id
                if fact in person:
                    given[fact] = person[fact]
                else:
                    passed.add(fact)
            assert found.next(given, passed) is None
