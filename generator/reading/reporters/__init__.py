"""How problems are told: one interface, one module a format."""

from collections.abc import Callable
from typing import TextIO

from generator.reading.problem import Problem
from generator.reading.reporters import github, gitlab, json, markdown, sarif, terminal

Reporter = Callable[[tuple[Problem, ...], int, TextIO], None]
"""Writes problems, and how many files were read, to a stream."""

REPORTERS: dict[str, Reporter] = {
    "terminale": terminal.report,
    "json": json.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "sarif": sarif.report,
    "markdown": markdown.report,
}
"""Every format by the name that `--formato` takes."""

APART: dict[str, str] = {"terminale": "\n{}\n\n", "markdown": "\n#### {}\n\n"}
"""Formats for people, which tell two groups of problems apart: how the heading of a group is written."""


def report_apart(
    name: str, first: tuple[Problem, ...], others: tuple[Problem, ...], files: int, stream: TextIO
) -> None:
    """The problems of the files that were changed, then those of all others; apart where the format is for people."""
    if name not in APART or not others:
        REPORTERS[name]((*first, *others), files, stream)
        return
    stream.write(APART[name].format("Nei file che hai cambiato").lstrip("\n"))
    REPORTERS[name](first, files, stream)
    stream.write(APART[name].format("In altri file, che non hai cambiato"))
    REPORTERS[name](others, files, stream)
