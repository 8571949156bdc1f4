"""Problems for a person at a terminal: one line each, the remedy below."""

from typing import TextIO

from generator.reading.problem import Problem

STYLES = {"errore": "bold red", "avviso": "yellow"}


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:
    """Writes every problem and a closing count."""
    if not problems:
        stream.write(f"{summary(problems, files)}\n")
        return
    from rich.console import Console  # slow to load: only where there is something to mark
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for problem in problems:
        line = Text.assemble(
            (f"{problem.file}:{problem.line}:{problem.column}", "cyan"),
            (f" {problem.path}:" if problem.path else "", "bold"),
            f" {problem.message}",
            (f" [{problem.severity}]", STYLES[problem.severity]),
        )
        console.print(line)
        if problem.remedy:
            console.print(Text(f"    → {problem.remedy}", style="green"))
    console.print(Text(summary(problems, files), style="bold"))


def summary(problems: tuple[Problem, ...], files: int) -> str:
    """«350 file letti: 2 errori, 1 avviso.»"""
    errors = sum(problem.severity == "errore" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return f"{files} file letti: nessun problema."
    return f"{files} file letti: {_count(errors, 'errore', 'errori')}, {_count(warnings, 'avviso', 'avvisi')}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
