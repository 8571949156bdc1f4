"""What holds for any bytes, any YAML and any scheda."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.model.record import Filed
from generator.model.scheda import FOLDER_OF, FOLDERS, KINDS
from generator.model.territorio import Avviso, Ente
from generator.model.vocabolario import VOCABULARIES
from generator.reading.coherence import check_entry
from generator.reading.index import index
from generator.reading.language import check_language
from generator.reading.layout import CatalogueFile
from generator.reading.loader import Loaded, load_bytes
from generator.reading.problem import PROBLEM_KINDS
from generator.reading.reading import assemble
from generator.reading.records import validate
from tests.reading.examples import DAY
from tests.reading.strategies import records, tree

PATH = Path("prova.yaml")
FILES = (
    *(CatalogueFile(PATH, "prova.yaml", "scheda", "prova", "valle", folder) for folder in FOLDERS),
    CatalogueFile(PATH, "prova.yaml", "ambito", "ambito", "valle"),
    CatalogueFile(PATH, "prova.yaml", "comuni", "comuni", "valle"),
    CatalogueFile(PATH, "prova.yaml", "sedi", "sedi", "valle"),
    CatalogueFile(PATH, "prova.yaml", "carta", "carta", "valle"),
    CatalogueFile(PATH, "prova.yaml", "avviso", "prova", "valle"),
    CatalogueFile(PATH, "prova.yaml", "ente", "prova"),
    CatalogueFile(PATH, "prova.yaml", "documenti", "documenti"),
    *(CatalogueFile(PATH, "prova.yaml", "vocabolario", name) for name in VOCABULARIES),
)
RECORDS: tuple[type[Filed], ...] = (*KINDS.values(), Ente, Avviso)
FIELDS = sorted({name for model in RECORDS for name in model.model_fields} - {"id"})
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()
TREES = st.recursive(
    SCALARS,
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=9), below, max_size=6)
    ),
    max_leaves=30,
)
ROOTS = TREES | st.dictionaries(st.sampled_from(FIELDS), TREES, max_size=12)
USUAL = settings(max_examples=200, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
FEWER = settings(USUAL, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _told(loaded: Loaded) -> None:
    for problem in loaded.problems:
        assert problem.code in PROBLEM_KINDS
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.remedy


@USUAL
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(raw: bytes) -> None:
    _told(load_bytes(raw, "prova.yaml"))


@USUAL
@given(st.text(alphabet="abà:-?[]{},&*!|>'\"%@`#<~ \n\t\\0", max_size=120))
def test_any_text_of_yaml_signs_is_read_without_an_exception(text: str) -> None:
    loaded = load_bytes(text.encode(), "prova.yaml")
    _told(loaded)
    lines = len(text.split("\n"))
    assert all(problem.line <= lines + 1 for problem in loaded.problems)


@USUAL
@given(ROOTS, st.sampled_from(FILES))
def test_any_tree_is_validated_and_checked_without_an_exception(value: Any, source: CatalogueFile) -> None:
    loaded = load_bytes(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True).encode(), "prova.yaml")
    read = validate(source, loaded)
    assert read.entries or read.problems or not value
    reading = assemble(PATH, [read], [], [])
    for entry in read.entries:
        reading_of_one = [*check_entry(entry, DAY), *check_language(entry)]
        assert all(problem.message for problem in reading_of_one)
    assert index([read]).repeated == []
    assert all(str(problem) for problem in reading.problems)


@pytest.mark.parametrize("kind", KINDS)
@FEWER
@given(data=st.data())
def test_any_scheda_written_and_read_back_is_the_same(kind: str, data: st.DataObject) -> None:
    model = next(model for name, model in KINDS.items() if name == kind)
    folder = next(folder for name, folder in FOLDER_OF.items() if name == kind)
    record = data.draw(records(model, id="prova", ambito="valle"))
    _same(record, CatalogueFile(PATH, "prova.yaml", "scheda", "prova", "valle", folder))


@FEWER
@given(records(Ente, id="prova"))
def test_any_ente_written_and_read_back_is_the_same(record: Ente) -> None:
    _same(record, CatalogueFile(PATH, "prova.yaml", "ente", "prova"))


@FEWER
@given(records(Avviso, id="prova", ambito="valle"))
def test_any_avviso_written_and_read_back_is_the_same(record: Avviso) -> None:
    _same(record, CatalogueFile(PATH, "prova.yaml", "avviso", "prova", "valle"))


def _same(record: Filed, source: CatalogueFile) -> None:
    text = yaml.dump(tree(record), Dumper=yaml.CSafeDumper, allow_unicode=True, width=100)
    read = validate(source, load_bytes(text.encode(), "prova.yaml"))
    assert [str(problem) for problem in read.problems] == []
    assert [entry.record for entry in read.entries] == [record]
