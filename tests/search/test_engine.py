"""Results and their order, the same in Python and in JavaScript."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.search.engine import ELSEWHERE, FOR_BODIES, FOR_ME, Hit, Library
from tests.search.node import HERE, answer

QUESTIONS: list[tuple[str, str | None, str | None]] = yaml.safe_load((HERE / "same_order.yaml").read_text("utf-8"))


@pytest.fixture(scope="session")
def in_javascript(served: Path) -> list[Any]:
    questions = [[text, comune] for text, comune, _ in QUESTIONS]
    answers: list[Any] = answer("ask.mjs", {"folder": str(served), "questions": questions})
    return answers


@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=lambda number: str(QUESTIONS[number][:2]))
def test_both_engines_find_the_same_in_the_same_order(number: int, library: Library, in_javascript: list[Any]) -> None:
    text, comune, _ = QUESTIONS[number]
    found = [[hit.key, hit.score, hit.group, hit.door] for hit in library.search(text, comune)]
    assert in_javascript[number]["hits"] == found


@pytest.mark.parametrize(("text", "comune", "first"), [question for question in QUESTIONS if question[2]])
def test_the_first_result_is_the_right_one(text: str, comune: str | None, first: str, library: Library) -> None:
    assert library.search(text, comune)[0].key == first


def _keys(hits: list[Hit], group: int) -> list[str]:
    return [hit.key for hit in hits if hit.group == group]


def test_what_the_reader_can_use_comes_first(library: Library) -> None:
    hits = library.search("casa anziani", "acero-sul-fiume")
    assert "alba/pasti-a-domicilio" in _keys(hits, ELSEWHERE)
    assert [hit.group for hit in hits] == sorted(hit.group for hit in hits)


def test_when_the_ambito_has_nothing_the_others_are_asked(library: Library) -> None:
    hits = library.search("incentivi", "rovere")
    assert _keys(hits, ELSEWHERE) == ["bruno/incentivi-canone"]


def test_what_is_over_comes_last(library: Library) -> None:
    hits = [hit for hit in library.search("famiglie") if hit.group == FOR_ME]
    states = [hit.scheda["stato"] == "concluso" for hit in hits]
    assert states == sorted(states)
    assert any(states)


def test_what_is_over_is_first_when_called_by_its_name(library: Library) -> None:
    assert library.search("famiglie solidali")[0].key == "alba/famiglie-solidali"


def test_what_is_for_operators_is_a_group_of_its_own(library: Library) -> None:
    assert "alba/supervisione" in _keys(library.search("operatori sociali"), FOR_BODIES)


def test_for_who_writes_for_a_body_it_is_among_what_they_can_use(library: Library) -> None:
    hits = library.search("cooperativa che cerca la supervisione degli operatori sociali")
    assert "alba/supervisione" in _keys(hits, FOR_ME)
    assert _keys(hits, FOR_BODIES) == []


def test_a_comune_alone_lists_what_is_there(library: Library) -> None:
    hits = library.search("", "acero-sul-fiume")
    assert {hit.index for hit in hits} == {"alba"}
    assert _keys(hits, ELSEWHERE) == ["alba/pasti-a-domicilio"]


def test_a_query_is_never_code(library: Library) -> None:
    for text in ("+affido -casa", "nome:affido^10", "affido~2", "*", "\\", '"', "affido*"):
        json.dumps([hit.key for hit in library.search(text)])
    assert library.search("-affido")[0].key == "alba/affido"
