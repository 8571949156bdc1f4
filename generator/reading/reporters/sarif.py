"""Problems as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

import json
from typing import Any, TextIO
from urllib.parse import quote

from generator.reading.problem import Problem
from generator.reading.problem_kinds import PROBLEM_KINDS, ProblemKind

LEVELS = {"errore": "error", "avviso": "warning"}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def report(problems: tuple[Problem, ...], files: int, stream: TextIO) -> None:  # noqa: ARG001  # one shape for all
    """Writes one run: the rules are the kinds of problem that were found, the results the problems."""
    found = sorted({problem.code for problem in problems})
    driver = {"name": "ambito check", "language": "it", "rules": [_rule(PROBLEM_KINDS[code]) for code in found]}
    results = [_result(problem, found.index(problem.code)) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _rule(kind: ProblemKind) -> dict[str, Any]:
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.explanation},
        "help": {"text": kind.remedy or kind.explanation},
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    text = " ".join(part for part in (problem.path, problem.message, problem.remedy) if part)
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": quote(problem.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
