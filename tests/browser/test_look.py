"""The look of each kind of page is the one that was approved, within a tolerance. After a change that was looked at:
`python -m tests.browser.sketches`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sketches import FOLDER, PAGES, SIZES, changed, sketch

FAR = 40
"""How different a dot must be, on 255, to count."""
TOLERANCE = 0.06
"""The share of dots that may be so different: another version of the browser, a word more or less."""


@pytest.fixture(scope="module")
def easel(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(reader: Page, easel: Page, base_address: str, name: str, size: str) -> None:
    now = sketch(reader, easel, base_address + PAGES[name], size)
    share = changed(easel, (FOLDER / f"{name}-{size}.png").read_bytes(), now, FAR)
    assert share <= TOLERANCE, f"{name}, {size}: è diverso il {share:.1%} dei punti"


def test_a_page_without_its_colours_is_noticed(reader: Page, easel: Page, base_address: str) -> None:
    reader.route("**/stile.css", lambda route: route.fulfill(body="", content_type="text/css"))
    try:
        now = sketch(reader, easel, base_address, "telefono")
    finally:
        reader.unroute("**/stile.css")
    assert changed(easel, (FOLDER / "home-telefono.png").read_bytes(), now, FAR) > TOLERANCE
