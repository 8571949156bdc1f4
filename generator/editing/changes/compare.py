"""Two versions of the catalogue -> what differs, record by record: renames and moves are followed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.editing.changes.change import SEVERITIES, Change, Difference, Event, RecordChange, Severity, worst_first
from generator.editing.changes.consequences import approvers_of, pages_of
from generator.editing.changes.doors import CAN_ASK, TELLERS
from generator.editing.changes.names import Names
from generator.editing.changes.telling import Ground, tell
from generator.editing.changes.users import with_pages_of_users
from generator.editing.changes.version import PLACE, Version
from generator.editing.changes.words import listed, quoted
from generator.editing.fields import fields_of
from generator.editing.schema import schema_name
from generator.model.record import Filed
from generator.model.scheda import KINDS, Scheda
from generator.reading.layout import CatalogueFile, classify
from generator.reading.loader import load_bytes
from generator.reading.problem import Problem
from generator.reading.records import ReadFile, validate
from generator.site.labels import Labels, joined

ALIKE = 0.7
"""Of the fields of two schede: from here on a scheda gone and one come are one that was moved."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A record with what is known of its file."""

    what: str
    key: str
    source: CatalogueFile
    record: Filed


class _Files:
    """Reads the files of a version, each at most once; what is the same in both versions is read only once."""

    def __init__(self, version: Version, other: "_Files | None" = None) -> None:
        self.version = version
        self.other = other
        self.misplaced: list[Problem] = []
        self._read: dict[str, ReadFile | None] = {}

    def read(self, path: str) -> ReadFile | None:
        """What a file holds; None where there is no such file."""
        if path not in self._read:
            raw = self.version.files.get(path)
            if self.other is not None and raw is not None and self.other.version.files.get(path) == raw:
                self._read[path] = self.other.read(path)
            else:
                self._read[path] = self._load(path, raw) if raw is not None else None
        return self._read[path]

    def _load(self, path: str, raw: bytes) -> ReadFile | None:
        source = classify(PLACE / path, PLACE, self.misplaced)
        return validate(source, load_bytes(raw, source.file)) if isinstance(source, CatalogueFile) else None

    def records(self, path: str) -> Mapping[str, Filed]:
        """The sound records of a file, by id."""
        found = self.read(path)
        return {entry.record.id: entry.record for entry in found.entries} if found else {}


def compare(base: Version, head: Version, labels: Labels) -> Difference:
    """Everything that differs between two versions, what matters most first."""
    before = _Files(base)
    after = _Files(head, before)
    names = _names(before, after, labels)
    paths = [path for path in {**base.files, **head.files} if base.files.get(path) != head.files.get(path)]
    unreadable = [change for path in paths if (change := _unreadable(path, after, before))]
    broken = {change.file for change in unreadable}
    old, new = (_records(files, paths, broken) for files in (before, after))
    changes = with_pages_of_users([*unreadable, *_changes(old, new, names)], head.files, after.records)
    told = tuple(sorted(changes, key=_rank))
    refused = (*(one for one in head.refused if one not in base.refused), *map(str, after.misplaced))
    return Difference(base.name, head.name, told, refused)


def names_of(base: Version, head: Version, labels: Labels) -> Names:
    """What the ids of two versions are called; the newer name where they differ."""
    before = _Files(base)
    return _names(before, _Files(head, before), labels)


def _names(before: _Files, after: _Files, labels: Labels) -> Names:
    ambiti = tuple(dict.fromkeys((*before.version.ambiti, *after.version.ambiti)))
    return Names(lambda path: {**before.records(path), **after.records(path)}, ambiti, labels)


def _rank(change: RecordChange) -> tuple[int, bool, str, str, str]:
    """What matters most first; at the same severity schede before what they are made of."""
    return (SEVERITIES.index(change.severity), change.what not in KINDS, change.ambito, change.name, change.key)


def _records(files: _Files, paths: Iterable[str], broken: set[str]) -> dict[tuple[str, str], _Found]:
    found: dict[tuple[str, str], _Found] = {}
    for path in paths:
        read = files.read(path)
        if read is None or f"{PLACE}/{path}" in broken:
            continue
        for entry in read.entries:
            what = schema_name(entry.source)
            group = "scheda" if what in KINDS else what
            id = entry.record.id
            key = f"{entry.source.ambito}/{id}" if group in {"scheda", "avviso", "sedi"} else id
            found[group, key] = _Found(what, key, entry.source, entry.record)
    return found


def _unreadable(path: str, after: _Files, before: _Files) -> RecordChange | None:
    read = after.read(path)
    if read is None or not read.problems:
        return None
    was = before.records(path)
    name = next((str(getattr(one, "nome", "")) for one in was.values() if len(was) == 1), read.source.name)
    first = read.problems[0]
    said = f"Il file ha errori e non si può confrontare: riga {first.line}, {first.message}"
    change = Change("alta", said, first.path)
    what = schema_name(read.source)
    return RecordChange(what, read.source.name, name, read.source.ambito, "illeggibile", read.source.file, (change,))


