"""A frozen edition never changes, and the next one says in sentences what changed."""

import pytest

from generator.carta.changes import changes
from generator.carta.content import Content
from generator.carta.editions import EditionError, extract, freeze, read_editions
from tests.carta.making import Desk


def test_a_frozen_edition_is_read_back_as_it_was(own: Desk) -> None:
    content = own.content("valle")
    file = freeze(content, own.folder)
    assert file == own.folder / "valle" / "edizioni" / "2026.json"
    assert read_editions(own.folder, "valle") == {2026: content}
    assert own.press.carta(content).pdf == own.press.carta(read_editions(own.folder, "valle")[2026]).pdf


def test_an_approved_edition_is_never_overwritten(own: Desk) -> None:
    content = own.content("valle")
    freeze(content, own.folder)
    with pytest.raises(EditionError, match="non si cambia più"):
        freeze(content.model_copy(update={"name": "Altro"}), own.folder)


def test_a_draft_may_be_frozen_again(own: Desk) -> None:
    draft = own.content("valle").model_copy(update={"approved": ""})
    freeze(draft, own.folder)
    freeze(draft.model_copy(update={"name": "Altro"}), own.folder)
    assert read_editions(own.folder, "valle")[2026].name == "Altro"


def test_a_file_that_is_no_edition_is_told(own: Desk) -> None:
    folder = own.folder / "valle" / "edizioni"
    folder.mkdir()
    (folder / "2024.json").write_text('{"anno": 2024}', encoding="utf-8")
    with pytest.raises(EditionError, match=r"2024\.json"):
        read_editions(own.folder, "valle")


def test_an_extract_of_a_frozen_edition_keeps_only_its_comune(own: Desk) -> None:
    content = own.content("valle")
    found = extract(content, "sasso-alto", "Sasso Alto")
    assert found.comune == "Sasso Alto"
    assert {sheet.key for sheet in found.sheets} == {
        one.key for one in content.sheets if "sasso-alto" in one.comune_ids
    }


def _cost(content: Content, text: str) -> Content:
    first = content.sheets[0]
    facts = tuple(fact.model_copy(update={"text": text}) if fact.id == "costo" else fact for fact in first.facts)
    sheet = first.model_copy(update={"facts": facts})
    return content.model_copy(update={"sheets": (sheet, *content.sheets[1:])})


def test_no_change_gives_no_sentence(base: Desk) -> None:
    assert changes(base.content("valle"), base.content("valle")) == ()


def test_a_service_that_comes_or_goes_is_said(base: Desk) -> None:
    content = base.content("valle")
    name = content.sheets[0].name
    fewer = content.model_copy(update={"sheets": content.sheets[1:]})
    assert changes(fewer, content) == (f"C'è un servizio in più: «{name}».",)
    assert changes(content, fewer) == (f"Non c'è più il servizio «{name}».",)


def test_a_cost_that_changes_is_said_with_both_values(base: Desk) -> None:
    content = base.content("valle")
    name = content.sheets[0].name
    assert changes(_cost(content, "Gratuito."), _cost(content, "5 euro.")) == (
        f"«{name}», quanto costa: prima «Gratuito», ora «5 euro».",
    )
    assert changes(_cost(content, ""), _cost(content, "5 euro.")) == (
        f"«{name}», quanto costa: prima non era definito, ora sì.",
    )


def test_a_section_that_is_defined_at_last_is_said(base: Desk) -> None:
    content = base.content("valle")
    costs = content.section("costi")
    defined = costs.model_copy(update={"missing": ()})
    after = content.model_copy(
        update={"sections": tuple(defined if one.id == "costi" else one for one in content.sections)}
    )
    assert changes(content, after) == ("«Quanto costano i servizi»: ora è definito i costi contabilizzati.",)


def test_a_sentence_carries_words_not_markup(base: Desk) -> None:
    content = base.content("valle")
    before, after = _cost(content, "Vedi il [sito](https://a.example/x)."), _cost(content, "**5 euro** all'ora.")
    name = content.sheets[0].name
    assert changes(before, after) == (f"«{name}», quanto costa: prima «Vedi il sito», ora «5 euro all'ora».",)
