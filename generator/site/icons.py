"""Inline icons, from the folder `icons/` of the site's configuration: one SVG file each, all of one set."""

import re
from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

_SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_OPENING = '<svg class="aa-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
EMPTY = Markup("")


class Icons:
    """Gives an icon by its name; a name without a file gives nothing: an icon only repeats the text beside it.

    `folders` are searched in order, so that a fork may replace an icon.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._made: dict[str, Markup] = {}
        for folder in folders:
            for file in sorted(folder.glob("*.svg")):
                if file.stem not in self._made and (found := _SHAPES.search(file.read_text(encoding="utf-8"))):
                    self._made[file.stem] = Markup(f"{_OPENING}{found[1]}</svg>")

    def __call__(self, name: str | None) -> Markup:
        """The icon as SVG, hidden from screen readers."""
        return self._made.get(name or "", EMPTY)

    def __contains__(self, name: str) -> bool:
        return name in self._made
