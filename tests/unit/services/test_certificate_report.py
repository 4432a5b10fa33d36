"""The certificate in short: totals, worst quarter hours, what one more person repairs, the second opinion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.services.certificate_repairs import repairs_by_one_person
from shiftbid.services.certificate_report import CertificateReport, report_on
from shiftbid.services.certification import certify_roster
from shiftbid.services.hall_days import HallDay, hall_days
from shiftbid.services.progress import Progress
from shiftbid.services.second_opinion import SecondOpinionOrder, second_opinion
from shiftbid.services.worst_quarters import worst_quarters
from shiftbid.staffing.simulation import Conditions

ZONE = "Europe/Berlin"
MONDAY = date(2026, 1, 5)
PERIOD = Period(MONDAY, date(2026, 1, 6))
HALL = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("09:00-13:00"), Promise(), 6.0, counters=6)
WHOLE = ShiftTemplate("whole", 9 * 60, 13 * 60)
EARLY = ShiftTemplate("early", 9 * 60, 11 * 60)
LATE = ShiftTemplate("late", 11 * 60, 13 * 60)
AS_ASSUMED = SecondOpinionOrder(plays=400, seed=3, conditions=Conditions())


def silent(_: Progress) -> None:
    """Nobody listens."""


def footfall(day: date, per_hour: Sequence[float]) -> list[FootfallSlot]:
    slots: list[FootfallSlot] = []
    for number, customers in enumerate(per_hour):
        hour = Interval(instant(day, 540 + 60 * number, ZONE), instant(day, 600 + 60 * number, ZONE))
        slots.append(FootfallSlot("h", hour, "vip", customers / 5, 0, 0, 0))
        slots.append(FootfallSlot("h", hour, "regular", customers * 4 / 5, 0, 0, 0))
    return slots


@pytest.fixture
def days() -> tuple[HallDay, ...]:
    """A day whose late hours need three heads, and one that two heads serve with ease."""
    forecast = footfall(MONDAY, (5, 5, 20, 20)) + footfall(date(2026, 1, 6), (5, 5, 5, 5))
    return hall_days(HALL, forecast, PERIOD, 12.0)


@pytest.fixture
def shifts() -> list[Shift]:
    return [dated(WHOLE, "h", day, ZONE) for day in PERIOD.days for _ in range(2)]


@pytest.fixture
def rows(days: tuple[HallDay, ...], shifts: list[Shift]) -> tuple[CertificateRow, ...]:
    return certify_roster(HALL, days, shifts, silent)


def report(days: tuple[HallDay, ...], shifts: list[Shift], rows: tuple[CertificateRow, ...]) -> CertificateReport:
    order = SecondOpinionOrder(plays=2, seed=1)
    return report_on(HALL, days, shifts, (EARLY, LATE, WHOLE), rows, order, silent)


def test_totals_weigh_quarter_hours_by_customers_and_count_clock_hours(
    days: tuple[HallDay, ...], shifts: list[Shift], rows: tuple[CertificateRow, ...]
) -> None:
    vip, regular = report(days, shifts, rows).totals
    assert (vip.customer_class, regular.customer_class) == ("vip", "regular")
    assert (vip.hours, regular.hours) == (8, 8)
    assert vip.customers == pytest.approx(14.0, abs=1e-4)
    own = [row for row in rows if row.customer_class == "regular"]
    by_hand = sum(row.arrivals * row.share_in_time for row in own) / sum(row.arrivals for row in own)
    assert regular.share_in_time == pytest.approx(by_hand)
    kept = {row.quarter.start // 3600 for row in own if row.kept}
    assert regular.hours_kept == len(kept) < 8
    assert regular.hours_kept_at_plus10 <= regular.hours_kept


def test_the_worst_quarter_hours_come_first_and_empty_ones_never(rows: tuple[CertificateRow, ...]) -> None:
    empty = replace(rows[0], arrivals=0.0, share_in_time=0.0)
    worst = worst_quarters([*rows, empty])
    shares = [row.share_in_time for row in worst]
    assert empty not in worst
    assert shares == sorted(shares)
    assert shares[0] == min(row.share_in_time for row in rows)
    assert len(worst) == 10


def test_one_more_person_is_put_where_most_hours_are_repaired_for_the_least_pay(
    days: tuple[HallDay, ...], shifts: list[Shift]
) -> None:
    (repair,) = repairs_by_one_person(HALL, days, shifts, (EARLY, LATE, WHOLE))
    assert (repair.day, repair.template, repair.paid_minutes) == (MONDAY, "late", 120)
    assert repair.missed_after < repair.missed_before
    again = [*shifts, dated(LATE, "h", MONDAY, ZONE)]
    missed = {
        row.quarter.start // 3600
        for row in certify_roster(HALL, days, again, silent)
        if not row.kept and row.quarter.start < instant(date(2026, 1, 6), 0, ZONE)
    }
    assert repair.missed_after == len(missed)


@pytest.mark.parametrize(
    ("hall", "adopted"),
    [
        (replace(HALL, counters=2), (WHOLE,)),
        (HALL, (replace(WHOLE, weekdays=frozenset({5, 6})),)),
        (HALL, (replace(WHOLE, skill="business"),)),
        (HALL, ()),
    ],
)
def test_no_repair_is_named_where_no_counter_is_free_or_no_template_runs(
    hall: Hall, adopted: tuple[ShiftTemplate, ...], days: tuple[HallDay, ...], shifts: list[Shift]
) -> None:
    days = tuple(replace(day, desk=hall.every_desk[0]) for day in days)
    assert repairs_by_one_person(hall, days, shifts, adopted) == ()


def test_under_the_certificates_own_assumptions_the_simulation_agrees(
    days: tuple[HallDay, ...], rows: tuple[CertificateRow, ...]
) -> None:
    for each in second_opinion(HALL, days, rows, AS_ASSUMED, silent).classes:
        assert abs(each.certified_share - each.simulated_share) < 4 * each.standard_error + 1e-4
        assert each.share_left == 0.0


def test_customers_who_leave_are_counted_and_the_seed_decides(
    days: tuple[HallDay, ...], rows: tuple[CertificateRow, ...]
) -> None:
    usual = SecondOpinionOrder(plays=20, seed=1)
    first, again = (second_opinion(HALL, days, rows, usual, silent) for _ in range(2))
    other = second_opinion(HALL, days, rows, replace(usual, seed=2), silent)
    assert first == again
    assert first.classes != other.classes
    assert first.classes[1].share_left > 0


def test_a_hall_that_never_opens_has_nothing_to_report() -> None:
    empty = second_opinion(HALL, (), (), AS_ASSUMED, silent)
    assert [each.simulated_share for each in empty.classes] == [1.0, 1.0]
    assert [each.hours_reaching_level for each in empty.classes] == [1.0, 1.0]


def test_two_desks_are_certified_told_apart_and_repaired_on_their_own(shifts: list[Shift]) -> None:
    hall = replace(HALL, desks=(Desk("business", 0.3, 12.0, 3),))
    forecast = footfall(MONDAY, (5, 5, 20, 20)) + footfall(date(2026, 1, 6), (5, 5, 5, 5))
    days = hall_days(hall, forecast, PERIOD, 12.0)
    trained = replace(WHOLE, id="business-whole", skill="business")
    everyone = [*shifts, *(dated(trained, "h", day, ZONE) for day in PERIOD.days)]
    rows = certify_roster(hall, days, everyone, silent)
    assert {(row.skill, row.heads) for row in rows} == {("counter", 2), ("business", 1)}
    told = report_on(hall, days, everyone, (LATE, trained), rows, SecondOpinionOrder(plays=2, seed=1), silent)
    assert [(each.skill, each.customer_class) for each in told.totals] == [
        ("counter", "vip"),
        ("counter", "regular"),
        ("business", "vip"),
        ("business", "regular"),
    ]
    assert [each.skill for each in told.opinion.classes] == [each.skill for each in told.totals]
    assert sum(each.customers for each in told.totals) == pytest.approx(70.0, abs=1e-4)
    assert {each.template for each in told.repairs if each.day == MONDAY} >= {"business-whole"}
    alone = certify_roster(hall, [day for day in days if day.desk.skill == "business"], everyone, silent)
    assert alone == tuple(row for row in rows if row.skill == "business")