def _changes(
    old: dict[tuple[str, str], _Found], new: dict[tuple[str, str], _Found], names: Names
) -> Iterator[RecordChange]:
    gone = {place: one for place, one in old.items() if place not in new}
    come = {place: one for place, one in new.items() if place not in old}
    for was, now in _moved(gone, come):
        yield _changed(was, now, names)
    for place, now in new.items():
        if place in old:
            if old[place].record != now.record or old[place].what != now.what:
                yield _changed(old[place], now, names)
        elif place in come:
            yield _whole(now, "aggiunta", names)
    for one in gone.values():
        yield _whole(one, "tolta", names)


def _moved(gone: dict[tuple[str, str], _Found], come: dict[tuple[str, str], _Found]) -> Iterator[tuple[_Found, _Found]]:
    """Records that are the same under another id; they leave both groups."""
    for place, now in list(come.items()):
        candidates = [(group, one) for group, one in gone.items() if group[0] == place[0]]
        former = getattr(now.record, "id_precedenti", ())
        named = [(group, one) for group, one in candidates if one.record.id in former]
        scored = sorted(((_likeness(one.record, now.record), group[1]) for group, one in candidates), reverse=True)
        alike = [(place[0], key) for score, key in scored[:1] if score >= ALIKE]
        group = named[0][0] if named else (alike[0] if alike else None)
        if group is not None:
            yield gone.pop(group), come.pop(place)


def _likeness(one: Filed, other: Filed) -> float:
    names = {field.name for record in (one, other) for field in fields_of(type(record))}
    values = [(getattr(one, name, None), getattr(other, name, None)) for name in names]
    said = [pair for pair in values if any(value not in (None, (), {}) for value in pair)]
    return sum(first == second for first, second in said) / len(said) if said else 0.0


def _changed(was: _Found, now: _Found, names: Names) -> RecordChange:
    changes = list(tell(was.record, now.record, Ground(names, now.source.ambito, TELLERS)))
    event: Event = "modificata"
    if was.what != now.what:
        event = "spostata"
        told = f"Cambia tipo: {names.labels('tipo', now.what)} invece di {names.labels('tipo', was.what)}."
        changes.append(Change("media", told, ""))
    if was.key != now.key:
        event = "spostata"
        kept = was.record.id in getattr(now.record, "id_precedenti", ())
        lost = "" if kept else ": chi arriva dal vecchio indirizzo non trova la pagina, se non si scrive id_precedenti"
        severity: Severity = "media" if kept or not isinstance(now.record, Scheda) else "alta"
        told = f"Cambia indirizzo, da {quoted(was.key)} a {quoted(now.key)}{lost}."
        changes.append(Change(severity, told, "id_precedenti"))
    return _with_consequences(was, now, event, changes, names)


def _whole(one: _Found, event: Event, names: Names) -> RecordChange:
    record: Any = one.record
    told = f"Nuova scheda: {record.in_breve}" if isinstance(record, Scheda) else "È una voce nuova."
    severity: Severity = "media" if isinstance(record, Scheda) else "bassa"
    changes = [Change(severity, told, "")]
    if event == "tolta":
        open_now = isinstance(record, Scheda) and record.stato in CAN_ASK
        told = "La scheda non c'è più." if isinstance(record, Scheda) else "La voce non c'è più."
        changes = [Change("alta" if open_now else "media", told, "")]
    elif isinstance(record, Scheda):
        comuni = [names("comune", id) for id in names.comuni_of(record)]
        where = "tutti i Comuni dell'Ambito" if record.comuni == "tutti" else joined(comuni)
        changes.append(Change("media", f"Vale per {where}.", "comuni"))
        if record.requisiti:
            needed = listed(one.testo for one in record.requisiti)
            changes.append(Change("media", f"Requisiti: {needed}.", "requisiti"))
    was, now = (None, one) if event == "aggiunta" else (one, None)
    return _with_consequences(was, now, event, changes, names)


def _with_consequences(
    was: _Found | None, now: _Found | None, event: Event, changes: list[Change], names: Names
) -> RecordChange:
    here = now or was
    assert here is not None
    before, after = was.record if was else None, now.record if now else None
    record: Any = here.record
    name = next((str(n) for key in ("nome", "titolo") if (n := getattr(record, key, None))), here.key)
    told = RecordChange(
        here.what, here.key, name, here.source.ambito, event, here.source.file, worst_first(changes), before, after
    )
    return replace(told, pages=pages_of(told, names), approvers=approvers_of(told, names))
