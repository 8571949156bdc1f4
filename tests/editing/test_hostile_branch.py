"""A proposal by a stranger, checked out: what does not belong is told, and nothing outside is read or written."""

import json
from pathlib import Path

import pytest

from tests.editing.changes.repositories import Repository
from tests.projects import ambito

SECRET = "nome: Segreto di casa\n"
HUGE = 100_000_000
"""Bytes of a file that no scheda has."""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "progetto"
    folder.mkdir()
    (tmp_path / "segreto.yaml").write_text(SECRET, encoding="utf-8")
    return Repository(folder)


def _outside(repository: Repository) -> dict[str, bytes]:
    around = repository.folder.parent
    return {path.name: path.read_bytes() for path in around.iterdir() if path.is_file()}


def _problems(repository: Repository) -> dict[str, str]:
    """The code of the first problem of each file, as the check of a proposal tells them."""
    before = _outside(repository)
    done = ambito(repository.folder, "check", "--solo-modifiche", "main", "--formato", "json")
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    assert "Segreto di casa" not in done.stdout
    assert _outside(repository) == before
    found: dict[str, str] = {}
    for problem in json.loads(done.stdout)["problemi"]:
        found.setdefault(problem["file"], problem["code"])
    return found


def _branch(repository: Repository) -> Path:
    repository.git("switch", "--quiet", "--create", "ostile")
    return repository.catalogue


def test_everything_at_once_is_told_file_by_file(repository: Repository) -> None:
    catalogue = _branch(repository)
    services = catalogue / "valle/servizi"
    (services / "fuori.yaml").symlink_to(Path("../../../../segreto.yaml"))
    (catalogue / "altrove").symlink_to(repository.folder.parent, target_is_directory=True)
    with (services / "enorme.yaml").open("wb") as huge:
        huge.truncate(HUGE)
    good = (services / "assistenza-domiciliare.yaml").read_bytes()
    (services / "Assistenza-Domiciliare.yaml").write_bytes(good)
    (services / "con-bom.yaml").write_bytes(b"\xef\xbb\xbf" + good)
    (services / "assistenza-domiciliare.yaml").write_bytes(good.replace(b"\n", b"\r\n"))  # as Windows writes it: fine
    repository.commit("Ostile")
    assert _problems(repository) == {
        "catalogue/altrove": "collegamento-simbolico",
        "catalogue/valle/servizi/Assistenza-Domiciliare.yaml": "nome-file",
        "catalogue/valle/servizi/con-bom.yaml": "codifica",
        "catalogue/valle/servizi/enorme.yaml": "file-troppo-grande",
        "catalogue/valle/servizi/fuori.yaml": "collegamento-simbolico",
    }


def test_a_submodule_brings_nothing_in(repository: Repository) -> None:
    catalogue = _branch(repository)
    commit = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},catalogue/valle/servizi/modulo")
    (catalogue / "valle/servizi/modulo").mkdir()
    repository.git("commit", "--quiet", "--message", "Sottomodulo")
    assert _problems(repository) == {}
    (catalogue / "valle/servizi/modulo/dentro.yaml").write_text(SECRET, encoding="utf-8")
    found = ambito(repository.folder, "check", "--formato", "json")
    assert [one["code"] for one in json.loads(found.stdout)["problemi"]] == ["file-fuori-posto"]


def test_a_rename_by_case_alone_is_told(repository: Repository) -> None:
    catalogue = _branch(repository)
    old = catalogue / "valle/sportelli/sportello-casa.yaml"
    old.rename(old.with_name("Sportello-Casa.yaml"))
    repository.commit("Maiuscole")
    assert _problems(repository)["catalogue/valle/sportelli/Sportello-Casa.yaml"] == "nome-file"


def test_a_build_of_such_a_branch_writes_nothing(repository: Repository) -> None:
    catalogue = _branch(repository)
    (catalogue / "valle/servizi/fuori.yaml").symlink_to(Path("../../../../segreto.yaml"))
    (repository.folder / "mkdocs.yml").write_bytes((Path(__file__).parents[2] / "mkdocs.yml").read_bytes())
    before = _outside(repository)
    done = ambito(repository.folder, "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not (repository.folder / "site").exists()
    assert _outside(repository) == before
