"""A YAML file as a tree that keeps its comments: what the canonical form is written from.

The reader (`reading/loader.py`) throws comments away, as a reader should. Here they are hung on the entry they speak
of: those on lines of their own on the entry that follows, one at the end of a line on the entry of that line.
"""

from dataclasses import dataclass, field

from yaml._yaml import CParser
from yaml.events import Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

Position = tuple[int, int]


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list (`key` empty). `before` and `beside` are its comments, with #."""

    node: "Node"
    start: Position
    key: str = ""
    before: list[str] = field(default_factory=list)
    beside: str = ""
    blank: bool = False
    """Whether an empty line stands before it."""


@dataclass(slots=True)
class Node:
    """A text, a mapping or a list. `plain` tells a text that was written without quotes."""

    kind: str
    text: str = ""
    plain: bool = False
    entries: list[Entry] = field(default_factory=list)

    def has_comments(self) -> bool:
        """Whether anything inside has a comment."""
        return any(one.before or one.beside or one.node.has_comments() for one in self.entries)


@dataclass(slots=True)
class File:
    """A whole file: the comments before everything (with the empty lines between them), the content, the comments
    after everything.
    """

    head: list[str]
    root: Node
    tail: list[str]


def parse(text: str) -> File:
    """The tree of a file that the reader accepts. Raises yaml.YAMLError for one that is not YAML."""
    builder = _Builder(CParser(text))
    root = builder.document()
    file = File([], root, [])
    lines = text.split("\n")
    order = sorted(builder.entries, key=lambda entry: entry.start)
    for position, comment, alone in _comments(lines, builder.texts):
        blank = position[0] > 0 and not lines[position[0] - 1].strip()
        _hang(file, order, position, comment, alone=alone, blank=blank)
    for entry in order:
        above = lines[entry.start[0] - len(entry.before) - 1] if entry.start[0] > len(entry.before) else "-"
        entry.blank = not above.strip()
    return file


class _Builder:
    def __init__(self, parser: CParser) -> None:
        self.parser = parser
        self.entries: list[Entry] = []
        self.texts: list[tuple[Position, Position]] = []

    def _get(self) -> Event:
        event = self.parser.get_event()
        if event is None:
            raise ValueError("not a file that the reader accepts")
        return event

    def document(self) -> Node:
        self._get()
        self._get()
        return self._node(self._get())

    def _node(self, event: Event) -> Node:
        if isinstance(event, MappingStartEvent):
            return self._mapping()
        if isinstance(event, SequenceStartEvent):
            return self._list()
        if not isinstance(event, ScalarEvent):
            raise ValueError("not a file that the reader accepts")
        self._remember(event)
        return Node("text", text=event.value, plain=event.style is None)

    def _mapping(self) -> Node:
        node = Node("mapping")
        while not isinstance(event := self._get(), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise ValueError("not a file that the reader accepts")
            self._remember(event)
            entry = Entry(Node("text"), _start(event), key=event.value)
            self.entries.append(entry)
            entry.node = self._node(self._get())
            node.entries.append(entry)
        return node

    def _list(self) -> Node:
        node = Node("list")
        while not isinstance(event := self._get(), SequenceEndEvent):
            entry = Entry(Node("text"), _start(event))
            self.entries.append(entry)
            entry.node = self._node(event)
            node.entries.append(entry)
        return node

    def _remember(self, event: ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        if event.style in ("|", ">"):
            # what follows the sign on its own line may be a comment: only the lines below belong to the text
            self.texts.append(((start.line + 1, 0), (end.line, end.column)))
        else:
            self.texts.append(((start.line, start.column), (end.line, end.column)))


def _start(event: Event) -> Position:
    assert event.start_mark is not None
    return event.start_mark.line, event.start_mark.column


def _comments(lines: list[str], texts: list[tuple[Position, Position]]) -> list[tuple[Position, str, bool]]:
    """Every comment: where it is, what it says, and whether it has the line for itself."""
    found = []
    inside: dict[int, list[tuple[int, int]]] = {}
    for (first, begin), (last, end) in texts:
        for number in range(first, min(last, len(lines) - 1) + 1):
            start = begin if number == first else 0
            stop = end if number == last else len(lines[number])
            inside.setdefault(number, []).append((start, stop))
    for number, line in enumerate(lines):
        at = line.find("#")
        while at >= 0:
            spans = inside.get(number, ())
            if (at == 0 or line[at - 1] in " \t") and not any(start <= at < stop for start, stop in spans):
                found.append(((number, at), line[at:].rstrip(), not line[:at].strip("- \t")))
                break
            at = line.find("#", at + 1)
    return found


def _hang(file: File, order: list[Entry], position: Position, comment: str, *, alone: bool, blank: bool) -> None:
    if alone:
        following = next((entry for entry in order if entry.start > position), None)
        if following is None:
            file.tail.append(comment)
        elif following is order[0]:
            file.head.extend(["", comment] if blank and file.head else [comment])
        else:
            following.before.append(comment)
        return
    same_line = [entry for entry in order if entry.start < position and entry.start[0] == position[0]]
    before = same_line or [entry for entry in order if entry.start < position]
    owner = before[-1] if before else order[0]
    owner.beside = f"{owner.beside} {comment}".strip()
