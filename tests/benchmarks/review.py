"""What a proposal waits for: the check after one changed file, and what changes for citizens, under Git."""

import os
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.process import run

if TYPE_CHECKING:
    from tests.benchmarks.measures import Bench, Row

QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
BUDGETS = {350: 1.0, 3200: 3.0}
"""Seconds for the check after one changed file, by how many schede there are."""
DIFFERENCES = 5.0


def review(bench: "Bench") -> Iterator["Row"]:
    """`ambito check --solo-modifiche` and `ambito differenze` on a catalogue with one changed file."""
    from tests.benchmarks.measures import AMBITO, Row

    for schede, budget in BUDGETS.items():
        folder = bench.project(schede)
        _changed(folder)
        files = sum(1 for _ in (folder / "catalogue").rglob("*.yaml"))
        seconds = _median([AMBITO, "check", "--solo-modifiche", "HEAD"], folder, bench.runs)
        what = f"`ambito check --solo-modifiche`, un file cambiato su {files}"
        yield Row(what, _seconds(seconds), f"< {budget:.0f} s", seconds < budget)
    seconds = _median([AMBITO, "differenze", "HEAD"], bench.project(largest := max(BUDGETS)), bench.runs)
    yield Row(f"`ambito differenze`, {largest} schede", _seconds(seconds), "< 5 s", seconds < DIFFERENCES)


def _seconds(value: float) -> str:
    return f"{value:.2f} s".replace(".", ",")


def _median(command: list[str | Path], folder: Path, times: int) -> float:
    return statistics.median(run(command, folder).seconds for _ in range(times))


def _changed(folder: Path) -> None:
    """Puts the project under Git, and changes a file after."""
    if (folder / ".git").exists():
        return
    who = ("-c", "user.name=Prova", "-c", "user.email=prova@example.org")
    for command in (("init", "--quiet"), ("add", "catalogue"), (*who, "commit", "--quiet", "--message", "Prima")):
        subprocess.run(["git", *command], cwd=folder, env={**os.environ, **QUIET}, check=True)
    scheda = min((folder / "catalogue").glob("*/servizi/*.yaml"))
    text = scheda.read_text(encoding="utf-8")
    scheda.write_text(text.replace("nome: ", "nome: Nuovo ", 1), encoding="utf-8")
