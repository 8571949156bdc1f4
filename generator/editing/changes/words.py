"""Values in Italian words: days, hours, sums, conditions, and records in a few words."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.editing.changes.names import Names
from generator.editing.fields import Field, Value, fields_of
from generator.model.record import Record
from generator.site.labels import day, euro, joined, number

_TABLE = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
PHRASES: Mapping[str, str] = _TABLE["frasi"]
"""How each field is called in a sentence."""
UNNOTICED: frozenset[str] = frozenset(_TABLE["bassa"])
"""Fields whose changes a citizen does not notice."""

LONGEST = 220
"""Of a quoted text, so that a change can be read at a glance."""
DAYS = {
    "lun": "il lunedì",
    "mar": "il martedì",
    "mer": "il mercoledì",
    "gio": "il giovedì",
    "ven": "il venerdì",
    "sab": "il sabato",
    "dom": "la domenica",
}
_PAST = re.compile("\x01(.*?)\x02(.*?)\x03", re.DOTALL)
_LABEL_TABLES = {"stato": "stato", "pubblico": "pubblico", "ogni": "ogni"}


def past(said: str, publicly: str = "") -> str:
    """Words about what is no longer so. On a public page other words, or none, stand in their place: what was taken
    away may have been taken away because it should never have been published.
    """
    return f"\x01{said}\x02{publicly}\x03"


def in_full(sentence: str) -> str:
    """A sentence with the words about the past."""
    return _PAST.sub(r"\1", sentence)


def without_past(sentence: str) -> str:
    """A sentence that quotes nothing of what is no longer so."""
    return _PAST.sub(r"\2", sentence)


def quoted(text: str) -> str:
    """The text between « », cut at a word if it is long."""
    plain = " ".join(text.split())
    if len(plain) > LONGEST:
        plain = plain[: plain.rfind(" ", 0, LONGEST)].rstrip(",;: ") + "…"
    if not plain.endswith(("..", "ecc.")):
        plain = plain.removesuffix(".")  # the sentence around it has its own
    return f"«{plain.replace('«', '“').replace('»', '”')}»"


def clock(time: str) -> str:
    """«9» for 09:00, «9:30» for 09:30."""
    hour, _, minutes = time.partition(":")
    return str(int(hour)) if minutes == "00" else f"{int(hour)}:{minutes}"


def sentences(text: str) -> list[str]:
    """The sentences and list items of a text, so that a change of one is told without the others."""
    pieces = [piece for line in text.splitlines() for piece in re.split(r"(?<=[.!?])\s+(?=\S)", line.strip())]
    joined_lines = " ".join(text.split())
    whole = re.split(r"(?<=[.!?])\s+(?=\S)", joined_lines)
    found = pieces if re.search(r"^\s*(?:[-*+]|\d+[.)])\s", text, re.MULTILINE) else whole
    return [piece.strip() for piece in found if piece.strip()]


def in_words(value: Any, kind: Value, field: str, names: Names, ambito: str) -> str:
    """One value as a person reads it."""
    if isinstance(value, bool):
        return "sì" if value else "no"
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, Decimal):
        return euro(value) if kind.kind in {"amount", "number_or_threshold"} else number(value)
    if isinstance(value, BaseModel):
        return condition(value, names) if kind.kind == "condition" else summary(value, names, ambito)
    if isinstance(value, tuple):
        item = kind.item or kind
        return joined([in_words(one, item, field, names, ambito) for one in value])
    if isinstance(value, dict):
        return joined([f"{year}: {said}" for year, said in value.items()])
    if kind.kind == "number_or_threshold":
        return names("soglia", str(value))
    reference = kind.reference or (kind.item.reference if kind.item else None)
    if reference is not None and value not in kind.choices:
        return names(reference, str(value), ambito)
    if value == "tutti":
        return "tutti i Comuni dell'Ambito"
    return names.labels(_LABEL_TABLES.get(field, field), str(value)) if kind.kind == "choice" else str(value)


def summary(record: BaseModel, names: Names, ambito: str) -> str:
    """A record inside another in a few words: its values in their order."""
    said = [
        in_words(value, field.value, field.name, names, ambito)
        for field in fields_of(type(record))
        if (value := getattr(record, field.name)) not in (None, (), {}) and value is not False
    ]
    return ", ".join(said)


def condition(record: BaseModel, names: Names) -> str:
    """A condition in words: «età: almeno 65»."""
    (field,) = fields_of(type(record))
    value = getattr(record, field.name)
    match field.name:
        case "tutte":
            return " e insieme ".join(condition(one, names) for one in value)
        case "almeno_una":
            return " oppure ".join(condition(one, names) for one in value)
        case "non":
            return f"non vale: {condition(value, names)}"
        case "residenza" if value == "comuni_della_scheda":
            return "residenza: i Comuni della scheda"
        case "residenza" if value == "comuni_dell_ambito":
            return "residenza: i Comuni dell'Ambito"
    if isinstance(value, tuple):  # one of the list is enough
        item = field.value.item or field.value
        return f"{field.label}: {' o '.join(in_words(one, item, field.name, names, '') for one in value)}"
    said = _limits(value, names) if isinstance(value, Record) else in_words(value, field.value, field.name, names, "")
    return f"{field.label}: {said}"


def _limits(limits: Record, names: Names) -> str:
    said = []
    for field in fields_of(type(limits)):
        value = getattr(limits, field.name)
        if value is not None:
            said.append(f"{field.label.lower()} {in_words(value, field.value, field.name, names, '')}")
    return ", ".join(said)


def phrase(field: Field) -> str:
    """How a field is called in a sentence."""
    return PHRASES.get(field.name, field.label)


def listed(words: Iterable[str]) -> str:
    """«X», «Y» e «Z»."""
    return joined([quoted(word) for word in words])
