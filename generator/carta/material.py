"""What the sections of a Carta are made of, and how a maker tells what is there and what is missing."""

from dataclasses import dataclass

from generator.carta.content import Part, Sheet
from generator.carta.law import Law
from generator.model.carta import Carta
from generator.model.scheda import Scheda
from generator.model.territorio import Ambito
from generator.site.context import Context

Told = tuple[tuple[Part, ...], tuple[str, ...]]
"""The parts of a section, and the names of what is missing."""


@dataclass(frozen=True)
class Material:
    """What the sections are made of: the Ambito, its Carta, the law, the schede in force and their sheets."""

    ambito: Ambito
    carta: Carta
    law: Law
    schede: tuple[Scheda, ...]
    sheets: tuple[Sheet, ...]
    context: Context


def told(*named: tuple[str, Part | None]) -> Told:
    """The parts that are there, and the names of those that are not."""
    return tuple(part for _, part in named if part is not None), tuple(name for name, part in named if part is None)


def text_part(text: str | None, title: str = "") -> Part | None:
    """A part with a text; None where there is none."""
    return Part(title=title, text=text) if text else None
