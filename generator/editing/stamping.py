"""«Ancora vero, niente da cambiare»: stamps a scheda as verified, and changes nothing else of its file."""

import datetime

from generator.editing.formatting import formatted
from generator.editing.nodes import parse
from generator.model.scheda import Scheda
from generator.reading.layout import CatalogueFile
from generator.reading.loader import load_bytes
from generator.reading.records import validate

BEFORE = ("fonti", "note_redazione", "id_precedenti")
"""A new stamp is put before the first of these, where the canonical order wants it."""


def stamped(text: str, source: CatalogueFile, il: datetime.date, da: str, months: int) -> str:
    """The text of a scheda with its new verification. Raises ValueError for a file that has errors."""
    line = f'verificato: {{ il: "{il.isoformat()}", da: {da}, ogni_mesi: {months} }}'
    entries = parse(text).root.entries
    lines = text.split("\n")
    if any(entry.start[1] != 0 for entry in entries):
        return stamped(formatted(text, source), source, il, da, months)  # all of it between curly brackets
    starts = [entry.start[0] - len(entry.before) for entry in entries] + [_end(lines)]
    place = next((number for number, entry in enumerate(entries) if entry.key == "verificato"), None)
    if place is not None:
        entry = entries[place]
        lines[entry.start[0] : starts[place + 1]] = [f"{line}  {entry.beside}" if entry.beside else line]
    else:
        following = (start for start, entry in zip(starts, entries, strict=False) if entry.key in BEFORE)
        at = next(following, starts[-1])
        lines[at:at] = [line]
    after = "\n".join(lines)
    _make_sure(text, after, source, il)
    return after


def _end(lines: list[str]) -> int:
    """Where the last entry ends: before the comments and empty lines at the foot of the file."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _make_sure(before: str, after: str, source: CatalogueFile, il: datetime.date) -> None:
    """Raises ValueError unless the stamp, and only the stamp, is what changed."""
    old, new = (validate(source, load_bytes(text.encode(), source.file)) for text in (before, after))
    if old.problems or new.problems:
        raise ValueError(str((old.problems or new.problems)[0]))
    was, now = old.entries[0].record, new.entries[0].record
    assert isinstance(was, Scheda)
    assert isinstance(now, Scheda)
    if (
        now.verificato is None
        or now.verificato.il != il
        or now.model_copy(update={"verificato": was.verificato}) != was
    ):
        raise ValueError(f"{source.file}: non riesco a cambiare solo la verifica; scrivila a mano.")
