"""The criteria of the Italian model: the real site meets them, and a fault is seen."""

import io
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.site.conformity.built import BuiltPage, BuiltSite, built_pages, read_page
from generator.site.conformity.report import CRITERIA, NOT_APPLICABLE, results
from generator.site_checking import check_site


def site_of(pages: Iterable[BuiltPage], styles: str = '--aa-font: "Titillium Web"') -> BuiltSite:
    return BuiltSite({page.url: page for page in pages}, styles, ())


@pytest.fixture(scope="module")
def real_pages(real_site: Path) -> list[BuiltPage]:
    return list(built_pages(real_site))


def test_the_real_site_fails_no_criterion(real_pages: list[BuiltPage]) -> None:
    found = results(site_of(real_pages))
    assert {one.code: one.findings[:3] for one in found if one.outcome == "non superato"} == {}


def test_what_does_not_apply_says_why() -> None:
    assert all(reason for _, reason in NOT_APPLICABLE.values())
    assert not set(NOT_APPLICABLE) & set(CRITERIA)


SCHEDA = "servizi/seregno/custodia-sociale/index.html"


@pytest.mark.parametrize(
    ("file", "before", "after", "code", "message"),
    [
        (SCHEDA, '<a href="#how-to">Come fare</a>', "", "C.SI.1.3", "otto voci"),
        (SCHEDA, 'data-element="service-status"', "", "C.SI.1.3", "manca lo stato"),
        (SCHEDA, 'data-element="appointment-booking"', "", "C.SI.2.1", "appuntamento"),
        (SCHEDA, "Dove hai incontrato le maggiori difficoltà?", "Che cosa non va?", "C.SI.2.5/2.6", "parole"),
        (SCHEDA, 'href="#needed"', 'href="#altrove"', "link", "a un punto che non c'è"),
        ("index.html", "Segnala disservizio", "Scrivici", "C.SI.2.4", "non è quello del modello"),
        ("index.html", 'data-element="all-topics"', "", "C.SI.1.5", "argomenti"),
        ("note-legali/index.html", "licenza CC-BY 4.0", "licenza libera", "C.SI.3.4", "licenza"),
    ],
)
def test_a_fault_is_seen(
    real_site: Path, real_pages: list[BuiltPage], file: str, before: str, after: str, code: str, message: str
) -> None:
    html = (real_site / file).read_text(encoding="utf-8")
    assert before in html
    url = file.removesuffix("index.html")
    changed = [page for page in real_pages if page.url != url] + [read_page(url, html.replace(before, after))]
    found = {one.code: one.findings for one in results(site_of(changed))}
    assert any(message in one.message for one in found[code] if one.url in (url, ""))


def test_the_command_says_it_in_words(base_site: Path, tmp_path: Path) -> None:
    told = io.StringIO()
    check_site(base_site, told)
    assert "C.SI.5.2 dominio: non si applica, perché" in told.getvalue()
    broken = shutil.copytree(base_site, tmp_path / "site")
    (broken / "privacy" / "index.html").unlink()
    told = io.StringIO()
    assert check_site(broken, told) == 1
    assert "✗ C.SI.3.3" in told.getvalue()
    assert check_site(tmp_path, io.StringIO()) == 2
