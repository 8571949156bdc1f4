"""The strict loader: what is written stays as written, with its line and column."""

from pathlib import Path
from typing import Any

import pytest

from generator.model.scheda import Scheda
from generator.reading.loader import MAX_BYTES, load_bytes, load_file
from generator.reading.position import Place, key_path
from generator.reading.problem import MAX_PROBLEMS, first_of_each_file
from generator.reading.reading import read_catalogue
from tests.reading.examples import DAY, EXAMPLES, copy_of_base

TRAPS = [
    *("12:30", "9:00", "08:30", "017025", "017029", "00118", "25047", "0301234567", "no", "on"),
    *("2026-01-05", "=", "1_000", "0x1F", "yes", ".5", "1e3", "Null e basta"),
]
"""Plain scalars that YAML 1.1 readers turn into numbers, booleans and dates."""


def _load(text: str) -> Any:
    loaded = load_bytes(text.encode(), "prova.yaml")
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.value


@pytest.mark.parametrize("written", TRAPS)
def test_a_plain_scalar_stays_as_written(written: str) -> None:
    assert _load(f"a: {written}\n") == {"a": written}
    assert _load(f"- {written}\n- [{written}]\n") == [written, [written]]
    assert _load(f"{written}: a\n") == {written: "a"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_a_value_that_says_nothing_is_told(written: str) -> None:
    problems = load_bytes(f"a: {written}\n".encode(), "prova.yaml").problems
    assert [problem.code for problem in problems] == ["valore-vuoto"]


def test_a_quoted_null_is_a_word() -> None:
    assert _load("a: 'null'\nb: \"~\"\n") == {"a": "null", "b": "~"}


def test_the_model_decides_the_type_of_every_trap(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    (root / "valle/servizi/prova.yaml").write_bytes((EXAMPLES / "valid/trappole-yaml.yaml").read_bytes())
    record = read_catalogue(root, DAY).index.of("scheda")["valle/prova"].record
    assert isinstance(record, Scheda)
    assert list(record.cosa_serve) == TRAPS
    assert (record.nome, record.costo) == ("no", "on")
    assert [contatto.valore for contatto in record.contatti] == ["0301234567", "800000000"]
    hours = [(orario.dalle, orario.alle, orario.su_appuntamento) for orario in record.sedi[0].orari]
    assert hours == [("09:00", "12:30", False), ("08:30", "24:00", True)]
    assert record.periodo is not None
    assert str(record.periodo.dal) == "2026-01-05"
    assert str(record.finanziamenti[0].importo) == "17025"
    assert [str(number) for number in (record.personale[0].numero, record.personale[0].ore)] == ["8", "7.50"]
    assert record.standard[0].valore_raggiunto == {"2025": "12"}


def test_line_ends_of_windows_are_read_as_line_ends(tmp_path: Path) -> None:
    raw = (EXAMPLES / "valid/righe-crlf.yaml").read_bytes()
    assert b"\r\n" in raw
    loaded = load_bytes(raw, "prova.yaml")
    assert loaded.value["descrizione"] == "Prima riga.\n\nSeconda riga."
    assert loaded.place.keys is not None
    assert loaded.place.keys["nome"] == (2, 1)


def test_every_value_knows_its_place() -> None:
    loaded = load_bytes("# uno\na:\n  - b: x\n    c: [y, zà, w]\n".encode(), "prova.yaml")
    place = loaded.place
    assert place.keys == {"a": (2, 1)}
    assert _at(place, "a") == (3, 3)
    assert _at(place, "a", 0, "b") == (3, 8)
    assert _at(place, "a", 0, "c", 2) == (4, 16)
    assert _at(place, "a", 0, "nulla") == _at(place, "a", 0)
    assert _at(place, "a", 7) == _at(place, "a")
    assert place.key("nulla") == (2, 1)


def _at(place: Place, *steps: str | int) -> tuple[int, int]:
    found = place.at(steps)
    return found.line, found.column


def test_a_key_path_is_written_as_people_read_it() -> None:
    assert key_path(("sedi", 0, "orari", 1, "dalle")) == "sedi[0].orari[1].dalle"
    assert key_path(()) == ""


def test_a_column_counts_letters_and_not_bytes() -> None:
    problem = load_bytes("a: [perché, 中文, &x y]\n".encode(), "prova.yaml").problems[0]
    assert (problem.line, problem.column, problem.path) == (1, 17, "a[2]")


def test_several_problems_of_one_file_come_together() -> None:
    loaded = load_bytes(b"a: &x 1\na: 2\nb:\nc: !t 3\n", "prova.yaml")
    told = [(problem.line, problem.code) for problem in loaded.problems]
    assert told == [(1, "ancora"), (2, "chiave-doppia"), (3, "valore-vuoto"), (4, "etichetta-yaml")]


def test_what_came_before_a_syntax_error_is_still_told() -> None:
    loaded = load_bytes(b"a: &x 1\nb: [\n", "prova.yaml")
    assert [problem.code for problem in loaded.problems] == ["ancora", "sintassi"]
    assert loaded.value is None


def test_problems_stop_when_they_are_too_many() -> None:
    loaded = load_bytes(b"- \n" * 5000, "prova.yaml")
    assert len(loaded.problems) == MAX_PROBLEMS + 1
    problems = first_of_each_file(loaded.problems)
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].code == "troppi-problemi"


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "prova.yaml"
    path.write_bytes(b"a: b\n#".ljust(MAX_BYTES, b"x"))
    assert load_file(path, "prova.yaml").value == {"a": "b"}
    path.write_bytes(b"a: b\n#".ljust(MAX_BYTES + 1, b"x"))
    assert [problem.code for problem in load_file(path, "prova.yaml").problems] == ["file-troppo-grande"]


def test_a_file_that_does_not_open_is_told(tmp_path: Path) -> None:
    problems = load_file(tmp_path / "nulla.yaml", "nulla.yaml").problems
    problems += load_file(tmp_path, "cartella.yaml").problems
    assert [problem.code for problem in problems] == ["file-illeggibile", "file-illeggibile"]


def test_one_syntax_error_does_not_make_every_reference_dangling(tmp_path: Path) -> None:
    root = copy_of_base(tmp_path)
    for name in ("valle/comuni.yaml", "valle/sedi.yaml", "vocabolari/aree.yaml", "documenti.yaml"):
        (root / name).write_text("a: [\n", encoding="utf-8")
    assert [problem.code for problem in read_catalogue(root, DAY).problems] == ["sintassi"] * 4
