"""What somebody typed, understood."""

import json

import pytest

from generator.catalogue import Catalogue
from generator.search.lexicon import Lexicon, build_lexicon, emergency_numbers, lexicon_of, sensitive_words
from generator.search.query import EVERY, Question, understand


@pytest.fixture(scope="session")
def lexicon(catalogue: Catalogue) -> Lexicon:
    return lexicon_of(json.loads(build_lexicon(catalogue, ["alba", "bruno"])))


def _ask(text: str, lexicon: Lexicon, comune: str | None = None) -> Question:
    return understand(text, lexicon, comune, lambda stem: stem in {"affitt", "bambin", "anzian"})


@pytest.mark.parametrize(
    ("text", "comune"),
    [
        ("affitto Rovere", "rovere"),
        ("affitto a ROVERE", "rovere"),
        ("acero sul fiume anziani", "acero-sul-fiume"),
        ("anziani Acero", "acero-sul-fiume"),
        ("nell'Acero sul Fiume", "acero-sul-fiume"),
        ("affitto", None),
    ],
)
def test_a_comune_in_the_words_becomes_the_filter(text: str, comune: str | None, lexicon: Lexicon) -> None:
    question = _ask(text, lexicon)
    assert (question.comune, question.recognised) == (comune, comune)
    assert {"rovere", "acero", "fiume"}.isdisjoint(question.words)


def test_the_filter_can_be_undone(lexicon: Lexicon) -> None:
    question = _ask("affitto Rovere", lexicon, EVERY)
    assert (question.comune, question.recognised, question.words) == (None, None, ("affitto",))


def test_a_chosen_comune_holds_before_one_in_the_words(lexicon: Lexicon) -> None:
    question = _ask("affitto Rovere", lexicon, "tiglio")
    assert (question.comune, question.ambito, question.recognised) == ("tiglio", "bruno", None)


def test_a_comune_that_does_not_exist_is_no_filter(lexicon: Lexicon) -> None:
    assert _ask("affitto", lexicon, "atlantide").comune is None


def test_a_comune_alone_asks_for_all_it_has(lexicon: Lexicon) -> None:
    assert _ask("a Rovere", lexicon).everything
    assert _ask("", lexicon).everything
    assert not _ask("come posso fare", lexicon).everything


def test_synonyms_hold_both_ways(lexicon: Lexicon) -> None:
    (idea,) = _ask("colf", lexicon).ideas
    assert {wording.words for wording in idea.wordings} == {("colf",), ("badante",), ("assistente", "familiare")}


def test_synonyms_of_one_way_do_not_hold_the_other_way(lexicon: Lexicon) -> None:
    (there,) = _ask("avvocato ", lexicon).ideas
    assert ("mediazione", "familiare") in {wording.words for wording in there.wordings}
    assert all(len(idea.wordings) == 1 for idea in _ask("mediazione familiare", lexicon).ideas)


@pytest.mark.parametrize("text", ["casa popolare", "case popolari", "la casa popolare"])
def test_a_compound_is_one_idea(text: str, lexicon: Lexicon) -> None:
    (idea,) = _ask(text, lexicon).ideas
    assert ("sap",) in {wording.words for wording in idea.wordings}


def test_a_compound_with_stop_words_is_known_without_them(lexicon: Lexicon) -> None:
    (idea,) = _ask("torna dall'ospedale", lexicon).ideas
    assert ("dimissioni", "protette") in {wording.words for wording in idea.wordings}


def test_a_misspelled_word_has_the_synonyms_of_the_right_one(lexicon: Lexicon) -> None:
    (idea,) = _ask("badamte", lexicon).ideas
    assert ("colf",) in {wording.words for wording in idea.wordings}


def test_only_the_last_word_can_be_unfinished(lexicon: Lexicon) -> None:
    assert [idea.unfinished for idea in _ask("affitto bamb", lexicon).ideas] == [False, True]
    assert [idea.unfinished for idea in _ask("affitto bamb ", lexicon).ideas] == [False, False]


def test_a_book_is_not_a_search(lexicon: Lexicon) -> None:
    assert len(_ask("affitto bambini " * 10_000, lexicon).ideas) <= 24


@pytest.mark.parametrize(
    ("text", "emergencies"),
    [
        ("mio marito mi picchia", ("violenza",)),
        ("violenza", ("violenza",)),
        ("violnza", ("violenza",)),
        ("violen", ("violenza",)),
        ("voglio morire", ("suicidio",)),
        ("un uomo mi segue", ("violenza",)),
        ("l'assistente sociale segue mio figlio", ()),
        ("gioco d'azzardo", ("gioco",)),
        ("spazio gioco", ()),
        ("abuso", ("violenza", "infanzia")),
        ("vivere in autonomia", ()),
        ("affitto", ()),
    ],
)
def test_sensitive_words_name_their_emergency(text: str, emergencies: tuple[str, ...], lexicon: Lexicon) -> None:
    assert _ask(text, lexicon).sensitive == emergencies


def test_the_number_for_danger_comes_first(catalogue: Catalogue) -> None:
    assert [number.numero for number in emergency_numbers(catalogue, ["violenza"])] == ["112", "1522"]
    assert [number.numero for number in emergency_numbers(catalogue, ["gioco"])] == ["800 000000"]
    assert emergency_numbers(catalogue, []) == ()


def test_every_group_of_sensitive_words_has_words() -> None:
    assert all(group["parole"] for group in sensitive_words().values())


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("la nostra cooperativa vorrebbe aiutare gli anziani", True),
        ("siamo una ONLUS", True),
        ("associazzione di anziani", True),
        ("ente no profit", True),
        ("lavoro nei servizi", True),
        ("un educatore che venga a casa", False),
        ("affitto", False),
    ],
)
def test_who_writes_for_a_body_is_recognised(text: str, body: bool, lexicon: Lexicon) -> None:
    assert _ask(text, lexicon).body is body
