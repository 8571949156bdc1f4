"""The schede that show a place, an ente or a threshold: when one of these changes, their pages change too."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.editing.changes.change import RecordChange
from generator.editing.changes.consequences import carta_of, page_of
from generator.model.record import Filed, ReferenceKind
from generator.model.scheda import FOLDERS, Scheda
from generator.reading.references import references

SHOWN: Mapping[str, ReferenceKind] = {"sedi": "sede", "ente": "ente", "soglie": "soglia"}
"""By the schema of its file, what a scheda's page shows of another record."""
MOST = 50
"""Records whose schede are looked for: who changes more of them reworks the catalogue."""

Place = tuple[ReferenceKind, str, str]


def with_pages_of_users(
    changes: Iterable[RecordChange], files: Mapping[str, bytes], records: Callable[[str], Mapping[str, Filed]]
) -> list[RecordChange]:
    """The changes, each with the pages that show it. `files` by path; only those that may name it are read."""
    changes = list(changes)
    traced = [change for change in changes if change.what in SHOWN][:MOST]
    if not traced:
        return changes
    named = re.compile(b"|".join(re.escape(_place(change)[1].encode()) for change in traced))
    pages: defaultdict[Place, dict[str, None]] = defaultdict(dict)
    for path, raw in files.items():
        if _is_of_scheda(path) and named.search(raw):
            for scheda in records(path).values():
                if isinstance(scheda, Scheda):
                    for place in _places(scheda):
                        pages[place] |= dict.fromkeys((page_of(scheda), carta_of(scheda)))
    return [
        replace(change, pages=tuple(dict.fromkeys((*change.pages, *pages[_place(change)]))))
        if change.what in SHOWN
        else change
        for change in changes
    ]


def _place(change: RecordChange) -> Place:
    kind = SHOWN[change.what]
    return kind, change.key.rpartition("/")[2], change.ambito if kind == "sede" else ""


def _places(scheda: Scheda) -> Iterator[Place]:
    for kind, id, _ in references(scheda):
        yield kind, id, scheda.ambito if kind == "sede" else ""


def _is_of_scheda(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and parts[1] in FOLDERS
