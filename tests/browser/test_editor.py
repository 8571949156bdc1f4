"""The form in the browser: a volunteer changes the hours and adds a condition, and only that changes in the file."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Route, expect

from generator.editing.form.bundling import BUNDLE
from tests.browser.served import served
from tests.projects import BASE, ROOT, ambito, project

DESK = "catalogue/valle/sportelli/sportello-casa.yaml"
FORM = "redazione/editor/"
FOLDER = "sveltia-cms-test"
"""Where the trial backend keeps its files, in the browser's own file system."""
SEED = """async ([folder, files]) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let place = root;
    for (const part of parts) place = await place.getDirectoryHandle(part, { create: true });
    const writing = await (await place.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
}"""
READ = """async ([folder, path]) => {
  let place = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
  const parts = path.split("/");
  const name = parts.pop();
  for (const part of parts) place = await place.getDirectoryHandle(part);
  return (await (await place.getFileHandle(name)).getFile()).text();
}"""
STRANGE = "# scritto a mano\nparola_di_domani: { a: [1, no, 09:30] }\n"


@dataclass(frozen=True)
class Site:
    """A site with the form, and its project."""

    folder: Path
    address: str


def _built(folder: Path, **brand: str) -> Path:
    """A project whose brand has some values of its own, built with the form."""
    assert (ROOT / BUNDLE / "main.js").is_file(), "Manca il modulo: make editor"
    project(folder)
    shutil.copytree(ROOT / BUNDLE, folder / BUNDLE)
    (folder / "site_config").mkdir()
    lines = (ROOT / "site_config/brand.yaml").read_text(encoding="utf-8").split("\n")
    told = [f"{key}: {value}" for key, value in brand.items()]
    kept = [line for line in lines if line.partition(":")[0] not in brand]
    (folder / "site_config/brand.yaml").write_text("\n".join([*kept, *told, ""]), encoding="utf-8")
    done = ambito(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = _built(tmp_path_factory.mktemp("modulo"), tipo_codice="prova")
    with served(folder / "site") as address:
        yield Site(folder, address)


class Visit:
    """A browser that may only ask the site itself; it remembers what was asked and what was complained of."""

    def __init__(
        self, browser: Browser, address: str, locale: str = "it-IT", width: int = 1280, height: int = 7000
    ) -> None:
        self.context: BrowserContext = browser.new_context(locale=locale, viewport={"width": width, "height": height})
        self.context.route("**/*", self._only_own)
        self.address = address
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda failure: self.complaints.append(str(failure)))

    def _only_own(self, route: Route, request: Request) -> None:
        if request.url.startswith((self.address, "data:", "blob:")):
            route.continue_()
        else:
            self.elsewhere.append(request.url)
            route.abort()

    def seed(self, files: dict[str, str]) -> None:
        self.page.goto(f"{self.address}redazione/")
        self.page.evaluate(SEED, [FOLDER, files])

    def enter(self, where: str) -> Page:
        """Opens a place of the form as who has just arrived."""
        self.page.goto(f"{self.address}{FORM}#/{where}")
        self.page.get_by_role("button", name="Lavora con").click()
        return self.page

    def file(self, path: str) -> str:
        return str(self.page.evaluate(READ, [FOLDER, path]))


def _catalogue() -> dict[str, str]:
    return {f"catalogue/{path.relative_to(BASE).as_posix()}": path.read_text("utf-8") for path in BASE.rglob("*.yaml")}


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    found = Visit(browser, site.address)
    found.seed(_catalogue() | {DESK: _catalogue()[DESK] + STRANGE})
    yield found
    found.context.close()


ENTRY = "collections/valle-sportelli/entries/sportello-casa"


def field(page: Page, name: str) -> Locator:
    return page.locator(f"[data-key-path='{name}']").first


def opened(place: Locator) -> Locator:
    """A list or an item of it, opened."""
    place.get_by_role("button", name="Espandi", exact=True).first.click()
    return place


def item(place: Locator, number: int) -> Locator:
    return opened(place.locator(".item-list > .item-wrapper").nth(number))


def add(place: Locator) -> None:
    place.get_by_role("button", name="Aggiungi").last.click()


def save(page: Page) -> None:
    """Saves, and waits until the form says that it is done: till then the file may be halfway to its place."""
    page.get_by_role("button", name="Salva", exact=True).click()
    expect(page.get_by_text("Voce salvata")).to_be_visible()


def _lines(text: str) -> list[str]:
    return text.split("\n")


