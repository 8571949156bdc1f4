"""Any condition says the same in Python and in the browser, and both refuse what the model refuses."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.eligibility.answers import Answer, Choice, Marks, Person, Span, Spans, plain
from generator.eligibility.conditions import Facts, Ground, rule_of
from generator.eligibility.truth import Truth
from generator.model.condizione import Condizione
from generator.model.guida import Fatto
from generator.model.vocabolario import Soglia
from tests.eligibility.node import answer

MODEL: TypeAdapter[Condizione] = TypeAdapter(Condizione)
TODAY = datetime.date(2026, 11, 21)
COMUNI = ("meda", "seregno", "bresso", "lissone")
WORDS = {"casa": ("sfratto", "casa-popolare"), "lavoro": ("disoccupato",)}
BENEFITS = ("pensione", "misura-b1")
TOGETHER = 150
"""Cases that one start of Node tries."""


def _fatto(id: str, chiave: str, **more: Any) -> Fatto:
    return Fatto.model_validate(
        {"id": id, "nome": id.title(), "chiave": chiave, "domanda": "Chi?", "domanda_altri": "Chi è?", **more}
    )


FATTI = {
    fatto.id: fatto
    for fatto in (
        _fatto("comune", "residenza"),
        _fatto("anni", "eta"),
        _fatto("figli", "eta_dei_figli"),
        _fatto("minori", "figli_minori"),
        _fatto("nucleo", "nucleo"),
        _fatto("isee", "isee"),
        _fatto("invalidita", "invalidita"),
        _fatto("legge", "legge_104"),
        _fatto("accompagnamento", "accompagnamento"),
        _fatto("aiuti", "percepisce", prestazioni=BENEFITS),
        *(_fatto(id, "situazione", situazioni=words) for id, words in WORDS.items()),
    )
}


def _soglia(id: str, valore: str, dal: str, al: str | None) -> Soglia:
    return Soglia.model_validate(
        {"id": id, "nome": id, "valore": valore, "unita": "euro", "dal": dal, "al": al, "fonti": [{"titolo": "Una"}]}
    )


SOGLIE = {
    one.id: one
    for one in (
        _soglia("di-oggi", "9360", "2026-01-01", None),
        _soglia("fino-a-oggi", "6000.50", "2020-01-01", "2026-11-21"),
        _soglia("finita", "7000", "2020-01-01", "2026-11-20"),
        _soglia("futura", "8000", "2026-11-22", None),
    )
}
GROUND = Ground(TODAY, Facts(FATTI), SOGLIE, frozenset(COMUNI[:2]), frozenset(COMUNI[:3]))
PLAIN_GROUND = {
    "today": TODAY.isoformat(),
    "fatti": [
        {"id": one.id, "chiave": one.chiave, "nome": one.nome, "parole": [*one.situazioni, *one.prestazioni]}
        for one in FATTI.values()
    ],
    "soglie": {
        one.id: {
            "nome": one.nome,
            "valore": float(one.valore),
            "dal": one.dal.isoformat(),
            **({"al": one.al.isoformat()} if one.al else {}),
        }
        for one in SOGLIE.values()
    },
    "comuni": list(COMUNI[:2]),
    "comuniOfAmbito": list(COMUNI[:3]),
}

NUMBERS = st.sampled_from([0, 1, 2, 6, 11, 17, 18, 64, 65, 74, 100, 6000.5, 9360, 9360.01])
THRESHOLDS = st.sampled_from([*SOGLIE, "che-non-c-e"])


def _limits(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional={"almeno": values, "al_massimo": values})


def _some(words: tuple[str, ...]) -> st.SearchStrategy[Any]:
    return st.lists(st.sampled_from(words), min_size=1, max_size=3)


LEAVES = st.one_of(
    *(
        st.fixed_dictionaries({key: _limits(NUMBERS)})
        for key in ("eta", "invalidita", "figli_minori", "nucleo", "eta_dei_figli")
    ),
    st.fixed_dictionaries({"isee": _limits(NUMBERS | THRESHOLDS)}),
    st.fixed_dictionaries(
        {"residenza": st.sampled_from(["comuni_della_scheda", "comuni_dell_ambito"]) | _some(COMUNI)}
    ),
    st.fixed_dictionaries({"legge_104": _some(("art3-comma1", "art3-comma3"))}),
    st.fixed_dictionaries({"accompagnamento": st.booleans()}),
    st.fixed_dictionaries({"percepisce": _some((*BENEFITS, "altra"))}),
    st.fixed_dictionaries({"situazione": _some(("sfratto", "casa-popolare", "disoccupato", "altra"))}),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"tutte": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"almeno_una": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"non": inner}),
    ),
    max_leaves=8,
)


def _span(low: float, more: float | None) -> Span:
    start = Decimal(str(low))
    return Span(start, None if more is None else start + Decimal(str(more)))


SPANS = st.builds(_span, NUMBERS, st.sampled_from([0, 0, 0, 1, 5, 0.01, None]))


def _marks(words: tuple[str, ...]) -> st.SearchStrategy[Answer]:
    return st.builds(Marks, st.frozensets(st.sampled_from(words)), st.booleans())


def _choice(words: tuple[str, ...]) -> st.SearchStrategy[Answer]:
    return st.builds(Choice, st.frozensets(st.sampled_from(words), min_size=1, max_size=2))


PEOPLE: st.SearchStrategy[Person] = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("anni", "minori", "nucleo", "isee", "invalidita"), SPANS),
        "figli": st.builds(Spans, st.lists(SPANS, max_size=3).map(tuple)),
        "comune": _choice((*COMUNI, "altrove")),
        "legge": _choice(("nessuno", "art3-comma1", "art3-comma3")),
        "accompagnamento": _choice(("si", "no")),
        "aiuti": _marks(BENEFITS),
        **{id: _marks(words) for id, words in WORDS.items()},
    },
)


def written(tree: Any) -> Any:
    """A condition as the reader hands it to the model: every number is the text that was written."""
    if isinstance(tree, dict):
        return {key: written(item) for key, item in tree.items()}
    if isinstance(tree, list):
        return [written(item) for item in tree]
    return str(tree) if isinstance(tree, int | float) and not isinstance(tree, bool) else tree


def evaluated(tree: Any, person: Person) -> list[str] | None:
    """Truth and reasons as Python has them; None for what the model refuses."""
    try:
        rule = rule_of(MODEL.validate_python(written(tree)), GROUND)
    except ValidationError:
        return None
    truth = rule.truth(person)
    return [str(truth), *(dict.fromkeys(rule.unknown(person)) if truth is Truth.UNKNOWN else ())]


def in_browser(cases: list[tuple[Any, Person]]) -> Any:
    told = [[tree, {fact: plain(one) for fact, one in person.items()}] for tree, person in cases]
    return answer("conditions", {"ground": PLAIN_GROUND, "cases": told})


SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(st.lists(st.tuples(CONDITIONS, PEOPLE), min_size=TOGETHER, max_size=TOGETHER))
def test_any_condition_says_the_same_of_anybody(cases: list[tuple[Any, Person]]) -> None:
    ours = [evaluated(tree, person) for tree, person in cases]
    assert None not in ours
    assert in_browser(cases) == ours


STRANGE: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, -1, 1.555, 10**12, "molti", "Meda", "3abc", "", [], {}, ["Sfratto"], {"eta": {"almeno": 65}}, [[]]]
)
BROKEN = st.one_of(
    STRANGE,
    st.dictionaries(st.sampled_from(["eta", "etta", "tutte", "non", "isee", "__proto__", "toString"]), STRANGE),
    st.builds(lambda one, other: {**one, **other}, LEAVES, LEAVES),
    st.sampled_from(["eta", "isee", "nucleo"]).flatmap(
        lambda key: st.fixed_dictionaries(
            {key: st.dictionaries(st.sampled_from(["almeno", "al_massimo", "al massimo"]), STRANGE | NUMBERS)}
        )
    ),
    st.sampled_from(["residenza", "legge_104", "accompagnamento", "percepisce", "situazione"]).flatmap(
        lambda key: st.fixed_dictionaries({key: STRANGE | st.lists(STRANGE | st.sampled_from(COMUNI), max_size=3)})
    ),
    st.sampled_from(["tutte", "almeno_una"]).flatmap(
        lambda key: st.fixed_dictionaries({key: st.lists(LEAVES | STRANGE, max_size=3)})
    ),
)


@SLOW
@given(st.lists(st.tuples(BROKEN, PEOPLE), min_size=TOGETHER, max_size=TOGETHER))
def test_both_refuse_what_the_model_refuses(cases: list[tuple[Any, Person]]) -> None:
    assert in_browser(cases) == [evaluated(tree, person) for tree, person in cases]


@pytest.mark.parametrize(
    ("limits", "answers"),
    [
        ({"al_massimo": "di-oggi"}, ["si"]),
        ({"al_massimo": "fino-a-oggi"}, ["si"]),
        ({"al_massimo": "finita"}, ["non_so", "soglia:finita"]),
        ({"al_massimo": "futura"}, ["non_so", "soglia:futura"]),
        ({"almeno": 5000, "al_massimo": "finita"}, ["no"]),
    ],
)
def test_a_threshold_only_counts_between_its_days(limits: Any, answers: list[str]) -> None:
    person: Person = {"isee": Span(Decimal(3000), Decimal(3000))}
    assert evaluated({"isee": limits}, person) == answers


def test_what_nobody_asked_is_the_reason() -> None:
    tree = {"tutte": [{"eta": {"almeno": 65}}, {"almeno_una": [{"situazione": ["sfratto", "disoccupato"]}]}]}
    assert evaluated(tree, {}) == ["non_so", "fatto:anni", "fatto:casa", "fatto:lavoro"]
    assert evaluated(tree, {"casa": Marks(frozenset({"sfratto"}))}) == ["non_so", "fatto:anni"]
    assert evaluated(tree, {"anni": Span(Decimal(64), Decimal(64))}) == ["no"]
