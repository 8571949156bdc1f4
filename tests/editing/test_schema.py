"""The JSON Schemas are current, are schemas, and accept whatever the check accepts as an editor reads it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.editing.schema import MANY_RECORDS, ONE_RECORD, first_line, schema_name, schemas
from generator.model.record import Filed
from generator.reading.layout import CatalogueFile, walk
from tests.editing.yaml12 import read
from tests.projects import BASE, ROOT
from tests.reading.strategies import records, tree
from tests.reading.trees import filled

CATALOGUE = ROOT / "catalogue"
FEWER = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schemas()[f"{name}.json"]))


def _told(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(value)]


def _files(root: Path) -> list[CatalogueFile]:
    return walk(root)[0]


def test_the_committed_schemas_are_current() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (CATALOGUE / "schema").iterdir()}
    assert committed == schemas(), "run: ambito schema"


@pytest.mark.parametrize("name", [*ONE_RECORD, *MANY_RECORDS])
def test_every_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schemas()[f"{name}.json"]))


@pytest.mark.parametrize("root", [CATALOGUE, BASE], ids=["catalogue", "base"])
def test_every_file_is_valid_as_an_editor_reads_it(root: Path) -> None:
    wrong = {
        file.file: told
        for file in _files(root)
        if (told := _told(schema_name(file), read(file.path.read_text(encoding="utf-8"))))
    }
    assert wrong == {}


def test_the_first_line_of_every_file_names_its_schema() -> None:
    wrong = [
        file.file
        for file in _files(CATALOGUE)
        if file.path.read_text(encoding="utf-8").partition("\n")[0] != first_line(file)
    ]
    assert wrong == []


def test_the_schema_that_a_file_names_is_there() -> None:
    for file in _files(CATALOGUE):
        named = first_line(file).partition("$schema=")[2]
        assert (file.path.parent / named).resolve() == (CATALOGUE / "schema" / f"{schema_name(file)}.json").resolve()


@pytest.mark.parametrize("name", ONE_RECORD)
def test_a_record_with_every_field_is_valid(name: str) -> None:
    assert _told(name, filled(ONE_RECORD[name])) == []


@pytest.mark.parametrize("name", MANY_RECORDS)
def test_many_records_with_every_field_are_valid(name: str) -> None:
    assert _told(name, {"una": filled(MANY_RECORDS[name])}) == []


@pytest.mark.parametrize("name", ["servizio", "contributo", "ente", "avviso"])
@FEWER
@given(data=st.data())
def test_whatever_the_model_takes_the_schema_takes(name: str, data: st.DataObject) -> None:
    model: type[Filed] = ONE_RECORD[name]
    given_by_path = {"id": "prova"} | ({"ambito": "valle"} if name != "ente" else {})
    record = data.draw(records(model, **given_by_path))
    assert _told(name, read(yaml.dump(tree(record), Dumper=yaml.CSafeDumper, allow_unicode=True))) == []


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("stato: ativo", "$.stato"),
        ("nom: Prova", "$"),
        ("comuni: tuti", "$.comuni"),
        ("periodo: { dal: 1 luglio 2026 }", "$.periodo.dal"),
        ("in_breve: Breve", "$.in_breve"),
        ("aree: Anziani", "$.aree"),
        ("accesso: { diretto: forse }", "$.accesso.diretto"),
        ("sedi: [{ sede: a, orari: [{ giorni: [lunedì], dalle: 9, alle: 12:00 }] }]", "$.sedi[0].orari[0].giorni[0]"),
        ("requisiti: [{ testo: Prova, condizione: { eta: { almeno: 1 }, isee: { almeno: 1 } } }]", "$.requisiti[0]"),
    ],
)
def test_a_mistake_is_told_at_its_place(written: str, place: str) -> None:
    base = read((BASE / "valle/servizi/assistenza-domiciliare.yaml").read_text(encoding="utf-8"))
    told = _told("servizio", {**base, **read(written)})
    assert any(one.startswith(place) for one in told), told


def test_ids_that_the_path_gives_are_not_written() -> None:
    schema = json.loads(schemas()["servizio.json"])
    assert not {"id", "ambito"} & set(schema["properties"])


def test_every_field_is_explained_with_an_example() -> None:
    def bare(schema: Any, steps: str = "$") -> list[str]:
        fields = schema.get("properties", {}) if isinstance(schema, dict) else {}
        lacking = [
            f"{steps}.{name}" for name, one in fields.items() if not one.get("description") or not one["examples"]
        ]
        inner = schema.get("$defs", {}) if isinstance(schema, dict) else {}
        return [*lacking, *(found for name, one in inner.items() for found in bare(one, f"{steps}.{name}"))]

    assert [found for text in schemas().values() for found in bare(json.loads(text))] == []
