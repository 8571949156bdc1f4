"""Each section that the law asks for has its content, or says «non ancora definito»."""

import re

import pytest

from generator.carta import gaps
from tests.carta.making import Desk, Paper

SECTIONS = (
    "presentazione",
    "principi",
    "servizi",
    "soggetti",
    "leps",
    "tariffe",
    "standard",
    "diritti-doveri",
    "tutela",
    "rimborsi",
    "partecipazione",
    "rendicontazione",
    "costi",
    "validita",
    "privacy-accessibilita",
)
"""The sections of a Carta dei Servizi: L. 328/2000 art. 13, Dir. PCM 27-1-1994, D.Lgs. 33/2013 art. 32."""


@pytest.mark.parametrize("id", SECTIONS)
def test_a_section_has_its_content_or_says_what_is_missing(id: str, real: Desk, ambito: str, paper: Paper) -> None:
    section = real.content(ambito).section(id)
    assert section.parts or section.missing
    assert section.title in paper.titles
    for what in section.missing:
        assert what in paper.text
    if section.missing:
        assert "Non ancora definito:" in paper.text


def test_what_the_carta_says_is_in_its_sections(base: Desk) -> None:
    content = base.content("valle")
    for id, words in (
        ("presentazione", "riunisce tre Comuni"),
        ("principi", "Ascolto"),
        ("tariffe", "ISEE"),
        ("standard", "Attesa del primo colloquio"),
        ("diritti-doveri", "Avvisare"),
        ("tutela", "30 giorni"),
        ("rimborsi", "I servizi sono gratuiti"),
        ("partecipazione", "Tavolo della Valle"),
        ("rendicontazione", "Aperto uno sportello"),
        ("validita", "Delibera"),
    ):
        assert words in content.section(id).model_dump_json(), id


def test_what_the_carta_does_not_say_is_listed_for_the_editors(base: Desk) -> None:
    missing = {gap.place: gap.missing for gap in gaps.of_sections(base.content("valle"))}
    assert missing["Quanto costano i servizi"] == ("i costi contabilizzati",)
    assert "il Difensore civico" in missing["Suggerimenti, reclami e ricorsi"]
    assert "il valore promesso di «Schede aggiornate da meno di un anno»" in missing["Gli impegni sulla qualità"]
    assert "Se un impegno non è rispettato" not in missing


def test_a_sheet_that_lacks_something_is_listed_with_what_it_lacks(base: Desk) -> None:
    for gap in gaps.of_sheets(base.content("valle")):
        sheet = base.content("valle").sheet(gap.key)
        assert set(gap.missing) - {"chi lo offre"} == {fact.label.lower() for fact in sheet.facts if fact.missing}


def test_no_principle_of_the_law_is_said_without_its_norm(real: Desk, ambito: str) -> None:
    first = real.content(ambito).section("principi").parts[0]
    assert "Direttiva PCM 27 gennaio 1994" in first.text


def test_only_who_offers_a_service_is_among_those_who_offer_it(real: Desk, ambito: str) -> None:
    content = real.content(ambito)
    found = content.section("soggetti")
    assert found.parts[0].table is not None
    providers = {sheet.provider for sheet in content.sheets} - {""}
    assert {row[0] for row in found.parts[0].table.rows} == providers
    unknown = sum(not sheet.provider for sheet in content.sheets)
    assert (f"chi offre {unknown} dei servizi" in found.missing) == bool(unknown)


def test_an_ente_of_many_services_has_their_number_instead_of_a_page_of_names(real: Desk) -> None:
    table = real.content("cinisello-balsamo").section("soggetti").parts[0].table
    assert table is not None
    offered = {row[0]: row[2] for row in table.rows}
    assert re.match(r"\d+ servizi di questa Carta", offered["Azienda Speciale Consortile Insieme per il Sociale"])
    assert max(map(len, offered.values())) < 1000


def test_a_cost_in_the_table_carries_no_markup(base: Desk) -> None:
    tables = [part.table for part in base.content("valle").section("tariffe").parts if part.table]
    costs = {row[0]: row[1] for row in tables[0].rows}
    assert "Le tariffe sono sul sito del Comune." in costs["Assistenza domiciliare"]
