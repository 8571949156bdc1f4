"""Without a network, and when the site changes: what is read from the device, what is never kept, what is announced."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import served
from tests.browser.worker import kept_pages, ready, until, until_kept

SCHEDA = "servizi/seregno/custodia-sociale/"
COMUNE = "comuni/giussano/"
DESK = "sportelli/seregno/sportello-assistenti-familiari/"
VIOLENCE = "aree/violenza-genere/"
Opened = Callable[..., Page]


@pytest.fixture
def copied(base_site: Path, tmp_path: Path) -> Path:
    """A copy of the small site, which a test may publish again."""
    return shutil.copytree(base_site, tmp_path / "site")


def published_again(site: Path) -> None:
    """A new version of the site: its title changes, and with a style sheet the worker."""
    home = site / "index.html"
    home.write_text(home.read_text("utf-8").replace("Di cosa hai bisogno?", "Che cosa ti serve?"), encoding="utf-8")
    worker = site / "sw.js"
    worker.write_text(re.sub('VERSION = "[^"]+"', 'VERSION = "nuova"', worker.read_text("utf-8")), encoding="utf-8")


@contextmanager
def first_visit(opened: Opened, site: Path, *urls: str) -> Iterator[tuple[Page, str]]:
    """The server goes away when the context ends: what is opened after it comes from the device."""
    with served(site) as address:
        page = opened(address)
        ready(page)
        for url in urls:
            page.goto(address + url)
            page.wait_for_load_state("networkidle")
        until_kept(page, *urls)
        yield page, address


def test_pages_seen_and_the_emergency_page_are_read_without_a_network(opened: Opened, real_site: Path) -> None:
    with first_visit(opened, real_site, SCHEDA) as (page, address):
        pass
    page.goto(address + SCHEDA)
    expect(page.get_by_role("heading", name="Custodia sociale", level=1)).to_be_visible()
    expect(page.get_by_text("Sei senza rete. Questa pagina è del 21 novembre 2026")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.aa-header')).backgroundColor") == "rgb(0, 89, 179)"
    page.goto(address + "emergenza/")
    expect(page.get_by_role("link", name="1522")).to_be_visible()
    page.goto(address + "a-z/")
    expect(page.get_by_role("heading", name="Sei senza rete", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Custodia sociale (Seregno)")).to_be_visible()


def test_the_remembered_comune_and_its_desks_are_read_without_a_network(opened: Opened, real_site: Path) -> None:
    with first_visit(opened, real_site, COMUNE) as (page, address):
        page.get_by_role("button", name="È il mio Comune").click()
        page.goto(address + COMUNE)
        until_kept(page, DESK, "emergenza/")  # never opened: the page asked to keep them
    page.goto(address + COMUNE)
    expect(page.get_by_role("heading", name="Servizi sociali a Giussano")).to_be_visible()
    page.locator(".aa-desks a").first.click()
    expect(page.get_by_role("heading", name="Sportello Assistenti Familiari", level=1)).to_be_visible()
    assert page.url == address + DESK


def test_the_words_of_a_search_are_never_kept(opened: Opened, address: str) -> None:
    page = opened(address)
    ready(page)
    page.goto(address + "cerca/?q=mio+marito+mi+picchia")
    page.goto(address + SCHEDA)
    until_kept(page, SCHEDA)
    assert "picchia" not in " ".join(kept_pages(page))


def test_a_page_about_violence_is_never_kept(opened: Opened, address: str, real_site: Path) -> None:
    page = opened(address)
    ready(page)
    page.goto(address + VIOLENCE)
    page.goto(address + SCHEDA)
    until_kept(page, SCHEDA)
    assert VIOLENCE not in " ".join(kept_pages(page))
    listed = (real_site / "dati/elenco/seregno.json").read_text("utf-8")
    assert "violenza" not in listed.lower()


# --- when the site changes ------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["online", "visibilitychange"])
def test_a_page_left_open_announces_the_new_version(opened: Opened, copied: Path, event: str) -> None:
    with first_visit(opened, copied) as (page, _):
        page.wait_for_load_state("networkidle")
        published_again(copied)
        page.evaluate(f"(('{event}' === 'online') ? window : document).dispatchEvent(new Event('{event}'))")
        news = page.get_by_role("status").filter(has_text="C'è una versione nuova del sito")
        expect(news).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("Di cosa hai bisogno?")  # nothing changes by itself
        page.get_by_role("button", name="Ricarica").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Che cosa ti serve?")
        until(
            page,
            "caches.keys().then(all => all.filter(name => name.startsWith('aa-guscio-')).join() === 'aa-guscio-nuova')",
        )
        expect(news).to_have_count(0)


def test_the_next_visit_reads_the_new_page_and_announces_the_rest(opened: Opened, copied: Path) -> None:
    with first_visit(opened, copied) as (page, address):
        published_again(copied)
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Che cosa ti serve?")
        expect(page.get_by_role("button", name="Ricarica")).to_be_visible()


def test_nothing_is_announced_when_nothing_changed(opened: Opened, copied: Path) -> None:
    with first_visit(opened, copied) as (page, address):
        page.goto(address)
        page.evaluate("navigator.serviceWorker.ready.then(r => r.update())")
        assert page.get_by_role("status").filter(has_text="versione nuova").count() == 0


def test_what_the_pages_read_is_never_an_old_copy(opened: Opened, copied: Path) -> None:
    file = "dati/festivi.json"
    read = f"fetch('{file}').then(answer => answer.text())"
    with first_visit(opened, copied) as (page, _):
        page.evaluate(read)
        (copied / file).write_text('{"nuovo": "sì"}', encoding="utf-8")
        assert page.evaluate(read) == '{"nuovo": "sì"}'
        until(page, f"caches.match('{file}').then(kept => kept.text()).then(text => text.includes('nuovo'))")
    assert page.evaluate(read) == '{"nuovo": "sì"}'  # and without a network the last one


# --- when the worker fails ------------------------------------------------------------------------

BROKEN = {
    "does not parse": "}",
    "throws at once": "throw new Error('rotto');",
    "cannot install": "CacheStorage.prototype.open = () => { throw new Error('rotto'); };\n",
    "fails at each request": "CacheStorage.prototype.match = () => { throw new Error('rotto'); };\n",
}


def site_works(page: Page, address: str) -> None:
    """Pages, styles, the search and the links that a citizen needs."""
    page.goto(address + "servizi/valle/assistenza-domiciliare/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.aa-header')).backgroundColor") == "rgb(0, 89, 179)"
    page.goto(address + "cerca/?q=casa")
    expect(page.locator("#risultati > li[data-scheda]").first).to_be_visible()
    page.goto(address + "emergenza/")
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


@pytest.mark.parametrize("fault", BROKEN.values(), ids=BROKEN.keys())
def test_with_the_worker_broken_the_site_still_works(opened: Opened, copied: Path, fault: str) -> None:
    worker = copied / "sw.js"
    worker.write_text(fault + worker.read_text("utf-8"), encoding="utf-8")
    with served(copied) as address:
        page = opened(address)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        if "match" in fault:
            ready(page)
        site_works(page, address)
        assert errors == []


def test_with_the_worker_off_the_site_still_works(reader: Page, base_address: str) -> None:
    site_works(reader, base_address)
