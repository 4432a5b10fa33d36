from __future__ import annotations

from collections.abc import Callable
from datetime import date

from shiftbid.domain.shift import Shift
from shiftbid.payroll.hour_class import HourClass
from shiftbid.payroll.japan_premiums import JapanPremiums, PremiumFacts, japan_premiums, undesignated_rest_days
from shiftbid.rules.pay_book import load_pay

ShiftAt = Callable[..., Shift]
TOKYO = "Asia/Tokyo"
PAY = load_pay("JP", date(2026, 3, 2))
LIMITS = JapanPremiums.of(PAY)


def _hours(shifts: list[Shift], facts: PremiumFacts | None = None, limits: JapanPremiums = LIMITS) -> dict[str, float]:
    split = japan_premiums(shifts, limits, facts or PremiumFacts(), TOKYO)
    return {hour_class.value: minutes / 60 for hour_class, minutes in split.items() if minutes}


def test_day_then_week(shift_at: ShiftAt) -> None:
    week = [shift_at(f"2026-03-0{day} 09:00-17:00", zone=TOKYO) for day in range(2, 7)]
    assert _hours(week) == {"normal": 40}
    assert _hours([*week, shift_at("2026-03-07 09:00-12:00", zone=TOKYO)]) == {"normal": 40, "ot25": 3}
    long_days = [shift_at(f"2026-03-0{day} 09:00-19:00", zone=TOKYO) for day in range(2, 7)]
    assert _hours(long_days) == {"normal": 40, "ot25": 10}


def test_small_shops_have_a_week_of_44_hours(shift_at: ShiftAt) -> None:
    week = [shift_at(f"2026-03-0{day} 09:00-17:00", zone=TOKYO) for day in range(2, 8)]
    assert _hours(week) == {"normal": 40, "ot25": 8}
    assert _hours(week, limits=JapanPremiums.of(PAY, small_shop=True)) == {"normal": 44, "ot25": 4}


def test_overtime_above_60_hours_of_the_month(shift_at: ShiftAt) -> None:
    day = [shift_at("2026-03-02 09:00-20:00", zone=TOKYO)]
    before = {minutes: PremiumFacts(overtime_before={date(2026, 3, 1): minutes}) for minutes in (3420, 3480, 3660)}
    assert _hours(day, before[3420]) == {"normal": 8, "ot25": 3}
    assert _hours(day, before[3480]) == {"normal": 8, "ot25": 2, "ot50": 1}
    assert _hours(day, before[3660]) == {"normal": 8, "ot50": 3}


def test_rest_day_work_is_no_overtime(shift_at: ShiftAt) -> None:
    facts = PremiumFacts(rest_days=frozenset({date(2026, 3, 8)}))
    assert _hours([shift_at("2026-03-08 09:00-19:00", zone=TOKYO)], facts) == {"rest35": 10}


def test_night_comes_on_top(shift_at: ShiftAt) -> None:
    night = shift_at("2026-03-02 20:00-06:00", "00:00/60/unpaid", zone=TOKYO)
    assert _hours([night]) == {"normal": 8, "ot25": 1, "night25": 6}
    early = shift_at("2026-03-03 04:00-12:00", zone=TOKYO)
    assert _hours([early])["night25"] == 1
    assert HourClass.NIGHT_PLUS_25.value not in _hours([shift_at("2026-03-03 05:00-13:00", zone=TOKYO)])


def test_sums_told_without_shifts() -> None:
    weeks = PremiumFacts(told_weeks={date(2026, 3, 8): 2700, date(2026, 3, 15): 2400})
    assert _hours([], weeks) == {"normal": 80, "ot25": 5}
    late = PremiumFacts(told_weeks={date(2026, 3, 8): 2700}, overtime_before={date(2026, 3, 1): 3480})
    assert _hours([], late) == {"normal": 40, "ot25": 2, "ot50": 3}
    days = PremiumFacts(
        told_days={date(2026, 3, 7): 600, date(2026, 3, 8): 300}, rest_days=frozenset({date(2026, 3, 8)})
    )
    assert _hours([], days) == {"normal": 8, "ot25": 2, "rest35": 5}
    months = PremiumFacts(told_overtime={date(2026, 3, 1): 3660, date(2026, 4, 1): 3600})
    assert _hours([], months) == {"ot25": 120, "ot50": 1}


def test_last_day_of_a_week_worked_throughout_is_the_rest_day() -> None:
    week = [date(2026, 3, day) for day in range(2, 9)]
    assert undesignated_rest_days(week) == {date(2026, 3, 8)}
    assert undesignated_rest_days(week, week_starts_on=6) == frozenset()
    assert undesignated_rest_days(week[:6]) == frozenset()
