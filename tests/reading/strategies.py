"""Hypothesis strategies made from the model: any record that the model allows."""

import datetime
import types
import typing
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from annotated_types import Ge, Le, MinLen
from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel, Discriminator, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from generator.model.condizione import KINDS as CONDITIONS
from generator.model.condizione import Condizione
from generator.model.record import Record
from generator.model.text import on_one_line, plain
from generator.model.value import (
    Amount,
    ClockTime,
    Day,
    Degrees,
    LineRanges,
    Number,
    WebAddress,
    Whole,
    YesNo,
)
from generator.reading.plain import HIDDEN
from generator.reading.sentences import written

Values = st.SearchStrategy[Any]

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
_USUAL = st.sampled_from(
    [*list(" abcdeàèìòù'’\":,.-#&*![]{}|>@%~\n"), "no", "null", "09:30", "<<", "✨", "العربية", "中文"]
)
_VALUES: tuple[tuple[Any, Values], ...] = (
    (Day, st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 31))),
    (ClockTime, st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59)) | st.just("24:00")),
    (Number, st.decimals(0, 999_999_999, places=2)),
    (Amount, st.decimals(0, 999_999_999_999, places=2)),
    (Degrees, st.decimals(-180, 180, places=6)),
    (YesNo, st.booleans()),
    (WebAddress, st.from_regex(r"https?://[a-z]{1,9}\.example\.it(/[a-z0-9_?=-]{0,20})?", fullmatch=True)),
    (LineRanges, st.from_regex(r"[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?(, [1-9][0-9]{0,4})?", fullmatch=True)),
    (Condizione, st.deferred(lambda: _condition())),
)


@st.composite
def records(draw: st.DrawFn, /, model: type[Record], **given: str) -> Any:
    """Any record of a model, made by the model itself."""
    return model.model_validate({**draw(_written(model)), **given})


@cache
def _written(model: type[BaseModel]) -> Values:
    hints = typing.get_type_hints(model, include_extras=True)
    needed: dict[str, Values] = {}
    optional: dict[str, Values] = {}
    for name, field in model.model_fields.items():
        if written(field):
            values = _of(hints[name], field.metadata)
            (needed if field.is_required() else optional)[name] = values
    return st.fixed_dictionaries(needed, optional=optional)


def _of(annotation: Any, metadata: list[Any]) -> Values:
    for known, values in _VALUES:
        if annotation == known:
            return values
    if annotation == Whole:
        low = next((mark.ge for mark in metadata if isinstance(mark, Ge)), 0)
        high = next((mark.le for mark in metadata if isinstance(mark, Le)), 999_999_999)
        return st.integers(cast(int, low), cast(int, high))
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        own = annotation.__metadata__
        meant = tuple(mark for mark in own if not isinstance(mark, Tag | Discriminator))
        if len(meant) < len(own):
            return _of(typing.Annotated[(parts[0], *meant)] if meant else parts[0], metadata)
        inner, marks = parts[0], [*own, *metadata]
        marks += [found for mark in marks for found in getattr(mark, "metadata", ())]
        return _text(marks) if inner is str else _of(inner, marks)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if part is type(None) else _of(part, metadata) for part in parts))
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        least = next((mark.min_length for mark in metadata if isinstance(mark, MinLen)), 0)
        return st.lists(_of(parts[0], []), min_size=least, max_size=least + 2).map(tuple)
    if origin is dict:
        return st.dictionaries(_of(parts[0], []), _of(parts[1], []), max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return records(annotation)
    raise NotImplementedError(f"a strategy for {annotation}")


def _condition(depth: int = 2) -> Values:
    kinds = [kind for kind in CONDITIONS if depth or kind not in {"tutte", "almeno_una", "non"}]
    return st.sampled_from(kinds).flatmap(lambda kind: records(CONDITIONS[kind]))


def _text(marks: list[Any]) -> Values:
    limits = [mark for mark in marks if isinstance(mark, StringConstraints)]
    pattern = next((mark.pattern for mark in limits if mark.pattern), None)
    longest = min((mark.max_length for mark in limits if mark.max_length), default=200)
    least = max((mark.min_length for mark in limits if mark.min_length), default=1)
    if pattern is not None:
        return st.from_regex(str(pattern), fullmatch=True).filter(lambda text: len(text) <= longest)
    checks = [mark.func for mark in marks if isinstance(mark, AfterValidator)]
    pieces = st.lists(_LETTERS | _USUAL, min_size=least, max_size=least + 20).map("".join)
    if on_one_line in checks:
        pieces = pieces.map(lambda text: text.replace("\n", " "))
    return pieces.map(_tidy).filter(lambda text: least <= len(text) <= longest and _sound(text, plain in checks))


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", HIDDEN.sub("", text)).strip()


def _sound(text: str, public: bool) -> bool:
    if HIDDEN.search(text):
        return False
    try:
        return not public or plain(text) == text
    except PydanticCustomError:
        return False


def tree(value: Any) -> Any:
    """A record as an editor would write it: only what is not the default, days and numbers as text."""
    if isinstance(value, BaseModel):
        kept = {name: getattr(value, name) for name in value.model_fields_set}
        given = {name for name, field in type(value).model_fields.items() if not written(field)}
        return {name: tree(item) for name, item in kept.items() if item is not None and name not in given}
    if isinstance(value, tuple):
        return [tree(item) for item in value]
    if isinstance(value, dict):
        return {key: tree(item) for key, item in value.items()}
    if isinstance(value, bool):
        return "sì" if value else "no"
    return str(value) if isinstance(value, Decimal | datetime.date | int) else value
