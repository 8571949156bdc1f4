"""One strict YAML loader on libyaml's event parser.

A scalar stays the text that was written: the model decides its type. Whatever lets a file say more than it shows
(anchors, aliases, merge keys, tags, several documents, hidden characters) is a problem, and so is what is too large
or too deep. Reading stops at the first syntax error of a file, since what follows it has no meaning.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.reading.position import Place
from generator.reading.problem import Problem
from generator.reading.syntax import describe_syntax_error

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Loaded:
    """What was read from one file. `value` is None when the file could not be read to its end."""

    file: str
    value: Any = None
    place: Place = field(default_factory=lambda: Place(1, 1))
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, message: str, remedy: str, line: int = 1, column: int = 1, path: str = "") -> None:
        """Adds a problem of this file."""
        self.problems.append(Problem(self.file, line, column, code, path, message, remedy))


def load_file(path: Path, file: str) -> Loaded:
    """Reads one YAML file. `file` is the name under which its problems are told."""
    loaded = Loaded(file)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            loaded.problem(
                "file-troppo-grande",
                f"il file pesa {size // 1024} KiB; il massimo è {MAX_BYTES // 1024} KiB.",
                "Una scheda di solito pesa 3 KiB: togli quello che non serve o dividi il file.",
            )
            return loaded
        raw = path.read_bytes()
    except OSError as failure:
        loaded.problem("file-illeggibile", f"il file non si apre ({failure.strerror}).", "Controlla i permessi del file.")
        return loaded
    return load_bytes(raw, file)


def load_bytes(raw: bytes, file: str) -> Loaded:
    """Reads the bytes of one YAML file."""
    loaded = Loaded(file)
    text = _decode(raw, loaded)
    if text is None:
        return loaded
    builder = _Builder(loaded)
    try:
        builder.read(CParser(text))
    except MarkedYAMLError as failure:
        code, message, remedy = describe_syntax_error(failure, text)
        mark = failure.problem_mark or failure.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        loaded.value = None
        loaded.problem(code, message, remedy, line, column)
    except (YAMLError, ValueError, RecursionError):
        loaded.value = None
        loaded.problem("sintassi", "il file non è YAML corretto.", "Confrontalo con una scheda che funziona.")
    except _TooDeep:
        loaded.value = None
    return loaded


def _decode(raw: bytes, loaded: Loaded) -> str | None:
    if raw.startswith(BOMS):
        loaded.problem(
            "codifica",
            "il file comincia con un BOM, un segno invisibile che alcuni programmi aggiungono.",
            "Salvalo come «UTF-8» e non «UTF-8 con BOM» o «Unicode».",
        )
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        before = raw[: failure.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        loaded.problem(
            "codifica",
            f"il file non è testo UTF-8 (byte {raw[failure.start]:#04x}).",
            "Aprilo con un editor di testo e salvalo con codifica UTF-8.",
            line,
            column,
        )
        return None
    if found := HIDDEN.search(text):
        start = text.rfind("\n", 0, found.start()) + 1
        loaded.problem(
            "carattere-nascosto",
            f"c'è un carattere che non si vede (U+{ord(found.group()):04X}).",
            "Cancella quel punto del testo e riscrivilo a mano.",
            text.count("\n", 0, found.start()) + 1,
            found.start() - start + 1,
        )
        return None
    return text


class _TooDeep(Exception):
    """The nesting limit was passed: the rest of the file is not read."""


class _Builder:
    """Builds values and places from the parser's events, in one pass."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    def read(self, parser: CParser) -> None:
        """Reads the whole stream; exactly one document is expected."""
        self.get = parser.get_event
        self.get()
        event = self.get()
        if isinstance(event, StreamEndEvent):
            self.loaded.problem("file-vuoto", "il file è vuoto.", "Scrivi la scheda, o cancella il file.")
            return
        self._document_start(event)
        value, place = self._node(self.get(), 1)
        if value is None and not self.loaded.problems:
            self.loaded.problem("file-vuoto", "il file è vuoto.", "Scrivi la scheda, o cancella il file.")
        self.loaded.value, self.loaded.place = value, place
        self.get()
        if not isinstance(extra := self.get(), StreamEndEvent):
            self._problem(
                "piu-documenti",
                "dopo una riga «---» comincia un secondo documento.",
                "Lascia una sola scheda per file e togli la riga «---».",
                extra,
            )

    def _document_start(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            self._problem("etichetta-yaml", "c'è una direttiva (riga che comincia con %).", "Togli la riga.", event)

    def _problem(self, code: str, message: str, remedy: str, event: Event, path: str = "") -> None:
        mark = event.start_mark
        self.loaded.problem(code, message, remedy, mark.line + 1, mark.column + 1, path)

    def _refused(self, event: Event) -> bool:
        """Whether the node says more than it shows; the problem is noted."""
        if isinstance(event, AliasEvent):
            self._problem(
                "ancora",
                f"c'è un richiamo (*{event.anchor}).",
                "Scrivi il valore per intero; se il testo comincia con un asterisco, mettilo tra virgolette.",
                event,
            )
            return True
        if event.anchor is not None:
            self._problem(
                "ancora",
                f"c'è un'ancora (&{event.anchor}).",
                "Toglila; se il testo comincia con «&», mettilo tra virgolette.",
                event,
            )
        if event.tag is not None:
            self._problem(
                "etichetta-yaml",
                f"c'è un'etichetta YAML ({event.tag}).",
                "Toglila; se il testo comincia con «!», mettilo tra virgolette.",
                event,
            )
            return True
        return False

    def _node(self, event: Event, depth: int) -> tuple[Any, Place]:
        mark = event.start_mark
        place = Place(mark.line + 1, mark.column + 1)
        refused = self._refused(event)
        if isinstance(event, ScalarEvent):
            if refused or (event.value in NULL_WORDS and event.implicit[0]) or not event.value.strip():
                return None, place
            return event.value, place
        if depth > MAX_DEPTH:
            self._problem(
                "troppi-livelli",
                f"ci sono più di {MAX_DEPTH} livelli, uno dentro l'altro.",
                "Controlla i rientri e le parentesi: una scheda ne ha al massimo sei o sette.",
                event,
            )
            raise _TooDeep
        if isinstance(event, MappingStartEvent):
            return self._mapping(place, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(place, depth)
        return None, place

    def _sequence(self, place: Place, depth: int) -> tuple[list[Any], Place]:
        values: list[Any] = []
        place.items = []
        while not isinstance(event := self.get(), SequenceEndEvent):
            value, below = self._node(event, depth + 1)
            if value is None:
                self._empty(f"[{len(values)}]", below)
                continue
            values.append(value)
            place.items.append(below)
        return values, place

    def _mapping(self, place: Place, depth: int) -> tuple[dict[str, Any], Place]:
        values: dict[str, Any] = {}
        place.keys, place.values = {}, {}
        while not isinstance(event := self.get(), MappingEndEvent):
            key = self._key(event, depth)
            value, below = self._node(self.get(), depth + 1)
            if key is None:
                continue
            mark = event.start_mark
            if key in place.keys:
                self._problem(
                    "chiave-doppia",
                    f"«{key}» c'è già alla riga {place.keys[key][0]}.",
                    "Unisci i due valori e lascia la chiave una volta sola.",
                    event,
                    key,
                )
                continue
            place.keys[key] = (mark.line + 1, mark.column + 1)
            if value is None:
                self._empty(key, below)
                continue
            values[key] = value
            place.values[key] = below
        return values, place

    def _empty(self, path: str, place: Place) -> None:
        if not any(p.line == place.line and p.column == place.column for p in self.loaded.problems):
            self.loaded.problem(
                "valore-vuoto",
                "non c'è nessun valore.",
                "Scrivilo, oppure togli la riga: quello che manca vuol dire «non si sa».",
                place.line,
                place.column,
                path,
            )

    def _key(self, event: Event, depth: int) -> str | None:
        if isinstance(event, ScalarEvent) and event.value == "<<" and event.implicit[0]:
            self._problem("ancora", "c'è un'unione (<<).", "Scrivi le chiavi per intero.", event)
            return None
        if not isinstance(event, ScalarEvent):
            self._node(event, depth + 1)
            self._problem("chiave-non-valida", "qui serve una chiave, cioè una parola.", "Togli le parentesi.", event)
            return None
        return None if self._refused(event) else event.value
