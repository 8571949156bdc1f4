"""Dialect words turned into Italian."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from generator.search.dialects import NOT_SURE, Dialects, dialects_of, in_italian, shape
from generator.search.engine import Library
from generator.search.tokens import words
from tests.search.node import answer

WORDS = dialects_of("soldi=danee\nfiglio=fioeu\nnon=minga\nmadre=mare*\nda solo=de per lu\n=gh*\nho=go*")
STRANGE = frozenset(("danee", "danei", "fieu", "minga", "lu"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("danee", "dane"), ("fioeu", "fieu"), ("ghei", "gei"), ("picciriddu", "piciridu"), ("bagai", "bagaj")],
)
def test_the_spellings_of_a_word_have_one_shape(one: str, other: str) -> None:
    assert shape(one) == shape(other)


@pytest.mark.parametrize(
    ("text", "italian"),
    [
        ("gh'ho minga danee", "ho non soldi"),
        ("mare", "mare"),
        ("la mare la gh'ha minga danee", "la madre la ha non soldi"),
        ("al mare d'estate coi nonni si sta bene, ma che danee", "al mare estate coi nonni si sta bene ma che soldi"),
        ("el fieu", "el fieu"),
        ("el fieu minga", "el figlio non"),
        ("semper de per lü", "semper da solo"),
        ("affitto", "affitto"),
        ("", ""),
    ],
)
def test_words_in_dialect_become_italian(text: str, italian: str) -> None:
    assert in_italian(words(text), WORDS, STRANGE) == italian.split()


def test_a_word_that_the_search_knows_is_no_spelling_of_another() -> None:
    assert in_italian(["minga", "fieu"], WORDS, frozenset(("minga",))) == ["non", "fieu"]


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, list[str]]]:
    text = files("generator.search").joinpath("dialects.txt").read_text("utf-8")
    pairs = [line.split("=") for line in text.splitlines() if line and not line.startswith("#")]
    return [(italian.strip(), [form.strip() for form in joined.split(",")]) for italian, joined in pairs]


def test_every_form_stands_once_as_the_tokenizer_leaves_it(lines: list[tuple[str, list[str]]]) -> None:
    forms = Counter(form.removesuffix(NOT_SURE) for _, forms in lines for form in forms)
    assert [form for form, times in forms.items() if times > 1] == []
    assert [form for form in forms if " ".join(words(form)) != form or not 1 <= len(form.split()) <= 3] == []


def test_a_search_in_dialect_finds_what_its_italian_finds(library: Library) -> None:
    found = library.search("nun teng fatic?")
    assert found == library.search("non ho lavoro?")
    assert found[0].key == "bruno/tirocini"


def test_only_words_without_meaning_do_not_ask_for_everything(library: Library) -> None:
    assert all(hit.door for hit in library.search("gghe anvedi", "rovere"))


def test_the_words_are_brought_only_for_one_that_nobody_knows(served: Path) -> None:
    request = {"folder": str(served), "addresses": ["?q=affitto"]}
    assert "dati/ricerca/dialetti.json" not in answer("pages.mjs", request)["requests"]
    request["addresses"] = ["?q=nun+teng+fatic"]
    made = answer("pages.mjs", request)
    assert "dati/ricerca/dialetti.json" in made["requests"]
    assert made["shown"][0]["stages"][-1]["complete"]
    assert made["shown"][0]["keys"][0] == "bruno/tirocini"


def test_without_them_the_search_answers_all_the_same(served: Path) -> None:
    request = {"folder": str(served), "addresses": ["?q=afitto+xyzt"], "missing": ["dati/ricerca/dialetti.json"]}
    page = answer("pages.mjs", request)["shown"][0]
    assert page["keys"][0] == "alba/contributo-affitto"
    assert page["stages"][-1]["complete"]


def test_nothing_is_turned_without_words() -> None:
    assert in_italian(["danee"], Dialects({}, {}), frozenset(("danee",))) == ["danee"]
