"""YAML values -> records of the model; what the model refuses becomes problems at the exact place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.model.carta import Carta
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.contatto import Sede
from generator.model.fonte import Documento
from generator.model.guida import Guida
from generator.model.record import Filed
from generator.model.scheda import FOLDERS, KINDS
from generator.model.territorio import Ambito, Avviso, Comune, Ente
from generator.model.vocabolario import VOCABULARIES
from generator.reading.layout import SLUG, CatalogueFile
from generator.reading.loader import Loaded, load_file
from generator.reading.position import Place, key_path
from generator.reading.problem import MAX_PROBLEMS, Problem
from generator.reading.salvage import sound_part
from generator.reading.sentences import ID_REMEDY, sentence

_WORD = re.compile(r"\w+")
_ONE_RECORD: dict[str, type[Filed]] = {
    "ambito": Ambito,
    "carta": Carta,
    "avviso": Avviso,
    "ente": Ente,
    "guida": Guida,
}
_MANY_RECORDS: dict[str, type[Filed]] = {"comuni": Comune, "sedi": Sede, "documenti": Documento}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the file it stands in and the places of its values.

    Only problems need the places: they are worked out when one is asked for, and what was `loaded` does not follow an
    entry from one process to another, where the file is read again.
    """

    record: Filed
    source: CatalogueFile
    loaded: Loaded | None
    prefix: tuple[str, ...]
    words: str
    """Every word of the record in lower case, one space between: where a check looks first for those that it minds."""

    def __reduce__(self) -> tuple[Any, ...]:
        """What travels between processes."""
        return Entry, (self.record, self.source, None, self.prefix, self.words)

    @property
    def place(self) -> Place:
        """Where the record stands in its file, and each of its values."""
        if self.loaded is None:
            path = self.source.path
            return _place_of(path, path.stat().st_mtime_ns).at(self.prefix)
        return self.loaded.place.at(self.prefix)

    def problem(self, code: str, steps: tuple[str | int, ...], message: str, remedy: str = "") -> Problem:
        """A problem at one value of this record."""
        place = self.place.at(steps)
        return Problem(self.source.file, place.line, place.column, code, key_path(self.prefix + steps), message, remedy)


@lru_cache(maxsize=16)
def _place_of(path: Path, modified: int) -> Place:  # noqa: ARG001  # a file that changed is another file
    return load_file(path, path.name).place


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What one file gave: its records and its problems. Both may be there.

    `ids` are those the file declares, sound or not: a reference to a record with a mistake is not dangling.
    """

    source: CatalogueFile
    ids: tuple[str, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unknown_ids: bool = False
    """The file should declare many records but could not be read: what it declares is not known."""
    refused: tuple[Entry, ...] = ()
    """What is sound in the records with a mistake: only to be checked, never to be shown."""


def read_file(source: CatalogueFile) -> ReadFile:
    """Reads and validates one file of the catalogue."""
    return validate(source, load_file(source.path, source.file))


def validate(source: CatalogueFile, loaded: Loaded) -> ReadFile:
    """The records of a loaded file."""
    problems = list(loaded.problems)
    alone = () if source.shape == "vocabolario" or source.shape in _MANY_RECORDS else (_own_id(source),)
    if loaded.value is None:
        return ReadFile(source, alone, (), _first(problems), bool(problems) and not alone)
    if not isinstance(loaded.value, dict):
        place = loaded.place
        problems.append(
            Problem(
                source.file,
                place.line,
                place.column,
                "tipo-sbagliato",
                "",
                "il file deve contenere righe «chiave: valore».",
                "Comincia da una scheda che funziona e cambia i valori.",
            )
        )
        return ReadFile(source, alone, (), _first(problems), not alone)
    entries: list[Entry] = []
    refused: list[Entry] = []
    keys = () if alone else tuple((loaded.place.keys if loaded.problems else loaded.value) or ())
    for model, values, prefix, given in _records(source, loaded, problems):
        record = _validated(model, values, given, source, loaded, prefix, problems)
        if record is None:
            refused.append(_entry(sound_part(model, {**values, **given}), source, loaded, prefix))
        else:
            entries.append(_entry(record, source, loaded, prefix))
        if len(problems) > MAX_PROBLEMS:
            break
    return ReadFile(source, alone or keys, tuple(entries), _first(problems), refused=tuple(refused))


def _entry(record: Filed, source: CatalogueFile, loaded: Loaded, prefix: tuple[str, ...]) -> Entry:
    return Entry(record, source, loaded, prefix, folded("\n".join(_strings_in(record))))


def _first(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems of a file, as long as they are not too many to read."""
    return tuple(sorted(problems)[: MAX_PROBLEMS + 1])


def _own_id(source: CatalogueFile) -> str:
    return source.ambito if source.shape in {"ambito", "carta"} else source.name


_Raw = tuple[type[Filed], dict[str, Any], tuple[str, ...], dict[str, str]]


