"""A-Z and the other indexes: short enough for a phone, and nothing is lost of what one may look for."""

import re
from pathlib import Path

from generator.site.pages.index_pages import names_apart

LETTER = re.compile(r'<details id="lettera-(\w)">(.*?)</details>', re.DOTALL)
NAME = re.compile(r'<li><a href="([^"]+)">([^<]+)</a>')


def test_a_name_beside_another_of_the_same_scheda_is_left_out() -> None:
    others = ("Affido familiare", "Servizio affidi del Comune", "Famiglie affidatarie", "affido  Familiare dei minori")
    assert names_apart("Servizio Affidi", others) == ["Servizio Affidi", "Affido familiare", "Famiglie affidatarie"]


def test_a_to_z_opens_a_letter_at_a_time_and_has_every_name_under_its_own(base_site: Path) -> None:
    page = (base_site / "a-z/index.html").read_text("utf-8")
    letters = LETTER.findall(page)
    assert len(letters) > 3
    assert [letter for letter, _ in letters] == sorted(letter for letter, _ in letters)
    for letter, content in letters:
        names = NAME.findall(content)
        assert f">{len(names)} nom" in content
        assert all(name.lower().lstrip("«").startswith(letter) for _, name in names), letter


def test_every_scheda_for_citizens_is_in_a_to_z(base_site: Path) -> None:
    listed = {
        url.rstrip("/").rpartition("/")[2] for url, _ in NAME.findall((base_site / "a-z/index.html").read_text("utf-8"))
    }
    assert {"assistenza-domiciliare", "sportello-casa", "casa-rifugio"} <= listed


def test_every_tipologia_with_a_scheda_is_in_its_index_once(base_site: Path) -> None:
    page = (base_site / "tipologie/index.html").read_text("utf-8")
    listed = re.findall(r'<li><a href="\.\./tipologie/([\w-]+)/">', page)
    assert sorted(listed) == sorted(path.parent.name for path in base_site.glob("tipologie/*/index.html"))
