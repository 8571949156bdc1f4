"""A catalogue read, checked and proved: the one way in for the commands and for the site."""

import datetime
from dataclasses import replace
from pathlib import Path

from generator.catalogue import Catalogue, relate
from generator.eligibility.proofs import prove
from generator.reading.problem import errors, first_of_each_file
from generator.reading.reading import Reading, read_catalogue


def checked(root: Path, today: datetime.date) -> tuple[Reading, Catalogue | None]:
    """The reading with every problem, those of the guides too, and the catalogue where there are no errors."""
    return proved(read_catalogue(root, today), today)


def proved(reading: Reading, today: datetime.date) -> tuple[Reading, Catalogue | None]:
    """A reading with the problems of its conditions and guides, which only a catalogue without errors can have."""
    if errors(reading.problems):
        return reading, None
    catalogue = relate(reading, today)
    problems = first_of_each_file((*reading.problems, *prove(catalogue, reading.index)))
    reading = replace(reading, problems=problems)
    return reading, None if errors(problems) else catalogue
