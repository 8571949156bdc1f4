"""Days, amounts and phones as people read them."""

import datetime
from decimal import Decimal

import pytest

from generator.site.labels import day, dial, euro, in_comune, joined, number


def test_the_first_of_the_month_has_its_mark() -> None:
    assert day(datetime.date(2026, 3, 1)) == "1° marzo 2026"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("190260.60", "190.260,60 euro"),
        ("50000.00", "50.000 euro"),
        ("7", "7 euro"),
        ("1234567.5", "1.234.567,50 euro"),
    ],
)
def test_amounts_have_points_for_thousands_and_a_comma_before_the_cents(amount: str, words: str) -> None:
    assert euro(Decimal(amount)) == words


def test_numbers_have_no_useless_zeros() -> None:
    assert (number(Decimal("6000")), number(Decimal("7.50"))) == ("6.000", "7,5")


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0362 123456", "+390362123456"),
        ("1522", "1522"),
        ("800 290 290", "800290290"),
        ("+39 02 66429727", "+390266429727"),
    ],
)
def test_a_phone_can_be_dialled(written: str, dialled: str) -> None:
    assert dial(written) == dialled


def test_lists_of_names_end_with_and() -> None:
    assert joined(["Meda", "Seveso", "Erba"]) == "Meda, Seveso ed Erba"
    assert in_comune("Albiate") == "ad Albiate"
