"""Problems as GitHub annotations: one workflow command a line, shown beside the line of the change."""

from typing import TextIO

from generator.reading.problem import Problem
from generator.reading.reporters.terminal import summary

COMMANDS = {"errore": "error", "avviso": "warning"}


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:
    """Writes `::error file=…,line=…,col=…,title=…::message` for each problem, then the count."""
    for problem in problems:
        place = f"file={_property(problem.file)},line={problem.line},col={problem.column}"
        text = (
            f"{problem.path}: {problem.message} {problem.remedy}"
            if problem.path
            else f"{problem.message} {problem.remedy}"
        )
        stream.write(f"::{COMMANDS[problem.severity]} {place},title={problem.code}::{_data(text.strip())}\n")
    stream.write(summary(problems, files) + "\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
