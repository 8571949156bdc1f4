"""Words and places survive being packed."""

from string import ascii_uppercase

from hypothesis import given
from hypothesis import strategies as st

from generator.search.packing import pack_places, pack_words, unpack_places, unpack_words

WORDS = st.lists(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Z", "C"], exclude_characters=ascii_uppercase), min_size=1
    ),
    unique=True,
)
PLACES = st.dictionaries(
    st.integers(0, 12), st.lists(st.integers(0, 9999), min_size=1, unique=True).map(sorted), min_size=1
)


def test_a_word_is_what_it_adds_to_the_one_before_it() -> None:
    assert pack_words(["affidi", "affido", "casa"]) == "AaffidiFoAcasa"


def test_a_document_is_how_far_it_is_from_the_one_before_it() -> None:
    assert pack_places([{0: [0, 3], 1: [40]}, {1: [2]}]) == "AadO&Bc"


def test_a_long_way_is_more_than_one_sign() -> None:
    assert pack_places([{0: [66, 198]}]) == "A`b``c"


@given(WORDS)
def test_words_come_back(words: list[str]) -> None:
    assert list(unpack_words(pack_words(sorted(words)))) == sorted(words)


@given(st.lists(PLACES))
def test_places_come_back(places: list[dict[int, list[int]]]) -> None:
    assert list(unpack_places(pack_places(places))) == places
