"""How problems are told: one interface, one module a format."""

from collections.abc import Callable
from typing import TextIO

from generator.reading.problem import Problem
from generator.reading.reporters import github, json, terminal

Reporter = Callable[[tuple[Problem, ...], int, TextIO], None]
"""Writes problems, and how many files were read, to a stream."""

REPORTERS: dict[str, Reporter] = {"terminale": terminal.report, "json": json.report, "github": github.report}
"""Every format by the name that `--formato` takes."""
