"""The leaflet of a Comune and the poster of a service: one page each, nothing unknown printed as a hole."""

import pytest

from generator.carta.paper import leaflet_data, poster_data
from tests.carta.making import Desk, Paper


def test_every_comune_has_a_leaflet_of_one_page(real: Desk) -> None:
    for comune in real.context.catalogue.comuni.values():
        document = real.press.leaflet(comune.id, real.context)
        assert document.pages == 1
        paper = Paper(document.pdf)
        assert paper.reader.pages[0].mediabox.width > paper.reader.pages[0].mediabox.height
        assert comune.nome in paper.text
        assert "non ancora definito" not in paper.text.lower()


def test_a_leaflet_has_phones_desks_hours_and_a_code_for_each_need(base: Desk) -> None:
    data = leaflet_data("valdirose", base.context)
    text = Paper(base.press.leaflet("valdirose", base.context).pdf).text
    assert data["needs"]
    assert data["desks"]
    assert "030 1234567" in text
    for need in data["needs"]:
        assert need["qr"]
        assert need["name"] in text


@pytest.mark.parametrize("key", ["seregno/custodia-sociale", "cinisello-balsamo/segretariato-sociale-comuni"])
def test_a_poster_is_one_page_with_the_name_and_the_code(real: Desk, key: str) -> None:
    scheda = real.context.catalogue.schede[key]
    document = real.press.poster(scheda, real.context)
    assert document.pages == 1
    paper = Paper(document.pdf)
    assert scheda.nome in paper.text
    assert any(tag["/S"] == "/Figure" and scheda.nome in str(tag["/Alt"]) for tag in paper.tags())


def test_a_poster_prints_no_row_for_what_is_unknown(real: Desk) -> None:
    for scheda in real.context.catalogue.by_ambito["seregno"]:
        data = poster_data(scheda, real.context)
        assert all(row["text"] for row in data["rows"])
        assert real.press.poster(scheda, real.context).pages == 1
