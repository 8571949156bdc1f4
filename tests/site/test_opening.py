"""«Aperto ora»: one function in two languages, on one table of cases."""

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clock import ROME
from generator.model.contatto import WEEKDAYS, Orario
from generator.site.holidays import italian_holidays
from generator.site.opening import for_the_browser, state_at
from tests.search.node import answer

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "opening.yaml").read_text("utf-8"))
HOLIDAYS = italian_holidays(2026, 2)
BY_NAME = {str(day): name for day, name in HOLIDAYS.items()}


def hours_of(case: dict[str, Any]) -> list[Orario]:
    return [Orario.model_validate(one) for one in case["orari"]]


def expected(case: dict[str, Any]) -> dict[str, str]:
    found = {key: case.get(key, "") for key in ("stato", "fino", "apre", "perche")}
    return dict(zip(("state", "until", "opens", "reason"), found.values(), strict=True))


def in_javascript(cases: list[tuple[list[Orario], str, str]], moments: tuple[str, ...] = ()) -> dict[str, Any]:
    asked = [[for_the_browser(hours), day, time] for hours, day, time in cases]
    found: dict[str, Any] = answer("../site/opening.mjs", {"cases": asked, "holidays": BY_NAME, "moments": moments})
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["caso"] for case in CASES])
def test_python_answers_as_the_table_says(case: dict[str, Any]) -> None:
    found = state_at(hours_of(case), datetime.date.fromisoformat(case["giorno"]), case["ora"], HOLIDAYS)
    assert asdict(found) == expected(case)


def test_javascript_answers_as_the_table_says() -> None:
    found = in_javascript([(hours_of(case), case["giorno"], case["ora"]) for case in CASES])
    assert found["states"] == [expected(case) for case in CASES]


def test_both_agree_on_any_hours() -> None:
    times = st.integers(0, 24).map(lambda hour: f"{hour:02}:00")
    days = st.dates(datetime.date(2026, 11, 1), datetime.date(2027, 1, 31))

    def slot(
        giorni: list[Any], ends: tuple[str, str], dates: tuple[Any, Any], booked: bool, note: str | None
    ) -> Orario:
        return Orario(
            giorni=tuple(giorni),
            dalle=min(ends),
            alle=max(ends) if ends[0] != ends[1] else "24:00",
            dal=dates[0],
            al=dates[1],
            su_appuntamento=booked,
            nota=note,
        )

    slots = st.builds(
        slot,
        st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7, unique=True),
        st.tuples(times, times),
        st.tuples(st.none() | days, st.none() | days),
        st.booleans(),
        st.sampled_from([None, None, "Chiuso in agosto"]),
    )
    asked: list[tuple[list[Orario], str, str]] = []

    @settings(max_examples=300, database=None, deadline=None)
    @given(st.lists(slots, max_size=5), days, st.integers(0, 23))
    def collect(hours: list[Orario], day: datetime.date, hour: int) -> None:
        asked.append((hours, str(day), f"{hour:02}:30"))

    collect()
    made = in_javascript(asked)["states"]
    assert made == [
        asdict(state_at(hours, datetime.date.fromisoformat(day), time, HOLIDAYS)) for hours, day, time in asked
    ]


def test_the_clock_is_that_of_rome_in_summer_and_in_winter() -> None:
    moments = ("2026-07-01T22:30:00Z", "2026-12-31T23:30:00Z", "2026-11-22T08:05:00Z", "2026-03-29T01:00:00Z")
    rome = [datetime.datetime.fromisoformat(one).astimezone(ROME) for one in moments]
    assert in_javascript([], moments)["moments"] == [[f"{one:%Y-%m-%d}", f"{one:%H:%M}"] for one in rome]


def test_the_sentences_say_when() -> None:
    morning = [Orario(giorni=("lun", "mar"), dalle="09:00", alle="12:30")]
    told = in_javascript(
        [
            (morning, day, time)
            for day, time in (("2026-11-23", "10:00"), ("2026-11-23", "13:00"), ("2026-11-25", "9:00"))
        ]
    )["sentences"]
    assert told == [
        "Aperto ora, fino alle 12:30",
        "Chiuso ora. Apre domani alle 9:00",
        "Chiuso ora. Apre lunedì alle 9:00",
    ]


def test_the_feast_of_saint_francis_is_a_holiday_again_from_2026() -> None:
    assert datetime.date(2026, 10, 4) in HOLIDAYS
    assert datetime.date(2026, 4, 6) in HOLIDAYS  # Easter Monday moves
