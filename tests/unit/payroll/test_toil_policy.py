from datetime import date
from fractions import Fraction

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import NEVER, LotKind
from shiftbid.payroll.toil_policy import LotTerms, Outcome, Rounding, ToilPolicy, Validity


@pytest.mark.parametrize(
    ("validity", "earned", "last"),
    [
        (Validity(months=6), date(2026, 3, 2), date(2026, 9, 2)),
        (Validity(months=6), date(2026, 8, 31), date(2027, 2, 28)),
        (Validity(months=6), date(2027, 8, 31), date(2028, 2, 29)),
        (Validity(months=12), date(2026, 12, 15), date(2027, 12, 15)),
        (Validity(months=1, days=1), date(2026, 12, 31), date(2027, 2, 1)),
        (Validity(days=180), date(2026, 1, 5), date(2026, 7, 4)),
        (Validity(), date(2026, 1, 5), NEVER),
    ],
)
def test_minutes_last_for_months_and_days_and_a_short_month_gives_its_last_day(
    validity: Validity, earned: date, last: date
) -> None:
    assert validity.last_day(earned) == last


@pytest.mark.parametrize(("rounding", "minutes"), [(Rounding.DOWN, 15), (Rounding.NEAREST, 30), (Rounding.UP, 30)])
def test_earned_minutes_are_rounded_once_to_whole_steps(rounding: Rounding, minutes: int) -> None:
    policy = overtime_at(Fraction(3, 2), step_minutes=15, rounding=rounding)
    assert policy.earned_minutes(LotKind.OVERTIME, 16) == minutes  # 24 minutes
    assert policy.earned_minutes(LotKind.OVERTIME, 20) == 30


def test_every_minute_counts_where_the_policy_names_no_step() -> None:
    terms = {LotKind.OVERTIME: LotTerms(Fraction(1), Validity(), Outcome.PAYOUT, Outcome.PAYOUT)}
    assert ToilPolicy("HOUSE", terms).earned_minutes(LotKind.OVERTIME, 61) == 61


def test_halves_round_up_and_less_than_half_down() -> None:
    policy = overtime_at(Fraction(1), step_minutes=10, rounding=Rounding.NEAREST)
    assert [policy.earned_minutes(LotKind.OVERTIME, worked) for worked in (4, 5, 6, 14)] == [0, 10, 10, 10]


def test_a_kind_that_is_not_granted_earns_nothing_and_says_what_is_granted() -> None:
    with pytest.raises(InputError, match="grants no time off for holiday_work; it grants overtime"):
        overtime_at(Fraction(1)).earned_minutes(LotKind.HOLIDAY_WORK, 60)


def overtime_at(rate: Fraction, step_minutes: int = 1, rounding: Rounding = Rounding.DOWN) -> ToilPolicy:
    terms = {LotKind.OVERTIME: LotTerms(rate, Validity(), Outcome.PAYOUT, Outcome.PAYOUT)}
    return ToilPolicy("HOUSE", terms, step_minutes=step_minutes, rounding=rounding)
