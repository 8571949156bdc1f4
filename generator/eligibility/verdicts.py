"""The verdict on a scheda for a person, with its reasons. It is never a right: only the desk decides."""

import datetime
from dataclasses import dataclass
from typing import Literal

from generator.eligibility.answers import Person
from generator.eligibility.subjects import Subject
from generator.eligibility.truth import Truth, all_of

Outcome = Literal["probabile", "da_verificare", "no"]
NotNow = Literal["", "stato", "non_ancora", "finito"]
OUTCOMES: tuple[Outcome, ...] = ("probabile", "da_verificare", "no")


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one requirement, and why it is not known if it is not."""

    truth: Truth
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, what keeps the scheda from being asked for today, and a finding for each requirement."""

    outcome: Outcome
    not_now: NotNow
    findings: tuple[Finding, ...]


def not_now(subject: Subject, today: datetime.date) -> NotNow:
    """Why the scheda cannot be asked for today; empty if it can."""
    if subject.state != "attivo":
        return "stato"
    if subject.last is not None and subject.last < today:
        return "finito"
    if subject.first is not None and subject.first > today:
        return "non_ancora"
    return ""


def outcome_of(subject: Subject, person: Person, today: datetime.date) -> Outcome:
    """The outcome alone: no if a requirement is not met, likely if all are and the scheda can be asked for today."""
    return _outcome(all_of(rule.truth(person) for rule in subject.rules), not_now(subject, today))


def _outcome(met: Truth, why_not_now: NotNow) -> Outcome:
    if met is Truth.NO:
        return "no"
    return "probabile" if met is Truth.YES and not why_not_now else "da_verificare"


def verdict_of(subject: Subject, person: Person, today: datetime.date) -> Verdict:
    """The outcome with its reasons."""
    findings = []
    for rule in subject.rules:
        truth = rule.truth(person)
        why = tuple(dict.fromkeys(rule.unknown(person))) if truth is Truth.UNKNOWN else ()
        findings.append(Finding(truth, why))
    late = not_now(subject, today)
    return Verdict(_outcome(all_of(finding.truth for finding in findings), late), late, tuple(findings))
