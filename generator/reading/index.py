"""All entries of a catalogue, by what they are and by id: where the checks between files look things up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.model.record import ReferenceKind
from generator.model.vocabolario import VOCABULARIES
from generator.reading.layout import CatalogueFile, Shape
from generator.reading.records import Entry, ReadFile


@dataclass(slots=True)
class Index:
    """Entries by kind. A scheda is found by `<ambito>/<id>`, a sede by `<ambito>/<id>`, the rest by id.

    `declared` also holds the ids of records that were refused for a mistake of their own; `unknown` the kinds
    of which a whole file could not be read, so that one syntax error does not make every reference dangling.
    """

    by_kind: dict[ReferenceKind, dict[str, Entry]] = field(default_factory=dict)
    declared: dict[ReferenceKind, set[str]] = field(default_factory=dict)
    unknown: set[ReferenceKind] = field(default_factory=set)
    others: list[Entry] = field(default_factory=list)
    repeated: list[tuple[Entry, Entry]] = field(default_factory=list)
    refused: list[Entry] = field(default_factory=list)
    """What is sound in the records with a mistake of their own: checked like the others, and nowhere to be found."""

    def of(self, kind: ReferenceKind) -> dict[str, Entry]:
        """Every entry of a kind, by the id under which it is found."""
        return self.by_kind.get(kind, {})

    def exists(self, kind: ReferenceKind, key: str) -> bool:
        """Whether the catalogue has a record of this kind under this key."""
        return kind in self.unknown or key in self.declared.get(kind, ())

    def all(self) -> Iterator[Entry]:
        """Every entry."""
        for entries in self.by_kind.values():
            yield from entries.values()
        yield from self.others


def key_of(source: CatalogueFile, own_id: str) -> str:
    """The id under which references name a record."""
    return f"{source.ambito}/{own_id}" if source.shape in {"scheda", "sedi"} else own_id


def index(files: Iterable[ReadFile]) -> Index:
    """Sorts entries by kind; an id used twice in the same kind is noted in `repeated`."""
    found = Index()
    for file in files:
        found.refused.extend(file.refused)
        kind = _kind(file.source)
        if kind is None:
            found.others.extend(file.entries)
            continue
        found.declared.setdefault(kind, set()).update(key_of(file.source, own_id) for own_id in file.ids)
        if file.unknown_ids:
            found.unknown.add(kind)
        known = found.by_kind.setdefault(kind, {})
        for entry in file.entries:
            first = known.setdefault(key_of(file.source, entry.record.id), entry)
            if first is not entry:
                found.repeated.append((first, entry))
    return found


_KINDS: dict[Shape, ReferenceKind] = {
    "ambito": "ambito",
    "comuni": "comune",
    "documenti": "documento",
    "ente": "ente",
    "scheda": "scheda",
    "sedi": "sede",
}


def _kind(source: CatalogueFile) -> ReferenceKind | None:
    return VOCABULARIES[source.name].kind if source.shape == "vocabolario" else _KINDS.get(source.shape)
