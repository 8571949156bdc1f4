"""The QR code of an address, as the path of an inline SVG: on paper it leads back to the page."""

import re
from dataclasses import dataclass

import segno

_DARK = re.compile(rb"\x01+")
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""
MASK = 2
"""Trying all eight masks takes five times as long and no reader needs the best one."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: `path` draws the dark modules as strokes one unit high; `size` is the side, white margin included."""

    path: str
    size: int


def code_of(address: str) -> Code:
    """The code of an address, correction level L."""
    matrix = segno.make(address, error="l", mask=MASK, boost_error=False, micro=False).matrix
    rows: list[str] = []
    for y, row in enumerate(matrix):
        rows.extend(f"M{run.start() + QUIET} {y + QUIET}.5h{run.end() - run.start()}" for run in _DARK.finditer(row))
    return Code("".join(rows), len(matrix) + 2 * QUIET)
