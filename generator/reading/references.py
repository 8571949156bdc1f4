"""References between files: every id that is cited exists, belongs to the right Ambito, and is used once."""

import typing
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from pydantic import BaseModel

from generator.model.record import Internal, Reference, ReferenceKind
from generator.model.scheda import Scheda
from generator.model.territorio import Avviso, Comune
from generator.reading.index import Index
from generator.reading.problem import MAX_PROBLEMS, Problem
from generator.reading.records import Entry
from generator.reading.sentences import nearest

Steps = tuple[str | int, ...]

NAMES: dict[ReferenceKind, tuple[str, str]] = {
    "ambito": ("un Ambito del catalogo", "Gli Ambiti sono le cartelle del catalogo."),
    "area": ("un'area", "Le aree sono in vocabolari/aree.yaml."),
    "bisogno": ("un bisogno", "I bisogni sono in vocabolari/bisogni.yaml."),
    "canale": ("un canale", "I canali sono in vocabolari/canali.yaml."),
    "comune": ("un Comune del catalogo", "I Comuni sono nel file comuni.yaml di ogni Ambito."),
    "destinatari": ("un gruppo di destinatari", "I destinatari sono in vocabolari/destinatari.yaml."),
    "documento": ("un documento", "I documenti sono in documenti.yaml."),
    "ente": ("un ente", "Gli enti sono nella cartella enti: se manca, aggiungi il suo file."),
    "fatto": ("un fatto che le guide chiedono", "I fatti sono in vocabolari/fatti.yaml."),
    "inviante": ("tra chi può inviare le persone", "L'elenco è in vocabolari/invianti.yaml."),
    "leps": ("un LEPS", "I livelli essenziali sono in vocabolari/leps.yaml."),
    "prestazione": ("una prestazione", "Le prestazioni sono in vocabolari/prestazioni.yaml."),
    "scheda": ("una scheda", "Una scheda di un altro Ambito si scrive «ambito/id»."),
    "sede": ("una sede", "Le sedi sono nel file sedi.yaml dell'Ambito."),
    "situazione": ("una situazione", "Le situazioni sono in vocabolari/situazioni.yaml."),
    "soglia": ("una soglia", "Le soglie sono in vocabolari/soglie.yaml."),
    "tipologia": ("una tipologia", "Le tipologie sono in vocabolari/tipologie.yaml."),
}


def check_references(index: Index) -> Iterator[Problem]:
    """Problems of references, of every entry."""
    yield from _repeated(index)
    for entry in (*index.all(), *index.refused):
        found = (
            problem
            for kind, value, steps in references(entry.record)
            for problem in _dangling(kind, value, steps, entry, index)
        )
        yield from islice(found, MAX_PROBLEMS + 1)


def _repeated(index: Index) -> Iterator[Problem]:
    for first, second in index.repeated:
        yield second.problem(
            "doppione",
            (),
            f"l'id «{second.record.id}» c'è già in {first.source.file}, riga {first.place.line}.",
            "Scegli un altro id, o unisci le due voci.",
        )
    codes: dict[str, Entry] = {}
    for entry in index.of("comune").values():
        if isinstance(entry.record, Comune) and (other := codes.setdefault(entry.record.istat, entry)) is not entry:
            message = f'il codice ISTAT "{entry.record.istat}" è anche di {other.record.id}.'
            yield entry.problem("doppione", ("istat",), message, "Ogni Comune ha il suo.")
    former: dict[str, Entry] = {}
    schede = index.of("scheda")
    for entry in schede.values():
        record = entry.record
        for number, old in enumerate(record.id_precedenti if isinstance(record, Scheda) else ()):
            key = f"{entry.source.folder}/{entry.source.ambito}/{old}"
            taken = f"{entry.source.ambito}/{old}" in schede or former.setdefault(key, entry) is not entry
            if taken:
                message = f"«{old}» è già l'id, di oggi o di ieri, di una scheda."
                yield entry.problem("doppione", ("id_precedenti", number), message, "Togli questa riga.")


