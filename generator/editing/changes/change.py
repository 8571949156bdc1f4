"""A change as data: how much it matters to a citizen, the sentence that says it, and the field where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from generator.model.record import Filed

Severity = Literal["alta", "media", "bassa"]
SEVERITIES: tuple[Severity, ...] = ("alta", "media", "bassa")
"""`alta`: someone may find a door closed. `media`: what a citizen reads changes. `bassa`: only editors notice."""
Event = Literal["aggiunta", "tolta", "spostata", "modificata", "illeggibile"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `path` is the field, such as `sedi[municipio].orari`."""

    severity: Severity
    sentence: str
    path: str
    publicly: str = ""
    """The same sentence without what was there before, for the public history of a page."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record between two versions. `file` is that of the newer, or of the older if it is gone."""

    what: str
    """The schema of its file: `servizio`, `ente`, `comuni`…"""
    key: str
    name: str
    ambito: str
    event: Event
    file: str
    changes: tuple[Change, ...]
    before: Filed | None = None
    after: Filed | None = None
    pages: tuple[str, ...] = ()
    approvers: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """That of its worst change."""
        return min((one.severity for one in self.changes), key=SEVERITIES.index, default="bassa")


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two versions, what matters most first."""

    base: str
    head: str
    records: tuple[RecordChange, ...]
    refused: tuple[str, ...] = field(default=())
    """Files that were not looked into: not regular, too large, out of place."""

    def count(self, severity: Severity) -> int:
        """How many single changes have a severity."""
        return sum(one.severity == severity for record in self.records for one in record.changes)


def worst_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that matter most first, otherwise in the order in which they were found."""
    return tuple(sorted(changes, key=lambda one: SEVERITIES.index(one.severity)))
