"""Versions from Git: renames and moves, hostile branches, the command, and how long it takes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.editing.changes.change import Difference, RecordChange
from generator.editing.changes.compare import compare
from generator.editing.changes.reports import MAX_COMMENT
from generator.editing.changes.version import GitError, git, of_folder, of_revision
from generator.reading.reporters.markdown import inert
from generator.site.labels import Labels
from tests.benchmarks.shapes import model_of
from tests.benchmarks.synthetic import Size, write_catalogue
from tests.editing.changes.repositories import Repository
from tests.projects import ROOT

LABELS = Labels.load(ROOT / "site_config" / "strings.yaml")
DESK = "valle/sportelli/sportello-casa.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def _difference(repository: Repository, base: str = "main") -> Difference:
    return compare(of_revision(repository.catalogue, base), of_folder(repository.catalogue), LABELS)


def _only(repository: Repository) -> RecordChange:
    (record,) = _difference(repository).records
    return record


def _run(repository: Repository, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["differenze", *arguments, "--catalogo", str(repository.catalogue)])


def test_nothing_changed_is_said(repository: Repository) -> None:
    assert _difference(repository).records == ()
    assert "nel catalogo non cambia nulla" in _run(repository, "main").output


def test_a_renamed_scheda_is_followed_and_keeps_its_address(repository: Repository) -> None:
    path = repository.catalogue / DESK
    moved = path.with_name("sportello-abitare.yaml")
    moved.write_text(path.read_text(encoding="utf-8") + "id_precedenti: [sportello-casa]\n", encoding="utf-8")
    path.unlink()
    told = _only(repository)
    assert (told.event, told.key) == ("spostata", "valle/sportello-abitare")
    assert [one.sentence for one in told.changes] == [
        "Cambia indirizzo, da «valle/sportello-casa» a «valle/sportello-abitare».",
        "Chi arriva da «sportello-casa» viene portato qui.",
    ]


def test_a_scheda_renamed_without_a_trace_is_followed_by_its_content(repository: Repository) -> None:
    path = repository.catalogue / DESK
    path.rename(path.with_name("sportello-abitare.yaml"))
    told = _only(repository)
    assert (told.event, told.severity) == ("spostata", "alta")
    assert "se non si scrive id_precedenti" in told.changes[0].sentence


def test_a_scheda_of_another_kind_is_the_same_scheda(repository: Repository) -> None:
    path = repository.catalogue / DESK
    text = path.read_text(encoding="utf-8").replace("lingue: [italiano, inglese, arabo]\n", "")
    (repository.catalogue / "valle/servizi/sportello-casa.yaml").write_text(text, encoding="utf-8")
    path.unlink()
    sentences = [one.sentence for one in _only(repository).changes]
    assert "Cambia tipo: Servizio invece di Sportello." in sentences
    assert "Le lingue: non si dice più (era «italiano, inglese e arabo»)." in sentences or any(
        "lingue" in one for one in sentences
    )


def test_the_pages_the_chapter_and_the_approvers_are_told(repository: Repository) -> None:
    repository.change(DESK, ("800 000000", "800 111111"))
    told = json.loads(_run(repository, "main", "--formato", "json").output)["cambiamenti"]
    assert told[0]["pagine"][:2] == ["sportelli/valle/sportello-casa/", "carta/valle/"]
    assert "comuni/valdirose/" in told[0]["pagine"]
    assert told[0]["carta"].startswith("Carta di Valle, area ")
    assert told[0]["approva"][0] == "associazione-porte-aperte"


def test_a_place_and_an_ente_change_the_pages_of_the_schede_that_show_them(repository: Repository) -> None:
    repository.change("valle/sedi.yaml", ("Piazza delle Rose, 1", "Piazza delle Rose, 2"))
    repository.change("enti/associazione-porte-aperte.yaml", ("nome: Porte Aperte ODV", "nome: Porte Apertissime ODV"))
    repository.change("vocabolari/aree.yaml", ("nome: Casa,", "nome: Casa e alloggio,"))
    found = {record.what: record for record in _difference(repository).records}
    page = "sportelli/valle/sportello-casa/"
    assert {page, "carta/valle/"} <= set(found["sedi"].pages)
    assert {"enti/associazione-porte-aperte/", page} <= set(found["ente"].pages)
    assert "strutture/valle/casa-rifugio/" not in found["sedi"].pages
    assert found["ente"].approvers[0] == "associazione-porte-aperte"
    assert "approva: la redazione" in _run(repository, "main").output


def test_two_revisions_are_compared_without_touching_the_folder(repository: Repository) -> None:
    repository.change(DESK, ('dalle: "10:00"', 'dalle: "09:30"'))
    second = repository.commit("Orario")
    (repository.catalogue / DESK).write_text("nome: [\n", encoding="utf-8")
    result = _run(repository, "HEAD~1", second)
    assert "il giovedì apre alle 9:30 invece che alle 10" in result.output
    assert (repository.catalogue / DESK).read_text(encoding="utf-8") == "nome: [\n"


def test_a_file_with_errors_is_told_and_the_rest_is_compared(repository: Repository) -> None:
    (repository.catalogue / DESK).write_text("nome: [\n", encoding="utf-8")
    repository.change("valle/strutture/casa-rifugio.yaml", ("posti: 6", "posti: 4"))
    found = _difference(repository).records
    assert {(one.event, one.severity) for one in found} == {("illeggibile", "alta"), ("modificata", "alta")}


@pytest.mark.parametrize("name", ["", "--output=x", "nessuno", "main; rm -rf .", "main:catalogue"])
def test_a_revision_that_is_not_there_is_told(repository: Repository, name: str) -> None:
    before = sorted(repository.folder.rglob("*"))
    assert _run(repository, "--", name).exit_code == 2
    assert sorted(repository.folder.rglob("*")) == before


def test_outside_git_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    with pytest.raises(GitError):
        git(tmp_path / "catalogue", "rev-parse", "HEAD")
    result = CliRunner().invoke(app, ["differenze", "main", "--catalogo", str(tmp_path / "catalogue")])
    assert result.exit_code == 2


def _tree(repository: Repository, *entries: tuple[str, str, bytes]) -> str:
    """A commit whose catalogue also holds these entries (mode, path, content), written without the index's checks."""
    lines = repository.git("ls-tree", "-r", "HEAD").splitlines()
    for mode, path, content in entries:
        blob = (
            repository.git("rev-parse", "HEAD")
            if mode == "160000"
            else repository.git("hash-object", "-w", "--stdin", given=content)
        )
        lines.append(f"{mode} {'commit' if mode == '160000' else 'blob'} {blob}\t{path}")
    index = "\n".join(line.replace(" blob ", " ").replace(" commit ", " ") for line in lines) + "\n"
    repository.git("read-tree", "--empty")
    repository.git("update-index", "--index-info", given=index.encode())
    tree = repository.git("write-tree")
    commit = repository.git("commit-tree", tree, "-p", "HEAD", "-m", "ostile")
    repository.git("read-tree", "HEAD")
    return commit


