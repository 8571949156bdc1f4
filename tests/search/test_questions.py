"""What people write, asked of the project's own catalogue."""

import datetime
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue, relate
from generator.reading.reading import read_catalogue
from generator.search.concepts import concept_keys
from generator.search.dialects import dialects, packed_dialects
from generator.search.documents import documents_of, documents_of_pages, pages_of
from generator.search.engine import Library
from generator.search.evaluation import (
    REPORTED,
    TUNED,
    Answered,
    Domanda,
    answer,
    as_data,
    by_part,
    figures_of,
    read_questions,
)
from generator.search.index import build_index
from generator.search.lexicon import build_lexicon
from generator.search.library import lunr_javascript
from generator.search.matching import PAGES
from generator.search.terms import root
from generator.search.tokens import tokens, words
from tests.projects import ROOT
from tests.search import node
from tests.search.node import HERE

QUESTIONS = read_questions(HERE / "domande.yaml")
KNOWN = read_questions(HERE / "domande_note.yaml")
"""Seen by those who tune the search: both engines must agree on them too, but they measure nothing."""
KEPT: dict[str, Any] = json.loads((HERE / "misure.json").read_text("utf-8"))
KINDS = {
    "frase",
    "parola",
    "errore",
    "colloquiale",
    "dialetto",
    "elisione",
    "plurale",
    "senza-accenti",
    "sigla",
    "con-comune",
}
RARE = 10
"""A word in the names of no more schede than this is rare."""
SLACK = 1.0
"""How many points a figure may fall."""


@pytest.fixture(scope="module")
def real() -> Catalogue:
    day = datetime.date(2026, 11, 22)
    return relate(read_catalogue(ROOT / "catalogue", day), day)


@pytest.fixture(scope="module")
def library_of_all(real: Catalogue) -> Library:
    return Library(real)


@pytest.fixture(scope="module")
def answers(library_of_all: Library) -> tuple[Answered, ...]:
    return answer(QUESTIONS, library_of_all)


def test_no_word_of_the_schede_is_surely_dialect(real: Catalogue) -> None:
    names = [comune.nome for comune in real.comuni.values()]
    names += [name for scheda in real.schede.values() for name in (scheda.nome, *scheda.nomi_alternativi)]
    sure = {said for said, (_, surely) in dialects().forms.items() if surely}
    assert sure
    assert sorted(word for name in names for word in words(name) if (word,) in sure) == []
    assert dialects().forms.keys().isdisjoint(tuple(words(comune.nome)) for comune in real.comuni.values())


def test_there_are_enough_of_every_kind() -> None:
    kinds = Counter(question.genere for question in QUESTIONS)
    assert kinds.keys() == KINDS
    assert len(QUESTIONS) >= 260
    assert min(kinds.values()) >= 10


def test_none_is_asked_twice() -> None:
    every = [*QUESTIONS, *KNOWN]
    assert len({(question.cerca, question.comune) for question in every}) == len(every)


def test_every_right_answer_is_a_scheda_for_that_comune(real: Catalogue) -> None:
    for question in (*QUESTIONS, *KNOWN):
        for key in question.giuste:
            scheda = real.schede[key]
            assert question.comune is None or question.comune in {one.id for one in real.comuni_of(scheda)}, question


def test_they_are_about_every_area_and_every_ambito(real: Catalogue) -> None:
    found = [real.schede[key] for question in QUESTIONS for key in question.giuste]
    assert {area for scheda in found for area in scheda.aree} == set(real.aree)
    asked = Counter(real.schede[question.giuste[0]].ambito for question in QUESTIONS)
    assert all(asked[ambito] >= 40 for ambito in real.ambiti)


def test_at_most_one_in_five_has_a_rare_word_of_the_name_of_its_answer(real: Catalogue) -> None:
    names = {key: {root(word) for word in tokens(scheda.nome)} for key, scheda in real.schede.items()}
    having = Counter(word for words in names.values() for word in words)

    def shares(question: Domanda) -> bool:
        asked = {root(word) for word in tokens(question.cerca)}
        return any(having[word] <= RARE for key in question.giuste for word in names[key] & asked)

    assert sum(map(shares, QUESTIONS)) <= len(QUESTIONS) / 5


def test_six_in_ten_are_for_tuning() -> None:
    share = sum(question.part == TUNED for question in QUESTIONS) / len(QUESTIONS)
    assert 0.55 <= share <= 0.65


@pytest.mark.parametrize("part", [TUNED, REPORTED])
def test_no_figure_falls_by_more_than_a_point(part: str, answers: tuple[Answered, ...]) -> None:
    now, kept = as_data(answers)["parti"][part], KEPT["parti"][part]
    fallen = {name for name in ("al_primo", "nei_primi_3", "nei_primi_5", "mrr") if now[name] < kept[name] - SLACK}
    assert not fallen, f"misurato ora: {now}"


def test_the_kept_figures_are_of_these_questions() -> None:
    assert sum(part["domande"] for part in KEPT["parti"].values()) == len(QUESTIONS)


def test_every_query_finds_something(answers: tuple[Answered, ...]) -> None:
    assert sum(figures.without for figures in by_part(answers).values()) <= sum(
        part["senza_risultati"] for part in KEPT["parti"].values()
    )


def test_figures_are_per_cent_of_the_questions() -> None:
    def at(place: int | None) -> Answered:
        return Answered(Domanda("x", "parola", None, ("a/b",)), place, 0 if place is None else 9, ())

    assert asdict(figures_of([at(1), at(2), at(4), at(None)])) == {
        "questions": 4,
        "at_1": 25.0,
        "at_3": 50.0,
        "at_5": 75.0,
        "mrr": 43.8,
        "without": 1,
    }


def test_both_engines_give_the_same_order_to_every_question(
    real: Catalogue, library_of_all: Library, tmp_path: Path
) -> None:
    names = [*sorted(real.ambiti), PAGES]
    for name in names[:-1]:
        (tmp_path / f"{name}.json").write_bytes(build_index(name, documents_of(real, name), concept_keys(real)))
    (tmp_path / f"{PAGES}.json").write_bytes(build_index(PAGES, documents_of_pages(pages_of(real)), concept_keys(real)))
    (tmp_path / "indice.json").write_bytes(build_lexicon(real, names))
    (tmp_path / "dialetti.json").write_bytes(packed_dialects())
    (tmp_path / "lunr.mjs").write_bytes(lunr_javascript())
    questions = [[question.cerca, question.comune] for question in (*QUESTIONS, *KNOWN)]
    theirs = node.answer("ask.mjs", {"folder": str(tmp_path), "questions": questions})
    for question, found in zip((*QUESTIONS, *KNOWN), theirs, strict=True):
        ours = library_of_all.search(question.cerca, question.comune)
        assert found["hits"] == [[hit.key, hit.score, hit.group, hit.door] for hit in ours], question.cerca
