"""The web pages of the Carta."""

import re
from html import unescape
from pathlib import Path

import pytest

from generator.carta.content import Measure
from generator.site.pages.carta_chart import BARS, NAME, WORDS, chart
from tests.carta.making import Desk
from tests.carta.test_sections import SECTIONS

LAW = ("Per chi è", "Come si chiede", "Dove e quando", "Tempi", "Quanto costa", "Impegni sulla qualità", "Reclami")


def _html(site: Path, *pieces: str) -> str:
    return (site / "carta" / Path(*pieces) / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", SECTIONS)
def test_every_section_of_the_law_is_on_the_page(real_site: Path, ambito: str, id: str) -> None:
    assert f'data-sezione="{id}"' in _html(real_site, ambito)


def test_every_service_says_what_the_law_asks(real_site: Path, real: Desk, ambito: str) -> None:
    sheets = re.findall(r'data-scheda-carta="([^"]+)">(.*?)</article>', _html(real_site, ambito, "servizi"), re.DOTALL)
    assert sorted(key for key, _ in sheets) == sorted(sheet.key for sheet in real.content(ambito).sheets)
    for key, html in sheets:
        assert all(f"<dt>{label}</dt>" in html for label in LAW), key


def test_the_pdf_is_linked_with_its_pages_and_size(real_site: Path, ambito: str) -> None:
    found = re.search(r'href="([^"]+\.pdf)"[^>]*>[^<]*\((\d+) pagin[ae], (\d+) kB\)', _html(real_site, ambito))
    assert found
    file = (real_site / "carta" / ambito / found[1]).resolve()
    assert round(file.stat().st_size / 1000) == int(found[3])


def test_the_carta_is_reached_from_the_home_the_ambito_and_the_foot_of_every_page(real_site: Path, ambito: str) -> None:
    assert 'carta/"' in (real_site / "index.html").read_text(encoding="utf-8")
    page = (real_site / "ambiti" / ambito / "index.html").read_text(encoding="utf-8")
    assert f'carta/{ambito}/"' in page
    assert 'carta/"' in page.partition("<footer")[2]


def test_the_report_shows_promised_and_reached_in_a_table_and_a_chart(base_site: Path) -> None:
    html = _html(base_site, "valle", "relazione")
    assert "<svg" in html
    assert "Attesa del primo colloquio: promesso 15 giorni, raggiunto nel 2025 18 giorni" in html
    assert "2024: 21; 2025: 18" in html
    assert "92,5 %" in html
    assert "Aperto uno sportello il sabato" in html


def test_the_complaint_form_sends_nothing(real_site: Path, ambito: str) -> None:
    html = _html(real_site, ambito, "reclamo")
    form = html.partition("aa-carta__form")[2].partition("</section>")[0]
    assert "Che cosa è successo" in form
    assert not re.search(r"<(form|input|textarea|button)", form)


@pytest.mark.parametrize("id", SECTIONS)
def test_a_section_says_on_the_page_what_is_not_defined(real_site: Path, real: Desk, ambito: str, id: str) -> None:
    section = real.content(ambito).section(id)
    html = unescape(_html(real_site, ambito).partition(f'data-sezione="{id}"')[2].partition("</section>")[0])
    assert ("Non ancora definito:" in html) == bool(section.missing)
    assert "; ".join(section.missing) in html
    assert all(part.title in html for part in section.parts)


def test_words_beside_a_bar_never_leave_the_chart() -> None:
    measure = Measure(
        whose="Tutti i servizi",
        dimension="tempestività",
        indicator="Giorni che passano in media " * 5,
        unit="giorni lavorativi dalla domanda completa",
        promised="15",
        reached=(("2025", "999999999"),),
    )
    found = chart([measure])
    assert found is not None
    pair = found.pairs[0]
    assert max(pair.promised_width, pair.reached_width) == BARS
    assert len(pair.name) <= NAME
    assert max(len(pair.promised), len(pair.reached)) <= WORDS
    assert "15 giorni lavorativi dalla domanda completa" in found.words
