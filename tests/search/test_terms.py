"""Which words a typed word may mean."""

import dataclasses

import pytest
from lunr.token_set import TokenSet

from generator.search.terms import (
    SAME,
    STEM,
    Terms,
    expand,
    nearest,
    root,
    same_root,
    slips_between,
    stem,
    terms_of,
    undouble,
)

TERMS = terms_of(
    sorted(
        [
            "affido",
            "affitto",
            "anziani",
            "assegno",
            "assistente",
            "assistenza",
            "badante",
            "casa",
            "disabile",
            "disabilita",
            "handicap",
            "ospedale",
            "separati",
            "separazione",
            "104",
            "1040",
        ]
    )
)


def _expand(word: str, terms: Terms = TERMS, *, unfinished: bool, unknown: bool) -> dict[str, float]:
    return {terms.words[place]: weight for place, weight in expand(word, terms, unfinished, unknown).items()}


@pytest.mark.parametrize(
    ("one", "other"), [("amica", "amiche"), ("psicologo", "psicologi"), ("anziano", "anziane"), ("casa", "case")]
)
def test_singular_and_plural_have_the_same_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_a_root_keeps_three_letters() -> None:
    assert root("zia") == "zia"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lavarsi", "lavarla"),
        ("lavare", "lavato"),
        ("assistenza", "assistente"),
        ("assistere", "assistito"),
        ("separarsi", "separazione"),
        ("accompagnare", "accompagnamento"),
        ("residente", "residenza"),
        ("educatore", "educativa"),
    ],
)
def test_verbs_and_the_nouns_made_from_them_have_the_same_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("marito", "mare"), ("patente", "patto"), ("parente", "parto")])
def test_short_words_are_not_cut(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_word_means_all_its_forms_and_less_surely_its_stem() -> None:
    assert _expand("affidi", unfinished=False, unknown=False) == {"affido": SAME}
    assert _expand("assistere", unfinished=False, unknown=False) == {"assistente": STEM, "assistenza": STEM}


def test_the_last_word_may_be_unfinished() -> None:
    assert "badante" in _expand("bada", unfinished=True, unknown=True)
    assert _expand("ba", unfinished=False, unknown=True) == {}


def test_words_of_one_family_are_near() -> None:
    assert {"separati", "separazione"} <= _expand("separarsi", unfinished=False, unknown=False).keys()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("badamte", "badante"),
        ("afitto", "affitto"),
        ("asegno", "assegno"),
        ("andicap", "handicap"),
        ("ospedlae", "ospedale"),
        ("dissabile", "disabile"),
        ("assistenzza", "assistenza"),
    ],
)
def test_an_unknown_word_may_be_a_slip(typed: str, meant: str) -> None:
    assert meant in _expand(typed, unfinished=False, unknown=True)


def test_a_word_that_somebody_knows_is_no_slip() -> None:
    assert "affitto" not in _expand("affisto", unfinished=False, unknown=False)


def test_a_short_word_means_what_it_says() -> None:
    assert _expand("cisa", terms_of(["chiesa"]), unfinished=False, unknown=True) == {}


def test_a_half_typed_slip_finds_what_begins_like_it() -> None:
    assert "assistenza" in _expand("assitsen", unfinished=True, unknown=True)


def test_numbers_are_never_slips() -> None:
    assert _expand("105", unfinished=True, unknown=True) == {}
    assert _expand("104", unfinished=False, unknown=False) == {"104": 1}


def test_a_synonym_counts_in_any_number_only() -> None:
    assert [TERMS.words[place] for place in same_root("anziano", TERMS)] == ["anziani"]
    assert same_root("anz", TERMS) == {}


def test_doubled_letters_are_no_slip() -> None:
    assert undouble("affitto") == "afito"
    assert slips_between("afito", "affitto", 1) == 0


def test_swapped_letters_are_one_slip() -> None:
    assert slips_between("ospedlae", "ospedale", 2) == 1


def test_the_nearest_words_are_for_who_found_nothing() -> None:
    assert nearest("bandate", TERMS, 1) == ("badante",)


def test_words_are_looked_up_in_the_automaton_of_lunr() -> None:
    only = dataclasses.replace(TERMS, automaton=TokenSet.from_list(["badante"]))
    assert _expand("badamte", only, unfinished=False, unknown=True).keys() == {"badante"}
    assert _expand("bad", only, unfinished=True, unknown=False).keys() == {"badante"}
    assert _expand("afitto", only, unfinished=False, unknown=True) == {}
    assert _expand("ospe", only, unfinished=True, unknown=False) == {}
