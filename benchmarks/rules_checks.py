"""The runner's own check: pay comes to the hours worked, by plain arithmetic on the case as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.rules_case import Case, CaseShift
from benchmarks.rules_values import number_of

PAID_ONCE = frozenset(
    {"normal", "ot150", "rest200", "holiday300", "holiday150", "ot1.5", "dt2", "ot25", "ot50", "rest35"}
)
"""Classes that every worked hour falls into once; others, such as nights, come on top."""
OVERTIME_ALONE = ("monthly_ot_h", "ot_year", "overtime", "history")
TOLERANCE_HOURS = 1e-6


def faults_of(case: Case, answer: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the pay of a case: hours below zero, or another sum than was worked.

    Work that is answered with time off is in no class, so there the sum may be less. Where overtime is told as a sum,
    the normal time beside it is not known and nothing is added up.
    """
    pay: Mapping[str, float] = answer.get("pay_h", {})
    if any(key in case.facts for key in OVERTIME_ALONE):
        return
    yield from (f"{case.id}: {hours} h of {name}" for name, hours in pay.items() if hours < 0)
    paid = sum(hours for name, hours in pay.items() if name in PAID_ONCE)
    worked = worked_hours(case)
    given_back = "toil_min" in answer
    if pay and (paid > worked + TOLERANCE_HOURS or (paid < worked - TOLERANCE_HOURS and not given_back)):
        yield f"{case.id}: {paid:.4f} h paid of {worked:.4f} h worked"


def worked_hours(case: Case) -> float:
    """Hours worked: elapsed time of the shifts less unpaid breaks, and the hours told as sums."""
    minutes = sum(_worked_minutes(case, shift) for shift in case.shifts)
    minutes += sum(week for week in case.weekly_minutes if week is not None)
    by_hall: Mapping[str, Any] = case.facts.get("by_hall") or {}
    worked: Any = case.facts.get("worked") or ()
    in_halls = [hours for each in by_hall.values() for hours in (each if isinstance(each, list) else (each,))]
    told = sum(number_of(each) for each in in_halls) + sum(number_of(row["h"]) for row in worked)
    return minutes / 60 + float(told)


def _worked_minutes(case: Case, shift: CaseShift) -> int:
    elapsed = (shift.end.instant(case.zone) - shift.start.instant(case.zone)) // 60
    return elapsed - sum(pause.minutes for pause in shift.breaks if not pause.paid)
