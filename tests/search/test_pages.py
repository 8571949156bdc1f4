"""The results page without a page: filters, counts, and what is asked of the site."""

from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from tests.search.node import answer

ADDRESSES = (
    "?q=affitto",
    "?q=affitto&comune=acero-sul-fiume",
    "?q=affitto+Rovere",
    "?q=casa+anziani&comune=acero-sul-fiume",
    "?q=figli&tipo=servizio",
    "?q=aiuto+famiglie&area=minori-famiglie&destinatari=genitori",
    "?comune=rovere",
    "?area=casa",
    "?q=Rovere",
    "?q=operatori+sociali",
    "?q=scheda&diretto=si",
    "?diretto=si",
)


@pytest.fixture(scope="session")
def shown(served_with_pages: Path) -> dict[str, Any]:
    made: dict[str, Any] = answer("pages.mjs", {"folder": str(served_with_pages), "addresses": ADDRESSES})
    return made


@pytest.mark.parametrize("number", range(len(ADDRESSES)), ids=lambda number: ADDRESSES[number])
def test_the_count_of_a_filter_is_what_following_it_gives(number: int, shown: dict[str, Any]) -> None:
    page = shown["shown"][number]
    wrong = [choice for choice in page["choices"] if not choice["active"] and choice["count"] != choice["follows"]]
    assert wrong == []


def test_a_filter_that_holds_leads_back(shown: dict[str, Any]) -> None:
    page = next(page for page in shown["shown"] if page["address"] == "?q=figli&tipo=servizio")
    (active,) = [choice for choice in page["choices"] if choice["active"]]
    assert active["address"] == "?q=figli"


def test_a_filter_alone_lists_all_that_it_holds(shown: dict[str, Any]) -> None:
    page = next(page for page in shown["shown"] if page["address"] == "?area=casa")
    assert page["announced"] == 4


def test_nothing_typed_is_asked_of_the_site(shown: dict[str, Any]) -> None:
    assert sorted(shown["requests"]) == [
        "dati/festivi.json",
        "dati/ricerca/alba.json",
        "dati/ricerca/bruno.json",
        "dati/ricerca/indice.json",
        "dati/ricerca/pagine.json",
    ]


def test_a_page_is_found_too(served_with_pages: Path) -> None:
    made = answer("pages.mjs", {"folder": str(served_with_pages), "addresses": ["?q=privacy"]})
    assert made["shown"][0]["keys"][0] == "privacy/"


def test_with_a_comune_only_its_ambito_is_loaded(served_with_pages: Path) -> None:
    made = answer("pages.mjs", {"folder": str(served_with_pages), "addresses": ["?q=affido&comune=tiglio"]})
    first = made["shown"][0]
    assert [stage["complete"] for stage in first["stages"]] == [True]


def test_the_first_reply_does_not_wait_for_all_indexes(served_with_pages: Path) -> None:
    made = answer("pages.mjs", {"folder": str(served_with_pages), "addresses": ["?q=affido"]})
    assert [stage["complete"] for stage in made["shown"][0]["stages"]] == [False, True]


@pytest.mark.parametrize("missing", ["dati/ricerca/indice.json", "dati/ricerca/bruno.json"])
def test_an_index_that_does_not_arrive_is_a_failure(missing: str, served_with_pages: Path) -> None:
    request = {"folder": str(served_with_pages), "addresses": ["?q=affido"], "missing": [missing]}
    assert answer("pages.mjs", request)["shown"][0]["failure"] == "404"


@pytest.mark.parametrize(
    ("now", "keys"),
    [
        ("2026-11-20T10:00+01:00", ["alba/segretariato-sociale"]),
        ("2026-11-20T12:00+01:00", []),
        ("2026-11-21T10:00+01:00", []),
        # Christmas: the table of holidays is asked, and nobody knows.
        ("2026-12-25T10:00+01:00", []),
        # Beyond the last year of the table nobody knows either.
        ("2028-01-07T10:00+01:00", []),
    ],
)
def test_open_now_keeps_only_what_is_surely_open(now: str, keys: list[str], served_with_pages: Path) -> None:
    request = {"folder": str(served_with_pages), "addresses": ["?q=assistente+sociale&aperto=ora"], "now": now}
    assert answer("pages.mjs", request)["shown"][0]["keys"] == keys


def test_what_can_be_asked_alone_is_a_filter(shown: dict[str, Any], catalogue: Catalogue) -> None:
    page = next(page for page in shown["shown"] if page["address"] == "?diretto=si")
    alone = {key for key, one in catalogue.schede.items() if one.accesso is not None and one.accesso.diretto}
    assert alone
    assert set(page["keys"]) == alone
