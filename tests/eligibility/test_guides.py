"""The guides of the project: what they hold, what their cases say, how much the browser downloads."""

import gzip
import json
from typing import Any

import pytest

from generator.catalogue import Catalogue, for_citizens, key_of
from generator.eligibility.answers import answer_of, plain
from generator.eligibility.guides import CAN_BE_ASKED, Guides
from generator.eligibility.proofs import FEWEST_CASES, prove
from generator.eligibility.verdicts import OUTCOMES, outcome_of
from generator.reading.reading import Reading
from generator.site.context import Context
from generator.site.files.guide_data import guide_files, interview_data
from tests.eligibility.conftest import DAY
from tests.eligibility.node import answer
from tests.projects import ROOT

SUBJECTS = {
    "anziano-a-casa",
    "ritorno-dall-ospedale",
    "badante",
    "assisto-un-familiare",
    "figlio-con-disabilita-a-scuola",
    "vita-indipendente",
    "lavoro-e-disabilita",
    "autismo",
    "affitto-sfratto-casa",
    "fine-mese",
    "senza-casa",
    "crescere-i-figli",
    "separazione-e-visite",
    "accogliere-un-bambino",
    "adolescenti-e-giovani",
    "arrivo-da-un-altro-paese",
    "violenza",
    "ente-che-vuole-collaborare",
}
"""The life situations that must have a guide."""
MOST_BYTES = 40 * 1024


def test_every_situation_has_its_guide(catalogue: Catalogue) -> None:
    assert set(catalogue.guide) >= SUBJECTS


def test_the_guides_reach_every_scheda_that_a_citizen_can_ask_for(catalogue: Catalogue, guides: Guides) -> None:
    wanted = {key_of(s) for s in catalogue.schede.values() if for_citizens(s) and s.stato in CAN_BE_ASKED}
    assert wanted - set(guides.holding) == set()


def test_every_guide_has_cases_and_every_case_names_its_source(catalogue: Catalogue) -> None:
    for guida in catalogue.guide.values():
        assert len(guida.casi) >= FEWEST_CASES, guida.id
        for caso in guida.casi:
            assert "Fonte: " in caso.nota, (guida.id, caso.nome)
            assert any(getattr(caso.attesi, outcome) for outcome in OUTCOMES), (guida.id, caso.nome)


def _expected(guida: Any) -> list[dict[str, str]]:
    return [{key: outcome for outcome in OUTCOMES for key in getattr(caso.attesi, outcome)} for caso in guida.casi]


def test_the_cases_have_the_verdicts_they_expect(catalogue: Catalogue, guides: Guides) -> None:
    for guida in catalogue.guide.values():
        found = guides.interview(guida)
        subjects = {subject.key: subject for subject in found.subjects}
        for caso, expected in zip(guida.casi, _expected(guida), strict=True):
            given = {one.fatto: answer_of(catalogue.fatti[one.fatto], one.valori) for one in caso.risposte}
            person = found.person(given)
            day = caso.il or DAY
            assert {key: outcome_of(subjects[key], person, day) for key in expected} == expected, caso.nome


def test_the_cases_have_the_same_verdicts_in_the_browser(
    catalogue: Catalogue, guides: Guides, context: Context
) -> None:
    for guida in catalogue.guide.values():
        people = [
            {one.fatto: plain(answer_of(catalogue.fatti[one.fatto], one.valori)) for one in caso.risposte}
            for caso in guida.casi
        ]
        data = interview_data(guides.interview(guida), context, excludes=guida.esclude_per_comune)
        found = answer("verdicts", {"data": data, "today": DAY.isoformat(), "people": people})
        for verdicts, expected in zip(found, _expected(guida), strict=True):
            assert {key: verdicts[key][0] for key in expected} == expected, guida.id


def test_the_check_proves_the_guides(reading: Reading, catalogue: Catalogue) -> None:
    assert [str(problem) for problem in prove(catalogue, reading.index)] == []


def test_the_code_and_the_data_of_a_guide_are_small(context: Context) -> None:
    scripts = sorted((ROOT / "site_config/assets/js/guide").glob("*.js"))
    code = sum(len(gzip.compress(script.read_bytes(), 9, mtime=0)) for script in scripts)
    sizes = {url: code + len(gzip.compress(text.encode(), 9, mtime=0)) for url, text in guide_files(context)}
    assert {url: size for url, size in sizes.items() if size > MOST_BYTES} == {}


def test_the_data_hold_no_note_of_the_editors(catalogue: Catalogue, context: Context) -> None:
    text = "".join(content for _, content in guide_files(context))
    notes = {scheda.note_redazione for scheda in catalogue.schede.values() if scheda.note_redazione}
    assert notes
    assert [note for note in notes if json.dumps(note[:60], ensure_ascii=False).strip('"') in text] == []


@pytest.mark.parametrize("id", ["violenza"])
def test_the_guide_on_violence_excludes_nobody_for_where_they_live(catalogue: Catalogue, id: str) -> None:
    guida = catalogue.guide[id]
    assert guida.emergenza == "violenza"
    assert not guida.esclude_per_comune
