"""What a build writes: the same bytes twice, no dead link, nothing internal, protected or from elsewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

import pytest

from generator.clock import today
from generator.model.contatto import Sede
from generator.model.scheda import FOLDERS, Scheda
from generator.reading.reading import read_catalogue
from tests.projects import BASE, ROOT, ambito, built, contents, project

HOST = "http://site.test/"


class Links(HTMLParser):
    """The addresses a page points to or loads, and the ids it offers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        address = found.get("href") or found.get("src") or found.get("action")
        if address is None:
            return
        if tag == "a":
            self.targets.append(address)
        elif not (tag == "link" and found.get("rel") == "canonical"):
            self.loaded.append(address)
            self.targets.append(address)


def pages(site: Path) -> dict[str, Links]:
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Links(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.mark.parametrize("which", ["base_site", "real_site"])
def test_no_internal_link_or_anchor_is_dead(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    found = pages(site)
    dead = []
    for url, page in found.items():
        if url == "404.html":
            continue  # its addresses begin at the site's root, wherever it is shown
        for target in page.targets:
            if re.match(r"(?:https?|tel|mailto|geo|sms):", target):
                continue
            whole, anchor = urldefrag(urljoin(HOST + url, target))
            path = unquote(whole.removeprefix(HOST)).partition("?")[0]
            if path not in found and not (site / path).is_file():
                dead.append(f"{url} -> {target}")
            elif anchor and path in found and unquote(anchor) not in found[path].ids:
                dead.append(f"{url} -> {target} (anchor)")
    assert dead == []


def test_no_id_is_used_twice_on_a_page(real_site: Path) -> None:
    twice = {url: ids for url, page in pages(real_site).items() if len(ids := page.ids) != len(set(ids))}
    assert list(twice) == []


def test_nothing_is_loaded_from_another_host(real_site: Path) -> None:
    loaded = {address for page in pages(real_site).values() for address in page.loaded}
    assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


def test_every_scheda_has_its_page_and_its_entry_in_the_data(base_site: Path) -> None:
    reading = read_catalogue(BASE, today())
    data = {entry["id"]: entry for entry in json.loads((base_site / "dati/schede.json").read_text())}
    assert set(data) == set(reading.index.of("scheda"))
    for key, entry in data.items():
        html = (base_site / entry["url"].strip("/") / "index.html").read_text()
        assert f'data-scheda="{key}"' in html
        assert {
            "id",
            "tipo",
            "nome",
            "nomi_alternativi",
            "url",
            "ambito",
            "comuni",
            "stato",
            "tipologia",
            "parte_di",
            "fonti",
        } <= set(entry)
        assert all({"documento", "trascrizione", "righe"} <= set(fonte) for fonte in entry["fonti"])


def _everything_written(site: Path) -> str:
    kinds = {".html", ".json", ".xml", ".txt"}
    return "\n".join(path.read_text() for path in site.rglob("*") if path.suffix in kinds and path.is_file())


def test_no_editors_note_is_published(real_site: Path) -> None:
    text = _everything_written(real_site)
    entries = read_catalogue(ROOT / "catalogue", today()).index.all()
    notes = {note for entry in entries if (note := getattr(entry.record, "note_redazione", None))}
    assert notes
    assert [note for note in notes if note[:60] in text] == []


def test_no_protected_address_is_published(base_site: Path) -> None:
    reading = read_catalogue(BASE, today())
    protected = [
        entry.record.indirizzo
        for entry in reading.index.of("sede").values()
        if isinstance(entry.record, Sede) and entry.record.indirizzo_riservato and entry.record.indirizzo
    ]
    assert protected
    text = _everything_written(base_site)
    assert [address for address in protected if address in text] == []


def test_what_is_only_for_operators_or_ets_is_not_listed_among_what_a_citizen_can_ask_for(
    real_site: Path,
) -> None:
    reading = read_catalogue(ROOT / "catalogue", today())
    hidden = [
        f"/{entry.source.folder}/{key}/"
        for key, entry in reading.index.of("scheda").items()
        if isinstance(entry.record, Scheda) and "cittadini" not in entry.record.pubblico
    ]
    assert hidden
    for listing in [
        *real_site.glob("comuni/*/index.html"),
        *real_site.glob("bisogni/*/index.html"),
        real_site / "a-z/index.html",
    ]:
        html = listing.read_text()
        assert [url for url in hidden if f'{url}"' in html] == []


def test_two_builds_of_the_same_input_are_the_same_bytes(base_site: Path, tmp_path: Path) -> None:
    assert contents(built(tmp_path)) == contents(base_site)


def test_a_second_build_leaves_the_times_of_unchanged_files(tmp_path: Path) -> None:
    site = built(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    assert ambito(tmp_path, "build").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()} == times


def test_a_build_with_an_error_writes_nothing(tmp_path: Path) -> None:
    site = built(tmp_path)
    before = contents(site)
    scheda = next((tmp_path / "catalogue").rglob("servizi/*.yaml"))
    scheda.write_text(scheda.read_text() + "\nsconosciuto: x\n")
    done = ambito(tmp_path, "build")
    assert done.returncode == 1
    assert "sconosciuto" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(site) == before


def test_a_first_build_with_an_error_leaves_no_folder(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "catalogue" / "valle" / "servizi" / "rotta.yaml").write_text("nome: [")
    assert ambito(folder, "build").returncode == 1
    assert sorted(path.name for path in folder.iterdir()) == ["catalogue", "mkdocs.yml"]


def test_former_ids_lead_to_the_scheda_of_today(base_site: Path) -> None:
    reading = read_catalogue(BASE, today())
    former = [
        (entry, old)
        for entry in reading.index.of("scheda").values()
        if isinstance(entry.record, Scheda)
        for old in entry.record.id_precedenti
    ]
    assert former
    for entry, old in former:
        html = (base_site / entry.source.folder / entry.source.ambito / old / "index.html").read_text()
        assert f'url=../../../{entry.source.folder}/{entry.source.ambito}/{entry.record.id}/"' in html


def test_the_sitemap_lists_the_pages_that_may_be_indexed(base_site: Path) -> None:
    tree = ElementTree.parse(base_site / "sitemap.xml")
    urls = {element.text or "" for element in tree.iter() if element.tag.endswith("loc")}
    assert "https://ambito-aperto.example/" in urls
    assert not [url for url in urls if "/redazione/" in url or "/guscio/" in url]
    for url in urls:
        assert (base_site / url.removeprefix("https://ambito-aperto.example/") / "index.html").is_file()


def test_the_empty_page_of_the_shell_is_not_published(base_site: Path) -> None:
    assert not (base_site / "guscio").exists()
    assert "<!--aa:" not in _everything_written(base_site)


def test_structured_data_is_json_and_says_only_what_is_known(real_site: Path) -> None:
    for path in real_site.glob("servizi/*/*/index.html"):
        html = path.read_text()
        found = re.findall(r'<script data-element="metatag" type="application/ld\+json">(.*?)</script>', html)
        assert len(found) == 1
        data = json.loads(found[0])
        assert data["@type"] == "GovernmentService"
        assert all(value not in ("", None, {}) for value in data.values())


def test_a_scheda_page_has_the_eight_entries_of_the_italian_model_in_their_order(real_site: Path) -> None:
    wanted = [
        "A chi è rivolto",
        "Come fare",
        "Cosa serve",
        "Cosa si ottiene",
        "Tempi e scadenze",
        "Accedi al servizio",
        "Condizioni di servizio",
        "Contatti",
    ]
    found = [path for folder in FOLDERS for path in real_site.glob(f"{folder}/*/*/index.html")]
    assert found
    for path in found:
        html = path.read_text()
        index = re.search(r'<ul data-element="page-index">(.*?)</ul>', html, re.DOTALL)
        assert index
        labels = re.findall(r"<a [^>]*>(.*?)</a>", index[1])
        assert [label for label in labels if label in wanted] == wanted
        for element in (
            "service-title",
            "service-status",
            "service-description",
            "service-addressed",
            "service-area",
            "service-topic",
            "breadcrumb",
        ):
            assert f'data-element="{element}"' in html


def test_a_comune_without_schede_says_so(tmp_path: Path) -> None:
    folder = project(tmp_path)
    empty = folder / "catalogue" / "costa"
    empty.mkdir()
    (empty / "ambito.yaml").write_text(
        (folder / "catalogue/valle/ambito.yaml").read_text().replace("segretariato_sociale:", "# segretariato_sociale:")
    )
    (empty / "comuni.yaml").write_text(
        'portonuovo:\n  nome: Portonuovo\n  istat: "999999"\n  provincia: XX\n  ente: comune-di-valdirose\n'
    )
    assert ambito(folder, "build").returncode == 0
    assert "non ci sono ancora" in (folder / "site/comuni/portonuovo/index.html").read_text()
