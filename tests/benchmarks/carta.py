"""What the Carta dei Servizi costs: those of the real Ambiti, and one of a thousand schede."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.process import run

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench, Row

MANY = 1000
EACH, LARGE, MEMORY = 2.0, 10.0, 600
"""Seconds for a real Ambito, seconds and megabytes for a thousand schede."""


def carta(bench: "Bench") -> Iterator["Row"]:
    """`ambito carta`, a whole process each time."""
    from tests.benchmarks.measures import AMBITO, MB, Row

    real = bench.real()
    for folder in sorted((real / "catalogue").glob("*/carta.yaml")):
        ambito = folder.parent.name
        seconds = min(run([AMBITO, "carta", ambito], real).seconds for _ in range(bench.runs))
        yield Row(f"Carta di {ambito}, PDF", _seconds(seconds), f"< {EACH:.0f} s", seconds < EACH)
    schede = MANY // 4 if bench.quick else MANY
    many = bench.project(schede, of_ambito=schede)
    first = sorted((many / "catalogue").glob("*/ambito.yaml"))[0].parent
    (first / "carta.yaml").write_text("edizione: { anno: 2026 }\n", encoding="utf-8")
    command: list[str | Path] = [AMBITO, "carta", first.name]
    seconds = min(run(command, many).seconds for _ in range(bench.runs))
    memory = run(command, many, memory=True).memory / MB
    yield Row(f"Carta di {schede} schede, PDF", _seconds(seconds), f"< {LARGE:.0f} s", seconds < LARGE)
    yield Row(f"Carta di {schede} schede, memoria", f"{memory:.0f} MB", f"< {MEMORY} MB", memory < MEMORY)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s".replace(".", ",")
