"""The questions of a guide, and which to ask next: the one whose answer is expected to divide the most verdicts.

The measure is the quadratic (Gini) entropy of each scheda's outcome over the likely answers to a question, summed over
the schede: 0 where every answer leads to the same outcomes. It has no logarithms, so that Python and the browser find
exactly the same numbers.
A sensitive question counts for half: it is asked when the others have said what they can.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

from generator.eligibility.answers import Answer, Person, known, merged
from generator.eligibility.hypotheses import likely
from generator.eligibility.reach import Reaches, asked
from generator.eligibility.rules import Asking
from generator.eligibility.subjects import Subject
from generator.eligibility.verdicts import Outcome, not_now, outcome_of
from generator.model.guida import Fatto

DECIDED: frozenset[Outcome] = frozenset({"no", "probabile"})
"""Outcomes that no further answer changes."""
PATIENCE = 4096
"""Combinations of answers that are tried before a question is taken to matter."""
MOST_QUESTIONS = 12
"""Nobody is asked more: what is still open then is to be verified with the desk."""


@dataclass(frozen=True)
class Question:
    """A fact to ask: what the rules ask of it, and the likely answers with their weights."""

    fatto: Fatto
    leaves: tuple[Asking, ...]
    hypotheses: tuple[tuple[Answer, int], ...]


@dataclass(frozen=True)
class Interview:
    """A guide's subjects, those with the same rules once with their number, and its questions."""

    subjects: tuple[Subject, ...]
    premises: Mapping[str, Answer]
    questions: tuple[Question, ...]
    groups: tuple[tuple[Subject, int], ...]
    fatti: Mapping[str, Fatto]
    today: datetime.date

    def person(self, answers: Mapping[str, Answer]) -> Person:
        """What is known of who gave these answers."""
        given = {fact: merged(self.premises.get(fact), answer) for fact, answer in answers.items()}
        return known({**self.premises, **given}, self.fatti)

    def next(self, answers: Mapping[str, Answer], passed: AbstractSet[str] = frozenset()) -> Question | None:
        """The next question to who has given these answers and passed on these facts.

        None when no other can matter, or when `MOST_QUESTIONS` have been answered or passed on.
        """
        if len(answers) + len(passed) >= MOST_QUESTIONS:
            return None
        left = [one for one in self.questions if one.fatto.id not in answers and one.fatto.id not in passed]
        person = self.person(answers)
        open_ones = [
            (subject, number)
            for subject, number in self.groups
            if outcome_of(subject, person, self.today) not in DECIDED
        ]
        best, most = None, 0.0
        for question in left:
            score = self._score(question, answers, open_ones)
            if score > most:
                best, most = question, score
        if best is not None:
            return best
        return next((one for one in left if self._may_matter(one, left, answers, open_ones)), None)

    def _score(
        self, question: Question, answers: Mapping[str, Answer], subjects: Iterable[tuple[Subject, int]]
    ) -> float:
        whole = sum(weight for _, weight in question.hypotheses)
        people = [
            (self.person({**answers, question.fatto.id: answer}), weight) for answer, weight in question.hypotheses
        ]
        divided = 0
        for subject, number in subjects:
            if question.fatto.id in subject.facts or question.fatto.chiave == "eta_dei_figli":
                shares: Counter[Outcome] = Counter()
                for person, weight in people:
                    shares[outcome_of(subject, person, self.today)] += weight
                divided += number * (whole * whole - sum(share * share for share in shares.values()))
        return divided / (whole * whole) / (2 if question.fatto.sensibile else 1)

    def _may_matter(
        self,
        question: Question,
        left: Sequence[Question],
        answers: Mapping[str, Answer],
        subjects: Iterable[tuple[Subject, int]],
    ) -> bool:
        """Whether together with other answers still to come this one can change an outcome."""
        for subject, _ in subjects:
            if question.fatto.id not in subject.facts:
                continue
            others = [one for one in left if one.fatto.id in subject.facts and one is not question]
            for tried, chosen in enumerate(product(*(one.hypotheses for one in others))):
                given = {**answers, **{one.fatto.id: pair[0] for one, pair in zip(others, chosen, strict=True)}}
                outcomes = {
                    outcome_of(subject, self.person({**given, question.fatto.id: answer}), self.today)
                    for answer, _ in question.hypotheses
                }
                if len(outcomes) > 1 or tried > PATIENCE:
                    return True
        return False


def interview(
    subjects: tuple[Subject, ...],
    premises: Mapping[str, Answer],
    fatti: Mapping[str, Fatto],
    reaches: Reaches,
) -> Interview:
    """The interview on some subjects: only facts that can decide are asked, in the order of the vocabulary."""
    today = reaches.today
    deciding = frozenset[str]().union(*(reaches.of(subject, premises).deciding for subject in subjects))
    groups = Counter((subject.rules, not_now(subject, today)) for subject in subjects)
    first: dict[object, Subject] = {}
    for subject in subjects:
        first.setdefault((subject.rules, not_now(subject, today)), subject)
    rules = tuple(rule for subject in subjects for rule in subject.rules)
    questions = []
    for fact, fatto in fatti.items():
        if fact in deciding:
            leaves = tuple(dict.fromkeys(asked(rules, fact)))
            questions.append(Question(fatto, leaves, likely(fatto, leaves)))
    numbered = tuple((first[key], number) for key, number in groups.items())
    return Interview(subjects, premises, tuple(questions), numbered, fatti, today)
