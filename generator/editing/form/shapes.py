"""What the form's own file format (`site_config/editor/`) must know of the model: the fields of every record."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.editing.deadlines import office
from generator.editing.fields import Value, fields_of, records_in
from generator.editing.form.config import collection_name
from generator.editing.schema import FOLDER
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.contatto import Sede
from generator.model.record import Record
from generator.model.scheda import FOLDER_OF, KINDS
from generator.model.territorio import Avviso, Ente

CONDITION = "Condizione"


def shapes(catalogue: Catalogue) -> str:
    """JSON: `raccolte` (the collections) and `gruppi` (the fields of each record, in the canonical order)."""
    collections = dict(_collections(catalogue))
    models: tuple[type[Record], ...] = (*KINDS.values(), Avviso, Ente, Sede, *CONDITIONS.values())
    inner = (record for model in models for record in records_in(model))
    groups = {model.__name__: _fields(model) for model in dict.fromkeys((*models, *inner))}
    groups[CONDITION] = {name: shape for record in CONDITIONS.values() for name, shape in _fields(record).items()}
    return json.dumps({"raccolte": collections, "gruppi": groups}, ensure_ascii=False, separators=(",", ":")) + "\n"


def _collections(catalogue: Catalogue) -> Iterator[tuple[str, dict[str, Any]]]:
    for ambito in catalogue.ambiti:
        for kind, model in KINDS.items():
            found = _collection(model, kind, 2)
            yield collection_name(ambito, FOLDER_OF[kind]), {**found, "ufficio": office(ambito, catalogue)}
        yield collection_name(ambito, "avvisi"), _collection(Avviso, "avviso", 2)
        yield collection_name(ambito, "luoghi"), {**_collection(Sede, "sedi", 1), "molti": True}
    yield "enti", _collection(Ente, "ente", 1)


def _collection(model: type[Record], schema: str, depth: int) -> dict[str, Any]:
    line = f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{schema}.json"
    return {"gruppo": model.__name__, "prima_riga": line}


def _fields(model: type[Record]) -> dict[str, Mapping[str, Any]]:
    return {field.name: _shape(field.value) for field in fields_of(model)}


def _shape(value: Value) -> dict[str, Any]:
    found: dict[str, Any] = {"tipo": value.kind}
    if value.record is not None:
        found["gruppo"] = value.record.__name__
    if value.item is not None:
        found["voce"] = _shape(value.item)
    return found
