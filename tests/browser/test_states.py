"""Pages as they become while one uses them: no state has a barrier axe-core can see, nor scrolls sideways, at 320 px
and with text twice as large."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import COLOURS, KINDS, barriers, dark, sideways, twice_as_large

GUIDE = KINDS["guida"]


def results(page: Page) -> None:
    expect(page.locator("#risultati > li[data-scheda]").first).to_be_visible()
    expect(page.locator("#risultati[aria-busy]")).to_have_count(0)


def nothing_found(page: Page) -> None:
    expect(page.locator("#ricerca-nessuno > *").first).to_be_visible()


def suggestions(page: Page) -> None:
    page.locator("#ricerca-testata").press_sequentially("badant")
    expect(page.locator("[role=option]").first).to_be_visible()


def needs_open(page: Page) -> None:
    page.locator(".aa-folds > details > summary").first.click()
    expect(page.locator(".aa-folds .aa-card").first).to_be_visible()


def conditions_open(page: Page) -> None:
    page.locator(".aa-folds summary").first.click()
    expect(page.locator(".aa-guida__schede > li").first).to_be_visible()


def letter_open(page: Page) -> None:
    expect(page.locator("#lettera-c[open] li a").first).to_be_visible()


def question(page: Page) -> None:
    page.locator(".aa-guida__comandi button").first.click()
    expect(page.locator(".aa-guida form")).to_be_visible()


def question_without_answer(page: Page) -> None:
    question(page)
    page.locator(".aa-guida form").get_by_role("button", name="Avanti").click()
    expect(page.locator(".aa-guida [role=alert], .aa-guida__errore").first).to_be_visible()


def low_vote(page: Page) -> None:
    page.locator("[data-element=feedback-rate-1]").click()
    expect(page.get_by_role("button", name="Prepara il messaggio")).to_be_visible()


def list_of_two(page: Page) -> None:
    expect(page.locator("#lista > li")).to_have_count(2)


def place_not_chosen(page: Page) -> None:
    page.get_by_role("button", name="Vai").click()
    expect(page.get_by_label("Dove abiti?")).to_be_focused()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "risultati": ("cerca/?q=badante&comune=seregno", results),
    "numeri di emergenza": ("cerca/?q=mio%20marito%20mi%20picchia", results),
    "nessun risultato": ("cerca/?q=xyzzyx", nothing_found),
    "suggerimenti": ("", suggestions),
    "Comune non scelto": ("", place_not_chosen),
    "bisogni aperti": ("comuni/cinisello-balsamo/", needs_open),
    "aree aperte": ("ambiti/seregno/", needs_open),
    "lettera aperta": ("a-z/#lettera-c", letter_open),
    "tipo per Ambito": (KINDS["tipo"], needs_open),
    "guida per Ambito": (GUIDE, conditions_open),
    "domanda": (GUIDE, question),
    "domanda senza risposta": (GUIDE, question_without_answer),
    "voto basso": (KINDS["scheda"], low_vote),
    "lista ricevuta": ("lista/#schede=seregno/custodia-sociale,seregno/affidi", list_of_two),
}

every_state = pytest.mark.parametrize(("url", "reach"), STATES.values(), ids=STATES.keys())


@every_state
def test_no_state_has_a_barrier(reader: Page, address: str, url: str, reach: Callable[[Page], None]) -> None:
    reader.set_viewport_size({"width": 320, "height": 900})
    reader.emulate_media(color_scheme="light", reduced_motion="reduce")
    reader.goto("about:blank")  # so that what is after the # is read again
    reader.goto(address + url)
    reach(reader)
    assert barriers(reader) == []
    assert sideways(reader) <= 0
    with dark(reader):
        assert barriers(reader, COLOURS) == []
    with twice_as_large(reader):
        assert barriers(reader) == []
        assert sideways(reader) <= 0
