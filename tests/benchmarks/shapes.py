"""What a synthetic catalogue takes from the real one: the shapes of its schede, and its words."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model.scheda import FOLDERS
from generator.reading.loader import load_file

_LETTERS = re.compile(r"\]\([^)]*\)|[^\W\d_]{4,}")
"""A word that may be another one, or the address of a link, which stays."""
_NOT_FOR_PUBLIC_TEXTS = re.compile(
    r"todo|fixme|lorem|legge|carico|utenz|utent|fruitor|portator|verific|conferm|defini|chieder|complet|riveder"
)
"""Words that only notes among editors, laws and offices use: a public text with them would be refused."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A real scheda as it was written: the kind's folder, the id, the values."""

    folder: str
    id: str
    values: Mapping[str, Any]


@dataclass(slots=True)
class Model:
    """Vocabularies, the shapes of schede, and their words by length, each as often as it is used."""

    vocabularies: Path
    documents: tuple[str, ...]
    """The source documents, which the vocabularies cite."""
    mean_bytes: int = 0
    shapes: list[Shape] = field(default_factory=list)
    words: dict[int, list[str]] = field(default_factory=dict)

    def text(self, like: str, chance: random.Random) -> str:
        """A text with other words of the same lengths; Markdown, punctuation and short words stay."""

        def other(found: re.Match[str]) -> str:
            old = found.group()
            known = self.words.get(len(old))
            if known is None or old.startswith("]"):
                return old
            new = chance.choice(known)
            return new.upper() if old.isupper() else new.capitalize() if old[0].isupper() else new

        return _LETTERS.sub(other, like)


def model_of(catalogue: Path) -> Model:
    """The shapes and words of the Ambito with the longest schede. Raises ValueError if none has any."""
    documents = load_file(catalogue / "documenti.yaml", "documenti.yaml").value or {}
    model = Model(catalogue / "vocabolari", tuple(documents))
    files = max((_schede(ambito) for ambito in sorted(catalogue.iterdir())), key=_mean_bytes)
    for path in files:
        loaded = load_file(path, path.name)
        if isinstance(loaded.value, dict) and not loaded.problems:
            model.shapes.append(Shape(path.parent.name, path.stem, loaded.value))
            for word in _words_in(loaded.value):
                model.words.setdefault(len(word), []).append(word)
    if not model.shapes:
        raise ValueError(f"in {catalogue} non ci sono schede da imitare")
    model.mean_bytes = _mean_bytes(files)
    return model


def _schede(ambito: Path) -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ambito / folder).glob("*.yaml"))]


def _mean_bytes(files: list[Path]) -> int:
    return sum(path.stat().st_size for path in files) // len(files) if files else 0


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        found = (word.lower() for word in _LETTERS.findall(value) if not word.startswith("]"))
        yield from (word for word in found if not _NOT_FOR_PUBLIC_TEXTS.search(word))
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _words_in(item)
