from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.payroll.pay_lines import leave_lines, pay_lines
from shiftbid.rules.book import load_pack
from shiftbid.rules.circumstances import Circumstances, Cycle
from shiftbid.rules.situation import Situation

MON = date(2026, 9, 28)
HOLIDAY = date(2026, 10, 1)
CALENDAR = Calendar({HOLIDAY: DayClass.HOLIDAY})
CN = load_pack("CN", MON)


PERSON = Employee("e", "Ana", "h", 2400, HoursSystem.STANDARD, frozenset(), date(1990, 1, 1), date(2020, 1, 1), 100)


def lines(
    *templates: ShiftTemplate, day: date = MON, zone: str = "Asia/Shanghai", person: Employee = PERSON
) -> list[tuple[date, PayClass, int]]:
    shifts = tuple(dated(template, "h", day, zone) for template in templates)
    situation = Situation(person, Period(day, day), zone, CALENDAR, shifts)
    found = pay_lines(situation, CN)
    assert {(line.employee, line.hall, line.cents) for line in found} == {("e", "h", 0)}
    return [(line.day, line.pay_class, line.minutes) for line in found]


def test_a_plain_day_is_normal_time_without_its_unpaid_break() -> None:
    day = ShiftTemplate("D", 540, 1050, (TemplateBreak(720, 30, paid=False),))
    assert lines(day) == [(MON, PayClass.NORMAL, 480)]


def test_time_over_the_normal_day_is_overtime() -> None:
    assert lines(ShiftTemplate("X", 540, 1080)) == [(MON, PayClass.NORMAL, 480), (MON, PayClass.OVERTIME, 60)]


def test_two_shifts_of_a_day_share_its_normal_time() -> None:
    early, late = ShiftTemplate("E", 480, 780), ShiftTemplate("L", 900, 1200)
    assert lines(early, late) == [
        (MON, PayClass.NORMAL, 300),
        (MON, PayClass.NORMAL, 180),
        (MON, PayClass.OVERTIME, 120),
    ]


def test_averaged_hours_know_no_overtime_of_a_day() -> None:
    averaged = replace(PERSON, system=HoursSystem.COMPREHENSIVE)
    assert lines(ShiftTemplate("X", 540, 1140), person=averaged) == [(MON, PayClass.NORMAL, 600)]


def test_a_statutory_holiday_pays_three_hundred_percent() -> None:
    assert lines(ShiftTemplate("D", 540, 960), day=HOLIDAY) == [(HOLIDAY, PayClass.HOLIDAY, 420)]


def test_a_night_into_a_holiday_is_split_at_midnight() -> None:
    night = ShiftTemplate("N", 1320, 1800, (TemplateBreak(1500, 60, paid=False),))
    eve = date(2026, 9, 30)
    assert lines(night, day=eve) == [(eve, PayClass.NORMAL, 120), (HOLIDAY, PayClass.HOLIDAY, 300)]


def test_a_night_out_of_a_holiday_is_split_at_midnight() -> None:
    night = ShiftTemplate("N", 1320, 1800)
    after = date(2026, 10, 2)
    assert lines(night, day=HOLIDAY) == [(HOLIDAY, PayClass.HOLIDAY, 120), (after, PayClass.NORMAL, 360)]


def test_the_night_of_the_clock_change_pays_elapsed_time() -> None:
    spring = date(2026, 3, 28)
    assert lines(ShiftTemplate("N", 1320, 1800), day=spring, zone="Europe/Berlin") == [(spring, PayClass.NORMAL, 420)]


@given(st.integers(0, 1439), st.integers(60, 720), st.dates(date(2026, 9, 25), date(2026, 10, 10)))
def test_lines_of_a_shift_always_sum_to_its_working_time(start: int, minutes: int, day: date) -> None:
    template = ShiftTemplate("T", start, start + minutes)
    assert sum(minutes for _, _, minutes in lines(template, day=day)) == minutes


def test_a_quota_that_ends_within_a_minute_gives_the_minute_to_overtime() -> None:
    """A month of averaged hours holds 9,921.6 minutes."""
    averaged = replace(PERSON, system=HoursSystem.COMPREHENSIVE)
    shifts = [dated(ShiftTemplate("D", 540, 1200), "h", date(2026, 11, day), "Asia/Shanghai") for day in range(1, 18)]
    situation = Situation(
        averaged,
        Period(date(2026, 11, 1), date(2026, 11, 30)),
        "Asia/Shanghai",
        CALENDAR,
        tuple(shifts[10:]),
        tuple(shifts[:10]),
        circumstances=Circumstances(cycle=Cycle.MONTH),
    )
    found = [(line.day.day, line.pay_class.value, line.minutes) for line in pay_lines(situation, CN)]
    assert found == [
        *((day, "normal", 660) for day in range(11, 16)),
        (16, "normal", 21),
        (16, "ot150", 639),
        (17, "ot150", 660),
    ]


def test_a_fixed_sum_is_a_line_without_minutes() -> None:
    zone = "America/New_York"
    shifts = tuple(dated(ShiftTemplate("X", 480, 1320), "h", date(2026, 9, day), zone) for day in (28, 29))
    situation = Situation(PERSON, Period(MON, date(2026, 9, 29)), zone, CALENDAR, shifts)
    (premium,) = [line for line in pay_lines(situation, load_pack("US-NYC-FF", MON)) if line.cents]
    assert premium == PayLine(
        "e", date(2026, 9, 29), "h", PayClass.FIXED_PREMIUM, 0, "NYC-FF-CLOPEN-PAY", "h/X/2026-09-29", 10000
    )


def test_paid_leave_counts_a_fifth_of_the_week_on_weekdays_only() -> None:
    zone = "Asia/Shanghai"
    friday_to_monday = Interval(instant(date(2026, 9, 25), 0, zone), instant(date(2026, 9, 29), 0, zone))
    leave = [
        Leave("e", friday_to_monday, LeaveKind.ANNUAL),
        Leave("e", Interval(friday_to_monday.end, friday_to_monday.end + 86400), LeaveKind.SICK),
    ]
    period = Period(date(2026, 9, 21), date(2026, 10, 4))
    paid = leave_lines([PERSON], leave, period, zone)
    assert [(line.day, line.minutes, line.pay_class) for line in paid] == [
        (date(2026, 9, 25), 480, PayClass.ANNUAL_LEAVE),
        (date(2026, 9, 28), 480, PayClass.ANNUAL_LEAVE),
    ]
