"""Kleene's logic, by its tables."""

import pytest

from generator.eligibility.truth import Truth, all_of, any_of, opposite

Y, N, U = Truth.YES, Truth.NO, Truth.UNKNOWN
PAIRS = [(Y, Y), (Y, N), (Y, U), (N, Y), (N, N), (N, U), (U, Y), (U, N), (U, U)]


@pytest.mark.parametrize(("pair", "both"), list(zip(PAIRS, [Y, N, U, N, N, N, U, N, U], strict=True)))
def test_all_of_two(pair: tuple[Truth, Truth], both: Truth) -> None:
    assert all_of(pair) is both


@pytest.mark.parametrize(("pair", "one"), list(zip(PAIRS, [Y, Y, Y, Y, N, U, Y, U, U], strict=True)))
def test_any_of_two(pair: tuple[Truth, Truth], one: Truth) -> None:
    assert any_of(pair) is one


def test_the_opposite_of_what_is_not_known_is_not_known() -> None:
    assert [opposite(one) for one in (Y, N, U)] == [N, Y, U]


def test_all_of_nothing_holds_and_any_of_nothing_does_not() -> None:
    assert all_of(()) is Y
    assert any_of(()) is N
