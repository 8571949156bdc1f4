"""What every record has in common: immutable, closed to unknown keys, each field explained."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetJsonSchemaHandler, Tag
from pydantic_core import CoreSchema

ReferenceKind = Literal[
    "ambito",
    "area",
    "bisogno",
    "canale",
    "comune",
    "destinatari",
    "documento",
    "ente",
    "fatto",
    "inviante",
    "leps",
    "prestazione",
    "scheda",
    "sede",
    "situazione",
    "soglia",
    "tipologia",
]


def _word_or_list(written: Any) -> str:
    return "word" if isinstance(written, str) else "list"


_Word = TypeVar("_Word")
_List = TypeVar("_List")
WordOr = Annotated[Annotated[_Word, Tag("word")] | Annotated[_List, Tag("list")], Discriminator(_word_or_list)]
"""A word of a closed set, or a list: the shape that was written decides which one is checked."""


class Record(BaseModel):
    """A piece of the catalogue as it is written on disk. Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Filed(Record):
    """A record that owns a file, or an entry of one: its id is the file's name or the entry's key."""

    id: str = Field(json_schema_extra={"from_path": True})


@dataclass(frozen=True)
class Reference:
    """Marks a text as the id of another record; the checks follow it and the form offers a list."""

    kind: ReferenceKind

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Adds `x-riferimento` with the kind of record that is meant."""
        return {**handler(schema), "x-riferimento": self.kind}


@dataclass(frozen=True)
class Internal:
    """Marks a text that only editors read: it may hold notes and is never rendered on a public page."""


def described(description: str, example: Any, default: Any = ..., **constraints: Any) -> Any:
    """A field with its Italian description and one example; schema, guide and form are made from both."""
    return Field(default=default, description=description, examples=[example], **constraints)
