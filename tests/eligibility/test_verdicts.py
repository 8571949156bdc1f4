"""From requisiti to a verdict: what is only in words, what is not active, who a scheda is for, and where."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.eligibility.answers import Choice, Marks, Person, Span
from generator.eligibility.subjects import subject_of
from generator.eligibility.verdicts import outcome_of, verdict_of
from tests.eligibility.conftest import DAY

SEREGNO = Choice(frozenset({"seregno"}))
OLD = Span(Decimal(80), Decimal(80))


def outcome(catalogue: Catalogue, key: str, person: Person, day: datetime.date = DAY, **changes: Any) -> str:
    scheda = catalogue.schede[key].model_copy(update=changes)
    return outcome_of(subject_of(scheda, catalogue), person, day)


def test_a_person_of_the_group_who_lives_there_may_have_it(catalogue: Catalogue) -> None:
    assert outcome(catalogue, "seregno/telesoccorso", {"comune": SEREGNO, "eta": OLD}) == "probabile"


def test_who_surely_lives_elsewhere_does_not_fit(catalogue: Catalogue) -> None:
    assert outcome(catalogue, "seregno/telesoccorso", {"comune": Choice(frozenset({"bresso"}))}) == "no"


def test_a_comune_that_is_not_known_excludes_nobody(catalogue: Catalogue) -> None:
    assert outcome(catalogue, "seregno/telesoccorso", {"eta": OLD}) == "da_verificare"


def test_only_who_is_surely_in_no_group_does_not_fit(catalogue: Catalogue) -> None:
    young: Person = {"comune": SEREGNO, "eta": Span(Decimal(40), Decimal(40))}
    assert outcome(catalogue, "seregno/telesoccorso", young) == "da_verificare"
    assert outcome(catalogue, "seregno/telesoccorso", {**young, "salute": Marks()}) == "no"


@pytest.mark.parametrize("stato", ["in_avvio", "previsto", "proposta", "sospeso", "concluso"])
def test_what_is_not_active_is_never_likely_and_says_why(catalogue: Catalogue, stato: str) -> None:
    person: Person = {"comune": SEREGNO, "eta": OLD}
    scheda = catalogue.schede["seregno/telesoccorso"].model_copy(update={"stato": stato})
    found = verdict_of(subject_of(scheda, catalogue), person, DAY)
    assert (found.outcome, found.not_now) == ("da_verificare", "stato")


def test_a_requisito_in_words_can_only_be_verified(catalogue: Catalogue) -> None:
    person: Person = {"comune": Choice(frozenset({"bresso"})), "eta": OLD, "salute": Marks(frozenset({"disabilita"}))}
    found = verdict_of(
        subject_of(catalogue.schede["cinisello-balsamo/assistenza-domiciliare-sad"], catalogue), person, DAY
    )
    assert found.outcome == "da_verificare"
    assert [finding.why for finding in found.findings] == [(), ("sportello",), ("sportello",), ()]


def test_a_contributo_is_likely_only_before_its_deadline(catalogue: Catalogue) -> None:
    person: Person = {"comune": Choice(frozenset({"lissone"})), "salute": Marks(frozenset({"disabilita"}))}
    until = {"scadenza": datetime.date(2026, 11, 21), "apertura": datetime.date(2026, 11, 1)}
    key = "carate-brianza/vita-indipendente"
    assert outcome(catalogue, key, person, **until) == "probabile"
    assert outcome(catalogue, key, person, datetime.date(2026, 11, 22), **until) == "da_verificare"
    assert outcome(catalogue, key, person, datetime.date(2026, 10, 31), **until) == "da_verificare"


def test_a_condition_on_where_one_lives_takes_the_place_of_the_comuni(catalogue: Catalogue) -> None:
    worker: Person = {
        "comune": Choice(frozenset({"altrove"})),
        "cura": Marks(frozenset({"assistente-familiare"})),
    }
    assert outcome(catalogue, "cinisello-balsamo/sportello-assistenza-familiare", worker) == "probabile"
    assert outcome(catalogue, "cinisello-balsamo/registro-assistenti-familiari", worker) == "no"


def test_nobody_who_fears_violence_is_excluded_for_where_they_live(catalogue: Catalogue) -> None:
    scheda = catalogue.schede["carate-brianza/centro-antiviolenza"]
    subject = subject_of(scheda, catalogue, comune_excludes=False)
    person: Person = {"comune": Choice(frozenset({"altrove"})), "violenza": Marks(frozenset({"violenza"}))}
    assert outcome_of(subject, person, DAY) == "da_verificare"


def test_a_group_wider_than_its_condition_admits_nobody_by_itself(catalogue: Catalogue) -> None:
    person: Person = {"comune": Choice(frozenset({"bresso"})), "lavoro": Marks(frozenset({"difficolta-economica"}))}
    assert outcome(catalogue, "cinisello-balsamo/servizio-adi", person) == "da_verificare"
    assert outcome(catalogue, "cinisello-balsamo/servizio-adi", {"lavoro": Marks(), "casa": Marks()}) == "no"
