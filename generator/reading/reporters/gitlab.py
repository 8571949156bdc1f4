"""Problems as a GitLab Code Quality report: shown beside the lines of a merge request."""

import json
from collections import Counter
from hashlib import sha256
from typing import TextIO

from generator.reading.problem import Problem

SEVERITIES = {"errore": "major", "avviso": "minor"}


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:  # noqa: ARG001  # one shape for all
    """Writes a list of objects with `description`, `check_name`, `fingerprint`, `severity` and `location`."""
    told: Counter[str] = Counter()
    rows = []
    for problem in problems:
        # without the line: a problem that only moved is the same problem
        what = f"{problem.file}\0{problem.code}\0{problem.path}\0{problem.message}"
        told[what] += 1
        rows.append(
            {
                "description": " ".join(part for part in (problem.path, problem.message, problem.remedy) if part),
                "check_name": problem.code,
                "fingerprint": sha256(f"{what}\0{told[what]}".encode()).hexdigest(),
                "severity": SEVERITIES[problem.severity],
                "location": {"path": problem.file, "lines": {"begin": problem.line}},
            }
        )
    json.dump(rows, stream, ensure_ascii=False, indent=2)
    stream.write("\n")
