"""The look of each kind of page is the one that was approved, within a tolerance. After a change that was looked at:
`python -m tests.browser.sketches`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sketches import FOLDER, PAGES, SIZES, changed, settled, sketch

FAR = 40
"""How different a dot must be, on 255, to count."""
TOLERANCE = 0.06
"""The share of dots that may be so different: another version of the browser, a word more or less."""


@pytest.fixture(scope="module")
def easel(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module", params=list(PAGES))
def model(reader: Page, base_address: str, request: pytest.FixtureRequest) -> tuple[str, Page]:
    """A page by its name, opened once for all its sketches."""
    return request.param, settled(reader, base_address + PAGES[request.param])


@pytest.mark.parametrize("size", SIZES)
def test_a_page_looks_as_it_did(model: tuple[str, Page], easel: Page, size: str) -> None:
    name, page = model
    now = sketch(page, easel, size)
    share = changed(easel, (FOLDER / f"{name}-{size}.png").read_bytes(), now, FAR)
    assert share <= TOLERANCE, f"{name}, {size}: è diverso il {share:.1%} dei punti"


def test_a_page_without_its_colours_is_noticed(reader: Page, easel: Page, base_address: str) -> None:
    reader.route("**/stile.css", lambda route: route.fulfill(body="", content_type="text/css"))
    try:
        now = sketch(settled(reader, base_address), easel, "telefono")
    finally:
        reader.unroute("**/stile.css")
    assert changed(easel, (FOLDER / "home-telefono.png").read_bytes(), now, FAR) > TOLERANCE
