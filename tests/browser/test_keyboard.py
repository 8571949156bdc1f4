"""Whole journeys with the keyboard alone: search, menu, map, a Comune, the list. What has the focus is seen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

MANY = 200
FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  const shape = e.closest('svg') && e.querySelector('path');
  const ring = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0)
    || Boolean(shape && parseFloat(getComputedStyle(shape).strokeWidth) > 5);
  const name = e.getAttribute('aria-label') || (e.labels && e.labels[0] && e.labels[0].textContent)
    || (e.querySelector('title') || e).textContent;
  return {name: name.trim().replace(/\\s+/g, ' '), tag: e.tagName.toLowerCase(), role: e.getAttribute('role') || '',
          seen: ring && b.width > 1 && b.bottom > 0 && b.top < innerHeight};
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="it-IT", service_workers="block")
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str, tag: str = "") -> None:
    """Presses Tab until what has this name is reached; each stop on the way is seen and has a name."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop["seen"], stop
        assert stop["name"], stop
        if stop["name"].startswith(name) and tag in ("", stop["tag"]):
            return
    raise AssertionError(f"non si arriva a «{name}»")


def test_from_the_question_to_a_scheda(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    tab_to(page, "Scrivilo con le tue parole", "input")
    page.keyboard.type("badante")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cerca/?q=badante*")
    expect(page.locator("#risultati > li[data-scheda] a").first).to_be_visible()
    expect(page.locator("#risultati[aria-busy]")).to_have_count(0)
    first = page.locator("#risultati > li[data-scheda] a").first.inner_text()
    tab_to(page, first, "a")
    page.keyboard.press("Enter")
    expect(page.locator("article[data-scheda] h1")).to_be_visible()
    tab_to(page, "A chi è rivolto", "a")
    page.keyboard.press("Enter")
    assert page.url.endswith("#who-needs")


def test_the_menu_leads_to_every_part(page: Page, address: str) -> None:
    page.goto(address)
    for name in ("Bisogni", "Guide", "Comuni", "Servizi", "Sportelli", "Contributi", "Avvisi", "A-Z", "La mia lista"):
        tab_to(page, name, "a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lista/")


def test_on_a_phone_the_menu_leads_to_the_foot_of_the_page(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    tab_to(page, "Menu", "a")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "piede"
    tab_to(page, "Numeri di emergenza", "a")


def test_the_map_leads_to_a_comune_and_its_needs_open(page: Page, address: str) -> None:
    page.goto(address + "comuni/")
    tab_to(page, "Giussano", "a")
    assert page.locator("a:focus text").is_visible()  # the name is written above the map
    page.keyboard.press("Enter")
    page.wait_for_url("**/comuni/giussano/")
    tab_to(page, "Mi serve aiuto per restare a casa mia", "summary")
    cards = page.locator("#restare-a-casa .aa-card a")
    assert not cards.first.is_visible()
    page.keyboard.press("Enter")
    expect(cards.first).to_be_visible()
    tab_to(page, cards.first.inner_text(), "a")
    page.keyboard.press("Enter")
    expect(page.locator("article[data-scheda]")).to_be_visible()


def test_a_scheda_is_kept_and_taken_away(page: Page, address: str) -> None:
    page.goto(address + "servizi/seregno/custodia-sociale/")
    page.wait_for_load_state("networkidle")
    tab_to(page, "Tieni nella mia lista", "button")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="È nella mia lista", pressed=True)).to_be_focused()
    page.goto(address + "lista/")
    expect(page.locator("#lista > li")).to_have_count(1)
    tab_to(page, "Togli", "button")
    page.keyboard.press("Enter")
    expect(page.locator("#lista > li")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")


def test_a_link_to_a_need_that_is_folded_opens_it(page: Page, address: str) -> None:
    page.goto(address + "comuni/giussano/#restare-a-casa")
    expect(page.locator("#restare-a-casa .aa-card a").first).to_be_visible()


def test_landmarks_and_headings_have_their_names(page: Page, address: str) -> None:
    page.goto(address)
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    for role, name in (
        ("navigation", "Menu principale"),
        ("search", "Cerca tra i servizi"),
        ("heading", "Di cosa hai bisogno?"),
        ("region", "In caso di pericolo chiama"),
        ("combobox", "Dove abiti?"),
        ("group", "Mappa dei Comuni"),
    ):
        assert page.get_by_role(role, name=name).first.is_visible(), name  # type: ignore[arg-type]
