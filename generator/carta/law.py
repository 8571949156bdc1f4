"""What the law asks of a Carta and the words that hold for every Carta, from `site_config/carta/legge.yaml`."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict


class Asked(BaseModel):
    """A section that the law asks for: its title, its norm, what it must say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    titolo: str
    fonte: str
    chiede: str


class Tenet(BaseModel):
    """A principle or a right that a norm sets, in plain words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nome: str
    testo: str


class Law(BaseModel):
    """The sections in their order, principles and rights with their norm, how complaints and the Carta work."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sezioni: tuple[Asked, ...]
    principi: tuple[Tenet, ...]
    fonte_principi: str
    diritti: tuple[Tenet, ...]
    fonte_diritti: str
    tutela: tuple[str, ...]
    uso: str

    @classmethod
    def load(cls, file: Path) -> "Law":
        """Reads the file. Raises OSError if it is not there, pydantic's ValidationError if it is not in this form."""
        found: Any = yaml.safe_load(file.read_text(encoding="utf-8"))
        return cls.model_validate(found)
