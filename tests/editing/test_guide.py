"""The editors' guide is current, complete, and a page of the site."""

import re
from pathlib import Path

import pytest

from generator.editing.fields import fields_of
from generator.editing.guide import FILE, TITLES, groups, guide
from generator.editing.schema import MANY_RECORDS, ONE_RECORD
from generator.model.condizione import KINDS as CONDITIONS
from generator.model.record import Record
from generator.model.vocabolario import VOCABULARIES
from generator.reading.problem_kinds import PROBLEM_KINDS
from tests.projects import ROOT

PAGE = ROOT / "content" / FILE
RECORDS: tuple[type[Record], ...] = (
    *ONE_RECORD.values(),
    *MANY_RECORDS.values(),
    *CONDITIONS.values(),
    *groups(),
)


def test_the_committed_guide_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == guide(), "run: ambito guida-ai-campi"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_is_there_with_its_reason_and_an_example(record: type[Record]) -> None:
    rows = guide().splitlines()
    for field in fields_of(record):
        found = [row for row in rows if row.startswith(f"| `{field.name}`") and field.help.replace("|", "\\|") in row]
        assert found, field.name
        assert any(f"`{field.name}: " in row.split(" | ")[-1] for row in found), field.name


def test_every_problem_is_there_with_its_remedy() -> None:
    for kind in PROBLEM_KINDS.values():
        assert kind.remedy, kind.code
        assert f"| `{kind.code}` | {kind.severity} | {kind.explanation} | {kind.remedy} |" in guide()


def test_every_kind_of_file_has_a_heading() -> None:
    assert {*ONE_RECORD, *MANY_RECORDS} - {*TITLES} == {*VOCABULARIES}


def test_every_link_inside_the_guide_leads_to_a_heading() -> None:
    text = guide()
    assert set(re.findall(r"\]\(#([a-z_-]+)\)", text)) <= set(re.findall(r"\{ #([a-z_-]+) \}", text))


def test_the_site_has_the_guide_beside_the_pages_of_the_redazione(base_site: Path) -> None:
    html = (base_site / "redazione/guida-ai-campi/index.html").read_text(encoding="utf-8")
    assert html.count("<table>") > 10
    assert "<code>a_chi_e_rivolto</code>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "guida-ai-campi" not in (base_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "guida-ai-campi" not in (base_site / "dati/ricerca/pagine.json").read_text(encoding="utf-8")
    assert (base_site / "redazione/index.html").is_file()
    assert (base_site / "redazione/valle/index.html").is_file()
