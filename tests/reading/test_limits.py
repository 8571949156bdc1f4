"""No file makes the reader fail, hang or swell: each hostile one in less than a second and 200 MB."""

import json
import subprocess
import sys
from pathlib import Path

SECONDS = 1.0
KIBIBYTES = 200 * 1024


def test_hostile_files_cost_less_than_a_second_and_200_megabytes(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent.parent
    run = subprocess.run(
        [sys.executable, "-m", "tests.reading.hostile", tmp_path], cwd=root, capture_output=True, text=True, timeout=120
    )
    assert run.stderr == ""
    costs = json.loads(run.stdout)
    assert len(costs) >= 80
    assert {name: cost for name, cost in costs.items() if cost["seconds"] >= SECONDS} == {}
    assert {name: cost for name, cost in costs.items() if cost["memory"] >= KIBIBYTES} == {}
    silent = {"a script spread out"}  # spaces at the end of a text are taken away
    assert {name for name, cost in costs.items() if not cost["problems"]} <= silent
