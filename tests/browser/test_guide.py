"""The guides in a browser: walked to the end by mouse and by keyboard, without a request, a trace or a barrier."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.projects import ROOT

GUIDES = sorted(path.stem for path in (ROOT / "catalogue" / "guide").glob("*.yaml"))
LARGEST, SENSITIVE = "anziano-a-casa", "violenza"
VERIFIED = "cinisello-balsamo/misura-b2"
VIEWPORT = {"width": 1100, "height": 900}
MOST_QUESTIONS = 12
MOST_TABS = 120
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
  ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()), location.search, location.hash,
].filter(Boolean)"""
CACHED = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"""

every_guide = pytest.mark.parametrize("guide", GUIDES)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for every page that needs nothing else: what a page stored would be seen by those after it."""
    with new_context(browser) as found:
        yield found


@contextmanager
def new_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(**{"viewport": VIEWPORT, "service_workers": "block", "locale": "it-IT"} | options)
    context.set_default_timeout(15_000)
    yield context
    context.close()


@contextmanager
def opened(context: BrowserContext, url: str) -> Iterator[Page]:
    page = context.new_page()
    page.goto(url)
    yield page
    page.close()


def begin(page: Page) -> None:
    page.locator(".aa-guida__comandi button").first.click()
    page.locator(".aa-guida__passo form").wait_for()


def answer(page: Page, chance: random.Random) -> None:
    """Gives any answer to the question on the page, by mouse."""
    choices = page.locator(".aa-guida form :is(select, .aa-guida__numero, .aa-guida__risposta input)")
    kinds = choices.evaluate_all("fields => fields.map(({ type }) => type)")
    place = chance.choice([0, chance.randrange(len(kinds))]) if kinds[0] in {"select-one", "text"} else None
    if place == 0 and kinds[0] == "select-one":
        options = page.locator(".aa-guida form option").count()
        page.select_option(".aa-guida form select", index=chance.randrange(1, options))
    elif place == 0:
        page.fill(".aa-guida__numero", str(chance.randrange(1, 95)))
    else:
        choices.nth(place or chance.randrange(len(kinds))).check()
    page.locator(".aa-guida form [type=submit]").click()


def choose(page: Page, comune: str) -> None:
    """Answers where one lives."""
    page.select_option(".aa-guida form select", label=comune)
    page.locator(".aa-guida form [type=submit]").click()


def ended(page: Page) -> bool:
    return page.locator("[data-fine]").count() > 0


def walk(page: Page, chance: random.Random) -> None:
    """Answers until the result is there."""
    for _ in range(MOST_QUESTIONS):
        if ended(page):
            return
        answer(page, chance)
    assert ended(page)


def outcomes(page: Page) -> dict[str, int]:
    found = page.locator("li[data-scheda]").evaluate_all("items => items.map((item) => item.dataset.esito)")
    return {outcome: found.count(outcome) for outcome in ("probabile", "da_verificare", "no")}


@every_guide
def test_every_guide_ends_by_mouse_without_a_request_or_a_trace(
    context: BrowserContext, address: str, guide: str
) -> None:
    with opened(context, f"{address}guide/{guide}/") as page:
        url, requests, faults = page.url, list[str](), list[str]()
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: requests.append(request.url))
        begin(page)
        page.on("pageerror", lambda error: faults.append(str(error)))
        walk(page, random.Random(guide))
        assert sum(outcomes(page).values()) == page.locator(".aa-guida__schede > li").count()
        advice = page.locator("li[data-scheda] > p:nth-of-type(4)").all_text_contents()
        assert len(advice) == sum(outcomes(page).values())
        assert all(text.startswith("Decide solo lo sportello. Chiedi a: ") for text in advice)
        page.locator("[data-fine] button").first.click()
        expect(page.locator(".aa-riepilogo h2")).to_be_focused()
        assert (requests, faults) == ([], [])
        assert page.evaluate(STORED) == []
        assert page.context.cookies() == []
        assert page.url == url


