"""A protected address is nowhere in what is published, in whatever form a file may hold it."""

import base64
import html
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from generator.site.qr import code_of
from tests.projects import BASE, built

SCHEDA = "strutture/valle/casa-rifugio"
SECRETS = {
    "the street": "Vicolo dei Quarzoxilofoni, 73",
    "the code": "20973",
    "the latitude": "45.639271",
    "the longitude": "9.218364",
    "the way there": "Dietro la fermata Zibaldonia",
}
SEDE = """casa-protetta:
  nome: Casa protetta dell'Ambito
  comune: pontelungo
  indirizzo: "{the street}"
  cap: "{the code}"
  coordinate: {{ lat: "{the latitude}", lon: "{the longitude}" }}
  trasporti: {the way there}
  indirizzo_riservato: sì
"""
HOURS = 'sedi: [{ sede: casa-protetta, orari: [{ giorni: [lun], dalle: "09:00", alle: "12:00" }] }]'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, whose refuge has every fact that could tell where it is, and opening hours for a calendar."""
    folder = tmp_path_factory.mktemp("protected")
    catalogue = shutil.copytree(BASE, folder / "given")
    places = catalogue / "valle/sedi.yaml"
    kept = places.read_text("utf-8").split("casa-protetta:")
    rest = re.split(r"^(?=\S)", kept[1], flags=re.MULTILINE)
    body = [line for line in rest[0].splitlines() if re.match(r"  (?:fonti:|  - )", line)]
    places.write_text(kept[0] + SEDE.format(**SECRETS) + "\n".join(body) + "\n" + "".join(rest[1:]), encoding="utf-8")
    scheda = catalogue / "valle/strutture/casa-rifugio.yaml"
    scheda.write_text(scheda.read_text("utf-8").replace("sedi: [{ sede: casa-protetta }]", HOURS), encoding="utf-8")
    return built(folder, catalogue)


def forms(path: Path) -> str:
    """The text of a file, also of a PDF and of what is escaped, encoded or folded in it; small letters."""
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages).casefold()
    raw = path.read_bytes().decode("utf-8", errors="ignore")
    found = [raw, unquote(raw), html.unescape(raw), re.sub(r"\r?\n[ \t]", "", raw)]
    if path.suffix in {".json", ".webmanifest"}:
        found.append(json.dumps(json.loads(raw), ensure_ascii=False))
    found += [
        base64.b64decode(one + "==").decode("utf-8", errors="ignore") for one in re.findall(r";base64,([\w+/]+)", raw)
    ]
    return "\n".join(found).casefold()


def traces(secret: str) -> list[str]:
    """What would give a secret away: the whole, and each of its words that no other text has, without its end."""
    rare = [word[:-2] for word in re.findall(r"[^\W\d]+", secret.casefold()) if len(word) > 9]
    return [secret.casefold(), *rare]


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_a_protected_address_is_in_no_file(site: Path, secret: str) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    assert {".html", ".json", ".xml", ".ics", ".pdf", ".csv"} <= {path.suffix for path in files}
    found = {path.relative_to(site).as_posix() for path in files if any(one in forms(path) for one in traces(secret))}
    assert found == set()


def test_the_same_facts_of_an_open_place_are_found(site: Path) -> None:
    """Else a search that finds nothing would prove nothing."""
    text = {path: forms(path) for path in site.rglob("*") if path.is_file()}
    for suffix in (".html", ".json", ".ics", ".pdf"):
        assert any("via del ponte" in one for path, one in text.items() if path.suffix == suffix), suffix


def test_the_page_of_a_refuge_has_no_map_and_its_codes_lead_to_the_page_alone(site: Path) -> None:
    page = (site / SCHEDA / "index.html").read_text("utf-8")
    assert "geo:" not in page
    address = re.search(r'rel="canonical" href="([^"]+)"', page)
    assert address
    assert code_of(address[1]).path in page
    assert page.count("aa-qr") == 1


def test_the_calendar_says_when_and_not_where(site: Path) -> None:
    calendar = (site / SCHEDA / "calendario.ics").read_text("utf-8")
    assert "DTSTART;TZID=Europe/Rome:20261123T090000" in calendar
    assert "LOCATION" not in calendar
