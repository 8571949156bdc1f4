"""Complete YAML trees made from the model itself, so that a new field is tried as soon as it exists."""

import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.model.carta import Carta
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.condizione import Condizione
from generator.model.fonte import Documento
from generator.model.record import Filed, Internal
from generator.model.scheda import KINDS
from generator.model.territorio import Ambito, Avviso, Comune, Ente
from generator.model.vocabolario import VOCABULARIES
from generator.reading.sentences import written

Step = str | int
RECORDS: tuple[type[Filed], ...] = (
    *KINDS.values(),
    Ambito,
    Avviso,
    Carta,
    Comune,
    Documento,
    Ente,
    *(vocabulary.entry for vocabulary in VOCABULARIES.values()),
)
"""Every record that owns a file, or an entry of one (a sede is among the parts of none: it is added where needed)."""


def filled(model: type[BaseModel], conditions: bool = True) -> dict[str, Any]:
    """Every field of a record that an editor can write, nested records included, from the examples of the model."""
    hints = typing.get_type_hints(model, include_extras=True)
    tree: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if written(field):
            example = field.examples[0] if field.examples else None
            tree[name] = _value(hints[name], example, conditions)
    return tree


def _value(annotation: Any, example: Any, conditions: bool) -> Any:
    if annotation == Condizione:
        return filled(CONDITIONS["eta"])
    model = _record_in(annotation)
    if model is None:
        return example
    inside = filled(model, conditions)
    if not isinstance(example, list):
        return inside
    if conditions and "condizione" in inside:
        return [{**inside, "condizione": filled_condition(kind)} for kind in CONDITIONS]
    return [inside]


def filled_condition(kind: str) -> dict[str, Any]:
    """A condition of a kind, with all that it can hold."""
    if kind in {"tutte", "almeno_una"}:
        return {kind: [filled(CONDITIONS["eta"])]}
    return {kind: filled(CONDITIONS["eta"])} if kind == "non" else filled(CONDITIONS[kind])


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if typing.get_origin(annotation) in {tuple, typing.Union, types.UnionType, typing.Annotated}:
        return next((found for part in typing.get_args(annotation) if (found := _record_in(part))), None)
    return None


def internal_fields(model: type[BaseModel]) -> set[str]:
    """The fields of a record that only editors read."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {name for name in model.model_fields if _is_internal(hints[name])}


def _is_internal(annotation: Any) -> bool:
    if any(isinstance(mark, Internal) for mark in getattr(annotation, "__metadata__", ())):
        return True
    return any(_is_internal(part) for part in typing.get_args(annotation))


def leaves(tree: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The key path of every single value of a tree."""
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield from leaves(below, (*steps, key))
    elif isinstance(tree, list):
        for number, below in enumerate(tree):
            yield from leaves(below, (*steps, number))
    else:
        yield steps


def replaced(tree: Any, steps: tuple[Step, ...], value: Any) -> Any:
    """A copy of a tree with one value replaced."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(tree, dict):
        return {**tree, first: replaced(tree[first], tuple(rest), value)}
    return [replaced(below, tuple(rest), value) if n == first else below for n, below in enumerate(tree)]
