"""The search as people use it: the box of the header and the results page, by keyboard, with and without a script."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

BOX = "#ricerca-testata"
OPTIONS = "#ricerca-testata-elenco [role=option]"
RESULTS = "#risultati > li[data-scheda]"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page in a context of its own. No service worker: what does not arrive must not come from its store."""
    contexts = []

    def opener(url: str, **options: Any) -> Page:
        context = browser.new_context(locale="it-IT", service_workers="block", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opener
    for context in contexts:
        context.close()


def found(page: Page) -> list[str]:
    """The schede on the results page, when all of them are there."""
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#risultati[aria-busy]")).to_have_count(0)
    keys: list[str] = page.locator(RESULTS).evaluate_all("items => items.map(item => item.dataset.scheda)")
    return keys


def test_suggestions_come_while_one_types(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.locator(BOX).press_sequentially("badant")
    expect(page.locator(OPTIONS).first).to_contain_text("adant")
    assert page.locator(f"{OPTIONS}[data-scheda]").count() >= 3
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "true")


def test_the_box_is_a_combobox_to_a_screen_reader(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    box = page.get_by_role("combobox", name="Cerca un servizio")
    expect(box).to_have_attribute("aria-autocomplete", "list")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("affido")
    listbox = page.get_by_role("listbox", name="Suggerimenti")
    expect(listbox.get_by_role("option").first).to_be_visible()
    assert box.get_attribute("aria-controls") == listbox.get_attribute("id")
    expect(page.locator(".aa-ricerca [role=status]")).to_contain_text("suggeriment")


def test_arrows_choose_and_enter_opens_the_scheda(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.locator(BOX).press_sequentially("telesoccorso")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.locator(f"{OPTIONS}[aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert page.locator(BOX).get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    key = chosen.get_attribute("data-scheda")
    page.keyboard.press("Enter")
    expect(page.locator(f'article[data-scheda="{key}"]')).to_be_visible()


def test_arrows_go_round(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.locator(BOX).press_sequentially("affitto")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(OPTIONS).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTIONS).first).to_have_attribute("aria-selected", "true")


def test_enter_without_a_choice_leads_to_all_results(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.locator(BOX).press_sequentially("mia mamma non riesce a lavarsi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cerca/?q=*")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#ricerca-pagina")).to_have_value("mia mamma non riesce a lavarsi")


def test_escape_closes_then_empties(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.locator(BOX).press_sequentially("affido")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("affido")
    page.wait_for_load_state("networkidle")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_value("")


def test_results_say_state_place_and_what_matched(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=badante+meda")
    first = page.locator(RESULTS).first
    expect(first.locator("[data-stato]")).to_be_visible()
    expect(first.locator("mark").first).to_be_visible()
    expect(first.locator(".aa-ricerca-dove")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="risultat")).to_contain_text("a Meda")


def test_words_of_a_dialect_are_brought_when_one_is_unknown(opened: Callable[..., Page], address: str) -> None:
    page = opened("about:blank")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address)
    page.locator(BOX).press_sequentially("badan")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert "dati/ricerca/dialetti.json" not in asked
    page.goto(address + "cerca/?q=nun+teng+fatic")
    expect(page.locator("#ricerca-esito")).to_contain_text("risultat")
    expect(page.locator(f'{RESULTS}[data-scheda="carate-brianza/sil"]')).to_be_visible()
    assert "dati/ricerca/dialetti.json" in asked


def test_a_comune_in_the_words_is_a_filter_that_can_be_undone(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=affido+Meda")
    expect(page.locator("#ricerca-scelte")).to_contain_text("Hai scritto Meda")
    everywhere = page.locator("#ricerca-scelte a")
    everywhere.click()
    page.wait_for_url("**comune=tutti**")
    expect(page.locator(f'{RESULTS}[data-scheda^="cinisello-balsamo/"]').first).to_be_visible()


def test_an_ente_in_the_words_is_a_filter_that_can_be_undone(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=anffas")
    expect(page.locator("#ricerca-scelte")).to_contain_text("Hai scritto Anffas")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator("#ricerca-scelte a").click()
    page.wait_for_url("**ente=tutti**")
    expect(page.locator("#ricerca-scelte")).not_to_contain_text("Hai scritto")


def test_filters_are_links_whose_counts_are_true(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=figli")
    expect(page.locator("#ricerca-filtri details").first).to_be_attached()
    kinds = page.locator("#ricerca-filtri details", has=page.locator("summary", has_text="Che cosa"))
    choice = kinds.locator("li").first
    count = int((choice.locator(".aa-ricerca-quanti").text_content() or "").strip(" ()"))
    address_of_choice = choice.locator("a").get_attribute("href") or ""
    page.goto(address + "cerca/" + address_of_choice)
    expect(page.get_by_role("status").filter(has_text="risultat")).to_contain_text(str(count))


def test_who_can_ask_alone_is_a_filter(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=badante&diretto=si")
    expect(page.locator("#ricerca-scelte")).to_contain_text("Posso chiederlo da solo")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_the_back_button_brings_back_what_was_there(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=affitto")
    before = found(page)
    page.locator(f"{RESULTS} h2 a").first.click()
    page.wait_for_selector("article[data-scheda]")
    page.go_back()
    assert found(page) == before


def test_a_word_of_danger_shows_the_numbers_first(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=mio+marito+mi+picchia")
    numbers = page.locator("#ricerca-numeri a[href^='tel:']")
    expect(numbers.first).to_contain_text("112")
    expect(page.locator("#ricerca-numeri")).to_contain_text("1522")


def test_who_does_not_know_whom_to_ask_finds_the_first_door(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=non+so+a+chi+chiedere&comune=meda")
    expect(page.locator(RESULTS).first).to_have_attribute("data-scheda", "seregno/segretariato-sociale-comunale")


def test_words_that_nobody_knows_lead_to_a_desk(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=xyzzyx")
    expect(page.get_by_role("status").filter(has_text="Nessun risultato")).to_be_visible()
    desk = page.locator(RESULTS).first
    expect(desk).to_contain_text("chiedi qui")
    expect(desk.locator("h2 a")).to_have_attribute("href", re.compile("segretariato|servizio-sociale"))


def test_a_slip_is_offered_the_nearest_words(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=xtelesxcorxo")
    expect(page.locator("#ricerca-nessuno .aa-ricerca-simili a").first).to_have_text("telesoccorso")


def test_guides_are_found_too(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/?q=guida+badante")
    expect(page.locator("#risultati > li[data-pagina^='guide/']").first).to_be_visible()


def test_without_a_script_there_are_other_ways(opened: Callable[..., Page], address: str) -> None:
    page = opened(address + "cerca/", java_script_enabled=False)
    for way in ("a-z/", "bisogni/", "comuni/"):
        assert page.locator(f"main a[href*='{way}']").count() > 0
    page.goto(address)
    page.locator(BOX).fill("badante")
    page.locator(BOX).press("Enter")
    page.wait_for_url("**/cerca/?q=badante")


def test_an_index_that_does_not_arrive_leads_to_the_list(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.context.route("**/dati/ricerca/*", lambda route: route.abort())
    page.locator(BOX).press_sequentially("affido")
    warning = page.locator(".aa-ricerca-avviso")
    expect(warning).to_contain_text("La ricerca non è arrivata")
    expect(warning.locator("a")).to_have_attribute("href", address + "a-z/")
    page.goto(address + "cerca/?q=affido")
    expect(page.locator("#ricerca-esito")).to_contain_text("La ricerca non è arrivata")
    expect(page.locator("#ricerca-esito a")).to_have_attribute("href", address + "a-z/")


def test_it_works_where_there_are_no_module_workers(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    page.add_init_script("delete window.Worker")
    page.goto(address + "cerca/?q=affido")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_worker_that_fails_is_done_without(opened: Callable[..., Page], address: str) -> None:
    def refuse_worker(route: Route) -> None:
        route.abort()

    page = opened(address)
    page.context.route("**/search/worker.js", refuse_worker)
    page.goto(address + "cerca/?q=affido")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_nothing_is_asked_of_another_host_and_nothing_typed_is_sent(opened: Callable[..., Page], address: str) -> None:
    page = opened(address)
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    page.locator(BOX).press_sequentially("segretissimo badante")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [request.url for request in asked if not request.url.startswith(address)] == []
    assert not any("segretissimo" in request.url for request in asked)


def test_the_index_is_read_in_a_worker(opened: Callable[..., Page], address: str) -> None:
    """How long the page itself is held (at most 50 ms at a quarter of the speed) depends on what else runs."""
    page = opened(address)
    page.locator(BOX).press_sequentially("affitto")
    expect(page.locator(OPTIONS).first).to_be_visible()
    assert [worker.url for worker in page.workers] == [address + "risorse/js/search/worker.js"]
    loaded: list[str] = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert not any(name.endswith(("loader.js", "service.js", "engine.js")) for name in loaded)


def test_the_code_comes_before_it_is_asked_for_and_the_words_when_it_is(
    opened: Callable[..., Page], address: str
) -> None:
    page = opened("about:blank")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address + "ambiti/seregno/")
    page.wait_for_load_state("networkidle")
    assert "risorse/js/search/worker.js" in asked
    assert not any(path.startswith("dati/ricerca/") for path in asked)
    page.locator(BOX).focus()
    page.wait_for_load_state("networkidle")
    assert {"dati/ricerca/indice.json", "dati/ricerca/seregno.json"} <= set(asked)
    assert not any(path.startswith("risorse/js/search/") and path.endswith("engine.js") for path in asked)


@pytest.mark.parametrize("filter_", ["diretto=si", "tipo=servizio", "area=anziani", "comune=meda"])
def test_a_filter_in_the_address_holds_and_can_be_taken_away(
    filter_: str, opened: Callable[..., Page], address: str
) -> None:
    page = opened(address + f"cerca/?q=anziani&{filter_}")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator("#ricerca-scelte a").click()
    page.wait_for_load_state("networkidle")
    assert filter_ not in page.url


def test_open_now_keeps_what_is_surely_open(opened: Callable[..., Page], address: str) -> None:
    """No scheda has hours of its own yet, so one is given some on its way: day and night, or on no day."""
    days = [*range(7)]

    def with_hours(route: Route) -> None:
        index = route.fetch().json()
        scheda = next(one for one in index["schede"] if one["id"] == "segretariato-sociale-comunale")
        scheda["orari"] = [{"giorni": days, "dalle": "00:00", "alle": "24:00"}]
        route.fulfill(json=index)

    page = opened("about:blank")
    page.context.route("**/dati/ricerca/seregno.json", with_hours)
    page.context.route("**/dati/festivi.json", lambda route: route.fulfill(json={"2099-12-25": "Natale"}))
    page.goto(address + "cerca/?q=assistente+sociale&comune=meda")
    choice = page.locator("#ricerca-filtri a", has_text="Aperto ora")
    expect(choice).to_be_attached()
    page.goto(address + "cerca/" + (choice.get_attribute("href") or ""))
    assert found(page) == ["seregno/segretariato-sociale-comunale"]
    expect(page.locator(".aa-ricerca-aperto")).to_have_count(1)
    days.clear()
    page.reload()
    expect(page.locator("#ricerca-nessuno")).to_contain_text("Cerca senza filtri")
    expect(page.locator(RESULTS)).to_have_count(0)
