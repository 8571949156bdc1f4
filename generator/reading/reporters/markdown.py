"""Problems as a comment on a pull request: a table, in which no text of a file mentions, links or loads anything."""

import re
from typing import TextIO

from generator.reading.problem import Problem
from generator.reading.reporters.terminal import summary

MARKS = {"errore": "🔴", "avviso": "🟡"}
MAX_ROWS = 150
"""A comment of GitHub holds 65,536 characters."""


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:
    """Writes the count, then a row for each problem with its place, what was found and how to mend it."""
    stream.write(f"**{inert(summary(problems, files))}**\n")
    if not problems:
        return
    stream.write("\n| | dove | che cosa | rimedio |\n|---|---|---|---|\n")
    for problem in problems[:MAX_ROWS]:
        place = f"{inert(problem.file)}, riga {problem.line}{f' ({inert(problem.path)})' if problem.path else ''}"
        mark = MARKS[problem.severity]
        stream.write(f"| {mark} | {place} | {inert(problem.message)} | {inert(problem.remedy)} |\n")
    if len(problems) > MAX_ROWS:
        stream.write(f"\n… e altri {len(problems) - MAX_ROWS}.\n")


def inert(text: str) -> str:
    """Text that Markdown shows as it is: no tags, links, images, mentions or numbers of issues."""
    one_line = " ".join(text.split())
    return re.sub(r"[\\`*_{}\[\]<>#!|~@&$]|:(?=//)|(?<=www)\.", lambda sign: f"&#{ord(sign.group())};", one_line)
