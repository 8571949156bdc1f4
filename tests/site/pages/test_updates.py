"""`/aggiornamenti/`, its feed, the history and the ways in on the page of a scheda."""

import datetime
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from generator.catalogue import relate
from generator.editing.form.bundling import BUNDLE, ENTRY
from generator.reading.reading import read_catalogue
from generator.site.context import Context
from generator.site.labels import Labels
from generator.site.pages.ways_in import WaysIn, ways_in
from tests.editing.changes.repositories import Repository
from tests.projects import BASE, ROOT, ambito, project
from tests.site.test_build import pages

DESK = "valle/sportelli/sportello-casa.yaml"
PAGE = "sportelli/valle/sportello-casa/index.html"
ATOM = "{http://www.w3.org/2005/Atom}"


def _built(repository: Repository, **brand: str) -> Path:
    shutil.copy(ROOT / "mkdocs.yml", repository.folder)
    if brand:
        told = yaml.safe_load((ROOT / "site_config/brand.yaml").read_text(encoding="utf-8"))
        (repository.folder / "site_config").mkdir(exist_ok=True)
        (repository.folder / "site_config/brand.yaml").write_text(yaml.safe_dump({**told, **brand}), encoding="utf-8")
    done = ambito(repository.folder, "build")
    assert done.returncode == 0, done.stderr
    return repository.folder / "site"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    found = Repository(tmp_path_factory.mktemp("storia"))
    found.change(DESK, ('dalle: "10:00"', 'dalle: "09:00"'))
    found.commit("<b>Orario</b> & altro")
    return found


@pytest.fixture(scope="module")
def site(repository: Repository) -> Path:
    return _built(repository)


@pytest.fixture(scope="module")
def base_context() -> Context:
    day = datetime.date(2026, 6, 15)
    labels = Labels.load(ROOT / "site_config" / "strings.yaml")
    found = relate(read_catalogue(BASE, day), day)
    files = {key: file.replace("base/", "catalogue/", 1) for key, file in found.files.items()}
    return Context(replace(found, files=files), labels, {"nome": "Prova"}, "https://www.valle.example.it/")


def test_the_page_of_a_scheda_tells_its_changes(site: Path) -> None:
    html = (site / PAGE).read_text(encoding="utf-8")
    assert '<time datetime="2026-03-01">1° marzo 2026</time>' in html
    assert "il giovedì apre alle 9." in html
    assert "Orario" not in html


def test_the_page_of_updates_names_every_scheda_by_day(site: Path) -> None:
    html = (site / "aggiornamenti/index.html").read_text(encoding="utf-8")
    assert html.index("1° marzo 2026") < html.index("10 gennaio 2026")
    assert (
        html.count("La scheda è stata pubblicata.") == len(list((site.parent / "catalogue/valle").glob("*/*.yaml"))) - 1
    )


def test_the_feed_is_atom_with_the_same_identifiers_at_every_build(site: Path, repository: Repository) -> None:
    raw = (site / "aggiornamenti/atom.xml").read_bytes()
    feed = ElementTree.fromstring(raw)
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) > 3
    assert feed.findtext(f"{ATOM}updated") == max(str(entry.findtext(f"{ATOM}updated")) for entry in entries)
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"].endswith("sportelli/valle/sportello-casa/")
    assert "Prova" not in raw.decode()  # the name of who committed
    assert (_built(repository) / "aggiornamenti/atom.xml").read_bytes() == raw


def test_outside_git_the_pages_are_there_and_say_so(base_site: Path) -> None:
    assert "Non ci sono ancora aggiornamenti" in (base_site / "aggiornamenti/index.html").read_text(encoding="utf-8")
    assert ElementTree.parse(base_site / "aggiornamenti/atom.xml").getroot().findall(f"{ATOM}entry") == []
    assert "aa-history" not in (base_site / PAGE).read_text(encoding="utf-8")


def test_without_configuration_only_the_desk_is_offered(base_site: Path) -> None:
    html = (base_site / PAGE).read_text(encoding="utf-8")
    assert "Aggiorna questa scheda" not in html
    assert "Segnala un errore" not in html
    assert '<li>Dillo a <a href="../../../servizi/valle/segretariato-sociale/">' in html


