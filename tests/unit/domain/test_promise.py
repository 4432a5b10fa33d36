from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import (
    CustomerClass,
    Promise,
    PromiseKind,
    busy_hours,
    default_busy_threshold,
)


@pytest.mark.parametrize("text", ["share:0.9:10,15,5", "mean:1:8,12.5,4", "share:0.123456789:0,0,0"])
def test_text_survives_a_round_trip(text: str) -> None:
    assert str(Promise.parse(text)) == text


def test_default_is_the_houses_promise() -> None:
    assert Promise.parse("share:0.9:10,15,5") == Promise()


def test_mean_needs_no_level() -> None:
    assert Promise.parse(" Mean : 10, 15 ,5") == Promise(PromiseKind.MEAN, 1.0, 10.0, 15.0, 5.0)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("share", "write kind:level:minutes"),
        ("most:0.9:10,15,5", "'most'"),
        ("share:often:10,15,5", "'often'"),
        ("share:0.9:10,15", "three numbers"),
        ("share:0.9:10,x,5", "three numbers"),
        ("share:0:10,15,5", "above 0"),
        ("share:1.2:10,15,5", "at most 1"),
        ("share:nan:10,15,5", "'nan'"),
        ("share:0.9:10,-15,5", "regular minutes"),
        ("share:10,15,5", "kind:level:minutes"),
    ],
)
def test_a_wrong_text_names_what_to_mend(text: str, named: str) -> None:
    with pytest.raises(InputError, match=named):
        Promise.parse(text)


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Promise.parse("most:often:10,15")
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("customer_class", "busy", "minutes"),
    [
        (CustomerClass.VIP, True, 10),
        (CustomerClass.REGULAR, True, 15),
        (CustomerClass.VIP, False, 5),
        (CustomerClass.REGULAR, False, 5),
    ],
)
def test_limits_by_class_and_hour(customer_class: CustomerClass, busy: bool, minutes: float) -> None:
    assert Promise().wait_limit_minutes(customer_class, busy) == minutes


def test_hours_at_the_threshold_are_busy_and_empty_hours_are_not() -> None:
    assert busy_hours([0, 39.9, 40, 41], 40) == (False, False, True, True)
    assert busy_hours([0, 1], 0) == (False, True)


def test_default_threshold_is_the_median_open_hour() -> None:
    assert default_busy_threshold([20, 36, 54, 60]) == 45
    assert default_busy_threshold([]) == 0
