"""The words of the interface: names of kinds, states, days and contacts, from `site_config/strings.yaml`."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

MONTHS = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)


@dataclass(frozen=True)
class Labels:
    """Every table of words of the interface, by its name in the file."""

    tables: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls, file: Path) -> "Labels":
        """Reads the tables. Raises OSError if the file is not there."""
        return cls(yaml.safe_load(file.read_text(encoding="utf-8")))

    def __call__(self, table: str, word: str) -> str:
        """The label of a word; the word itself where the table has none."""
        return self.tables.get(table, {}).get(word, word)


def day(date: datetime.date) -> str:
    """1° marzo 2026."""
    return f"{'1°' if date.day == 1 else date.day} {MONTHS[date.month - 1]} {date.year}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of something: `iso` for the browser, which counts again what is left, and in words."""

    iso: str
    day: str
    left: str


def deadline(date: datetime.date | None, today: datetime.date) -> Deadline | None:
    """A last day with how long is left; None where it is not known."""
    return Deadline(date.isoformat(), day(date), left(date, today)) if date else None


def left(date: datetime.date, today: datetime.date) -> str:
    """«Scade oggi», «Scade domani», «Mancano 12 giorni», «Scaduto». The same as in `assets/js/deadlines.js`."""
    days = (date - today).days
    if days < 0:
        return "Scaduto"
    return {0: "Scade oggi", 1: "Scade domani"}.get(days, f"Mancano {days} giorni")


def euro(amount: Decimal) -> str:
    """190.260,60 euro; whole amounts without cents."""
    whole, _, cents = f"{amount:,.2f}".partition(".")
    return f"{whole.replace(',', '.')}{'' if cents == '00' else ',' + cents} euro"


def number(value: Decimal) -> str:
    """6.000 or 7,5."""
    text = f"{value.normalize():,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def joined(words: tuple[str, ...] | list[str]) -> str:
    """«Meda, Seregno e Seveso»."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    return f"{', '.join(words[:-1])} {'ed' if last[:1] in 'Ee' else 'e'} {last}"


def in_comune(name: str) -> str:
    """«a Meda», «ad Albiate»."""
    return f"{'ad' if name[:1] in 'Aa' else 'a'} {name}"


def dial(phone: str) -> str:
    """A number as `tel:` wants it: digits, with +39 before a full Italian number."""
    digits = re.sub(r"[^\d+]", "", phone)
    if len(digits) <= 6 or digits.startswith(("+", "800", "803", "116", "199", "892")):
        return digits
    return f"+39{digits}"
