"""The one thing to do now: never a call to what is not there, never a way that does not exist."""

from pathlib import Path

import pytest

from generator.catalogue import Catalogue, relate
from generator.clock import today
from generator.model.contatto import Accesso, Contatto
from generator.reading.reading import read_catalogue
from generator.site.cards import Contact, contact
from generator.site.labels import Labels
from generator.site.page import Link
from generator.site.pages.actions import Action, primary_action, sharing
from tests.projects import BASE

DESK = Link("Segretariato sociale", "servizi/valle/segretariato-sociale/")
PHONE = Contatto(tipo="telefono", valore="0362 123456")
MAIL = Contatto(tipo="email", valore="casa@valle.example.it")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return relate(read_catalogue(Path(BASE), today()), today())


def first_step(
    catalogue: Catalogue,
    *,
    contacts: tuple[Contatto, ...] = (),
    address: str = "",
    desk: Link | None = DESK,
    **facts: object,
) -> Action:
    scheda = catalogue.schede["valle/assistenza-domiciliare"].model_copy(
        update={"stato": "attivo", "accesso": None, "gestore": None, "titolare": None, **facts}
    )
    shown: tuple[Contact, ...] = tuple(contact(one, Labels({})) for one in contacts)
    return primary_action(scheda, shown, address, desk, catalogue)


def test_a_phone_is_called(catalogue: Catalogue) -> None:
    found = first_step(catalogue, contacts=(MAIL, PHONE), address="Piazza Roma, 1")
    assert (found.label, found.href) == ("Chiama 0362 123456", "tel:+390362123456")


def test_without_a_phone_one_writes(catalogue: Catalogue) -> None:
    assert first_step(catalogue, contacts=(MAIL,)).href == "mailto:casa@valle.example.it"


def test_with_an_address_only_one_goes(catalogue: Catalogue) -> None:
    found = first_step(catalogue, address="Piazza Roma, 1")
    assert (found.kind, found.note) == ("luogo", "Piazza Roma, 1")


def test_an_application_in_line_comes_before_a_call(catalogue: Catalogue) -> None:
    access = Accesso(online="https://www.comune.example.it/domanda")
    assert first_step(catalogue, contacts=(PHONE,), accesso=access).kind == "modulo"


def test_who_must_be_sent_by_someone_asks_the_desk(catalogue: Catalogue) -> None:
    found = first_step(catalogue, contacts=(PHONE,), accesso=Accesso(diretto=False))
    assert (found.href, found.inside) == (DESK.url, True)
    assert "serve che qualcuno ti invii" in found.note


@pytest.mark.parametrize("state", ["previsto", "proposta", "sospeso", "concluso"])
def test_what_cannot_be_had_today_is_only_asked_about(catalogue: Catalogue, state: str) -> None:
    assert first_step(catalogue, contacts=(PHONE,), stato=state).kind == "domanda"


def test_with_nothing_known_one_asks_the_desk_or_finds_ones_comune(catalogue: Catalogue) -> None:
    assert first_step(catalogue).href == DESK.url
    assert first_step(catalogue, desk=None).href == "comuni/"


def test_a_shared_scheda_carries_name_phone_and_address(catalogue: Catalogue) -> None:
    found = sharing(catalogue.schede["valle/sportello-casa"], "800 000000", "https://valle.example.it/")
    assert found.address == "https://valle.example.it/sportelli/valle/sportello-casa/"
    assert found.sms == (
        "sms:?&body=Sportello%20Casa%2C%20tel.%20800%20000000%0Ahttps%3A//valle.example.it/sportelli/valle/sportello-casa/"
    )
