"""Texts that would hurt a typesetter are printed as they are."""

import pytest

from generator.carta.content import Content, Fact, Line, Part, Table
from generator.carta.typesetter import ZERO_WIDTH_SPACE
from tests.carta.making import Desk, Paper

MARKUP = (
    '#set page(paper: "a0")',
    "$ x^2 $ e 5$",
    "*grassetto* e _corsivo_",
    "@riferimento",
    "<etichetta> a < b",
    "= Titolo",
    "\\ \\u{41} C:\\cartella",
    '#import "stile.typ": *',
    "`codice` ~ -- --- [x] {y} // nota /* nota */",
    "\"virgolette\" 'apici' «caporali»",
)
NAMES = ("مركز العائلة", "Центр семьи", "家庭中心", "Ελληνικά", "Đorđe Łukasz Țepeș")


def _with_name(content: Content, name: str) -> Content:
    first = content.sheets[0]
    sheet = first.model_copy(update={"name": name, "brief": name, "provider": name, "state": name})
    return content.model_copy(update={"sheets": (sheet, *content.sheets[1:]), "name": name})


def _printed(base: Desk, content: Content) -> Paper:
    return Paper(base.press.carta(content).pdf)


@pytest.mark.parametrize("text", MARKUP)
def test_typst_markup_is_printed_as_it_is(base: Desk, text: str) -> None:
    paper = _printed(base, _with_name(base.content("valle"), text))
    assert " ".join(text.split()) in paper.text
    assert text in paper.titles
    assert paper.reader.pages[0].mediabox.width == pytest.approx(595.3, abs=0.1)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_every_kind_of_text_breaks_nothing(base: Desk, text: str) -> None:
    content = base.content("valle")
    line = Line(name=text, text=text, note=text, href="https://a.example/?q=%23&x=$")
    part = Part(
        title=text, text=text, lines=(line,), table=Table(title=text, header=(text, text), rows=((text, text),))
    )
    fact = Fact(id="chi", label=text, text=text, lines=(line,), steps=True)
    sheet = content.sheets[0].model_copy(
        update={"facts": (fact, fact.model_copy(update={"id": "costo", "steps": False}))}
    )
    section = content.sections[0].model_copy(update={"title": text, "law": text, "parts": (part,), "missing": (text,)})
    changed = content.model_copy(
        update={
            "sheets": (sheet, *content.sheets[1:]),
            "sections": (section, *content.sections[1:]),
            "glossary": (line,),
            "revisions": (line,),
            "approved": text,
            "short_name": text,
        }
    )
    assert text in _printed(base, changed).titles


@pytest.mark.parametrize("name", NAMES)
def test_names_in_other_scripts_are_shown(base: Desk, name: str) -> None:
    document = base.press.carta(_with_name(base.content("valle"), name))
    assert document.unknown == ""
    assert name in Paper(document.pdf).titles


def test_a_sign_that_no_font_has_is_told_and_does_not_stop_the_press(base: Desk) -> None:
    document = base.press.carta(_with_name(base.content("valle"), "Festa ✨ in piazza"))
    assert document.unknown == "✨"
    assert "Festa � in piazza" in Paper(document.pdf).text


def test_a_title_of_300_characters_stays_on_the_page(base: Desk) -> None:
    words = " ".join(["Servizio di accompagnamento"] * 11)[:300]
    one_word = "a" * 300
    for text in (words, one_word):
        paper = _printed(base, _with_name(base.content("valle"), text))
        assert text in [title.replace(ZERO_WIDTH_SPACE, "") for title in paper.titles]
        assert text.replace(" ", "")[:200] in paper.text.replace(" ", "").replace(ZERO_WIDTH_SPACE, "")
        lines = [line for page in paper.reader.pages for line in page.extract_text().replace(". ", "").splitlines()]
        assert max(map(len, lines)) < 140, "a line longer than this runs off the page"


def test_a_table_of_60_rows_goes_on_with_its_header(base: Desk) -> None:
    content = base.content("valle")
    rows = tuple(
        (f"Riga {number}", "Un testo che va a capo più volte in una cella stretta", "x") for number in range(60)
    )
    part = Part(table=Table(title="Lunga", header=("Uno", "Due", "Tre"), rows=rows))
    section = content.sections[0].model_copy(update={"parts": (part,)})
    paper = _printed(base, content.model_copy(update={"sections": (section, *content.sections[1:])}))
    assert all(f"Riga {number} " in paper.text for number in range(60))
    assert sum("Uno Due Tre" in page for page in paper.pages) > 1


def test_a_carta_without_services_or_address_is_still_a_carta(base: Desk) -> None:
    bare = base.content("valle").model_copy(update={"sheets": (), "needs": (), "site_url": "", "map_svg": ""})
    assert _printed(base, bare).titles
