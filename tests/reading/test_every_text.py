"""Code, scripts and editors' notes in every single value of every record: derived from the model, none forgotten."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.carta import Carta
from generator.model.contatto import Sede
from generator.model.record import Filed
from generator.model.scheda import FOLDER_OF, KINDS, Scheda, Servizio
from generator.model.territorio import Ambito, Avviso, Comune, Ente
from generator.model.vocabolario import VOCABULARIES
from generator.reading.layout import CatalogueFile, Shape
from generator.reading.loader import load_bytes
from generator.reading.position import key_path
from generator.reading.problem import Problem
from generator.reading.records import validate
from tests.reading.trees import RECORDS, filled, internal_fields, leaves, replaced

ALL: tuple[type[Filed], ...] = (*RECORDS, Sede)
CODE = (
    "<script>alert(1)</script>",
    "Testo <img src=x onerror=alert(1)> in mezzo",
    "[Tariffe](javascript:alert(1))",
    "Testo &#60;b&#62;",
    "</textarea><svg/onload=alert(1)>",
)
NOTES = ("Da verificare con il Comune", "Aperto il lunedì (?)", "TODO: chiedere")
REFUSED = {"codice-nel-testo", "nota-interna", "valore-non-valido", "parola-non-prevista", "lunghezza"}


def _source(model: type[Filed]) -> tuple[CatalogueFile, bool]:
    """A file that holds this record, and whether it holds more than one, each under its key."""
    ones: dict[type[Filed], Shape] = {Ambito: "ambito", Avviso: "avviso", Carta: "carta", Ente: "ente"}
    folders = {record: FOLDER_OF[kind] for kind, record in KINDS.items()}
    path = Path("prova.yaml")
    if issubclass(model, Scheda):
        return CatalogueFile(path, "prova.yaml", "scheda", "prova", "valle", folders[model]), False
    if model in ones:
        return CatalogueFile(path, "prova.yaml", ones[model], "prova", "valle"), False
    many: Shape = "comuni" if model is Comune else "sedi" if model is Sede else "documenti"
    for name, vocabulary in VOCABULARIES.items():
        if vocabulary.entry is model:
            return CatalogueFile(path, "prova.yaml", "vocabolario", name), True
    return CatalogueFile(path, "prova.yaml", many, many, "valle"), True


def _problems(model: type[Filed], tree: dict[str, Any]) -> list[Problem]:
    source, many = _source(model)
    text = yaml.dump({"voce": tree} if many else tree, Dumper=yaml.CSafeDumper, allow_unicode=True)
    return list(validate(source, load_bytes(text.encode(), "prova.yaml")).problems)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_the_examples_of_the_model_are_valid(model: type[Filed]) -> None:
    assert [str(problem) for problem in _problems(model, filled(model))] == []


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
@pytest.mark.parametrize("code", CODE)
def test_no_public_value_takes_code(model: type[Filed], code: str) -> None:
    _refused_everywhere(model, code)


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
@pytest.mark.parametrize("note", NOTES)
def test_no_public_value_takes_an_internal_note(model: type[Filed], note: str) -> None:
    _refused_everywhere(model, note)


def _refused_everywhere(model: type[Filed], text: str) -> None:
    tree, (_, many) = filled(model), _source(model)
    internal = internal_fields(model)
    tried = 0
    for steps in leaves(tree):
        if issubclass(model, Scheda) and model is not Servizio and steps[0] in Scheda.model_fields:
            continue  # what all five kinds share is tried once
        problems = _problems(model, replaced(tree, steps, text))
        if steps[0] in internal:
            assert problems == []
            continue
        path = key_path(("voce", *steps) if many else steps)
        assert [(p.path, p.code in REFUSED) for p in problems] == [(path, True)], (steps, problems)
        tried += 1
    assert tried >= (1 if model is not Servizio else 100)


def test_notes_for_editors_are_the_only_internal_fields() -> None:
    assert set().union(*(internal_fields(model) for model in ALL)) == {"note_redazione"}