def _dangling(kind: ReferenceKind, value: str, steps: Steps, entry: Entry, index: Index) -> Iterator[Problem]:
    known = index.of(kind)
    ambito = entry.source.ambito
    local = kind in {"scheda", "sede"} and "/" not in value
    if index.exists(kind, f"{ambito}/{value}" if local else value):
        if kind == "comune" and value in known:
            yield from _other_ambito(value, steps, entry, index)
        return
    what, remedy = NAMES[kind]
    if kind == "comune" and isinstance(entry.record, Scheda | Avviso):
        candidates = [name for name, found in known.items() if found.source.ambito == ambito]
        what, remedy = (
            f"un Comune dell'Ambito di {_name_of(ambito, index)}",
            "I Comuni sono nel file comuni.yaml.",
        )
    elif kind in {"scheda", "sede"}:
        candidates = [key.split("/")[1] for key in known if key.startswith(f"{ambito}/")]
    else:
        candidates = list(known)
    yield entry.problem("riferimento", steps, f'"{value}" non è {what}.', nearest(value, candidates) or remedy)


def _other_ambito(value: str, steps: Steps, entry: Entry, index: Index) -> Iterator[Problem]:
    home = index.of("comune")[value].source.ambito
    if isinstance(entry.record, Scheda | Avviso) and home != entry.source.ambito:
        yield entry.problem(
            "comune-di-altro-ambito",
            steps,
            f"«{value}» è un Comune dell'Ambito di {_name_of(home, index)}, non di questo.",
            "Una scheda vale per i Comuni del suo Ambito: per gli altri serve una scheda in quell'Ambito.",
        )


def _name_of(ambito: str, index: Index) -> str:
    entry = index.of("ambito").get(ambito)
    return str(getattr(entry.record, "nome_breve", ambito)) if entry else ambito


def references(record: BaseModel, steps: Steps = ()) -> Iterator[tuple[ReferenceKind, str, Steps]]:
    """Every reference in a record: the kind of record it names, the id, and where it is written."""
    for name, kind in _citing(type(record)):
        value = getattr(record, name)
        if type(value) is tuple:
            for number, item in enumerate(value):
                yield from _references_in(item, kind, (*steps, name, number))
        elif value is not None:
            yield from _references_in(value, kind, (*steps, name))


def _references_in(value: Any, kind: ReferenceKind | None, steps: Steps) -> Iterable[tuple[ReferenceKind, str, Steps]]:
    if isinstance(value, str):
        return ((kind, value, steps),) if kind is not None and value not in _WORDS else ()
    return references(value, steps) if isinstance(value, BaseModel) else ()


@cache
def _citing(model: type[BaseModel]) -> tuple[tuple[str, ReferenceKind | None], ...]:
    """The fields that may hold references, or records that do."""
    return tuple((name, kind) for name, kind, _, nested in fields_of(model) if kind is not None or nested)


_WORDS = frozenset({"tutti", "comuni_della_scheda", "comuni_dell_ambito"})


def public_texts(value: Any, steps: Steps = ()) -> Iterator[tuple[str, Steps]]:
    """Every text of a record that may reach a public page."""
    if isinstance(value, BaseModel):
        for name, _, internal, _ in fields_of(type(value)):
            if not internal:
                yield from public_texts(getattr(value, name), (*steps, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from public_texts(item, (*steps, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from public_texts(item, (*steps, key))
    elif isinstance(value, str):
        yield value, steps


@cache
def fields_of(model: type[BaseModel]) -> tuple[tuple[str, ReferenceKind | None, bool, bool], ...]:
    """Each field of a record: name, what it refers to, whether it is internal, whether it holds records."""
    found = []
    for name, info in model.model_fields.items():
        metadata = [*info.metadata, *_metadata_in(info.annotation)]
        extra = info.json_schema_extra
        from_path = isinstance(extra, dict) and bool(extra.get("from_path"))
        kinds = [mark.kind for mark in metadata if isinstance(mark, Reference)]
        internal = any(isinstance(mark, Internal) for mark in metadata)
        found.append((name, kinds[0] if kinds and not from_path else None, internal, _holds_records(info.annotation)))
    return tuple(found)


def _metadata_in(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return []
    return [
        *getattr(annotation, "__metadata__", ()),
        *(mark for inner in _parts(annotation) for mark in _metadata_in(inner)),
    ]


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, typing.ForwardRef):
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_records(inner) for inner in _parts(annotation))


def _parts(annotation: Any) -> tuple[Any, ...]:
    if hasattr(annotation, "__metadata__"):
        return (annotation.__origin__,)
    return tuple(inner for inner in typing.get_args(annotation) if inner is not Ellipsis)
