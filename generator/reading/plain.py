"""The values of a file in which there is nothing to say: as nearly all are, in two thirds of the time.

The careful loader (`loader.py`) keeps the place of every value and explains what is wrong; this one gives up at the
first thing that is not plain, and the file is read again with care. A test holds one against the other.
"""

import re
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

MAX_DEPTH = 20
MAX_KEY = 80
NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


class NotPlainError(Exception):
    """The file must be read with care."""


class PlainLoader:
    """Reads one file, given as text without hidden characters."""

    def __init__(self, text: str) -> None:
        self.get = CParser(text).get_event

    def read(self) -> dict[str, Any]:
        """The values. Raises NotPlainError, or what the parser raises."""
        self.get()
        start: Any = self.get()
        event: Any = self.get()
        if type(event) is not MappingStartEvent or start.version or start.tags or event.anchor or event.tag:
            raise NotPlainError
        values = self._mapping(1)
        if type(self.get()) is not DocumentEndEvent or type(self.get()) is not StreamEndEvent:
            raise NotPlainError
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        get = self.get
        while type(event := get()) is not MappingEndEvent:
            if type(event) is not ScalarEvent or not _is_plain(event):
                raise NotPlainError
            key = event.value
            if key in values or key == "<<" or len(key) > MAX_KEY or "\n" in key:
                raise NotPlainError
            values[key] = self._value(get(), depth + 1)
        return values

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            if not _is_plain(event):
                raise NotPlainError
            return event.value
        if depth > MAX_DEPTH or event.anchor is not None or event.tag is not None:
            raise NotPlainError
        if kind is MappingStartEvent:
            return self._mapping(depth)
        if kind is not SequenceStartEvent:
            raise NotPlainError
        values = []
        get = self.get
        while type(event := get()) is not SequenceEndEvent:
            values.append(self._value(event, depth + 1))
        return values


def _is_plain(event: Any) -> bool:
    text = event.value
    if event.anchor is not None or event.tag is not None or not text or text.isspace():
        return False
    if text in NULL_WORDS and event.implicit[0]:
        return False
    return event.style != '"' or HIDDEN.search(text) is None
