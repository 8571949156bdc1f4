"""A condition as plain data, in the same words in which it is written: the browser reads it again by itself."""

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