@pytest.mark.parametrize(
    ("code", "kind", "form", "report"),
    [
        (
            "https://github.com/rete/progetto",
            "",
            "https://github.com/rete/progetto/edit/main/catalogue/valle/sportelli/sportello-casa.yaml",
            "https://github.com/rete/progetto/issues/new?template=segnalazione.yml&title=Segnalazione%3A%20Sportello%20Casa"
            "&scheda=valle%2Fsportello-casa%20",
        ),
        (
            "https://gitlab.com/rete/progetto/",
            "",
            "https://gitlab.com/rete/progetto/-/edit/main/catalogue/valle/sportelli/sportello-casa.yaml",
            "https://gitlab.com/rete/progetto/-/issues/new?issue%5Btitle%5D=",
        ),
        (
            "https://codice.example.org/rete/progetto",
            "gitea",
            "https://codice.example.org/rete/progetto/_edit/main/catalogue/valle/sportelli/sportello-casa.yaml",
            "https://codice.example.org/rete/progetto/issues/new?template=.github",
        ),
    ],
)
def test_the_ways_in_lead_to_the_host_of_the_project(
    base_context: Context, code: str, kind: str, form: str, report: str
) -> None:
    found = _ways(base_context, url_codice=code, tipo_codice=kind)
    assert found.form == form
    assert found.report.startswith(report)
    assert found.mail == ""


def test_a_mail_says_of_which_scheda_and_the_form_opens_at_the_scheda(base_context: Context) -> None:
    found = _ways(
        base_context,
        email_redazione="redazione@valle.example.it",
        url_modulo="https://www.valle.example.it/editor/#/{ambito}-{cartella}/{id}",
    )
    assert found.form == "https://www.valle.example.it/editor/#/valle-sportelli/sportello-casa"
    assert found.mail.startswith(
        "mailto:redazione@valle.example.it?subject=Segnalazione%3A%20valle%2Fsportello-casa&body="
    )
    assert found.report == ""


@pytest.mark.parametrize(
    ("brand", "told"),
    [
        ({"url_codice": "https://github.com/rete/progetto"}, "diventa da sé una proposta"),
        ({"url_codice": "https://gitlab.com/rete/progetto"}, "diventa da sé una proposta"),
        (
            {"url_codice": "https://codice.example.org/rete/progetto", "tipo_codice": "gitea"},
            "va nel ramo «proposte», e il sito non cambia",
        ),
        (
            {
                "url_codice": "https://codice.example.org/rete/progetto",
                "tipo_codice": "gitea",
                "modulo": {"ramo_proposte": "da-vedere"},
            },
            "va nel ramo «da-vedere», e il sito non cambia",
        ),
        ({"tipo_codice": "prova"}, "resta nel tuo browser"),
    ],
)
def test_the_editors_page_says_what_becomes_of_what_is_saved(tmp_path: Path, brand: dict[str, Any], told: str) -> None:
    folder = project(tmp_path)
    (folder / BUNDLE).mkdir()
    (folder / BUNDLE / ENTRY).write_text("// il modulo", encoding="utf-8")
    known = yaml.safe_load((ROOT / "site_config/brand.yaml").read_text(encoding="utf-8"))
    (folder / "site_config").mkdir()
    (folder / "site_config/brand.yaml").write_text(yaml.safe_dump({**known, **brand}), encoding="utf-8")
    done = ambito(folder, "build")
    assert done.returncode == 0, done.stderr
    html = " ".join((folder / "site/redazione/index.html").read_text(encoding="utf-8").split())
    assert told in html
    assert '<a href="../redazione/editor/">Apri il modulo</a>' in html


def test_the_editors_list_leads_to_the_host_of_the_project(tmp_path: Path) -> None:
    site = _built(Repository(tmp_path), url_codice="https://gitlab.com/rete/progetto", ramo_codice="principale")
    html = (site / "redazione/valle/index.html").read_text(encoding="utf-8")
    assert "https://gitlab.com/rete/progetto/-/edit/principale/catalogue/valle/sportelli/sportello-casa.yaml" in html


def test_no_link_of_a_site_with_history_is_dead(site: Path) -> None:
    found = pages(site)
    assert "aggiornamenti/" in found
    assert (site / "aggiornamenti/atom.xml").is_file()


def _ways(context: Context, **brand: str) -> WaysIn:
    scheda = context.catalogue.schede["valle/sportello-casa"]
    return ways_in(scheda, replace(context, brand={**context.brand, "ramo_codice": "main", **brand}))
