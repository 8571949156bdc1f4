"""Which words a typed word may mean."""

import pytest

from generator.search.terms import expand, inflections, nearest, root, slips_between, terms_of, undouble

TERMS = terms_of(
    sorted(
        [
            "affido",
            "affidi",
            "affitto",
            "anziana",
            "anziani",
            "assegno",
            "assistente",
            "assistenza",
            "badante",
            "casa",
            "caso",
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


@pytest.mark.parametrize(
    ("one", "other"), [("amica", "amiche"), ("psicologo", "psicologi"), ("anziano", "anziane"), ("casa", "case")]
)
def test_singular_and_plural_have_the_same_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_a_root_keeps_three_letters() -> None:
    assert root("zia") == "zia"


def test_a_word_means_itself_first_then_its_other_number() -> None:
    found = expand("affido", TERMS, unfinished=False, unknown=False)
    assert found["affido"] == 1
    assert 0 < found["affidi"] < 1
    assert "affitto" not in found


def test_the_last_word_may_be_unfinished() -> None:
    assert "badante" in expand("bada", TERMS, unfinished=True, unknown=True)
    assert expand("ba", TERMS, unfinished=False, unknown=True) == {}


def test_words_of_one_family_are_near() -> None:
    assert {"separati", "separazione"} <= expand("separarsi", TERMS, unfinished=False, unknown=False).keys()


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
    assert meant in expand(typed, TERMS, unfinished=False, unknown=True)


def test_a_word_that_somebody_knows_is_no_slip() -> None:
    assert "affitto" not in expand("affisto", TERMS, unfinished=False, unknown=False)


def test_a_short_word_means_what_it_says() -> None:
    assert expand("cisa", terms_of(["chiesa"]), unfinished=False, unknown=True) == {}


def test_a_half_typed_slip_finds_what_begins_like_it() -> None:
    assert "assistenza" in expand("assitsen", TERMS, unfinished=True, unknown=True)


def test_numbers_are_never_slips() -> None:
    assert expand("105", TERMS, unfinished=True, unknown=True) == {}
    assert expand("104", TERMS, unfinished=False, unknown=False) == {"104": 1}


def test_a_synonym_counts_in_its_other_number_only() -> None:
    assert inflections("anziano", TERMS) == {"anziana": 0.8, "anziani": 0.8}


def test_doubled_letters_are_no_slip() -> None:
    assert undouble("affitto") == "afito"
    assert slips_between("afito", "affitto", 1) == 0


def test_swapped_letters_are_one_slip() -> None:
    assert slips_between("ospedlae", "ospedale", 2) == 1


def test_the_nearest_words_are_for_who_found_nothing() -> None:
    assert nearest("bandate", TERMS, 1) == ("badante",)
