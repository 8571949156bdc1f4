"""What a Carta says, as plain data: made from the catalogue once, shown on web and paper, frozen in an edition."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

FORMAT = 1
"""The shape of a frozen edition on disk; a change of shape gets the next number."""

UNDEFINED = "non ancora definito"
"""What is printed where neither the Carta nor a scheda says what the law asks."""


class Piece(BaseModel):
    """A part of the content. Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Line(Piece):
    """A name and what is said of it; `href` where it can be followed."""

    text: str
    name: str = ""
    href: str = ""
    note: str = ""


class Table(Piece):
    """A table with a header row. The first cell of a row names it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Part(Piece):
    """A piece of a section: Markdown text, lines, a table. Any of them may be empty."""

    title: str = ""
    text: str = ""
    lines: tuple[Line, ...] = ()
    table: Table | None = None


class Section(Piece):
    """One of the sections that the law asks for. `missing` names what it asks and the data lacks."""

    id: str
    title: str
    law: str
    asks: str
    parts: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()


class Fact(Piece):
    """One row of a sheet. It is missing when it has neither text nor lines."""

    id: str
    label: str
    text: str = ""
    lines: tuple[Line, ...] = ()
    steps: bool = False

    @property
    def missing(self) -> bool:
        """Whether nothing is known."""
        return not self.text and not self.lines


class Measure(Piece):
    """A standard: what is promised and what was reached, year by year."""

    whose: str
    dimension: str
    indicator: str
    formula: str = ""
    unit: str = ""
    promised: str = ""
    reached: tuple[tuple[str, str], ...] = ()
    responsible: str = ""
    refund: str = ""


class Sheet(Piece):
    """A service, always in the same order: who, what, how, where and when, times, cost, standard, complaint."""

    key: str
    name: str
    kind: str
    state: str = ""
    brief: str
    url: str
    comuni: str
    comune_ids: tuple[str, ...]
    provider: str = ""
    facts: tuple[Fact, ...]
    measures: tuple[Measure, ...] = ()
    sensitive: bool = False


class Need(Piece):
    """A need and the keys of the sheets that answer it. A sheet is printed under the first of its needs."""

    id: str
    name: str
    keys: tuple[str, ...]
    also: tuple[str, ...] = ()


class Entry(Piece):
    """A scheda that has no sheet: what is only planned, and what is for ETS or for who works in the services."""

    key: str
    name: str
    note: str
    brief: str
    url: str
    comune_ids: tuple[str, ...]


class Report(Piece):
    """The yearly report: standards, complaints, satisfaction, improvements."""

    measures: tuple[Measure, ...] = ()
    complaints: tuple[tuple[str, str, str, str], ...] = ()
    """Year, received, days on average, well-founded."""
    surveys: tuple[tuple[str, str, str, str, str], ...] = ()
    """Year, on what, answers, percentage satisfied, outcome."""
    improvements: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to report."""
        return not (self.measures or self.complaints or self.surveys or self.improvements)


class Content(Piece):
    """A whole Carta, or the extract for one Comune."""

    format: Literal[1] = 1
    ambito: str
    name: str
    short_name: str
    comune: str = ""
    """The Comune's name in an extract; empty in the whole Carta."""
    year: int
    approved: str = ""
    """Who approved it, when, by which act; empty for a draft."""
    day: datetime.date
    """The day on which this content was true."""
    site_url: str
    map_svg: str = ""
    """The outlines of the Comuni, for the cover."""
    sections: tuple[Section, ...]
    needs: tuple[Need, ...]
    sheets: tuple[Sheet, ...]
    planned: tuple[Entry, ...] = ()
    for_bodies: tuple[Entry, ...] = ()
    glossary: tuple[Line, ...] = ()
    revisions: tuple[Line, ...] = ()
    report: Report = Report()

    def section(self, id: str) -> Section:
        """The section with this id. Raises KeyError."""
        return {section.id: section for section in self.sections}[id]

    def sheet(self, key: str) -> Sheet:
        """The sheet of a scheda. Raises KeyError."""
        return {sheet.key: sheet for sheet in self.sheets}[key]