def _records(source: CatalogueFile, loaded: Loaded, problems: list[Problem]) -> Iterator[_Raw]:
    of_ambito = {"ambito": source.ambito}
    if source.shape == "scheda":
        yield KINDS[FOLDERS[source.folder]], loaded.value, (), {"id": source.name, **of_ambito}
        return
    if source.shape in _ONE_RECORD:
        given = {"id": _own_id(source), **(of_ambito if source.shape == "avviso" else {})}
        yield _ONE_RECORD[source.shape], loaded.value, (), given
        return
    many = VOCABULARIES[source.name].entry if source.shape == "vocabolario" else _MANY_RECORDS[source.shape]
    for key, values in loaded.value.items():
        if not SLUG.fullmatch(key):
            line, column = loaded.place.key(key)
            message = f"«{key}» non può fare da id."
            problems.append(Problem(source.file, line, column, "valore-non-valido", key, message, ID_REMEDY))
        if not isinstance(values, dict):
            place = loaded.place.at((key,))
            problems.append(
                Problem(
                    source.file,
                    place.line,
                    place.column,
                    "tipo-sbagliato",
                    key,
                    "qui serve un gruppo di chiavi.",
                    "Va a capo e scrivi le chiavi rientrate di due spazi.",
                )
            )
            continue
        yield many, values, (key,), {"id": key, **(of_ambito if source.shape == "comuni" else {})}


def _validated(
    model: type[Filed],
    values: dict[str, Any],
    given: dict[str, str],
    source: CatalogueFile,
    loaded: Loaded,
    prefix: tuple[str, ...],
    problems: list[Problem],
) -> Filed | None:
    clash = [key for key in given if key in values]
    try:
        record = model.model_validate({**values, **given})
        if not clash:
            return record
        refused: ValidationError | None = None
    except ValidationError as failure:
        record, refused = None, failure
    place = loaded.place.at(prefix)
    for key in clash:
        line, column = place.key(key)
        message, remedy = (
            f"«{key}» non si scrive nel file.",
            "Lo dicono il nome e la cartella del file: togli la riga.",
        )
        problems.append(
            Problem(source.file, line, column, "campo-sconosciuto", key_path((*prefix, key)), message, remedy)
        )
    if refused is not None:
        problems.extend(_refusals(refused, model, source, place, prefix, problems))
    return record


def folded(text: str) -> str:
    """The words of a text in lower case, one space between."""
    return " ".join(_WORD.findall(text.lower()))


def _strings_in(value: Any) -> list[str]:
    """Every string of a record, public or not, in one quick walk."""
    found: list[str] = []
    left = [value]
    while left:
        item = left.pop()
        inside = item.__dict__ if isinstance(item, BaseModel) else item
        for part in inside.values() if isinstance(inside, dict) else inside:
            if isinstance(part, str):
                found.append(part)
            elif isinstance(part, BaseModel | tuple | dict):
                left.append(part)
    return found


def _refusals(
    failure: ValidationError,
    model: type[Filed],
    source: CatalogueFile,
    place: Place,
    prefix: tuple[str, ...],
    problems: list[Problem],
) -> Iterator[Problem]:
    errors = failure.errors(include_url=False)[: MAX_PROBLEMS + 1]
    located = [(_steps(error["loc"], place), error) for error in errors]
    deep = {steps[:size] for steps, _ in located for size in range(len(steps))}
    for steps, error in located:
        if error["type"] == "too_short" and steps in deep:
            continue  # the list is only empty because what it held was refused, and that is told on its own
        if error["type"] == "missing" and _is_written(place, steps, key := str(error["loc"][-1])):
            _must_have_a_value(problems, key_path((*prefix, *steps, key)), sentence(error, model, steps)[2])
            continue  # the key is there with no value, and that was told already
        where = place.at(steps)
        line, column = where.line, where.column
        if error["type"] == "extra_forbidden" or (error["loc"] and error["loc"][-1] == "[key]"):
            line, column = place.at(steps[:-1]).key(str(steps[-1]))
        code, message, remedy = sentence(error, model, steps)
        yield Problem(source.file, line, column, code, key_path(prefix + steps), message, remedy)


def _must_have_a_value(problems: list[Problem], path: str, remedy: str) -> None:
    """Mends the advice of who reads YAML only, to whom any line without a value might as well be taken away."""
    for number, problem in enumerate(problems):
        if (problem.code, problem.path) == ("valore-vuoto", path):
            message = "qui serve un valore: questo campo è obbligatorio."
            problems[number] = replace(problem, message=message, remedy=remedy)


def _is_written(place: Place, steps: tuple[str | int, ...], key: str) -> bool:
    keys = place.at(steps).keys
    return keys is not None and key in keys


def _steps(loc: tuple[str | int, ...], place: Place) -> tuple[str | int, ...]:
    """The key path in the file for a location of pydantic, which also names branches of unions.

    The branch of a condition has the name of its key, so that name comes twice.
    """
    steps: list[str | int] = []
    current: Place | None = place
    branch = False
    for number, step in enumerate(loc):
        branch = not branch and step in CONDITIONS and loc[number + 1 : number + 2] == (step,)
        below = current.child(step) if current is not None and not branch else None
        if below is not None:
            steps.append(step)
            current = below
    return tuple(steps)
