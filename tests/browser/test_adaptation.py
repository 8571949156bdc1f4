"""The site bends to who reads it: larger text, wider spacing, forced colours, no motion, only a keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import KINDS, sideways

SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""What a reader may set (WCAG 2.2, 1.4.12)."""
SOME = {
    name: KINDS[name] for name in ("home", "scheda", "sportello", "comune", "bisogno", "leps", "emergenza", "lista")
}
some_kinds = pytest.mark.parametrize("url", SOME.values(), ids=SOME.keys())

CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const style = getComputedStyle(e);
  const hidden = ['hidden', 'clip'].includes(style.overflowX) && style.position !== 'absolute';
  return hidden && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 100))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has never been here."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Page]:
    """One page for the tests that bend what they open, so that its files are fetched once."""
    context = browser.new_context(bypass_csp=True, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def bent(shared: Page) -> Page:
    """The shared page as it is before a reader bends it."""
    shared.set_viewport_size({"width": 320, "height": 640})
    shared.emulate_media(forced_colors="none", reduced_motion="no-preference")
    return shared


@some_kinds
def test_wider_spacing_hides_nothing(bent: Page, address: str, url: str) -> None:
    bent.goto(address + url)
    bent.add_style_tag(content=SPACING)
    assert sideways(bent) <= 0
    assert bent.evaluate(CLIPPED) == []


@some_kinds
def test_with_forced_colours_buttons_keep_an_edge(bent: Page, address: str, url: str) -> None:
    bent.emulate_media(forced_colors="active")
    bent.goto(address + url)
    edges = bent.locator(".aa-button:visible, .aa-tool:visible, .aa-ricerca-invia:visible").evaluate_all(
        "all => all.map(e => getComputedStyle(e).borderTopWidth)"
    )
    assert all(edge != "0px" for edge in edges)


@some_kinds
def test_nothing_moves_for_who_wants_no_motion(bent: Page, address: str, url: str) -> None:
    bent.emulate_media(reduced_motion="reduce")
    bent.goto(address + url)
    moving = bent.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
        ".filter(s => s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0).length"
    )
    assert moving == 0


@some_kinds
def test_every_stop_of_the_keyboard_is_seen(bent: Page, address: str, url: str) -> None:
    bent.set_viewport_size({"width": 1280, "height": 900})
    bent.goto(address + url)
    bent.wait_for_load_state("networkidle")
    for _ in range(25):
        bent.keyboard.press("Tab")
        stop = bent.evaluate(
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
