from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.publication import HallPublication
from shiftbid.ui.pages.roster.presenter import roster_sheet, template_codes, worst
from tests.gui.fake_hall import FIRST, HALL, TEMPLATES, ZONE, fake_publication

EARLY, LATE = TEMPLATES[0], TEMPLATES[1]
PERIOD = Period.of_weeks(FIRST, 1)


def small(
    *assignments: Assignment, leave: tuple[Leave, ...] = (), findings: tuple[Finding, ...] = ()
) -> HallPublication:
    return replace(
        fake_publication(weeks=1, people=3),
        roster=Roster(HALL.id, PERIOD, 2, RosterState.DRAFT, assignments),
        leave=leave,
        findings=findings,
    )


def on(day: int, template: ShiftTemplate = EARLY, employee: str = "e000") -> Assignment:
    return Assignment(employee, dated(template, HALL.id, FIRST + timedelta(days=day), ZONE))


def finding(*shifts: str, severity: Severity = Severity.WARNING, day: int = 0) -> Finding:
    start = instant(FIRST + timedelta(days=day), 0, ZONE)
    return Finding("R", "e000", Interval(start, start + 3600), severity, shifts, "Words.", "Art. 1")


def test_shifts_stand_on_the_day_they_start() -> None:
    sheet = roster_sheet(small(on(0), on(6, LATE)))
    cells = sheet.people[0].cells
    assert [len(cell.assignments) for cell in cells] == [1, 0, 0, 0, 0, 0, 1]
    assert sheet.people[1].cells[0].assignments == ()


def test_hours_and_totals_count_working_time() -> None:
    sheet = roster_sheet(small(on(0), on(1, LATE), on(0, employee="e001")))
    # Eight hours less half an hour of unpaid break.
    assert sheet.people[0].planned_minutes == 2 * 450
    assert sheet.people[0].contract_minutes == 40 * 60
    assert [(total.people, total.minutes) for total in sheet.totals[:3]] == [(2, 900), (1, 450), (0, 0)]
    assert sheet.planned_minutes == 3 * 450


def test_two_shifts_of_a_day_stand_in_order_of_time() -> None:
    evening = ShiftTemplate("evening", 18 * 60, 19 * 60)
    cell = roster_sheet(small(on(0, evening), on(0))).people[0].cells[0]
    assert [each.shift.template for each in cell.assignments] == [EARLY.id, "evening"]


def test_leave_covers_every_day_it_touches_within_the_period() -> None:
    span = Interval(instant(FIRST - timedelta(days=3), 0, ZONE), instant(FIRST + timedelta(days=1), 12 * 60, ZONE))
    sheet = roster_sheet(small(leave=(Leave("e001", span, LeaveKind.SICK),)))
    assert [cell.leave for cell in sheet.people[1].cells] == [LeaveKind.SICK, LeaveKind.SICK, *[None] * 5]


def test_leave_outside_the_period_is_not_shown() -> None:
    span = Interval(instant(FIRST - timedelta(days=9), 0, ZONE), instant(FIRST - timedelta(days=5), 0, ZONE))
    sheet = roster_sheet(small(leave=(Leave("e001", span, LeaveKind.SICK),)))
    assert not any(cell.leave for cell in sheet.people[1].cells)


def test_a_finding_marks_the_days_of_its_shifts_and_the_person() -> None:
    first, second = on(2), on(3)
    mark = finding(first.shift.id, second.shift.id)
    row = roster_sheet(small(first, second, findings=(mark,))).people[0]
    assert [bool(cell.findings) for cell in row.cells] == [False, False, True, True, False, False, False]
    assert row.findings == (mark,)


def test_a_finding_without_shifts_marks_its_first_day() -> None:
    row = roster_sheet(small(findings=(finding(day=4),))).people[0]
    assert [bool(cell.findings) for cell in row.cells] == [False] * 4 + [True] + [False] * 2


def test_the_gravest_finding_decides() -> None:
    marks = [finding(severity=severity) for severity in reversed(Severity)]
    assert worst(marks) is Severity.ILLEGAL
    assert worst([]) is None


def test_places_are_found_and_days_outside_are_brought_in() -> None:
    sheet = roster_sheet(small())
    assert sheet.cell_of("e002", FIRST + timedelta(days=2)) == (2, 2)
    assert sheet.cell_of("e002", date(2020, 1, 1)) == (2, 0)
    assert sheet.cell_of("e002", date(2030, 1, 1)) == (2, 6)
    assert sheet.cell_of("nobody", FIRST) is None


def test_templates_are_lettered_by_start_and_former_ones_come_last() -> None:
    former = ShiftTemplate("a-former-one", 8 * 60, 12 * 60)
    codes = template_codes((LATE, EARLY), (on(0, former),))
    assert {code.template: code.letter for code in codes.values()} == {EARLY.id: "A", LATE.id: "B", former.id: "C"}


def test_letters_go_round_with_a_number() -> None:
    many = tuple(ShiftTemplate(f"t{n:02d}", n * 10, n * 10 + 60) for n in range(28))
    letters = [code.letter for code in template_codes(many, ()).values()]
    assert letters[25:] == ["Z", "A2", "B2"]


def test_a_shift_of_nobody_known_is_our_fault() -> None:
    with pytest.raises(BugError, match="stranger"):
        roster_sheet(small(on(0, employee="stranger")))


def test_a_whole_plan_keeps_every_shift() -> None:
    publication: HallPublication = fake_publication()
    sheet = roster_sheet(publication)
    shown = sum(len(cell.assignments) for person in sheet.people for cell in person.cells)
    assert shown == len(publication.roster.assignments) > 100
