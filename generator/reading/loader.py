"""One strict YAML loader on libyaml's event parser.

A scalar stays the text that was written: the model decides its type. Whatever lets a file say more than it
shows (anchors, aliases, merge keys, tags, several documents, hidden characters) is a problem, and so is what
is too large or too deep. Reading stops at the first syntax error of a file: what follows it has no meaning.
"""

from dataclasses import dataclass, field
from functools import cached_property
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
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.reading.plain import HIDDEN, MAX_DEPTH, MAX_KEY, NULL_WORDS, NotPlainError, PlainLoader
from generator.reading.position import Place, key_path
from generator.reading.problem import MAX_PROBLEMS, Problem
from generator.reading.syntax import describe_syntax_error

MAX_BYTES = 256 * 1024
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass
class Loaded:
    """What was read from one file. `value` is None when the file could not be read to its end."""

    file: str
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    text: str = ""

    @cached_property
    def place(self) -> Place:
        """Where each value stands: most files are never asked, so they are read again if they are."""
        return _with_care(Loaded(self.file, text=self.text)).place if self.text else Place(1, 1)

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
        loaded.problem(
            "file-illeggibile", f"il file non si apre ({failure.strerror}).", "Controlla i permessi del file."
        )
        return loaded
    return load_bytes(raw, file)


def load_bytes(raw: bytes, file: str) -> Loaded:
    """Reads the bytes of one YAML file."""
    loaded = Loaded(file)
    text = _decode(raw, loaded)
    if text is None:
        return loaded
    loaded.text = text
    try:
        loaded.value = PlainLoader(text).read()
    except (NotPlainError, YAMLError, ValueError, RecursionError):
        return _with_care(loaded)
    return loaded


def _with_care(loaded: Loaded) -> Loaded:
    """Reads the text of a file value by value, noting where each stands and all that is wrong."""
    loaded.place = Place(1, 1)
    try:
        _Builder(loaded, CParser(loaded.text)).read()
    except MarkedYAMLError as failure:
        loaded.value = None
        loaded.problem(*describe_syntax_error(failure, loaded.text))
    except (YAMLError, ValueError, RecursionError):
        loaded.value = None
        loaded.problem("sintassi", "il file non è YAML corretto.", "Confrontalo con una scheda che funziona.")
    except _StopReading:
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
            f"qui c'è un carattere che non è in codifica UTF-8 (byte {raw[failure.start]:#04x}).",
            "Salva il file con codifica UTF-8 e ricontrolla le lettere accentate.",
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


class _StopReading(Exception):  # noqa: N818  not an error: the problem has been told
    """The rest of the file is not read: the nesting is too deep, or the problems are too many."""


