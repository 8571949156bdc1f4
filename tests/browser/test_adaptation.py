"""The site bends to who reads it: only a keyboard, a thin connection, the one type it is set in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import KINDS

SOME = {
    name: KINDS[name] for name in ("home", "scheda", "sportello", "comune", "bisogno", "leps", "emergenza", "lista")
}
some_kinds = pytest.mark.parametrize("url", SOME.values(), ids=SOME.keys())


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has never been here."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    yield context.new_page()
    context.close()


@some_kinds
def test_every_stop_of_the_keyboard_is_seen(page: Page, address: str, url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + url)
    page.wait_for_load_state("networkidle")
    for _ in range(25):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
            " const path = e.querySelector && e.querySelector('path');"
            " return {what: e.outerHTML.slice(0, 80), ring: parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none'"
            " || Boolean(e.closest('svg') && path), seen: b.width > 1 && b.bottom > 0 && b.top < innerHeight}; })()"
        )
        assert stop["ring"], stop
        assert stop["seen"], stop


def test_the_map_is_walked_with_the_keyboard(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + "comuni/")
    before = page.locator("svg.aa-map a").first.evaluate("a => getComputedStyle(a.querySelector('path')).fill")
    page.locator("svg.aa-map a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    after = page.evaluate("getComputedStyle(document.activeElement.querySelector('path')).fill")
    assert before != after
    page.keyboard.press("Enter")
    page.wait_for_url("**/comuni/*/")


def test_every_text_is_set_in_titillium(page: Page, address: str) -> None:
    for url in SOME.values():
        page.goto(address + url)
        families = page.evaluate(
            "[...new Set([...document.querySelectorAll('h1, h2, h3, p, p *')]"
            ".map(e => getComputedStyle(e).fontFamily.split(',')[0].replaceAll('\"', '')))]"
        )
        assert set(families) <= {"Titillium Web", "Roboto Mono", "monospace"}, url


@pytest.mark.parametrize(("url", "most"), [("", 150_000), (KINDS["scheda"], 130_000)], ids=["home", "scheda"])
def test_a_first_visit_is_light(page: Page, address: str, real_size: dict[str, int], url: str, most: int) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + url)
    page.wait_for_load_state("networkidle")
    paths = {one.removeprefix(address).split("?")[0].split("#")[0] for one in asked if one.startswith(address)}
    total = sum(real_size[path if path and not path.endswith("/") else f"{path}index.html"] for path in paths)
    print(f"{url or 'home'}: {total} byte con gzip, {len(paths)} richieste")
    assert total <= most
