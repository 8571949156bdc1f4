"""Each field of the model as data: label, help, example and what may be written in it.

JSON Schema, the editors' guide, the canonical form and the form in the browser are made from this one description, so
that a field says the same everywhere.
"""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generator.model.condizione import Condizione, NumberOrThreshold
from generator.model.record import Internal, Record, Reference, ReferenceKind
from generator.model.scheda import Scheda
from generator.model.text import EditorsNote, Markdown, Prose, on_one_line
from generator.model.value import Amount, ClockTime, Day, Degrees, LineRanges, Number, WebAddress, Whole, YesNo
from generator.reading.sentences import written

Kind = Literal[
    "line",
    "prose",
    "markdown",
    "choice",
    "reference",
    "day",
    "time",
    "whole",
    "number",
    "amount",
    "degrees",
    "yes_no",
    "web_address",
    "line_ranges",
    "number_or_threshold",
    "condition",
    "record",
    "list",
    "word_or_list",
    "by_year",
]

_SPECIAL: tuple[tuple[Any, Kind], ...] = (
    (Condizione, "condition"),
    (NumberOrThreshold, "number_or_threshold"),
    (Day, "day"),
    (ClockTime, "time"),
    (Whole, "whole"),
    (Number, "number"),
    (Amount, "amount"),
    (Degrees, "degrees"),
    (YesNo, "yes_no"),
    (WebAddress, "web_address"),
    (LineRanges, "line_ranges"),
    (Markdown, "markdown"),
    (Prose, "prose"),
    (EditorsNote, "prose"),
)

LABELS = {
    "a_chi_e_rivolto": "A chi è rivolto",
    "a_che_serve": "A che serve",
    "accessibilita": "Accessibilità",
    "cap": "CAP",
    "codice": "Codice",
    "eta": "Età",
    "eta_dei_figli": "Età dei figli",
    "invalidita": "Invalidità",
    "isee": "ISEE",
    "istat": "Codice ISTAT",
    "lat": "Latitudine",
    "leps": "LEPS",
    "lon": "Longitudine",
    "legge_104": "Legge 104",
    "note_redazione": "Note della redazione",
    "qualita": "Qualità",
    "unita": "Unità",
    "url": "Indirizzo web",
}
"""Labels that a key does not give by itself."""
CLOSING = "parte_di"
"""The first of the fields that close a scheda: what is related, who verified it, its sources, the editors' notes."""


@dataclass(frozen=True, slots=True)
class Value:
    """What may be written in a field. `item` is that of a list, `record` the group of keys, `choices` the words."""

    kind: Kind
    choices: tuple[str, ...] = ()
    reference: ReferenceKind | None = None
    record: type[Record] | None = None
    item: "Value | None" = None
    least: int | None = None
    most: int | None = None
    """Characters of a text, entries of a list, or bounds of a whole number."""
    pattern: str | None = None
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field that an editor writes. `default` is None where leaving it out means that it is not known."""

    name: str
    label: str
    help: str
    example: Any
    required: bool
    default: Any
    value: Value


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a record in their canonical order, without those that the path of the file gives."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        Field(
            name=name,
            label=label_of(name),
            help=info.description or "",
            example=info.examples[0] if info.examples else None,
            required=info.is_required(),
            default=None if info.is_required() or info.default == () else info.default,
            value=_constrained(value_of(hints[name]), info),
        )
        for name, info in _ordered(model)
        if written(info)
    )


def _ordered(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields of a record; what a kind of scheda adds stands before what closes every scheda, not after it."""
    fields = list(model.model_fields.items())
    if not issubclass(model, Scheda):
        return fields
    own = [one for one in fields if one[0] not in Scheda.model_fields]
    shared = [one for one in fields if one[0] in Scheda.model_fields]
    place = list(Scheda.model_fields).index(CLOSING)
    return [*shared[:place], *own, *shared[place:]]


def field(model: type[BaseModel], name: str) -> Field | None:
    """One field of a record by its name."""
    return next((one for one in fields_of(model) if one.name == name), None)


def records_in(model: type[Record]) -> Iterator[type[Record]]:
    """The records that a record's fields hold, directly or further down, each once, as they are met."""
    met: dict[type[Record], None] = {}
    left = [model]
    while left:
        for one in fields_of(left.pop(0)):
            inner: Value | None = one.value
            while inner is not None:
                if inner.record is not None and inner.record not in met:
                    met[inner.record] = None
                    left.append(inner.record)
                inner = inner.item
    yield from met


def label_of(name: str) -> str:
    """The label of a key: `cosa_serve` is «Cosa serve»."""
    return LABELS.get(name, name.replace("_", " ").capitalize())


def value_of(annotation: Any) -> Value:
    """What an annotation of the model lets an editor write."""
    for known, kind in _SPECIAL:
        if annotation == known:
            return Value(kind, internal=known == EditorsNote, **_limits(annotation))
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _annotated(parts[0], parts[1:])
    if origin in (typing.Union, types.UnionType):
        present = [part for part in parts if part is not type(None)]
        return value_of(present[0]) if len(present) == 1 else _word_or_list(present)
    if origin is Literal:
        return Value("choice", choices=tuple(str(word) for word in parts))
    if origin is tuple:
        return Value("list", item=value_of(parts[0]))
    if origin is dict:
        return Value("by_year", item=value_of(parts[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Value("record", record=annotation)
    if annotation is str:
        return Value("line")
    raise TypeError(f"no editor's field is known for {annotation}")


def _word_or_list(parts: list[Any]) -> Value:
    values = [value_of(part) for part in parts]
    words = next(value for value in values if value.kind == "choice")
    items = next(value for value in values if value.kind == "list")
    return Value("word_or_list", choices=words.choices, item=items.item, least=items.least)


def _annotated(inner: Any, marks: tuple[Any, ...]) -> Value:
    found = value_of(inner)
    reference = next((mark.kind for mark in marks if isinstance(mark, Reference)), None)
    if reference is not None:
        return Value("reference", reference=reference, **_limits(typing.Annotated[inner, *marks]))
    if inner is str:
        lines = any(isinstance(mark, AfterValidator) and mark.func is on_one_line for mark in marks)
        found = replace(found, kind="line" if lines or found.kind == "line" else found.kind)
    found = replace(found, **_limits(typing.Annotated[inner, *marks]))
    return replace(found, internal=found.internal or any(isinstance(mark, Internal) for mark in marks))


def _limits(annotation: Any) -> dict[str, Any]:
    return dict(found for mark in getattr(annotation, "__metadata__", ()) for found in _of_mark(mark))


def _constrained(value: Value, info: FieldInfo) -> Value:
    for mark in info.metadata:
        for name, limit in _of_mark(mark):
            value = replace(value, **{name: limit})
    return value


def _of_mark(mark: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(mark, StringConstraints):
        yield from (
            (name, limit)
            for name, limit in (("least", mark.min_length), ("most", mark.max_length), ("pattern", mark.pattern))
            if limit is not None
        )
    elif isinstance(mark, MinLen):
        yield "least", mark.min_length
    elif isinstance(mark, MaxLen):
        yield "most", mark.max_length
    elif isinstance(mark, Ge):
        yield "least", mark.ge
    elif isinstance(mark, Le):
        yield "most", mark.le
    elif isinstance(mark, FieldInfo):
        for inner in mark.metadata:
            yield from _of_mark(inner)
    elif getattr(mark, "pattern", None):
        yield "pattern", mark.pattern
