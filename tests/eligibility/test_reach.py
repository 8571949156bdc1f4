"""What the proofs find by trying few people is true of everybody."""

from generator.catalogue import Catalogue
from generator.eligibility.answers import Person, known
from generator.eligibility.guides import Guides
from generator.eligibility.subjects import Subject
from generator.eligibility.verdicts import outcome_of
from tests.eligibility.conftest import DAY
from tests.eligibility.people import person_at, places, pools

PEOPLE = 200


def every_subject(catalogue: Catalogue, guides: Guides) -> list[tuple[Subject, Person]]:
    """One scheda for each set of rules in the guides, with what the guide takes for granted."""
    found: dict[object, tuple[Subject, Person]] = {}
    for guida in catalogue.guide.values():
        interview = guides.interview(guida)
        for subject in interview.subjects:
            given = tuple((fact, interview.premises[fact]) for fact in subject.facts if fact in interview.premises)
            found.setdefault((subject.rules, given), (subject, interview.premises))
    return list(found.values())


def test_nobody_has_an_outcome_that_no_example_has(catalogue: Catalogue, guides: Guides) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=41)
    people = [person_at(where, answers) for where in places(answers, PEOPLE, seed=42, missing=0.2)]
    subjects = every_subject(catalogue, guides)
    assert len(subjects) > 100
    for subject, premises in subjects:
        examples = guides.reaches.of(subject, premises).examples
        for outcome, person in examples.items():
            assert outcome_of(subject, person, DAY) == outcome, (subject.key, person)
        outcomes = {outcome_of(subject, known({**person, **premises}, catalogue.fatti), DAY) for person in people}
        assert outcomes <= set(examples), subject.key


def test_no_answer_turns_an_outcome_that_is_not_among_the_deciding(catalogue: Catalogue, guides: Guides) -> None:
    answers = pools(catalogue.fatti, catalogue.comuni, seed=43)
    people = [person_at(where, answers) for where in places(answers, 40, seed=44)]
    for subject, premises in every_subject(catalogue, guides):
        deciding = guides.reaches.of(subject, premises).deciding
        for fact in set(subject.facts) - deciding - set(premises):
            for person in people:
                others = ({**person, fact: answer, **premises} for answer in answers[fact][:12])
                outcomes = {outcome_of(subject, known(other, catalogue.fatti), DAY) for other in others}
                assert len(outcomes) == 1, (subject.key, fact, person)
