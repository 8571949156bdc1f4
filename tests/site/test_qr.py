"""The quick QR code against segno's."""

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from generator.site.qr import MASK, QUIET, Code, code_of


def of_segno(address: str) -> Code:
    matrix = segno.make(address, error="l", mask=MASK, boost_error=False, micro=False).matrix
    strokes = [
        f"M{run.start() + QUIET} {y}.5h{run.end() - run.start()}"
        for y, row in enumerate(matrix, QUIET)
        for run in re.finditer(rb"\x01+", bytes(row))
    ]
    return Code("".join(strokes), len(matrix) + 2 * QUIET)


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-./:%?&=ABCÀ", min_size=1, max_size=125))
def test_any_address_has_the_code_that_segno_gives(address: str) -> None:
    assert code_of(address) == of_segno(address)


def test_every_length_has_the_code_that_segno_gives() -> None:
    for length in range(1, 125):
        address = ("https://www.example.it/servizi/" * 5)[:length]
        assert code_of(address) == of_segno(address), address
