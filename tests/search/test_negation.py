"""What a text says there is not."""

import json

import pytest

from generator.catalogue import Catalogue
from generator.search.lexicon import Lexicon, build_lexicon, lexicon_of
from generator.search.negation import missing, term_of_missing
from generator.search.query import understand
from generator.search.tokens import words


@pytest.fixture(scope="module")
def lexicon(catalogue: Catalogue) -> Lexicon:
    return lexicon_of(json.loads(build_lexicon(catalogue, ["alba", "bruno"])))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("senza soldi", ["soldi"]),
        ("non ho più un soldo", ["soldo"]),
        ("mio padre non parla", ["parla"]),
        ("non vuole parlare, non mangia", ["parlare", "mangia"]),
        ("non ho nessun amico", ["amico"]),
        ("ho pochi soldi", []),
        ("chi non può", []),
        ("non", []),
    ],
)
def test_the_first_word_with_a_meaning_after_a_negation_is_missing(text: str, denied: list[str]) -> None:
    assert list(missing(words(text))) == denied


def test_all_the_forms_of_a_verb_are_one_term() -> None:
    assert term_of_missing("parlare") == term_of_missing("parla") == "-parl"


def _words_of_ideas(text: str, lexicon: Lexicon) -> list[str]:
    ideas = understand(text, lexicon, None, lambda _: False).ideas
    return [idea.wordings[0].words[0] for idea in ideas]


def test_what_is_missing_is_an_idea_where_a_concept_is_about_that(lexicon: Lexicon) -> None:
    assert _words_of_ideas("non ho più soldi", lexicon) == ["soldi", "-sold"]
    assert _words_of_ideas("non ho soldi, sono senza soldi", lexicon) == ["soldi", "senza", "soldi", "-sold"]


def test_what_no_concept_is_about_is_no_idea(lexicon: Lexicon) -> None:
    assert _words_of_ideas("ho dei soldi", lexicon) == ["soldi"]
    assert _words_of_ideas("non ho libri", lexicon) == ["libri"]


def test_what_is_missing_may_be_said_with_another_word(lexicon: Lexicon) -> None:
    assert _words_of_ideas("non ho un quattrino", lexicon)[-1] == "-sold"


def test_what_is_missing_weighs_whole_though_its_synonyms_have_it_too(lexicon: Lexicon) -> None:
    idea = understand("non ho soldi", lexicon, None, lambda _: False).ideas[-1]
    assert [(wording.words, wording.weight) for wording in idea.wordings] == [(("-sold",), 1)]
