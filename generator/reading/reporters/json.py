"""Problems for a program: one JSON object."""

import json
from dataclasses import asdict
from typing import TextIO

from generator.reading.problem import Problem, errors


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:
    """Writes `file_letti`, `errori`, `avvisi`, `problemi`: each a Problem with its severity."""
    number = len(errors(problems))
    told = [{**asdict(problem), "severity": problem.severity} for problem in problems]
    report = {"file_letti": files, "errori": number, "avvisi": len(problems) - number, "problemi": told}
    json.dump(report, stream, ensure_ascii=False, indent=2)
    stream.write("\n")
