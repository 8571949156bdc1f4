"""The printed Carta, read back from the PDF."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.site.urls import file_of
from tests.carta.making import SITE, TODAY, Desk, Paper

PLACEHOLDER = "�"


def test_it_is_tagged_and_says_its_language_title_and_standard(paper: Paper, real: Desk, ambito: str) -> None:
    assert paper.root["/MarkInfo"]["/Marked"]
    assert str(paper.root["/Lang"]).startswith("it")
    assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.reader.metadata is not None
    assert real.context.catalogue.ambiti[ambito].nome in (paper.reader.metadata.title or "")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.root["/Metadata"].get_data()


def test_every_font_is_embedded(paper: Paper) -> None:
    resources: list[Any] = [page["/Resources"] for page in paper.reader.pages]
    fonts = {
        str(font["/BaseFont"]): font
        for one in resources
        for font in (found.get_object() for found in one.get("/Font", {}).values())
    }
    assert fonts
    for name, font in fonts.items():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), name


def test_bookmarks_are_the_sections_the_needs_and_the_services_in_order(paper: Paper, real: Desk, ambito: str) -> None:
    content = real.content(ambito)
    sections = [section.title for section in content.sections]
    assert [title for title in paper.titles if title in sections] == sections
    names = [content.sheet(key).name for need in content.needs for key in need.keys]
    assert [title for title in paper.titles if title in set(names)] == names


def test_every_active_scheda_is_there_once(paper: Paper, real: Desk, ambito: str) -> None:
    schede = real.context.catalogue.by_ambito[ambito]
    active = [one for one in schede if one.stato == "attivo"]
    for scheda in active:
        if "cittadini" in scheda.pubblico:
            same = sum(one.nome == scheda.nome for one in schede if one.stato in {"attivo", "in_avvio"})
            assert paper.titles.count(scheda.nome) == same, scheda.nome
        else:
            assert scheda.nome in paper.text, scheda.nome


def test_every_link_leads_somewhere(paper: Paper, real_site: Path) -> None:
    found = list(paper.links())
    names = set(paper.reader.named_destinations)
    assert found
    assert not [target for kind, target in found if kind == "other"]
    for kind, target in found:
        if kind == "dest" and not target.startswith("["):
            assert target.lstrip("/") in names or target in names, target
        elif kind == "uri" and target.startswith(SITE):
            assert (real_site / file_of(target.removeprefix(SITE))).is_file(), target
        elif kind == "uri":
            assert re.match(r"(https?://|mailto:|tel:)", target), target


def test_images_have_a_text_instead(paper: Paper) -> None:
    figures = [tag for tag in paper.tags() if tag["/S"] == "/Figure"]
    assert figures
    assert all(str(tag.get("/Alt", "")) for tag in figures)


def test_headings_go_down_one_level_at_a_time(paper: Paper) -> None:
    levels = [int(str(tag["/S"])[2:]) for tag in paper.tags() if re.fullmatch(r"/H\d", str(tag["/S"]))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_page_is_empty_and_no_sign_is_missing(paper: Paper) -> None:
    assert all(len(page) > 80 for page in paper.pages[1:])
    assert PLACEHOLDER not in paper.text


def test_no_page_ends_with_a_heading(paper: Paper, real: Desk, ambito: str) -> None:
    content = real.content(ambito)
    headings = {section.title for section in content.sections} | {need.name for need in content.needs}
    for page in paper.pages[2:]:
        body = re.sub(r"Aggiornata al .*? \d+ di \d+$", "", page).strip()
        assert not any(body.endswith(heading) for heading in headings), body[-80:]


def test_the_contents_give_the_page_of_each_section(paper: Paper, real: Desk, ambito: str) -> None:
    contents = paper.pages[1]
    last = 0
    for section in real.content(ambito).sections:
        found = re.search(rf"{re.escape(section.title)} [. ⁠]*(\d+)", contents)
        assert found, section.title
        number = int(found[1])
        assert section.title in paper.pages[number - 1]
        assert number >= last
        last = number


def test_a_sheet_is_read_in_its_order(paper: Paper, real: Desk, ambito: str) -> None:
    for sheet in real.content(ambito).sheets:
        at = paper.text.index(f"{sheet.name} {sheet.kind}")
        labels = [fact.label for fact in sheet.facts if not fact.missing]
        places = [paper.text.index(label, at) for label in (*labels, "Reclami")]
        assert places == sorted(places), sheet.name


def test_a_sheet_names_what_is_not_defined(paper: Paper, real: Desk, ambito: str) -> None:
    for sheet in real.content(ambito).sheets:
        at = paper.text.index(f"{sheet.name} {sheet.kind}")
        missing = [fact.label for fact in sheet.facts if fact.missing]
        if missing:
            said = paper.text[paper.text.index("Non ancora definito", at) :][:400].lower()
            assert all(label.lower() in said for label in missing), sheet.name


def test_the_same_content_gives_the_same_bytes(real: Desk) -> None:
    content = real.content("seregno")
    one, other = real.press.carta(content), real.press.carta(content)
    assert one == other
    assert one.pages == len(Paper(one.pdf).reader.pages)


def test_a_pdf_of_the_same_content_is_not_made_again(base: Desk, tmp_path: Path) -> None:
    content = base.content("valle")
    first = base.press.carta(content)
    old = tmp_path / "carta.pdf"
    old.write_bytes(first.pdf + b"%touched")
    assert base.press.carta(content, old).pdf.endswith(b"%touched")
    later = content.model_copy(update={"day": TODAY.replace(day=22)})
    assert not base.press.carta(later, old).pdf.endswith(b"%touched")


def test_an_extract_has_only_what_holds_in_its_comune(real: Desk) -> None:
    extract = real.content("seregno", "meda")
    here = {f"{one.ambito}/{one.id}" for one in real.context.catalogue.by_comune["meda"]}
    assert {sheet.key for sheet in extract.sheets} <= here
    printed = Paper(real.press.carta(extract).pdf)
    assert "Estratto per chi abita a Meda" in printed.pages[0]
    assert "Custodia sociale" not in printed.titles


def test_the_protected_address_is_on_no_page(base_paper: Paper, base: Desk) -> None:
    hidden = [
        one.indirizzo for one in base.context.catalogue.sedi.values() if one.indirizzo_riservato and one.indirizzo
    ]
    assert hidden
    assert not [address for address in hidden if address in base_paper.text]
