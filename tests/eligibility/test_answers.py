"""Answers as editors write them, and what follows from them."""

from decimal import Decimal

import pytest

from generator.eligibility.answers import AnswerError, Choice, Marks, Span, Spans, answer_of, known, plain
from generator.model.guida import Fatto


def fatto(chiave: str, **more: object) -> Fatto:
    return Fatto.model_validate(
        {"id": "prova", "nome": "Prova", "chiave": chiave, "domanda": "Chi?", "domanda_altri": "Chi è?", **more}
    )


def span(low: float, high: float | None) -> Span:
    return Span(Decimal(str(low)), None if high is None else Decimal(str(high)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("82", span(82, 82)),
        ("da 18 a 64", span(18, 64)),
        ("18-64", span(18, 64)),
        ("almeno 65", span(65, None)),
        ("al massimo 17", span(0, 17)),
        ("3000,50", span(3000.5, 3000.5)),
    ],
)
def test_a_number_may_be_exact_or_not(written: str, meant: Span) -> None:
    assert answer_of(fatto("isee"), [written]) == meant


@pytest.mark.parametrize("written", [["molti"], ["18", "20"], [], ["-5"], ["65 o più"]])
def test_what_is_not_a_number_is_refused(written: list[str]) -> None:
    with pytest.raises(AnswerError):
        answer_of(fatto("eta"), written)


def test_children_are_several_numbers_or_none() -> None:
    assert answer_of(fatto("eta_dei_figli"), ["4", "da 8 a 10"]) == Spans((span(4, 4), span(8, 10)))
    assert answer_of(fatto("eta_dei_figli"), ["nessuno"]) == Spans()


def test_ticked_words_say_that_the_others_do_not_hold_unless_unsure() -> None:
    casa = fatto("situazione", situazioni=["sfratto", "casa-popolare"])
    assert answer_of(casa, ["sfratto"]) == Marks(frozenset({"sfratto"}), True)
    assert answer_of(casa, ["sfratto", "non-so"]) == Marks(frozenset({"sfratto"}), False)
    assert answer_of(casa, ["nessuno"]) == Marks()
    with pytest.raises(AnswerError):
        answer_of(casa, ["villa"])


def test_a_choice_may_not_say_which() -> None:
    assert answer_of(fatto("residenza"), ["meda", "seveso"]) == Choice(frozenset({"meda", "seveso"}))


def test_the_ages_of_the_children_say_whether_some_are_minors() -> None:
    fatti = {"figli": fatto("eta_dei_figli"), "minori": fatto("figli_minori")}
    assert known({"figli": Spans((span(4, 4), span(20, 20)))}, fatti)["minori"] == span(1, None)
    assert known({"figli": Spans((span(20, 30),))}, fatti)["minori"] == span(0, 0)
    assert known({"figli": Spans()}, fatti)["minori"] == span(0, 0)
    assert "minori" not in known({"figli": Spans((span(16, 25),))}, fatti)


def test_the_ages_of_the_children_count_against_another_answer_on_how_many() -> None:
    fatti = {"figli": fatto("eta_dei_figli"), "minori": fatto("figli_minori")}
    two = Spans((span(4, 4), span(8, 10)))
    assert known({"figli": two, "minori": span(0, None)}, fatti)["minori"] == span(2, None)
    assert known({"figli": two, "minori": span(1, 3)}, fatti)["minori"] == span(2, 3)
    assert known({"figli": two, "minori": span(0, 1)}, fatti)["minori"] == span(2, None)
    assert known({"figli": Spans(), "minori": span(2, 2)}, fatti)["minori"] == span(0, 0)
    assert known({"figli": Spans((span(16, 25),)), "minori": span(1, 1)}, fatti)["minori"] == span(1, 1)


def test_answers_as_the_browser_reads_them() -> None:
    assert plain(span(18, None)) == [18, None]
    assert plain(Spans((span(4, 4.5),))) == [[4, 4.5]]
    assert plain(Choice(frozenset({"si"}))) == {"uno": ["si"]}
    assert plain(Marks(frozenset({"b", "a"}), False)) == {"si": ["a", "b"], "altri": "non_so"}
