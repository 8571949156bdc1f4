"""QR codes as pixels, for paper."""

from functools import lru_cache

import segno

MASK = 4
"""One fixed pattern: trying all eight, as the norm advises for the worst printers, takes five times as long."""
BORDER = 2
DARK, LIGHT = 0, 255


@lru_cache(maxsize=4096)
def _code(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False, mask=MASK)


@lru_cache(maxsize=4096)
def qr_pixels(address: str) -> tuple[int, ...]:
    """The QR code (level M) of an address with a border of light, row after row; the drawing is a square."""
    rows = _code(address).matrix_iter(scale=1, border=BORDER)
    return tuple(DARK if dark else LIGHT for row in rows for dark in row)
