"""`ambito check`: what it prints and with which status it ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from tests.reading.examples import copy_of_base

BROKEN = """nome: Aiuto <b>per la spesa</b>
in_breve: Qualcuno che fa la spesa per te quando non puoi uscire.
stato: ativo
aree: [anzianni]
destinatari: anziani
comuni: [valdirose, milano]
cosa_servi: [Documento di identità]
costo: Da verificare con l'ufficio
sedi:
  - sede: municipio-di-valdirosa
    orari:
      - { giorni: [lun], dalle: "9", alle: "12:00" }
contatti:
  - { tipo: telefono }
periodo: { dal: 1 luglio 2026 }
finanziamenti: [{ fonte: Comune, importo: 1.500 }]
fonti: []
"""
DAY = {"SOURCE_DATE_EPOCH": "1781517600"}  # 15 June 2026


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_base(tmp_path)


def _check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["check", "--catalogo", str(root), *arguments], env=DAY)


def _write(root: Path, text: str, name: str = "valle/servizi/prova.yaml") -> Path:
    (root / name).write_text(text, encoding="utf-8")
    return root / name


def _with_a_warning(root: Path) -> None:
    path = root / "valle/servizi/segretariato-sociale.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("come_fare")), encoding="utf-8")


def test_a_sound_catalogue_ends_with_0(root: Path) -> None:
    result = _check(root)
    assert (result.exit_code, result.output) == (0, "32 file letti: nessun problema.\n")


def test_an_error_ends_with_1(root: Path) -> None:
    _write(root, "nome: x\n")
    result = _check(root)
    assert result.exit_code == 1
    assert "catalogue/valle/servizi/prova.yaml:1:1 manca «in_breve». [errore]" in result.output


def test_a_warning_ends_with_0_unless_it_counts_as_an_error(root: Path) -> None:
    _with_a_warning(root)
    result = _check(root)
    assert result.exit_code == 0
    assert "0 errori, 1 avviso" in result.output
    assert _check(root, "--avvisi-come-errori").exit_code == 1


@pytest.mark.parametrize(
    "arguments", [("--formato", "carta"), ("--formato",), ("--pippo",), ("catalogue/che/non/esiste.yaml",)]
)
def test_a_wrong_use_ends_with_2(root: Path, arguments: tuple[str, ...]) -> None:
    result = _check(root, *arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_missing_catalogue_is_told(tmp_path: Path) -> None:
    for arguments in ((), (str(tmp_path),)):
        result = _check(tmp_path / "catalogue", *arguments)
        assert result.exit_code == 1
        assert "la cartella del catalogo non c'è" in result.output


def test_ten_faults_in_one_scheda_give_ten_messages_with_those_that_only_other_files_show(root: Path) -> None:
    _write(root, BROKEN)
    result = _check(root, "--formato", "json")
    problems = json.loads(result.output)["problemi"]
    told = {(problem["line"], problem["code"]) for problem in problems}
    assert result.exit_code == 1
    assert told == {
        (1, "codice-nel-testo"),
        (3, "parola-non-prevista"),
        (4, "riferimento"),
        (5, "tipo-sbagliato"),
        (6, "riferimento"),
        (7, "campo-sconosciuto"),
        (8, "nota-interna"),
        (12, "valore-non-valido"),
        (14, "campo-mancante"),
        (15, "valore-non-valido"),
        (16, "valore-non-valido"),
        (17, "lunghezza"),
    }
    assert {problem["file"] for problem in problems} == {"catalogue/valle/servizi/prova.yaml"}
    assert all(problem["message"].endswith(".") and problem["remedy"] for problem in problems)


def test_when_the_values_are_mended_the_references_are_checked(root: Path) -> None:
    mended = {
        "<b>per la spesa</b>": "per la spesa",
        "ativo": "attivo",
        "destinatari: anziani": "destinatari: [anziani]",
        "cosa_servi": "cosa_serve",
        "Da verificare con l'ufficio": "Gratuito.",
        '"9"': '"09:00"',
        "{ tipo: telefono }": '{ tipo: telefono, valore: "030 1234567" }',
        "1 luglio 2026": '"2026-07-01"',
        "1.500": "1500.00",
        "fonti: []": "fonti: [{ documento: piano-di-zona }]",
    }
    text = BROKEN
    for wrong, right in mended.items():
        text = text.replace(wrong, right)
    _write(root, text)
    problems = json.loads(_check(root, "--formato", "json").output)["problemi"]
    assert [(problem["line"], problem["code"]) for problem in problems] == [
        (4, "riferimento"),
        (6, "riferimento"),
        (10, "riferimento"),
    ]


def test_all_problems_of_all_files_come_together(root: Path) -> None:
    _write(root, "nome: [a\n", "valle/servizi/a.yaml")
    _write(root, "nome: [a\n", "valle/sportelli/b.yaml")
    _write(root, "nome: [a\n", "enti/c.yaml")
    problems = json.loads(_check(root, "--formato", "json").output)["problemi"]
    assert [problem["file"] for problem in problems] == [
        "catalogue/enti/c.yaml",
        "catalogue/valle/servizi/a.yaml",
        "catalogue/valle/sportelli/b.yaml",
    ]


def test_paths_choose_which_problems_are_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(root, "nome: [a\n", "valle/servizi/a.yaml")
    _write(root, "nome: [a\n", "enti/c.yaml")
    assert "enti/c.yaml" not in _check(root, str(path)).output
    assert "servizi/a.yaml" in _check(root, str(root / "valle")).output
    assert _check(root, str(root / "documenti.yaml")).exit_code == 0
    monkeypatch.chdir(root.parent)
    result = CliRunner().invoke(app, ["check", "catalogue/enti"], env=DAY)
    assert result.exit_code == 1
    assert "servizi/a.yaml" not in result.output
    monkeypatch.chdir(root)
    result = CliRunner().invoke(app, ["check", "--catalogo", ".", "enti"], env=DAY)
    assert "catalogue/enti/c.yaml:1:7" in result.output


def test_github_and_terminal_tell_the_same_problem(root: Path) -> None:
    _write(root, "nome: [a\n")
    place = "file=catalogue/valle/servizi/prova.yaml,line=1,col=7,title=sintassi"
    assert f"::error {place}::" in _check(root, "--formato", "github").output
    assert "catalogue/valle/servizi/prova.yaml:1:7" in _check(root).output
