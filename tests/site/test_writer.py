"""The site is exchanged in one step, and what did not change keeps its time."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.site import writer
from generator.site.writer import Staging, Writer
from tests.projects import DAY, ambito, contents, project


def test_publishing_puts_the_new_folder_in_the_place_of_the_old(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    staging = Staging(site)
    (staging.folder / "new.html").write_text("new")
    staging.publish()
    assert contents(site) == {"new.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_publishing_works_where_the_system_cannot_exchange_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_exchange", lambda *_: False)
    site = tmp_path / "site"
    site.mkdir()
    staging = Staging(site)
    (staging.folder / "new.html").write_text("new")
    staging.publish()
    assert contents(site) == {"new.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_set_aside_by_an_interrupted_exchange_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / ".site-vecchio"
    aside.mkdir()
    (aside / "index.html").write_text("whole")
    Staging(tmp_path / "site").discard()
    assert contents(tmp_path / "site") == {"index.html": b"whole"}


def test_what_a_dead_build_left_is_removed(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".site-nuovo-{dead.pid}").mkdir()
    Staging(tmp_path / "site").discard()
    assert list(tmp_path.iterdir()) == []


def test_an_unchanged_file_keeps_its_time_and_a_changed_one_does_not(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    for name in ("same", "changed"):
        (old / name).write_text("as it was")
        os.utime(old / name, (1_000_000, 1_000_000))
    new.mkdir()
    after = Writer(new, old)
    after.write("same", "as it was")
    after.write("changed", "as it is!")
    assert (new / "same").stat().st_mtime == 1_000_000
    assert (new / "changed").stat().st_mtime > 1_000_000


def test_a_build_killed_at_any_moment_leaves_the_old_site_whole(tmp_path: Path) -> None:
    folder = project(tmp_path)
    started = time.monotonic()
    assert ambito(folder, "build").returncode == 0
    whole_build = time.monotonic() - started
    site = folder / "site"
    before = contents(site)
    scheda = next((folder / "catalogue").rglob("servizi/*.yaml"))
    scheda.write_text(scheda.read_text().replace("nome: ", "nome: Cambiato ", 1))
    moments = random.Random(20)
    for _ in range(20):
        build = subprocess.Popen(
            [sys.executable, "-c", "from generator.__main__ import main; main()", "build"],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moments.uniform(0.05, whole_build))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        now = contents(site)
        if now != before:  # the build was done before it was killed: then the new site is the whole one
            assert set(now) == set(before)
            assert all(now.values())
            before = now
    assert ambito(folder, "build").returncode == 0
    assert [path.name for path in folder.iterdir() if path.name.startswith(".site")] == []
