"""The rule of the holidays against the library that knows those of the whole world."""

import datetime

from holidays.countries.italy import Italy

from generator.site.holidays import italian_holidays


def test_the_rule_gives_the_holidays_of_the_library() -> None:
    found: dict[datetime.date, str] = Italy(years=range(2020, 2051), language="it_IT")  # type: ignore[no-untyped-call]
    assert italian_holidays(2020, 31) == dict(found)


def test_the_days_are_in_order() -> None:
    days = list(italian_holidays(2026, 2))
    assert days == sorted(days)
    assert {day.year for day in days} == {2026, 2027}
