"""Every kind of page in a browser: fits any width and size of text, needs no script, has no barrier
axe can see."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

KINDS = {
    "home": "",
    "bisogni": "bisogni/",
    "aree": "aree/",
    "tipologie": "tipologie/",
    "aggiornamenti": "aggiornamenti/",
    "contributo": "contributi/cinisello-balsamo/bando-ti-accompagno-a-casa/",
    "accessibilita": "accessibilita/",
    "cerca": "cerca/",
    "scheda": "servizi/seregno/custodia-sociale/",
    "sportello": "sportelli/seregno/sportello-assistenti-familiari/",
    "progetto": "progetti/seregno/pippi/",
    "struttura": "strutture/seregno/casa-di-comunita/",
    "comune": "comuni/giussano/",
    "comuni": "comuni/",
    "ambito": "ambiti/seregno/",
    "ambiti": "ambiti/",
    "area": "aree/violenza-genere/",
    "bisogno": "bisogni/cercare-badante/",
    "tipo": "servizi/",
    "tipologia": "tipologie/affido/",
    "ente": "enti/comune-di-seregno/",
    "enti": "enti/",
    "leps": "leps/",
    "a-z": "a-z/",
    "avvisi": "avvisi/",
    "redazione": "redazione/",
    "redazione-ambito": "redazione/seregno/",
    "pagina": "privacy/",
    "emergenza": "emergenza/",
    "lista": "lista/",
    "segnala": "segnala/",
    "senza-rete": "senza-rete/",
    "guide": "guide/",
    "guida": "guide/fine-mese/",
    "guida-violenza": "guide/violenza/",
    "violenza": "bisogni/subire-violenza/",
    "carte": "carta/",
    "carta": "carta/cinisello-balsamo/",
    "carta-servizi": "carta/seregno/servizi/",
    "carta-reclamo": "carta/seregno/reclamo/",
    "carta-relazione": "carta/seregno/relazione/",
    "404": "404.html",
}

every_kind = pytest.mark.parametrize("url", KINDS.values(), ids=KINDS.keys())


WIDTHS = (320, 360, 768, 1280)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""What a reader may set (WCAG 2.2, 1.4.12)."""
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const style = getComputedStyle(e);
  const hidden = ['hidden', 'clip'].includes(style.overflowX) && style.position !== 'absolute';
  return hidden && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 100))"""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def barriers(page: Page, options: dict[str, Any] = WCAG) -> list[object]:
    """What axe-core finds on the page as it is now: against WCAG 2.2, levels A and AA, or with other options."""
    found = Axe().run(page, options=options)
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found.response["violations"]]


def sideways(page: Page) -> int:
    """By how many points the page is wider than its window."""
    found: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """The dark colours, and then the light ones again: nothing else changes."""
    page.emulate_media(color_scheme="dark")
    yield
    page.emulate_media(color_scheme="light")


@contextmanager
def twice_as_large(page: Page) -> Iterator[None]:
    """Text at 200 % in a window of 640 points (WCAG 2.2, 1.4.4); Material's own is at 125 %."""
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%', 'important')")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    yield
    page.evaluate("document.documentElement.style.removeProperty('font-size')")


