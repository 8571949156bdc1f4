"""Small projects built for the tests: a catalogue, a `mkdocs.yml`, and the `ambito` command run as people run it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "examples" / "base"
DAY = "1795219200"  # 21 November 2026, so that «today» in a test never moves


def project(folder: Path, catalogue: Path = BASE) -> Path:
    """A project with a copy of a catalogue, and nothing else that the package has of its own."""
    shutil.copytree(catalogue, folder / "catalogue")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def ambito(folder: Path, *arguments: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    """Runs the command in a project's folder."""
    return subprocess.run(
        [sys.executable, "-c", "from generator.__main__ import main; main()", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def built(folder: Path, catalogue: Path = BASE) -> Path:
    """The site of a project, built. Fails with what the command said."""
    done = ambito(project(folder, catalogue), "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
