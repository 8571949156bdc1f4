"""How one text is written in YAML: without quotes where nothing can be mistaken, else in double quotes or folded."""

import re
from decimal import Decimal, InvalidOperation

import yaml

from generator.editing.fields import Value
from generator.model.value import AMOUNT, FALSE, NUMBER, TRUE, WHOLE

WIDTH = 120
"""The longest line, so that a change shows as one line of a comparison."""

_MISTAKEN = frozenset({"y", "n", "=", "<<", "~", ""})
_DIGITS = re.compile(r"[\d.,:/+ -]*\d[\d.,:/+ -]*")
_NUMBER_1_2 = re.compile(r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|\.inf|\.nan)", re.I)
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
_IN_FLOW = frozenset(",[]{}")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x85": "\\N"}
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def canonical(text: str, value: Value | None) -> str:
    """The text itself, tidied as its field wants it: 5000.5 euro is 5000.50, «Yes» is sì, no outer spaces."""
    stripped = text.strip()
    kind = value.kind if value is not None else ""
    if kind == "yes_no" and stripped.lower() in TRUE | FALSE:
        return "sì" if stripped.lower() in TRUE else "no"
    if kind == "whole" and WHOLE.fullmatch(stripped):
        return str(int(stripped))
    if kind == "number" and NUMBER.fullmatch(stripped):
        return f"{Decimal(stripped.replace(',', '.')).normalize():f}"
    if kind in {"amount", "number_or_threshold"} and AMOUNT.fullmatch(stripped):
        return _cents(stripped)
    return stripped


def _cents(text: str) -> str:
    try:
        return f"{Decimal(text):.2f}"
    except InvalidOperation:
        return text


def inline(text: str, value: Value | None, *, in_flow: bool) -> str:
    """A text on one line. `in_flow` inside square or curly brackets."""
    kind = value.kind if value is not None else ""
    if kind in {"whole", "number", "amount", "degrees", "yes_no"} and _simple(text):
        return text
    if kind == "number_or_threshold" and AMOUNT.fullmatch(text):
        return text
    if kind in {"day", "time", "line_ranges"}:
        return quoted(text)
    return text if is_plain(text, in_flow=in_flow) else quoted(text)


def _simple(text: str) -> bool:
    return bool(re.fullmatch(r"-?[\d.]+|sì|no", text))


def quoted(text: str) -> str:
    """A text in double quotes."""
    return f'"{"".join(_ESCAPES.get(sign, sign) for sign in text)}"'


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether a text needs no quotes: no reader of YAML 1.1 or 1.2 takes it for something else."""
    if text.lower() in _MISTAKEN or text[0] in _FIRST or text[-1] in " \t:" or text.startswith(("---", "...")):
        return False
    if any(sign in text for sign in ("\n", "\r", "\t", "\x85", ": ", " #")) or _DIGITS.fullmatch(text):
        return False
    if in_flow and (_IN_FLOW & set(text) or ":" in text):
        return False
    if _NUMBER_1_2.fullmatch(text):
        return False
    resolvers = [*_RESOLVERS.get(text[0], ()), *_RESOLVERS.get(None, ())]
    return not any(pattern.match(text) for _, pattern in resolvers)


def folded(text: str, indent: int) -> list[str] | None:
    """The lines of a long text after `>-`, broken at words; None where breaking would change it."""
    if "  " in text or re.search(r"[\n\r\t\x85]", text):
        return None
    lines: list[str] = []
    room = WIDTH - indent
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def literal(text: str) -> list[str] | None:
    """The lines of a text after `|-`; None where that could not give the same text back."""
    if "\n" not in text or re.search(r"[\r\x85]", text) or text[0] in " \t":
        return None
    return text.split("\n")
