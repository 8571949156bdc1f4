"""The QR code of an address, as the path of an SVG: on paper it leads back to the page.

segno knows the whole standard (ISO/IEC 18004) and takes two milliseconds a code, longer than all the rest of a page.
Here stands only what our addresses need, plain bytes in one block of at most 106, seven times as fast; segno draws the
frame of each size once, and whatever is longer or has other signs. A test compares both.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import segno

_RUN = re.compile("0+|1+")
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""
MASK = 2
"""Trying all eight masks takes five times as long and no reader needs the best one. This turns every third column."""
PIECE = 10
"""Modules of a row that are drawn together."""
SIZES = ((19, 7), (34, 10), (55, 15), (80, 20), (108, 26))
"""Bytes of data and of correction of the versions 1 to 5, level L: those of a single block."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: `path` draws the dark modules as strokes one unit high; `size` is the side, white margin included.

    Each row begins at its left edge; then `h` draws so many dark modules and `m` passes over so many light ones.
    """

    path: str
    size: int

    @property
    def svg(self) -> str:
        """A drawing of its own, in black, for what is not a web page."""
        view = f"0 0 {self.size} {self.size}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}"><path stroke="#000" d="{self.path}"/></svg>'


def code_of(address: str) -> Code:
    """The code of an address, correction level L."""
    version = next((number for number, (data, _) in enumerate(SIZES) if len(address) <= data - 2), None)
    if version is None or not address.isascii() or address.upper() == address:
        return _drawn(["".join("01"[dark] for dark in row) for row in _by_segno(address).matrix])
    frame = _frame(version)
    bits = f"{int.from_bytes(_codewords(address.encode(), version)):0{frame.bits}b}"
    dark = int("".join(frame.pick(f"{bits}{'0' * 8}1")), 2) ^ frame.turned
    rows = f"{dark:0{frame.side**2}b}"
    return _drawn([rows[start : start + frame.side] for start in range(0, len(rows), frame.side)])


def _by_segno(address: str) -> segno.QRCode:
    return segno.make(address, error="l", mask=MASK, boost_error=False, micro=False)


def _drawn(rows: Sequence[str]) -> Code:
    strokes = []
    for y, row in enumerate(rows, QUIET):
        strokes.append(f"M{QUIET} {y}.5")
        strokes.extend([_strokes(row[start : start + PIECE]) for start in range(0, len(row), PIECE)])
    return Code("".join(strokes), len(rows) + 2 * QUIET)


@cache
def _strokes(modules: str) -> str:
    """A piece of a row, from where the pen stands: there are so few of them that each is worked out once."""
    lengths = ((run[0][0], len(run[0])) for run in _RUN.finditer(modules))
    return "".join([f"h{length}" if kind == "1" else f"m{length} 0" for kind, length in lengths])


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all codes of a version share: which bit each module shows, row by row, and which modules the mask turns.

    `pick` takes the module's signs out of: the bits of the codewords, eight zeros, a one.
    """

    side: int
    bits: int
    pick: Callable[[str], tuple[str, ...]]
    turned: int


@cache
def _frame(version: int) -> _Frame:
    data, correction = SIZES[version]
    bits = 8 * (data + correction)
    code = _by_segno("a" * (data - 2))
    side = len(code.matrix)
    places = [place for place in _winding(side) if _is_free(*place, side)]
    free = set(places)
    shown = {place: number for number, place in enumerate(places)}  # up to seven bits are left over: the zeros
    fixed = [[bits + 8 * dark for dark in row] for row in code.matrix]
    order = [shown.get((y, x), fixed[y][x]) for y in range(side) for x in range(side)]
    turned = "".join("01"[(y, x) in free and x % 3 == 0] for y in range(side) for x in range(side))
    return _Frame(side, bits, _picker(order), int(turned, 2))


def _picker(order: list[int]) -> Callable[[str], tuple[str, ...]]:
    return itemgetter(*order)


def _winding(side: int) -> list[tuple[int, int]]:
    """Every module in the order in which data is laid: two columns at a time from the right, up and down by turns."""
    found: list[tuple[int, int]] = []
    for turn, right in enumerate([*range(side - 1, 6, -2), 5, 3, 1]):
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        found.extend((y, x) for y in rows for x in (right, right - 1))
    return found


def _is_free(y: int, x: int, side: int) -> bool:
    """Whether a module shows data: not the three corners with their notes, the two rulers, the small square."""
    corner = (y < 9 and x < 9) or (y < 9 and x >= side - 8) or (y >= side - 8 and x < 9)
    small_square = side > 21 and abs(y - side + 7) <= 2 and abs(x - side + 7) <= 2
    return not (corner or small_square or y == 6 or x == 6)


def _codewords(text: bytes, version: int) -> bytes:
    """The bytes of the code: mode and length, the text, padding, and the Reed-Solomon remainder."""
    data, correction = SIZES[version]
    head = (0b0100 << 8 | len(text)) << 8 * len(text) | int.from_bytes(text)
    written = (head << 4).to_bytes(len(text) + 2)
    written += (b"\x00" + b"\xec\x11" * data)[: data - len(written)]  # the zero as segno has it: nobody reads on here
    multiples, top, rest = _multiples(correction), 8 * (correction - 1), 0
    for byte in written:
        rest = (rest & (1 << top) - 1) << 8 ^ multiples[byte ^ rest >> top]
    return written + rest.to_bytes(correction)


@cache
def _multiples(correction: int) -> tuple[int, ...]:
    """The generator polynomial of so many bytes, without its first term, times every byte of GF(256)."""
    generator = [1]
    root = 1
    for _ in range(correction):
        shifted = [_product(term, root) for term in generator]
        generator = [one ^ other for one, other in zip([*generator, 0], [0, *shifted], strict=True)]
        root = _product(root, 2)
    return tuple(int.from_bytes(bytes(_product(term, byte) for term in generator[1:])) for byte in range(256))


def _product(one: int, other: int) -> int:
    """Multiplication in GF(256) modulo x⁸ + x⁴ + x³ + x² + 1."""
    found = 0
    while other:
        if other & 1:
            found ^= one
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return found
