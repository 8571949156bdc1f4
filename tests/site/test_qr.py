"""The quick QR code against segno's."""

import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from generator.site.qr import MASK, QUIET, Code, code_of

STEP = re.compile(r"M(?P<x>\d+) (?P<y>\d+)\.5|h(?P<dark>\d+)|m(?P<light>\d+) 0")


def of_segno(address: str) -> list[list[int]]:
    return [list(row) for row in segno.make(address, error="l", mask=MASK, boost_error=False, micro=False).matrix]


def seen(code: Code) -> list[list[int]]:
    """The modules that the path draws, margin taken away; every letter of the path is understood."""
    modules = [[0] * code.size for _ in range(code.size)]
    x = y = end = 0
    for step in STEP.finditer(code.path):
        assert step.start() == end
        end = step.end()
        if step["x"]:
            x, y = int(step["x"]), int(step["y"])
        elif step["light"]:
            x += int(step["light"])
        else:
            for _ in range(int(step["dark"])):
                modules[y][x] = 1
                x += 1
    assert end == len(code.path)
    assert sum(map(sum, modules)) == sum(sum(row[QUIET:-QUIET]) for row in modules[QUIET:-QUIET]), "the margin is white"
    return [row[QUIET:-QUIET] for row in modules[QUIET:-QUIET]]


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-./:%?&=ABCÀ", min_size=1, max_size=125))
def test_any_address_has_the_code_that_segno_gives(address: str) -> None:
    assert seen(code_of(address)) == of_segno(address)


def test_every_length_has_the_code_that_segno_gives() -> None:
    for length in range(1, 125):
        address = ("https://www.example.it/servizi/" * 5)[:length]
        assert seen(code_of(address)) == of_segno(address), address
