"""`ambito check --solo-modifiche`: all of the catalogue is read, the changed files come first."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.editing.changes.version import changed_files
from tests.editing.changes.repositories import Repository

DESK = "valle/sportelli/sportello-casa.yaml"
HOME = "valle/servizi/assistenza-domiciliare.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def _check(repository: Repository, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", "--catalogo", str(repository.catalogue), *arguments])


def test_changed_new_and_moved_files_are_known_and_those_of_others_are_not(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "mio")
    repository.change(DESK, ("800 000000", "800 111111"))
    repository.commit("Telefono")
    repository.git("switch", "--quiet", "main")
    repository.change(HOME, ("SAD,", "S.A.D.,"))
    repository.commit("Di altri")
    repository.git("switch", "--quiet", "mio")
    (repository.catalogue / "enti/nuovo.yaml").write_text("nome: x\n", encoding="utf-8")
    assert changed_files(repository.catalogue, "main") == {DESK, "enti/nuovo.yaml"}


def test_the_problems_of_changed_files_come_first(repository: Repository) -> None:
    repository.change(HOME, ("stato: attivo", "stato: ativo"))
    repository.commit("Di altri")
    repository.change(DESK, ("stato: attivo", "stato: ativo"))
    told = _check(repository, "--solo-modifiche", "HEAD").output
    assert told.index(DESK) < told.index("In altri file, che non hai cambiato") < told.index(HOME)
    problems = json.loads(_check(repository, "--solo-modifiche", "HEAD", "--formato", "json").output)["problemi"]
    assert [one["file"] for one in problems] == [f"catalogue/{DESK}", f"catalogue/{HOME}"]


def test_an_error_anywhere_fails_because_a_change_can_break_another_file(repository: Repository) -> None:
    (repository.catalogue / "enti/associazione-porte-aperte.yaml").unlink()
    result = _check(repository, "--solo-modifiche", "HEAD")
    assert result.exit_code == 1
    assert "In altri file, che non hai cambiato" in result.output


def test_a_revision_that_is_not_there_is_a_wrong_use(repository: Repository) -> None:
    result = _check(repository, "--solo-modifiche", "origin/nessuno")
    assert result.exit_code == 2
    assert "git fetch" in " ".join(result.output.replace("│", " ").split())
