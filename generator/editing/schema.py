"""JSON Schema (draft 2020-12) of each kind of file: with it an editor (VS Code) completes and explains in Italian.

An editor reads YAML 1.2: what is not in quotes may be a number or a boolean there, while our reader keeps the text that
was written. So wherever a text may look like a number, the schema takes the number too. What only the check can say
(references, dates that contradict each other, HTML in a text) is left to the check.
"""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.editing.fields import Field, Value, fields_of, label_of
from generator.model.carta import Carta
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.contatto import Sede
from generator.model.fonte import Documento
from generator.model.guida import Guida
from generator.model.record import Filed, Record
from generator.model.scheda import FOLDERS, KINDS
from generator.model.territorio import Ambito, Avviso, Comune, Ente
from generator.model.vocabolario import VOCABULARIES
from generator.reading.layout import CatalogueFile
from generator.reading.references import NAMES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"
"""Where the schemas are, inside the catalogue."""
_YES_OR_NO = r"^\s*([Ss][ÌìIi]|[Tt][Rr][Uu][Ee]|[Vv][Ee][Rr][Oo]|[Yy][Ee][Ss]|[Nn][Oo]|[Ff][Aa][Ll][Ss][EeOo])\s*$"
SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"

ONE_RECORD: Mapping[str, type[Filed]] = {
    **{str(kind): model for kind, model in KINDS.items()},
    "ambito": Ambito,
    "avviso": Avviso,
    "carta": Carta,
    "ente": Ente,
    "guida": Guida,
}
"""Files that hold one record, by the name of their schema."""
MANY_RECORDS: Mapping[str, type[Filed]] = {
    "comuni": Comune,
    "sedi": Sede,
    "documenti": Documento,
    **{name: vocabulary.entry for name, vocabulary in VOCABULARIES.items()},
}
"""Files that hold many records by id, by the name of their schema."""


def schemas() -> dict[str, str]:
    """The text of every schema by its file name."""
    found = {name: _of_one(name, model) for name, model in ONE_RECORD.items()}
    found |= {name: _of_many(name, model) for name, model in MANY_RECORDS.items()}
    return {f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in found.items()}


def schema_name(source: CatalogueFile) -> str:
    """The schema of a file of the catalogue, without `.json`."""
    if source.shape == "scheda":
        return FOLDERS[source.folder]
    return source.name if source.shape == "vocabolario" else source.shape


def model_of(source: CatalogueFile) -> tuple[type[Filed], bool]:
    """The record that a file holds, and whether it holds many of them by id."""
    name = schema_name(source)
    return (ONE_RECORD[name], False) if name in ONE_RECORD else (MANY_RECORDS[name], True)


def first_line(source: CatalogueFile) -> str:
    """The comment with which a file names its schema."""
    depth = len(PurePosixPath(source.file).parts) - 2
    return f"# yaml-language-server: $schema={'../' * depth or './'}{FOLDER}/{schema_name(source)}.json"


def record_schema(model: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record; the records inside it are added to `definitions`."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields_of(model) if field.required],
        "properties": {field.name: _field(field, definitions) for field in fields_of(model)},
    }


def _of_one(name: str, model: type[Filed]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    body = record_schema(model, definitions)
    title = f"{label_of(name)}: i campi del file"
    return {"$schema": DIALECT, "title": title, **body, "$defs": definitions}


def _of_many(name: str, model: type[Filed]) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    entry = record_schema(model, definitions)
    return {
        "$schema": DIALECT,
        "title": f"{label_of(name)}: un gruppo di campi per ogni id",
        "type": "object",
        "propertyNames": {"pattern": SLUG, "maxLength": 80},
        "additionalProperties": entry,
        "$defs": definitions,
    }


def _field(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    help_text = field.help + (f" {NAMES[kind][1]}" if (kind := _referred(field.value)) else "")
    found: dict[str, Any] = {"title": field.label, "description": help_text, **_value(field.value, definitions)}
    if field.default is not None:
        found["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    if field.example is not None:
        found["examples"] = [field.example]
    return found


def _referred(value: Value) -> Any:
    return value.reference or (value.item.reference if value.item else None)


def _value(value: Value, definitions: dict[str, Any]) -> dict[str, Any]:
    match value.kind:
        case "record":
            return _reference(value.record, definitions)
        case "condition":
            return _condition(definitions)
        case "list" | "word_or_list":
            return _list(value, definitions)
        case "by_year":
            item = _value(value.item, definitions) if value.item else {}
            return {"type": "object", "propertyNames": {"pattern": "^[0-9]{4}$"}, "additionalProperties": item}
        case "choice":
            return {"enum": list(value.choices)}
        case "yes_no":
            return {"anyOf": [{"enum": ["sì", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": _YES_OR_NO}]}
        case "whole" | "number" | "amount" | "degrees":
            bounds = {} if value.kind == "degrees" else {"minimum": value.least or 0}
            return {**_SHAPES[value.kind], **bounds, **({"maximum": value.most} if value.most is not None else {})}
        case "reference":
            return {**_text(value), "x-riferimento": value.reference}
    return {**_text(value), **_SHAPES.get(value.kind, {})}


_SHAPES: Mapping[str, dict[str, Any]] = {
    "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "time": {"pattern": "^([01]?[0-9]|2[0-4])[:.][0-5][0-9]$"},
    "whole": {"type": ["integer", "string"], "pattern": "^[0-9]{1,9}$"},
    "number": {"type": ["number", "string"], "pattern": "^[0-9]{1,9}([.,][0-9]{1,2})?$"},
    "amount": {"type": ["number", "string"], "pattern": "^[0-9]{1,12}(\\.[0-9]{1,2})?$"},
    "degrees": {"type": ["number", "string"], "pattern": "^-?[0-9]{1,3}\\.[0-9]{1,8}$"},
    "web_address": {"type": "string", "pattern": "^https?://"},
    "number_or_threshold": {"type": ["number", "string"], "minimum": 0, "pattern": f"^[0-9.]+$|{SLUG}"},
}


def _text(value: Value) -> dict[str, Any]:
    """A text; one that is all digits is a number to an editor, when it is not in quotes."""
    found: dict[str, Any] = {"type": ["string", "number"]}
    if value.least:
        found["minLength"] = value.least
    if value.most:
        found["maxLength"] = value.most
    if value.pattern:
        found["pattern"] = value.pattern
    return found


def _list(value: Value, definitions: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "array", "items": _value(value.item, definitions) if value.item else {}}
    if value.least:
        found["minItems"] = value.least
    if value.most:
        found["maxItems"] = value.most
    return {"anyOf": [{"enum": list(value.choices)}, found]} if value.choices else found


def _reference(model: type[Record] | None, definitions: dict[str, Any]) -> dict[str, Any]:
    assert model is not None
    name = model.__name__
    if name not in definitions:
        definitions[name] = {}  # a record may hold itself
        definitions[name] = record_schema(model, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _condition(definitions: dict[str, Any]) -> dict[str, Any]:
    """Exactly one key of fourteen: as one object, so that an editor offers them all."""
    if "Condizione" not in definitions:
        definitions["Condizione"] = {}
        properties = {
            key: _field(field, definitions) for key, record in CONDITIONS.items() for field in fields_of(record)
        }
        definitions["Condizione"] = {
            "description": "Una condizione sola; per metterne insieme più d'una: tutte, almeno_una, non.",
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
            "properties": properties,
        }
    return {"$ref": "#/$defs/Condizione"}
