"""Where each value of a YAML file stands: a tree of positions beside the tree of values."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Place:
    """Line and column of a value, from 1. A mapping keeps those of `keys` and `values`, a list of `items`."""

    line: int
    column: int
    keys: "dict[str, tuple[int, int]] | None" = None
    values: "dict[str, Place] | None" = None
    items: "list[Place] | None" = None

    def child(self, step: str | int) -> "Place | None":
        """The place of one value inside this one; None if there is no such value."""
        if isinstance(step, int):
            return self.items[step] if self.items is not None and step < len(self.items) else None
        return self.values.get(step) if self.values is not None else None

    def key(self, step: str) -> tuple[int, int]:
        """Line and column of a key of this mapping; the mapping's own where the key is absent."""
        return self.keys[step] if self.keys is not None and step in self.keys else (self.line, self.column)

    def at(self, steps: Iterable[str | int]) -> "Place":
        """The place of a value further down; the nearest that exists on the way there."""
        place = self
        for step in steps:
            below = place.child(step)
            if below is None:
                return place
            place = below
        return place


def key_path(steps: Iterable[str | int]) -> str:
    """A path as people read it: `sedi[0].orari[1].dalle`, counting from 0 as programmers do."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
