"""Kleene's strong three-valued logic: yes, no, not known. What is not known never becomes a no."""

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """What can be said of a condition."""

    YES = "si"
    NO = "no"
    UNKNOWN = "non_so"


def all_of(values: Iterable[Truth]) -> Truth:
    """No if one is no, else not known if one is not known; yes for none at all."""
    found = Truth.YES
    for value in values:
        if value is Truth.NO:
            return Truth.NO
        if value is Truth.UNKNOWN:
            found = Truth.UNKNOWN
    return found


def any_of(values: Iterable[Truth]) -> Truth:
    """Yes if one is yes, else not known if one is not known; no for none at all."""
    found = Truth.NO
    for value in values:
        if value is Truth.YES:
            return Truth.YES
        if value is Truth.UNKNOWN:
            found = Truth.UNKNOWN
    return found


def opposite(value: Truth) -> Truth:
    """Yes and no change places; what is not known stays so."""
    if value is Truth.UNKNOWN:
        return value
    return Truth.NO if value is Truth.YES else Truth.YES
