"""What a citizen does with the site: sees if a door is open, leaves at once, keeps a list, prints."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.worker import ready

DESK = "sportelli/valle/sportello-casa/"
SCHEDA = "servizi/seregno/custodia-sociale/"
VIOLENCE = "aree/violenza-genere/"


def in_sight(page: Page, selector: str) -> bool:
    box, screen = page.locator(selector).first.bounding_box(), page.viewport_size
    return box is not None and screen is not None and box["y"] + box["height"] <= screen["height"]


# --- the first screen -----------------------------------------------------------------------------


@pytest.mark.parametrize("url", [SCHEDA, "contributi/cinisello-balsamo/bando-ti-accompagno-a-casa/"])
def test_the_first_screen_of_a_phone_says_what_for_whom_and_what_to_do(
    opened: Callable[..., Page], address: str, url: str
) -> None:
    page = opened(address + url)
    for part in ("h1", "[data-element=service-description]", "[data-element=service-status]", "[data-prima-azione]"):
        assert in_sight(page, part), part
    assert page.locator("[data-prima-azione]").count() == 1


def test_a_service_that_is_not_there_yet_is_never_called(real_site: Path) -> None:
    for entry in json.loads((real_site / "dati/schede.json").read_text("utf-8")):
        if entry["stato"] in ("previsto", "proposta", "sospeso", "concluso"):
            html = (real_site / entry["url"].strip("/") / "index.html").read_text("utf-8")
            assert 'data-prima-azione="domanda"' in html, entry["id"]


def test_nobody_is_sent_to_a_desk_that_no_map_can_show(real_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in real_site.glob("s*/*/*/index.html")]
    sent = [html for html in pages if 'data-prima-azione="luogo"' in html]
    assert len(pages) > 100
    assert all('href="geo:' in html for html in sent)


def test_every_scheda_can_be_shared_without_a_script(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + SCHEDA, script=False)
    schemes = page.locator(".aa-tools a").evaluate_all("links => links.map(a => a.href.split(':')[0])")
    assert schemes == ["sms", "mailto"]
    assert page.locator(".aa-tools button:visible").count() == 0


# --- open now -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T10:00:00+01:00", "Aperto ora, fino alle 12:30"),
        ("2026-11-23T20:00:00+01:00", "Chiuso ora. Apre mercoledì alle 9:00"),
        ("2026-11-25T15:00:00+01:00", "Ora si riceve solo su appuntamento, fino alle 17:00"),
    ],
)
def test_the_page_says_whether_the_desk_is_open(browser: Browser, base_address: str, moment: str, words: str) -> None:
    # the clock of the device stands in another place: what counts is the time in Rome
    context = browser.new_context(timezone_id="America/New_York", locale="it-IT")
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(moment))
    page.goto(base_address + DESK)
    expect(page.locator(".aa-place .aa-open").first).to_have_text(words)
    context.close()


def test_without_a_script_the_hours_are_there_and_nothing_is_claimed(
    opened: Callable[..., Page], base_address: str
) -> None:
    page = opened(base_address + DESK, script=False)
    assert page.locator(".aa-hours").first.is_visible()
    assert page.locator(".aa-open:visible").count() == 0


def test_the_hours_go_into_a_calendar(base_site: Path) -> None:
    text = (base_site / DESK / "calendario.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\n" in text
    assert "DTSTART;TZID=Europe/Rome:20261123T090000\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


# --- safety ---------------------------------------------------------------------------------------


def leaving(page: Page) -> None:
    page.route("https://www.meteoam.it/**", lambda route: route.fulfill(body="<title>Meteo</title>"))


def test_the_quick_exit_is_the_first_link_and_leaves_no_page_behind(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "bisogni/")
    leaving(page)
    page.goto(address + VIOLENCE)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Esci subito da questa pagina"
    page.locator(".aa-uscita a").click()
    page.wait_for_url("https://www.meteoam.it/**")
    page.go_back()
    assert page.url == address + "bisogni/"


def test_three_times_shift_leaves(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + VIOLENCE)
    leaving(page)
    page.wait_for_load_state("networkidle")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.meteoam.it/**")


def test_shift_with_other_keys_does_not_leave(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + VIOLENCE)
    leaving(page)
    page.wait_for_load_state("networkidle")
    page.locator("#ricerca-testata").press_sequentially("Aiuto Adesso Anna")
    page.keyboard.press("Shift+A")
    page.keyboard.press("Shift+B")
    assert page.url == address + VIOLENCE


def test_the_quick_exit_works_without_a_script(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + VIOLENCE, script=False)
    leaving(page)
    assert in_sight(page, ".aa-uscita a")
    page.locator(".aa-uscita a").click()
    assert page.url.startswith("https://www.meteoam.it/")


def test_results_for_words_of_violence_have_the_quick_exit(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "bisogni/")
    leaving(page)
    page.goto(address + "cerca/?q=mio+marito+mi+picchia")
    way_out = page.locator(".aa-uscita a")
    expect(way_out).to_be_in_viewport()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Esci subito da questa pagina"
    way_out.click()
    page.wait_for_url("https://www.meteoam.it/**")
    page.go_back()
    assert page.url == address + "bisogni/"
    page.goto(address + "cerca/?q=badante")
    expect(page.locator("#risultati > li[data-scheda]").first).to_be_visible()
    assert way_out.count() == 0


def test_pages_about_violence_name_112_and_1522_before_anything_else(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + VIOLENCE)
    assert page.locator("main a[href^='tel:']").evaluate_all("links => links.slice(0, 2).map(a => a.textContent)") == [
        "112",
        "1522",
    ]


# --- the reader's Comune and list -----------------------------------------------------------------


def test_the_comune_is_remembered_only_if_asked(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Dove abiti?").select_option("giussano")
    page.get_by_role("button", name="Vai").click()
    assert page.url == address + "comuni/giussano/"
    assert page.evaluate("localStorage.length") == 0
    page.go_back()
    page.wait_for_load_state("networkidle")
    page.get_by_label("Dove abiti?").select_option("giussano")
    page.get_by_label("Ricordalo su questo dispositivo").check()
    page.get_by_role("button", name="Vai").click()
    page.goto(address)
    expect(page.get_by_role("link", name="I servizi di Giussano")).to_be_visible()
    page.get_by_role("button", name="Dimentica").click()
    expect(page.get_by_label("Dove abiti?")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_button_erases_all_that_is_kept(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "comuni/giussano/")
    ready(page)
    page.get_by_role("button", name="È il mio Comune").click()
    assert page.evaluate("localStorage.length") == 1
    page.goto(address + "privacy/")
    page.get_by_role("button", name="Cancella quello che il sito tiene").click()
    expect(page.get_by_text("non tiene più niente")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_without_a_script_the_form_of_the_place_leads_to_the_comuni(opened: Callable[..., Page], address: str) -> None:
    page = opened(address, script=False)
    page.get_by_label("Dove abiti?").select_option("giussano")
    page.get_by_role("button", name="Vai").click()
    assert page.url.startswith(address + "comuni/")
    assert page.get_by_label("Ricordalo su questo dispositivo").count() == 0


def test_a_list_is_kept_shown_and_shared_with_ids_only(
    opened: Callable[..., Page], address: str, browser: Browser
) -> None:
    page = opened(address + SCHEDA, 1280)
    page.get_by_role("button", name="Tieni nella mia lista").click()
    expect(page.get_by_role("button", name="È nella mia lista")).to_have_attribute("aria-pressed", "true")
    page.goto(address + "lista/")
    expect(page.locator("#lista > li")).to_have_count(1)
    link = page.locator("#lista-indirizzo").text_content()
    assert link == address + "lista/#schede=seregno/custodia-sociale"
    other = opened(link)
    expect(other.get_by_role("link", name="Custodia sociale")).to_be_visible()
    assert other.evaluate("localStorage.length") == 0
    other.get_by_role("button", name="Tienila nella mia").click()
    other.wait_for_url(address + "lista/**")
    expect(other.get_by_role("button", name="Togli Custodia sociale")).to_be_visible()


def test_a_hostile_link_shows_nothing(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "lista/#schede=<img src=x>,../../etc,seregno/non-esiste")
    expect(page.locator("#lista-stato")).to_have_text("0 schede.")
    assert page.locator("#lista img").count() == 0


# --- the rating -----------------------------------------------------------------------------------


def test_a_low_vote_asks_what_was_hard_and_a_high_one_what_was_good(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + SCHEDA)
    negative = page.locator("[data-element=feedback-rating-negative]")
    positive = page.locator("[data-element=feedback-rating-positive]")
    for vote in (1, 2, 3):
        page.locator(f"[data-element=feedback-rate-{vote}]").click()
        assert (negative.is_visible(), positive.is_visible()) == (True, False)
    for vote in (4, 5):
        page.locator(f"[data-element=feedback-rate-{vote}]").click()
        assert (negative.is_visible(), positive.is_visible()) == (False, True)


def test_a_rating_becomes_a_message_that_the_person_sends(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + SCHEDA)
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-element=feedback-rate-2]").click()
    page.get_by_label("A volte le indicazioni non erano complete").check()
    page.get_by_label("Vuoi aggiungere altri dettagli?").fill("Manca il telefono")
    page.get_by_role("button", name="Prepara il messaggio").click()
    link = page.get_by_role("link", name="Apri il messaggio").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=")
    assert "Voto%3A%202%20su%205" in link
    assert "Manca%20il%20telefono" in link
    assert asked == []


# --- the look -------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["", SCHEDA, "comuni/giussano/", "cerca/?q=badante", "cerca/"])
def test_nothing_moves_while_the_page_loads(browser: Browser, address: str, url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => moved += e.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address + url)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#risultati[aria-busy]")).to_have_count(0)
    assert page.evaluate("moved") < 0.01
    assert page.evaluate("document.fonts.check('400 16px \"Titillium Web\"')")
    context.close()


def test_a_scheda_prints_on_one_sheet_with_its_code(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + SCHEDA, 1280)
    pdf = page.pdf(format="A4", print_background=False)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
    page.emulate_media(media="print")
    assert page.locator(".aa-qr svg").is_visible()
    assert not page.locator(".aa-feedback").is_visible()
    assert not page.locator(".aa-tools").is_visible()