HOSTILE = [
    ("120000", "catalogue/valle/servizi/link.yaml", b"/etc/passwd", "è un collegamento a un altro file"),
    ("160000", "catalogue/valle/servizi/modulo", b"", "è un sottomodulo"),
    ("100644", "catalogue/valle/servizi/enorme.yaml", b"nome: " + b"a" * 100_000_000, "pesa 97656 KiB"),
    ("100644", "catalogue/valle/servizi/ASSISTENZA-DOMICILIARE.yaml", b"nome: a\n", "salvo le maiuscole"),
]


@pytest.mark.parametrize(("mode", "path", "content", "said"), HOSTILE)
def test_what_a_hostile_branch_holds_is_refused_by_name(
    repository: Repository, mode: str, path: str, content: bytes, said: str
) -> None:
    commit = _tree(repository, (mode, path, content))
    before = set(repository.folder.parent.rglob("*"))
    result = _run(repository, "HEAD", commit)
    assert result.exit_code == 0, result.output
    assert said in result.output
    assert set(repository.folder.parent.rglob("*")) - before == set()


def test_a_path_that_leaves_the_catalogue_is_refused(repository: Repository) -> None:
    """Git itself lets a tree hold a folder called «..», if it is made on purpose."""
    blob = repository.git("hash-object", "-w", "--stdin", given=b"nome: x\n")
    tree = repository.git("mktree", given=f"100644 blob {blob}\tx.yaml\n".encode())
    for _ in range(2):
        tree = repository.git("mktree", given=f"040000 tree {tree}\t..\n".encode())
    catalogue = repository.git("ls-tree", "HEAD:catalogue") + f"\n040000 tree {tree}\tzeta\n"
    whole = repository.git("mktree", given=catalogue.encode())
    root = repository.git("mktree", given=f"040000 tree {whole}\tcatalogue\n".encode())
    commit = repository.git("commit-tree", root, "-m", "ostile")
    before = set(repository.folder.parent.rglob("*"))
    result = _run(repository, "HEAD", commit)
    assert "il percorso esce dal catalogo" in result.output
    assert set(repository.folder.parent.rglob("*")) - before == set()


@pytest.mark.parametrize("file", ["valle/servizi/Nuova.yaml", "valle/altro/nuova.yaml", "enti/a b.yaml"])
def test_a_file_out_of_place_is_told(repository: Repository, file: str) -> None:
    (repository.catalogue / file).parent.mkdir(exist_ok=True)
    (repository.catalogue / file).write_text("nome: x\n", encoding="utf-8")
    commit = repository.commit("Fuori posto")
    assert file in _run(repository, "HEAD~1").output
    assert file in _run(repository, "HEAD~1", commit).output


def test_windows_line_ends_are_no_change_and_a_bom_is_an_error(repository: Repository) -> None:
    path = repository.catalogue / DESK
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert _difference(repository).records == ()
    path.write_bytes(b"\xef\xbb\xbf" + text)
    assert "BOM" in _only(repository).changes[0].sentence


def test_a_comment_holds_nothing_that_runs_mentions_or_links(repository: Repository) -> None:
    repository.change(DESK, ("nome: Sportello Casa", "nome: 'Casa @tutti [x](https://x.example) #12 **forte**'"))
    told = _run(repository, "main", "--formato", "markdown").output
    assert "@" not in told
    assert "](" not in told
    assert "https://" not in told
    assert "**forte**" not in told
    assert inert("a | b <img> `c`") == "a &#124; b &#60;img&#62; &#96;c&#96;"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """3,200 schede of invented Ambiti under Git."""
    folder = tmp_path_factory.mktemp("grande")
    repository = Repository(folder)
    for path in sorted(repository.catalogue.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    model = model_of(ROOT / "catalogue")
    write_catalogue(repository.catalogue, model, Size(ambiti=20, comuni=15, schede=160))
    repository.commit("Grande")
    return repository


def test_many_changes_among_3200_schede_fit_a_comment(large: Repository) -> None:
    schede = sorted(path for path in large.catalogue.glob("*/servizi/*.yaml"))
    for path in schede[:40]:
        path.write_text(
            path.read_text(encoding="utf-8").replace("nome:", "costo: Gratuito.\nnome:", 1), encoding="utf-8"
        )
    result = _run(large, "main", "--formato", "markdown")
    assert result.exit_code == 0, result.output[-300:]
    assert "cambiano 40 schede" in result.output
    assert len(result.output) < MAX_COMMENT + 5_000
