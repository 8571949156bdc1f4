"""Every scheda of the catalogue, none sampled: sources, plain words, citizens' words, contacts with a source."""

import re
import statistics
from collections.abc import Iterator

import pytest

from generator.catalogue import Catalogue, relate
from generator.clock import today
from generator.model.contatto import Contatto
from generator.model.record import Filed
from generator.model.scheda import Scheda
from generator.reading.coherence import parts
from generator.reading.language import LAW, OFFICE_WORDS, readability
from generator.reading.problem import Problem, errors
from generator.reading.reading import Reading, read_catalogue
from generator.reading.references import public_texts
from tests.projects import ROOT

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+\w")
PHONE = re.compile(
    r"(?<![\d.,/-])(?:\+39 ?)?(?:0\d{1,3}|3\d{2}|800)[ ./-]?\d{3}[ .]?\d{2,5}(?:[ .]?\d{1,4})?(?![\d.,/-])"
)
AMBITI = {"seregno": 40, "carate-brianza": 100, "cinisello-balsamo": 140}
"""Each Ambito, and fewer schede than it has: a folder that empties must not pass unseen."""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_catalogue(ROOT / "catalogue", today())


@pytest.fixture(scope="module")
def catalogue(reading: Reading) -> Catalogue:
    return relate(reading, today())


def test_the_catalogue_has_no_problem(reading: Reading) -> None:
    assert [str(problem) for problem in errors(reading.problems)] == []
    assert [str(problem) for problem in reading.problems if _worth_mending(problem)] == []


def _worth_mending(problem: Problem) -> bool:
    return problem.code not in {"come-chiederlo", "fine-passata"}


@pytest.mark.parametrize(("ambito", "least"), AMBITI.items())
def test_every_ambito_has_its_schede(catalogue: Catalogue, ambito: str, least: int) -> None:
    assert len(catalogue.by_ambito[ambito]) > least


def test_every_comune_has_its_code_its_outline_and_its_ente(catalogue: Catalogue) -> None:
    assert len(catalogue.comuni) == 27
    assert set(catalogue.outlines) == set(catalogue.comuni)
    assert {comune.provincia for comune in catalogue.comuni.values()} == {"MB", "MI"}
    assert all(catalogue.enti[comune.ente].tipo == "comune" for comune in catalogue.comuni.values())


def test_every_scheda_cites_lines_of_a_document_or_a_public_page(catalogue: Catalogue) -> None:
    loose = [
        scheda.id
        for scheda in catalogue.schede.values()
        for fonte in scheda.fonti
        if not (fonte.documento and fonte.righe) and not (fonte.titolo and fonte.url)
    ]
    assert loose == []


def test_every_scheda_has_at_least_six_ways_to_be_looked_for(catalogue: Catalogue) -> None:
    assert [scheda.id for scheda in catalogue.schede.values() if len(scheda.parole_dei_cittadini) < 6] == []


def test_citizens_words_do_not_repeat_the_name(catalogue: Catalogue) -> None:
    repeated = [
        (scheda.id, words)
        for scheda in catalogue.schede.values()
        for words in scheda.parole_dei_cittadini
        if words.casefold() == scheda.nome.casefold()
    ]
    assert repeated == []


def test_the_schede_are_easy_to_read(catalogue: Catalogue) -> None:
    found = [index for scheda in catalogue.schede.values() if (index := readability(scheda)) is not None]
    assert len(found) > len(catalogue.schede) / 2
    assert min(found) >= 45
    assert statistics.median(found) >= 60


def test_the_brief_sentence_names_no_law(catalogue: Catalogue) -> None:
    assert [scheda.id for scheda in catalogue.schede.values() if LAW.search(scheda.in_breve)] == []


def test_no_office_word_stands_in_what_a_citizen_reads_first(catalogue: Catalogue) -> None:
    found = [
        (scheda.id, match.group())
        for scheda in catalogue.schede.values()
        for text in (scheda.nome, scheda.in_breve, scheda.a_chi_e_rivolto or "", *scheda.come_fare)
        if (match := OFFICE_WORDS.search(text))
    ]
    assert found == []


def test_what_is_not_active_says_why(catalogue: Catalogue) -> None:
    assert [one.id for one in catalogue.schede.values() if one.stato != "attivo" and not one.motivo_stato] == []


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).removeprefix("39")


def _contacts(catalogue: Catalogue) -> Iterator[tuple[Filed, Contatto]]:
    holders: tuple[dict[str, Filed], ...] = (
        dict(catalogue.schede),
        dict(catalogue.enti),
        dict(catalogue.ambiti),
        dict(catalogue.comuni),
        dict(catalogue.sedi),
        dict(catalogue.avvisi),
    )
    for records in holders:
        for record in records.values():
            for part, _ in parts(record):
                if isinstance(part, Contatto):
                    yield record, part


def test_every_contact_belongs_to_a_record_with_a_source(catalogue: Catalogue) -> None:
    assert [record.id for record, _ in _contacts(catalogue) if not getattr(record, "fonti", ())] == []


def test_no_phone_or_mail_stands_in_a_text_without_being_a_contact_with_a_source(catalogue: Catalogue) -> None:
    phones = {_digits(contact.valore) for _, contact in _contacts(catalogue)}
    phones |= {_digits(one.numero) for one in catalogue.numeri_utili.values()}
    mails = {contact.valore.casefold() for _, contact in _contacts(catalogue)}
    stray = []
    for scheda in catalogue.schede.values():
        for text, steps in public_texts(scheda):
            if steps[0] in {"contatti", "sedi", "fonti", "codici", "riferimenti_normativi"}:
                continue
            stray += [(scheda.id, found) for found in PHONE.findall(text) if _digits(found) not in phones]
            stray += [(scheda.id, found) for found in MAIL.findall(text) if found.casefold() not in mails]
    assert stray == []


def test_the_first_door_of_each_ambito_is_there_for_citizens(catalogue: Catalogue) -> None:
    for ambito in catalogue.ambiti.values():
        assert ambito.segretariato_sociale is not None
        door = catalogue.scheda(ambito.id, ambito.segretariato_sociale)
        assert isinstance(door, Scheda)
        assert "cittadini" in door.pubblico
        assert door.stato == "attivo"


def test_the_needs_are_in_the_first_person_and_all_answered(catalogue: Catalogue) -> None:
    assert 20 <= len(catalogue.bisogni) <= 30
    assert [id for id in catalogue.bisogni if id not in catalogue.by_bisogno] == []