class _Builder:
    """Builds values and places from the parser's events, in one pass."""

    def __init__(self, loaded: Loaded, parser: CParser) -> None:
        self.loaded = loaded
        self.parser = parser
        self.steps: list[str | int] = []
        self.told: set[tuple[int, int]] = set()

    def get(self) -> Event:
        """The parser's next event."""
        event = self.parser.get_event()
        if event is None:
            raise YAMLError("no event after the end")
        return event

    def read(self) -> None:
        """Reads the whole stream; exactly one document is expected."""
        self.get()
        event = self.get()
        if isinstance(event, StreamEndEvent):
            self.loaded.problem("file-vuoto", "il file è vuoto.", "Scrivi la scheda, o cancella il file.")
            return
        if isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            self._problem("etichetta-yaml", "c'è una riga che comincia con %.", "Togli la riga.", event)
        value, place = self._node(self.get(), 1)
        if value is None and not self.loaded.problems:
            self.loaded.problem("file-vuoto", "il file è vuoto.", "Scrivi la scheda, o cancella il file.")
        self.loaded.value, self.loaded.place = value, place
        self.get()
        if not isinstance(extra := self.get(), StreamEndEvent):
            self._problem(
                "piu-documenti",
                "qui comincia una seconda scheda, dopo una riga con tre trattini (---).",
                "Metti una sola scheda in ogni file e togli la riga «---».",
                extra,
            )

    def _problem(self, code: str, message: str, remedy: str, event: Event) -> None:
        line, column = _position(event)
        self.told.add((line, column))
        self.loaded.problem(code, message, remedy, line, column, key_path(self.steps))
        if len(self.loaded.problems) > MAX_PROBLEMS:
            raise _StopReading

    def _refused(self, event: NodeEvent) -> bool:
        """Whether the node says more than it shows; the problem is noted."""
        if event.anchor is None and getattr(event, "tag", None) is None:
            return False  # as nearly every node
        if isinstance(event, AliasEvent):
            self._problem(
                "ancora",
                f"«*{event.anchor}» comincia con un asterisco: in YAML richiama un valore scritto altrove.",
                "Se è testo, mettilo tra virgolette doppie; altrimenti scrivi il valore per intero.",
                event,
            )
            return True
        if event.anchor is not None:
            self._problem(
                "ancora",
                f"«&{event.anchor}» comincia con una «e» commerciale: in YAML dà un nome al valore.",
                "Se è testo, mettilo tra virgolette doppie; altrimenti cancella questo nome.",
                event,
            )
        tag = event.tag if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) else None
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(
                "etichetta-yaml",
                f"«{shown}» comincia con un punto esclamativo: in YAML è un'etichetta.",
                "Se è testo, mettilo tra virgolette doppie; altrimenti cancella l'etichetta.",
                event,
            )
            return True
        return False

    def _node(self, event: Event, depth: int) -> tuple[Any, Place]:
        place = Place(*_position(event))
        if isinstance(event, ScalarEvent):
            return None if self._refused(event) else self._text(event), place
        refused = isinstance(event, NodeEvent) and self._refused(event)
        if depth > MAX_DEPTH:
            self.steps.clear()
            self._problem(
                "troppi-livelli",
                f"ci sono più di {MAX_DEPTH} livelli, uno dentro l'altro.",
                "Controlla i rientri e le parentesi: una scheda ne ha al massimo sei o sette.",
                event,
            )
            raise _StopReading
        value: Any = None
        if isinstance(event, MappingStartEvent):
            value = self._mapping(place, depth)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(place, depth)
        return None if refused else value, place

    def _text(self, event: ScalarEvent) -> str | None:
        """The text of a scalar; None if it says nothing. An escape can hide what the file does not show."""
        text = event.value
        if (text in NULL_WORDS and event.implicit[0]) or not text.strip():
            return None
        if event.style == '"' and (found := HIDDEN.search(text)):
            self._problem(
                "carattere-nascosto",
                f"la barra \\ scrive un carattere che non si vede (U+{ord(found.group()):04X}).",
                "Togli la barra e le lettere che la seguono.",
                event,
            )
            return None
        return text

    def _sequence(self, place: Place, depth: int) -> list[Any]:
        values: list[Any] = []
        place.items = []
        self.steps.append(0)
        number = 0
        while not isinstance(event := self.get(), SequenceEndEvent):
            self.steps[-1] = number
            number += 1
            value, below = self._node(event, depth + 1)
            if value is None:
                self._empty(event)
                continue
            values.append(value)
            place.items.append(below)
        self.steps.pop()
        return values

    def _mapping(self, place: Place, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        place.keys, place.values = {}, {}
        while not isinstance(event := self.get(), MappingEndEvent):
            key = self._key(event, depth)
            self.steps.append(key or "?")
            first = place.keys.get(key) if key is not None else None
            if first is not None:
                self._problem(
                    "chiave-doppia",
                    f"«{key}» c'è già alla riga {first[0]}.",
                    "Unisci i due valori e lascia la chiave una volta sola.",
                    event,
                )
            value_event = self.get()
            value, below = self._node(value_event, depth + 1)
            if key is not None and first is None:
                place.keys[key] = _position(event)
                if value is None:
                    self._empty(value_event)
                else:
                    values[key] = value
                    place.values[key] = below
            self.steps.pop()
        return values

    def _empty(self, event: Event) -> None:
        if _position(event) not in self.told:
            self._problem(
                "valore-vuoto",
                "non c'è nessun valore.",
                "Scrivilo, oppure togli la riga: quello che manca vuol dire «non si sa».",
                event,
            )

    def _key(self, event: Event, depth: int) -> str | None:
        if not isinstance(event, ScalarEvent):
            before = len(self.loaded.problems)
            self._node(event, depth + 1)
            if len(self.loaded.problems) == before:
                self._bad_key("qui serve una chiave, cioè una parola.", "Togli le parentesi o il trattino.", event)
            return None
        if event.value == "<<" and event.implicit[0]:
            remedy = "Scrivi le chiavi per intero."
            self._problem("ancora", "«<<» in YAML copia qui chiavi scritte altrove.", remedy, event)
            return None
        if self._refused(event):
            return None
        if not event.value.strip():
            self._bad_key("prima dei due punti manca la chiave.", "Scrivila, oppure togli la riga.", event)
            return None
        if len(event.value) > MAX_KEY or "\n" in event.value or (event.style == '"' and HIDDEN.search(event.value)):
            self._bad_key("questa non è una chiave.", "Se è testo che contiene «: », mettilo tra virgolette.", event)
            return None
        return event.value

    def _bad_key(self, message: str, remedy: str, event: Event) -> None:
        self._problem("chiave-non-valida", message, remedy, event)


def _position(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
