"""A problem is data: what was found, where, what is expected and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.reading.problem_kinds import PROBLEM_KINDS, ProblemKind, Severity

__all__ = ["PROBLEM_KINDS", "Problem", "ProblemKind", "Severity", "errors", "first_of_each_file"]

MAX_PROBLEMS = 100
"""After this many problems in one file the rest of them is not told."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. `line` and `column` count from 1; `path` is like `comuni[1]`."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str
    remedy: str = ""

    @property
    def severity(self) -> Severity:
        """`errore` stops a build; `avviso` does not."""
        return PROBLEM_KINDS[self.code].severity

    def __str__(self) -> str:
        """The whole sentence: place, key path, message and remedy."""
        place = f"{self.file}:{self.line}:{self.column}"
        head = f"{place} {self.path}:" if self.path else f"{place}"
        return f"{head} {self.message}" + (f" {self.remedy}" if self.remedy else "")


def first_of_each_file(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in order; of a file that has too many to read only the first, and one that says so."""
    told: list[Problem] = []
    number, file = 0, ""
    for problem in sorted(problems):
        number = number + 1 if problem.file == file else 1
        file = problem.file
        if number <= MAX_PROBLEMS:
            told.append(problem)
        elif number == MAX_PROBLEMS + 1:
            last = told[-1]
            message = f"in questo file ci sono più di {MAX_PROBLEMS} problemi: qui si vedono i primi."
            remedy = "Correggi questi e ripeti il controllo."
            told.append(Problem(file, last.line, last.column, "troppi-problemi", "", message, remedy))
    return tuple(told)


def errors(problems: "tuple[Problem, ...]") -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "errore")