@contextmanager
def wider_spacing(page: Page) -> Iterator[None]:
    """Lines, letters and words further apart."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", SPACING
    )
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"
    yield
    page.evaluate("document.adoptedStyleSheets = []")


def opened(browser: Browser, address: str, width: int = 1280) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="it-IT")
    page = context.new_page()
    page.goto(address)
    return page


@pytest.fixture(scope="module", params=KINDS.values(), ids=list(KINDS))
def kind(reader: Page, address: str, request: pytest.FixtureRequest) -> Page:
    """A page of each kind, opened once for the tests that look at it: they bend it, none leaves it."""
    reader.set_viewport_size({"width": WIDTHS[0], "height": 900})
    reader.emulate_media(color_scheme="light", reduced_motion="reduce")  # else colours are met on their way to the dark
    reader.goto(address + request.param)
    return reader


def test_no_page_scrolls_sideways(kind: Page) -> None:
    for width in WIDTHS:
        kind.set_viewport_size({"width": width, "height": 900})
        assert sideways(kind) <= 0, width


def test_axe_finds_no_barrier(kind: Page) -> None:
    kind.set_viewport_size({"width": WIDTHS[0], "height": 900})
    assert barriers(kind) == []
    with dark(kind):
        assert barriers(kind, COLOURS) == []


def test_axe_finds_no_barrier_with_text_twice_as_large(kind: Page) -> None:
    with twice_as_large(kind):
        assert barriers(kind) == []
        assert sideways(kind) <= 0


def test_wider_spacing_hides_nothing(kind: Page) -> None:
    kind.set_viewport_size({"width": WIDTHS[0], "height": 900})
    with wider_spacing(kind):
        assert sideways(kind) <= 0
        assert kind.evaluate(CLIPPED) == []


def test_with_forced_colours_buttons_keep_an_edge(kind: Page) -> None:
    kind.emulate_media(forced_colors="active")
    edges = kind.locator(".aa-button:visible, .aa-tool:visible, .aa-ricerca-invia:visible").evaluate_all(
        "all => all.map(e => getComputedStyle(e).borderTopWidth)"
    )
    kind.emulate_media(forced_colors="none")
    assert edges
    assert "0px" not in edges


def test_nothing_moves_for_who_wants_no_motion(kind: Page) -> None:
    kind.emulate_media(reduced_motion="reduce")
    moving = kind.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
        ".filter(s => s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0).length"
    )
    assert moving == 0


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A browser where no script runs: switched off, or too old for modules."""
    context = browser.new_context(java_script_enabled=False, locale="it-IT")
    yield context.new_page()
    context.close()


@every_kind
def test_every_page_reads_without_a_script(plain: Page, address: str, url: str) -> None:
    plain.goto(address + url)
    assert plain.locator("h1").count() == 1
    assert plain.locator("h1").is_visible()
    assert plain.locator("main a[href]:visible").count() > 0 or url == "privacy/"


def test_our_scripts_are_modules_so_that_an_old_browser_skips_them(real_site: Path) -> None:
    scripts = {
        script
        for path in real_site.rglob("*.html")
        for script in re.findall(r"<script(?![^>]*application/ld\+json)[^>]*>", path.read_text("utf-8"))
    }
    assert {script for script in scripts if 'type="module"' not in script} == {
        '<script src="../risorse/js/search/room.js">'  # which asks by itself whether the browser knows modules
    }


def test_the_first_tab_leads_to_the_content(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Vai al contenuto"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenuto"
    page.context.close()


def test_the_map_is_made_of_links_with_names(browser: Browser, address: str) -> None:
    page = opened(browser, address + "comuni/")
    names = page.locator("svg.aa-map a").evaluate_all("links => links.map(a => a.querySelector('title').textContent)")
    assert len(names) == 27
    assert "Lentate sul Seveso" in names
    page.context.close()


def test_a_table_sorts_by_number_when_its_heading_is_pressed(browser: Browser, address: str) -> None:
    page = opened(browser, address + "redazione/seregno/")
    heading = page.get_by_role("columnheader", name="Punteggio")
    heading.get_by_role("button").click()
    heading.get_by_role("button").click()
    scores = [int(text) for text in page.locator("tbody td:nth-child(2)").all_text_contents()]
    assert scores == sorted(scores, reverse=True)
    assert heading.get_attribute("aria-sort") == "descending"
    page.context.close()


def test_what_is_folded_is_printed_also_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}a-z/")
    folded = page.locator(".aa-folds > details:not([open]) a[href*='/servizi/']").first
    expect(folded).not_to_be_visible()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    context.close()


def test_a_printed_scheda_leaves_the_menus_out(browser: Browser, address: str) -> None:
    page = opened(browser, address + KINDS["scheda"])
    page.emulate_media(media="print")
    assert not page.locator(".aa-nav").is_visible()
    assert not page.locator(".aa-footer__columns").is_visible()
    assert page.locator("h1").is_visible()
    page.context.close()
