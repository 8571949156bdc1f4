"""A condition as plain data, in the same words in which it is written: the browser reads it again by itself."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.eligibility.answers import number
from generator.model.record import Record


def plain_condition(condizione: Record) -> Any:
    """`{"eta": {"almeno": 65}}`: numbers as numbers, what is not said left out."""
    return _plain(condizione.model_dump(exclude_none=True))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return number(value) if isinstance(value, Decimal) else value


def thresholds(condizione: Record) -> Iterator[str]:
    """The ids of the thresholds that a condition names."""
    yield from _thresholds(plain_condition(condizione))


def _thresholds(written: Any) -> Iterator[str]:
    if isinstance(written, dict):
        for key, value in written.items():
            yield from (one for one in value.values() if isinstance(one, str)) if key == "isee" else _thresholds(value)
    elif isinstance(written, list):
        for value in written:
            yield from _thresholds(value)