def test_a_volunteer_changes_the_hours_and_adds_a_condition(visit: Visit, site: Site, tmp_path: Path) -> None:
    page = visit.enter(ENTRY)
    item(opened(field(page, "sedi")), 0)
    item(opened(field(page, "sedi.0.orari")), 0)
    field(page, "sedi.0.orari.0.dalle").get_by_role("textbox").fill("08:30")
    add(field(page, "requisiti"))
    field(page, "requisiti.0.testo").get_by_role("textbox").fill("Avere l'ISEE sotto 20.000 euro.")
    add(field(page, "requisiti.0.condizione"))
    page.get_by_role("menuitem", name="ISEE").click()
    field(page, "requisiti.0.condizione.0.al_massimo").get_by_role("textbox").fill("20000")
    save(page)

    before, after = _catalogue()[DESK] + STRANGE, visit.file(DESK)
    gone = [line for line in _lines(before) if line not in _lines(after)]
    new = [line for line in _lines(after) if line not in _lines(before)]
    assert gone == ["      - { giorni: [lun, mer], dalle: 9:00, alle: 12:30 }"]
    assert new == [
        "requisiti:",
        "  - { testo: Avere l'ISEE sotto 20.000 euro., condizione: { isee: { al_massimo: 20000.00 } } }",
        '      - { giorni: [lun, mer], dalle: "08:30", alle: "12:30" }',
    ]
    assert after.endswith(STRANGE)  # a key that the form does not know, as it was

    copy = project(tmp_path / "copia")
    (copy / DESK).write_text(after.removesuffix(STRANGE), encoding="utf-8")
    checked = ambito(copy, "check")
    assert checked.returncode == 0, checked.stdout
    assert visit.elsewhere == []
    assert visit.complaints == []
    others = {path: text for path, text in _catalogue().items() if path != DESK}
    assert all(visit.file(path) == text for path, text in others.items())


def test_still_true_in_one_click(visit: Visit) -> None:
    page = visit.enter(ENTRY)
    field(page, "ancora_vero").get_by_role("switch").click()
    save(page)
    before, after = _lines(_catalogue()[DESK] + STRANGE), _lines(visit.file(DESK))
    (line,) = [line for line in after if line not in before]
    assert line.startswith('verificato: { il: "20')
    assert line.endswith('", da: associazione-porte-aperte, ogni_mesi: 12 }')
    assert [line for line in after if line in before] == before


def choose(page: Page, name: str, label: str) -> None:
    """One of the words of a field, from its list or its boxes."""
    place = field(page, name)
    if place.get_by_role("combobox").count():
        place.get_by_role("combobox").first.click()
        page.get_by_role("option", name=label, exact=True).click()
    else:
        place.get_by_text(label, exact=True).click()


def test_a_new_scheda_is_born_sound(visit: Visit, tmp_path: Path) -> None:
    page = visit.enter("collections/valle-sportelli")
    expect(page.get_by_text("Sportello Casa").first).to_be_visible()
    page.goto(f"{visit.address}{FORM}#/collections/valle-sportelli/new")
    field(page, "nome").get_by_role("textbox").fill("Sportello Più vicino")
    field(page, "in_breve").get_by_role("textbox").fill("Ti aiuta a capire a chi chiedere.")
    for name, label in (("stato", "Attivo"), ("aree", "Casa"), ("destinatari", "Famiglie"), ("comuni", "Tutti")):
        choose(page, name, label)
    add(field(page, "fonti"))
    choose(page, "fonti.0.documento", "Piano di Zona dell'Ambito della Valle 2025-2027")
    save(page)
    text = visit.file("catalogue/valle/sportelli/sportello-piu-vicino.yaml")
    assert text == (
        "# yaml-language-server: $schema=../../schema/sportello.json\n"
        "nome: Sportello Più vicino\n"
        "in_breve: Ti aiuta a capire a chi chiedere.\n"
        "stato: attivo\n"
        "aree: [casa]\n"
        "destinatari: [famiglie]\n"
        "comuni: tutti\n"
        "fonti:\n"
        "  - documento: piano-di-zona\n"
    )
    copy = project(tmp_path / "copia")
    (copy / "catalogue/valle/sportelli/sportello-piu-vicino.yaml").write_text(text, encoding="utf-8")
    assert ambito(copy, "check").returncode == 0
    assert (visit.elsewhere, visit.complaints) == ([], [])


@pytest.mark.parametrize("locale", ["it-IT", "en-GB"])
def test_it_speaks_italian_whatever_the_browser(browser: Browser, site: Site, locale: str) -> None:
    visit = Visit(browser, site.address, locale)
    visit.page.goto(f"{site.address}{FORM}")
    expect(visit.page.get_by_role("button", name="Lavora con")).to_be_visible()
    visit.context.close()


@pytest.mark.parametrize("brand", ["https://github.com/a/b", "https://gitlab.com/a/b"])
def test_before_one_enters_nothing_is_asked_elsewhere(browser: Browser, tmp_path: Path, brand: str) -> None:
    folder = _built(tmp_path / "sito", url_codice=brand)
    with served(folder / "site") as address:
        visit = Visit(browser, address)
        visit.page.goto(f"{address}{FORM}")
        expect(visit.page.get_by_role("button", name="Accedi").first).to_be_visible()
        visit.page.wait_for_load_state("networkidle")
        assert (visit.elsewhere, visit.complaints) == ([], [])
        page = (folder / "site/sportelli/valle/sportello-casa/index.html").read_text(encoding="utf-8")
        assert f"{FORM}#/{ENTRY}" in page
        visit.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_the_screen(browser: Browser, site: Site, width: int) -> None:
    visit = Visit(browser, site.address, width=width, height=900)
    visit.seed(_catalogue())
    page = visit.enter(ENTRY)
    expect(field(page, "nome").get_by_role("textbox")).to_have_value("Sportello Casa")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    visit.context.close()


def test_the_bundle_names_no_cdn() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / BUNDLE).glob("*.js")]
    assert scripts
    for host in ("unpkg.com", "jsdelivr.net", "fonts.googleapis.com", "githubstatus.com/api", "hostedstatus.com"):
        assert not [1 for text in scripts if host in text], host
