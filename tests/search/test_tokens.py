"""One tokenizer in two languages."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.tokens import fold, stop_words, tokens, words
from tests.search.node import HERE, answer

CASES: list[tuple[str, list[Any]]] = yaml.safe_load((HERE / "tokens.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_python_makes_the_tokens_of_the_table(text: str, expected: list[Any]) -> None:
    assert tokens(text) == [str(token) for token in expected]


def test_javascript_makes_the_tokens_of_the_table() -> None:
    made = answer("ask.mjs", {"tokens": [text for text, _ in CASES], "stop": sorted(stop_words())})
    assert made == [[str(token) for token in expected] for _, expected in CASES]


def test_both_agree_on_any_text_of_the_latin_alphabets() -> None:
    signs = st.characters(max_codepoint=0x24F, exclude_categories=["Cs"])
    texts: list[str] = []

    @settings(max_examples=400, database=None, deadline=None)
    @given(st.text(alphabet=st.one_of(signs, st.sampled_from("’ʼ.àèìòù'«» ")), max_size=60))
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    made = answer("ask.mjs", {"tokens": texts, "stop": sorted(stop_words())})
    assert made == [tokens(text) for text in texts]


def test_stop_words_are_written_as_the_tokenizer_leaves_words() -> None:
    assert {word for word in stop_words() if fold(word) != word} == set()


def test_words_keeps_the_stop_words() -> None:
    assert words("Mi segue per strada") == ["mi", "segue", "per", "strada"]
