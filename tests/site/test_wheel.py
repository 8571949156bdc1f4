"""The package carries its templates, assets and pages: it builds a site in a folder with only a catalogue."""

import os
import subprocess
import sys
import venv
from pathlib import Path

from tests.projects import DAY, ROOT, project


def test_the_wheel_builds_a_site_where_there_is_only_a_catalogue_and_a_configuration(tmp_path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(tmp_path / "dist"),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    wheel = next((tmp_path / "dist").glob("*.whl"))
    # the libraries come from this environment, the package only from the wheel: nothing is downloaded
    own = tmp_path / "venv"
    venv.create(own, with_pip=False)
    place = subprocess.run(
        [own / "bin" / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            place,
            str(wheel),
        ],
        check=True,
        capture_output=True,
    )
    here = subprocess.run(
        [sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    folder = tmp_path / "progetto"
    folder.mkdir()
    project(folder)
    done = subprocess.run(
        [
            own / "bin" / "python",
            "-c",
            f"import sys; sys.path.append({here!r}); from generator.__main__ import main; main()",
            "build",
        ],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    assert (site / "risorse/stile.css").read_bytes()
    assert (
        "<h1>Il progetto</h1>" in (site / "progetto/index.html").read_text()
        or "Il progetto</h1>" in (site / "progetto/index.html").read_text()
    )
    assert list(site.glob("servizi/valle/*/index.html"))
