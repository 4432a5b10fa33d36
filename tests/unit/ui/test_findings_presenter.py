from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from shiftbid.domain.timeline import Interval, instant
from shiftbid.rules.finding import Finding, Severity
from shiftbid.ui.pages.findings.presenter import count_by_severity, finding_rows
from tests.gui.fake_hall import FIRST, ZONE, fake_publication

PLAN = fake_publication(weeks=1, people=6)


def finding(severity: Severity, day: int, *shifts: str, employee: str = "e000") -> Finding:
    start = instant(FIRST + timedelta(days=day), 540, ZONE)
    return Finding("R", employee, Interval(start, start + 3600), severity, shifts, "Words.", "Art. 1")


def test_gravest_first_then_by_day() -> None:
    findings = (
        finding(Severity.WARNING, 0),
        finding(Severity.ILLEGAL, 5),
        finding(Severity.HOUSE_RULE, 1),
        finding(Severity.ILLEGAL, 2),
    )
    rows = finding_rows(replace(PLAN, findings=findings))
    assert [(row.finding.severity, (row.day - FIRST).days) for row in rows] == [
        (Severity.ILLEGAL, 2),
        (Severity.ILLEGAL, 5),
        (Severity.HOUSE_RULE, 1),
        (Severity.WARNING, 0),
    ]


def test_the_day_is_that_of_the_first_shift_involved() -> None:
    own = [each for each in PLAN.roster.assignments if each.employee == "e000"]
    rows = finding_rows(replace(PLAN, findings=(finding(Severity.ILLEGAL, 6, own[1].shift.id, own[0].shift.id),)))
    assert rows[0].day == own[0].shift.day < own[1].shift.day


def test_people_are_named_and_strangers_keep_their_id() -> None:
    findings = (finding(Severity.ILLEGAL, 0), finding(Severity.WARNING, 0, employee="gone"))
    assert [row.person for row in finding_rows(replace(PLAN, findings=findings))] == ["Aroha Ngata", "gone"]


def test_counts_leave_out_what_does_not_occur() -> None:
    findings = (finding(Severity.WARNING, 0), finding(Severity.ILLEGAL, 1), finding(Severity.WARNING, 2))
    assert list(count_by_severity(replace(PLAN, findings=findings)).items()) == [
        (Severity.ILLEGAL, 1),
        (Severity.WARNING, 2),
    ]
