"""Small Git repositories for the tests: a catalogue under version control, changed file by file."""

import os
import subprocess
from pathlib import Path

from tests.reading.examples import copy_of_base

WHO = {
    "GIT_AUTHOR_NAME": "Prova",
    "GIT_AUTHOR_EMAIL": "prova@example.org",
    "GIT_COMMITTER_NAME": "Prova",
    "GIT_COMMITTER_EMAIL": "prova@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Repository:
    """A project's folder under Git, with the small example catalogue in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = copy_of_base(folder)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.commit("Il catalogo di prova", "2026-01-10T09:00:00+01:00")

    def git(self, *arguments: str, given: bytes = b"", day: str = "2026-01-10T09:00:00+01:00") -> str:
        dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **WHO, **dates},
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def commit(self, message: str, day: str = "2026-03-01T09:00:00+01:00") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, day=day)
        return self.git("rev-parse", "HEAD")

    def change(self, file: str, *pairs: tuple[str, str]) -> None:
        """Replaces texts in a file of the catalogue; each must be there."""
        path = self.catalogue / file
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