def tab_to(page: Page, selector: str) -> str:
    """Goes with Tab to the next place that fits. Returns its type."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "selector => { const at = document.activeElement; return at.matches(selector) ? at.type : '' }", selector
        )
        if found:
            return str(found)
    raise AssertionError(f"no way to {selector} by keyboard")


@every_guide
def test_every_guide_ends_by_keyboard_alone(context: BrowserContext, address: str, guide: str) -> None:
    chance = random.Random(f"keys of {guide}")
    with opened(context, f"{address}guide/{guide}/") as page:
        page.locator(".aa-guida__comandi button").first.wait_for()
        tab_to(page, ".aa-guida__comandi button")
        page.keyboard.press("Enter")
        for _ in range(MOST_QUESTIONS + 1):
            expect(page.locator(".aa-guida__passo h3")).to_be_focused()
            if ended(page):
                break
            kind = tab_to(page, ".aa-guida form :is(select, input)")
            if kind == "select-one":
                for _ in range(chance.randrange(1, 9)):
                    page.keyboard.press("ArrowDown")
            elif kind == "text":
                page.keyboard.type(str(chance.randrange(1, 95)))
            else:
                page.keyboard.press("Space")
            tab_to(page, ".aa-guida form button[type=submit]")
            page.keyboard.press("Enter")
        assert ended(page)
        tab_to(page, "[data-fine] button")
        page.keyboard.press("Enter")
        expect(page.locator(".aa-riepilogo h2")).to_be_focused()


def test_each_step_is_announced_and_counted(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/{LARGEST}/") as page:
        begin(page)
        status = page.locator(".aa-guida__stato")
        expect(status).to_contain_text("Domanda 1. Dopo questa, al massimo altre")
        choose(page, "Giussano")
        expect(status).to_contain_text("Domanda 2. Dopo questa, al massimo altre")
        expect(status).to_contain_text("da verificare,")
        expect(page.locator("progress")).to_have_attribute("value", "1")


def test_a_question_without_an_answer_says_what_is_missing(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/{LARGEST}/") as page:
        begin(page)
        forward = page.get_by_role("button", name="Avanti")
        forward.click()
        expect(page.locator(".aa-guida__errore")).to_contain_text("Scegli una risposta")
        page.locator(".aa-guida__risposta input").check()
        forward.click()
        page.locator(".aa-guida__numero").fill("tanti")
        forward.click()
        expect(page.locator(".aa-guida__errore")).to_contain_text("Scrivi gli anni con le cifre")


def test_one_can_go_back_and_change_any_answer(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/{LARGEST}/") as page:
        begin(page)
        choose(page, "Giussano")
        giussano = outcomes(page)
        page.get_by_role("button", name="Indietro").click()
        expect(page.locator(".aa-guida form select option:checked")).to_have_text("Giussano")
        choose(page, "Bresso")
        bresso = outcomes(page)
        assert bresso != giussano
        walk(page, random.Random(1))
        page.locator(".aa-guida__date summary").click()
        page.get_by_role("button", name="Cambia: Comune").click()
        choose(page, "Un altro Comune")
        walk(page, random.Random(2))
        assert outcomes(page)["no"] > bresso["no"]
        page.get_by_role("button", name="Ricomincia da capo").click()
        expect(page.locator(".aa-guida form select")).to_have_value("")
        assert outcomes(page)["no"] == 0


def test_the_words_follow_whom_one_answers_for(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/{LARGEST}/") as page:
        page.get_by_role("button", name="Rispondo per un'altra persona").click()
        expect(page.locator(".aa-guida__passo h3")).to_have_text("In quale Comune abita la persona?")


def test_the_sheet_says_what_where_which_papers_and_what_to_ask(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/figlio-con-disabilita-a-scuola/") as page:
        page.evaluate("window.print = () => { window.printed = true; }")
        begin(page)
        choose(page, "Bresso")
        page.get_by_role("button", name="Basta così").click()
        page.get_by_role("button", name="Prepara il foglio per lo sportello").click()
        sheet = page.locator(".aa-riepilogo")
        for text in (
            "Da verificare",
            "Che cosa fare:",
            "Documenti da portare:",
            "Che cosa chiedere:",
            "Vale anche per me?",
            "il servizio sociale di Bresso",
            "lo decide solo lo sportello",
        ):
            expect(sheet).to_contain_text(text)
        sheet.get_by_role("button", name="Stampa").click()
        assert page.evaluate("window.printed")
        page.emulate_media(media="print")
        expect(sheet).to_be_visible()
        for other in ("h1", "#schede-guida", ".aa-guida__colonne", "table"):
            expect(page.locator(other).first).not_to_be_visible()


def test_every_guide_reads_without_a_script(browser: Browser, address: str) -> None:
    with new_context(browser, java_script_enabled=False) as context, opened(context, address) as page:
        for guide in GUIDES:
            page.goto(f"{address}guide/{guide}/")
            schede = page.locator(".aa-guida__schede > li").count()
            assert schede > 0, guide
            assert page.locator(".aa-matrix tbody tr").count() == schede, guide
            assert page.locator(".aa-matrix thead th").count() > 1, guide
            assert page.locator(".aa-guida__schede > li li").count() > 0, guide
            assert page.locator("#schede-guida").is_visible(), guide
            assert not page.locator("#guida").is_visible(), guide


@pytest.mark.parametrize(("guide", "scheme"), [(LARGEST, "light"), (SENSITIVE, "dark")])
def test_axe_finds_no_barrier_before_during_and_after(browser: Browser, address: str, guide: str, scheme: str) -> None:
    with new_context(browser, color_scheme=scheme) as context, opened(context, f"{address}guide/{guide}/") as page:
        page.set_viewport_size({"width": 360, "height": 900})
        page.locator(".aa-guida__comandi button").first.wait_for()
        barriers = {"start": _barriers(page)}
        begin(page)
        answer(page, random.Random(guide))
        barriers["question"] = _barriers(page)
        walk(page, random.Random(guide))
        page.get_by_role("button", name="Prepara il foglio per lo sportello").click()
        barriers["result"] = _barriers(page)
        assert barriers == {"start": [], "question": [], "result": []}
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _barriers(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, ".aa-guida", options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found.response["violations"]]


def test_the_guide_on_violence_has_numbers_and_places_before_any_question(
    context: BrowserContext, address: str
) -> None:
    with opened(context, f"{address}guide/{SENSITIVE}/") as page:
        page.locator(".aa-guida__comandi button").first.wait_for()
        order = page.evaluate(
            """() => [".aa-emergency", "#luoghi", "#guida"].map((one) =>
                 document.querySelector(`.aa-page ${one}`).getBoundingClientRect().top)"""
        )
        assert order == sorted(order)
        assert page.locator(".aa-emergency a[href='tel:1522']").is_visible()
        assert page.locator("[data-uscita]").count() > 0


def test_the_device_does_not_keep_that_the_guide_on_violence_was_read(browser: Browser, address: str) -> None:
    with new_context(browser, service_workers="allow") as context, opened(context, f"{address}guide/badante/") as page:
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
        page.reload()
        begin(page)
        page.goto(f"{address}guide/{SENSITIVE}/")
        begin(page)
        walk(page, random.Random(3))
        kept = page.evaluate(CACHED)
        assert f"{address}dati/guide/badante.json" in kept
        assert [url for url in kept if SENSITIVE in url] == []


def test_a_page_that_comes_back_has_forgotten_everything(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}guide/{SENSITIVE}/") as page:
        begin(page)
        answer(page, random.Random(4))
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        expect(page.locator(".aa-guida form")).to_have_count(0)
        assert page.locator("li[data-scheda]").count() == 0


def test_a_scheda_can_be_verified_on_its_own_page(context: BrowserContext, address: str) -> None:
    with opened(context, f"{address}contributi/{VERIFIED}/") as page:
        requests: list[str] = []
        expect(page.get_by_role("heading", name="Verifica se può spettarti")).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.on("request", lambda request: requests.append(request.url))
        begin(page)
        page.wait_for_load_state("networkidle")
        own = f"{address}risorse/js/guide/"  # most readers never begin: what asks comes only now
        assert [url for url in requests if not url.startswith(own)] == [f"{address}dati/verifica/{VERIFIED}.json"]
        requests.clear()
        choose(page, "Un altro Comune")
        expect(page.locator(f"li[data-scheda='{VERIFIED}']")).to_have_attribute("data-esito", "no")
        assert requests == []


def test_a_scheda_that_no_answer_decides_does_not_ask(real_site: Path) -> None:
    html = (real_site / "servizi/seregno/telesoccorso/index.html").read_text(encoding="utf-8")
    assert "verifica-titolo" not in html
