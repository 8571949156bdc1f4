"""The canonical form of a file of the catalogue: the keys in the model's order, one way to write each value.

A change made by hand and the same change made in a form look the same in a comparison. The form is idempotent and loses
nothing: every fact, every unknown key and every comment of the file is in it.
"""

from collections.abc import Iterable

from generator.editing.fields import Value, fields_of
from generator.editing.nodes import Entry, Node, parse
from generator.editing.scalars import WIDTH, canonical, folded, inline, literal, quoted
from generator.editing.schema import first_line, model_of
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.record import Record
from generator.reading.layout import CatalogueFile

Fields = dict[str, Value]
SCHEMA_LINE = "# yaml-language-server:"
BLOCK_LISTS = frozenset({"markdown", "prose", "record"})
"""Lists whose items always have a line of their own."""


def formatted(text: str, source: CatalogueFile) -> str:
    """The canonical text of a file that the reader accepts. Raises yaml.YAMLError for one that is not YAML, ValueError
    for one that is not made of keys.
    """
    file = parse(text)
    if file.root.kind != "mapping":
        raise ValueError(f"{source.file}: not a file that the reader accepts")
    model, many = model_of(source)
    head = [first_line(source), *(comment for comment in file.head if not comment.startswith(SCHEMA_LINE))]
    if not head[-1]:
        head.pop()  # the empty line that stood above the schema's
    lines = _many(file.root, _fields(model)) if many else _mapping(file.root, _fields(model), 0)
    return "\n".join([*head, *lines, *file.tail]) + "\n"


def _fields(model: type[Record]) -> Fields:
    return {field.name: field.value for field in fields_of(model)}


_CONDITION: Fields = {name: value for record in CONDITIONS.values() for name, value in _fields(record).items()}


def _below(value: Value | None) -> Fields:
    if value is not None and value.record is not None:
        return _fields(value.record)
    return _CONDITION if value is not None and value.kind == "condition" else {}


def _many(root: Node, fields: Fields) -> list[str]:
    """A file of many records by id: their order and the empty lines between them are the editors'."""
    lines: list[str] = []
    for number, entry in enumerate(root.entries):
        if entry.blank and number:
            lines.append("")
        lines.extend(entry.before)
        if entry.node.kind == "mapping" and entry.node.entries:
            lines.append(_with(f"{_key(entry.key)}:", entry.beside))
            lines.extend(_mapping(entry.node, fields, 2))
        else:
            lines.extend(_entry(entry, None, 0))
    return lines


def _ordered(entries: Iterable[Entry], fields: Fields) -> list[Entry]:
    """The known keys in the model's order, then the unknown ones as they were."""
    place = {name: number for number, name in enumerate(fields)}
    return sorted(entries, key=lambda entry: place.get(entry.key, len(place)))


def _mapping(node: Node, fields: Fields, indent: int) -> list[str]:
    lines: list[str] = []
    for entry in _ordered(node.entries, fields):
        lines.extend(" " * indent + comment for comment in entry.before)
        lines.extend(_entry(entry, fields.get(entry.key), indent))
    return lines


def _entry(entry: Entry, value: Value | None, indent: int) -> list[str]:
    """A key and its value, the comment beside it on the first line."""
    key = f"{' ' * indent}{_key(entry.key)}:"
    short = _flow(entry.node, value, len(key) + 1)
    if short is not None:
        return [_with(f"{key} {short}".rstrip(), entry.beside)]
    sign, lines = _block(entry.node, value, indent + 2)
    return [_with(f"{key} {sign}".rstrip(), entry.beside), *lines]


def _block(node: Node, value: Value | None, indent: int) -> tuple[str, list[str]]:
    """The sign after the key, if any, and the lines below it."""
    if node.kind == "mapping":
        return "", _mapping(node, _below(value), indent)
    if node.kind == "list":
        return "", [line for entry in node.entries for line in _item(entry, value.item if value else None, indent)]
    text = canonical(node.text, value)
    if (lines := literal(text)) is not None:
        return "|-", _indented(lines, indent)
    if (lines := folded(text, indent)) is not None:
        return ">-", _indented(lines, indent)
    return quoted(text), []


def _item(entry: Entry, value: Value | None, indent: int) -> list[str]:
    lead = " " * indent
    comments = list(entry.before)
    # one fact alone has no brackets: whoever adds a comma to its sentence breaks nothing
    alone = entry.node.kind == "mapping" and len(entry.node.entries) == 1
    short = None if alone else _flow(entry.node, value, indent + 2)
    if short is not None:
        return [*(lead + one for one in comments), _with(f"{lead}- {short}", entry.beside)]
    if entry.node.kind == "mapping":
        ordered = _ordered(entry.node.entries, _below(value))
        comments += ordered[0].before  # the first key shares the line of the dash
        ordered[0].before = []
        if entry.beside:
            comments.append(entry.beside)
        lines = _mapping(entry.node, _below(value), indent + 2)
        lines[0] = f"{lead}- {lines[0].lstrip()}"
        return [*(lead + one for one in comments), *lines]
    sign, lines = _block(entry.node, value, indent + 2)
    if entry.node.kind == "list":
        comments += [entry.beside] if entry.beside else []
        return [*(lead + one for one in comments), f"{lead}-", *lines]
    return [*(lead + one for one in comments), _with(f"{lead}- {sign}", entry.beside), *lines]


def _flow(node: Node, value: Value | None, begun: int) -> str | None:
    """The value on one line after `begun` characters; None where it does not fit or has comments inside."""
    if node.kind == "text":
        text = canonical(node.text, value)
        if "\n" in text and literal(text) is not None:
            return None
        written = inline(text, value, in_flow=False)
        return written if begun + len(written) <= WIDTH or folded(text, begun) is None else None
    if not node.entries:
        return "[]" if node.kind == "list" else "{}"
    if node.has_comments() or (node.kind == "list" and _always_block(node, value)):
        return None
    bracketed = _in_brackets(node, value)
    return bracketed if bracketed is not None and begun + len(bracketed) <= WIDTH else None


def _always_block(node: Node, value: Value | None) -> bool:
    item = value.item if value else None
    return any(entry.node.kind != "text" for entry in node.entries) or (item is not None and item.kind in BLOCK_LISTS)


def _in_brackets(node: Node, value: Value | None) -> str | None:
    if node.kind == "text":
        text = canonical(node.text, value)
        return None if "\n" in text else inline(text, value, in_flow=True)
    pieces: list[str] = []
    if node.kind == "list":
        for entry in node.entries:
            if (piece := _in_brackets(entry.node, value.item if value else None)) is None:
                return None
            pieces.append(piece)
        return f"[{', '.join(pieces)}]"
    below = _below(value)
    for entry in _ordered(node.entries, below):
        if (piece := _in_brackets(entry.node, below.get(entry.key))) is None:
            return None
        pieces.append(f"{_key(entry.key, in_flow=True)}: {piece}")
    return f"{{ {', '.join(pieces)} }}"


def _key(key: str, *, in_flow: bool = False) -> str:
    return inline(key, None, in_flow=in_flow)


def _with(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
