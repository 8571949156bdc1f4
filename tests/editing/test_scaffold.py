"""`ambito nuova`: a scheda ready to be filled in, which the check then asks about."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.clock import today
from generator.editing.fields import fields_of
from generator.editing.scaffold import NEW, id_from, path_of, unnamed
from generator.editing.schema import ONE_RECORD
from generator.reading.loader import load_bytes
from generator.reading.reading import read_catalogue
from tests.reading.examples import copy_of_base


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_base(tmp_path)


def _new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["nuova", *arguments, "--catalogo", str(root)])


@pytest.mark.parametrize("kind", NEW)
def test_the_check_asks_for_every_required_field_and_for_nothing_else(root: Path, kind: str) -> None:
    result = _new(root, kind, "--ambito", "valle", "--id", "prova")
    assert result.exit_code == 0, result.output
    problems = [p for p in read_catalogue(root, today()).problems if "prova" in p.file]
    required = {field.name for field in fields_of(ONE_RECORD[kind]) if field.required}
    assert {(problem.code, problem.path) for problem in problems} == {("valore-vuoto", name) for name in required}


@pytest.mark.parametrize("kind", NEW)
def test_every_field_is_there_with_its_explanation(root: Path, kind: str) -> None:
    _new(root, kind, "--ambito", "valle", "--id", "prova")
    text = (root / path_of(kind, "valle", "prova")).read_text(encoding="utf-8")
    for field in fields_of(ONE_RECORD[kind]):
        assert f"# {field.help}" in text
        assert re.search(rf"^(?:# )?{field.name}:", text, re.MULTILINE)


def test_the_name_gives_the_id_and_the_comuni_are_listed(root: Path) -> None:
    assert _new(root, "sportello", "--ambito", "valle", "--nome", "Sportello dell'età più bella").exit_code == 0
    text = (root / "valle/sportelli/sportello-dell-eta-piu-bella.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/sportello.json\n")
    assert 'nome: "Sportello dell\'età più bella"\n' in text
    assert "# I Comuni sono: " in text
    assert "valdirose" in text


def test_a_name_is_kept_whatever_it_holds(root: Path) -> None:
    assert _new(root, "servizio", "--ambito", "valle", "--nome", 'Il "Faro": \\ # sì').exit_code == 0
    text = (root / "valle/servizi/il-faro-si.yaml").read_bytes()
    assert load_bytes(text, "").value["nome"] == 'Il "Faro": \\ # sì'


@pytest.mark.parametrize("kind", NEW)
def test_without_a_name_the_file_asks_for_one(root: Path, kind: str) -> None:
    result = _new(root, kind, "--ambito", "valle")
    assert result.exit_code == 0, result.output
    assert "Cambia il nome del file" in result.output
    assert (root / path_of(kind, "valle", unnamed(kind))).is_file()
    again = _new(root, kind, "--ambito", "valle")
    assert (again.exit_code, "c'è già" in again.output) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("servizo", "--ambito", "valle", "--id", "x"), 'Forse intendevi "servizio"?'),
        (("servizio", "--ambito", "monte", "--id", "x"), "non è un Ambito"),
        (("servizio", "--id", "x"), "non è un Ambito"),
        (("servizio", "--ambito", "valle", "--nome", "???"), "--nome"),
        (("servizio", "--ambito", "valle", "--id", "../x"), "--id"),
        (("servizio", "--ambito", "valle", "--id", "assistenza-domiciliare"), "c'è già"),
    ],
)
def test_a_wrong_use_is_told_and_writes_nothing(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(root.rglob("*"))
    result = _new(root, *arguments)
    assert result.exit_code == 2
    assert said in re.sub(r"[\s│]+", " ", result.output)
    assert sorted(root.rglob("*")) == before


def test_an_id_is_made_of_what_an_address_may_hold() -> None:
    assert id_from("Perché c'è l'ADI?  (2026)") == "perche-c-e-l-adi-2026"
    assert id_from("???") == ""
