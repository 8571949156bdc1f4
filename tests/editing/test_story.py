"""The whole story on a bare repository: a branch, the check, the differences, the preview, the merge, the feed."""

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.editing.changes.repositories import WHO, Repository
from tests.projects import ROOT, ambito, contents

DESK = "catalogue/valle/sportelli/sportello-casa.yaml"
ATOM = "{http://www.w3.org/2005/Atom}"


def _git(folder: Path, *arguments: str, day: str = "2026-05-04T10:00:00+02:00") -> str:
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    environment = {**os.environ, **WHO, **dates}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """The bare repository that everyone clones from."""
    first = tmp_path / "primo"
    first.mkdir()
    repository = Repository(first)
    shutil.copy(ROOT / "mkdocs.yml", first)
    repository.commit("Il sito", "2026-01-11T09:00:00+01:00")
    _git(tmp_path, "clone", "--quiet", "--bare", str(first), "server.git")
    return tmp_path / "server.git"


def _clone(server: Path, name: str) -> Path:
    _git(server.parent, "clone", "--quiet", str(server), name)
    return server.parent / name


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_from_a_volunteers_branch_to_the_feed(server: Path) -> None:
    volunteer = _clone(server, "volontaria")
    _git(volunteer, "switch", "--quiet", "--create", "orari")
    _edit(volunteer, DESK, 'dalle: "10:00"', 'dalle: "9"')  # a mistake, with a good change beside it
    _edit(volunteer, DESK, "comuni: [valdirose, pontelungo]", "comuni: tutti")
    _git(volunteer, "commit", "--quiet", "--all", "--message", "Il giovedì apriamo prima")

    refused = ambito(volunteer, "check", "--solo-modifiche", "origin/main", "--formato", "github")
    assert refused.returncode == 1
    (line,) = [line for line in refused.stdout.splitlines() if line.startswith("::error")]
    assert line.startswith(f"::error file={DESK},line=24,col=")
    assert 'Scrivi ore:minuti tra virgolette: "09:30".' in line

    _edit(volunteer, DESK, 'dalle: "9"', 'dalle: "09:00"')
    _git(volunteer, "commit", "--quiet", "--all", "--message", "Corretto")
    assert ambito(volunteer, "check", "--solo-modifiche", "origin/main").returncode == 0
    _git(volunteer, "push", "--quiet", "origin", "orari")

    reviewer = _clone(server, "ambito")
    told = ambito(reviewer, "differenze", "origin/main", "origin/orari", "--formato", "markdown").stdout
    assert "cambia 1 scheda" in told
    assert "il giovedì apre alle 9 invece che alle 10." in told
    assert "Ora è disponibile anche a Sasso Alto." in told
    assert "sportelli/valle/sportello-casa/" in told
    assert "Approva: Porte Aperte" in told
    assert (reviewer / DESK).read_text(encoding="utf-8").count("comuni: tutti") == 0  # nothing was checked out

    before = ambito(reviewer, "build")
    assert before.returncode == 0, before.stderr
    old = contents(reviewer / "site")
    _git(reviewer, "switch", "--quiet", "--detach", "origin/orari")
    assert ambito(reviewer, "build").returncode == 0
    preview = (reviewer / "site/sportelli/valle/sportello-casa/index.html").read_text(encoding="utf-8")
    assert "Sasso Alto" in preview

    _git(reviewer, "switch", "--quiet", "main")
    _git(
        reviewer, "merge", "--quiet", "--no-ff", "origin/orari", "--message", "Accetta", day="2026-05-06T10:00:00+02:00"
    )
    _git(reviewer, "push", "--quiet", "origin", "main")
    published = _clone(server, "pubblicato")
    done = ambito(published, "build")
    assert done.returncode == 0, done.stderr
    feed = ElementTree.parse(published / "site/aggiornamenti/atom.xml").getroot()
    newest = feed.findall(f"{ATOM}entry")[0]
    assert newest.findtext(f"{ATOM}title") == "Sportello Casa (Valle)"
    assert str(newest.findtext(f"{ATOM}updated")).startswith("2026-05-06")
    assert "il giovedì apre alle 9" in str(newest.findtext(f"{ATOM}summary"))
    page = (published / "site/sportelli/valle/sportello-casa/index.html").read_text(encoding="utf-8")
    assert '<time datetime="2026-05-06">6 maggio 2026</time>' in page
    assert set(old) <= set(contents(published / "site"))


def test_a_desk_that_verifies_in_one_command_is_no_longer_due(server: Path) -> None:
    desk = _clone(server, "sportello")
    due = ambito(desk, "scadenze", "--ente", "associazione-porte-aperte").stdout
    assert "Sportello Casa" in due
    assert ambito(desk, "verifica", "sportello-casa").returncode == 0
    assert ambito(desk, "scadenze", "--ente", "associazione-porte-aperte").stdout == "Niente in scadenza.\n"
    assert _git(desk, "diff", "--stat", "--shortstat").endswith("1 file changed, 1 insertion(+)")
