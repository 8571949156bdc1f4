"""A small catalogue of two Ambiti, and the files that the site would serve for its search."""

import datetime
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, relate
from generator.reading.problem import errors
from generator.reading.reading import read_catalogue
from generator.search.concepts import concept_keys
from generator.search.dialects import packed_dialects
from generator.search.documents import ContentPage, documents_of, documents_of_pages, pages_of
from generator.search.engine import Library
from generator.search.index import build_index
from generator.search.lexicon import build_lexicon
from generator.search.library import lunr_javascript
from generator.search.matching import PAGES

FIXTURE = Path(__file__).parent / "fixture"
DAY = datetime.date(2026, 11, 20)
GUIDES = (
    ContentPage("come-si-usa/", "Come si usa", "Come trovare un servizio, leggere una scheda, chiedere aiuto."),
    ContentPage("privacy/", "Privacy", "Il sito non raccoglie dati: quello che cerchi resta sul tuo telefono."),
)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    reading = read_catalogue(FIXTURE, DAY)
    assert not errors(reading.problems)
    return relate(reading, DAY)


@pytest.fixture(scope="session")
def library(catalogue: Catalogue) -> Library:
    return Library(catalogue)


@pytest.fixture(scope="session")
def served(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The indexes of the two Ambiti, `indice.json` and lunr."""
    folder = tmp_path_factory.mktemp("ricerca")
    names = sorted(catalogue.ambiti)
    for name in names:
        (folder / f"{name}.json").write_bytes(build_index(name, documents_of(catalogue, name), concept_keys(catalogue)))
    (folder / f"{PAGES}.json").write_bytes(
        build_index(PAGES, documents_of_pages(pages_of(catalogue)), concept_keys(catalogue))
    )
    (folder / "indice.json").write_bytes(build_lexicon(catalogue, [*names, PAGES]))
    (folder / "dialetti.json").write_bytes(packed_dialects())
    (folder / "lunr.mjs").write_bytes(lunr_javascript())
    (folder / "festivi.json").write_text('{"2026-12-25": "Natale", "2027-12-25": "Natale"}')
    return folder


@pytest.fixture(scope="session")
def served_with_pages(served: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with content pages."""
    folder = tmp_path_factory.mktemp("ricerca-con-pagine")
    for file in served.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    pages = (*pages_of(catalogue), *GUIDES)
    (folder / f"{PAGES}.json").write_bytes(build_index(PAGES, documents_of_pages(pages), concept_keys(catalogue)))
    return folder
