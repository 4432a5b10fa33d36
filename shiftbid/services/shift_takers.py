"""Who can take a shift of a roster, with the rules that speak against each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.checked_roster import CheckedRoster

GRAVITY = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who could take the shift.

    Attributes
    ----------
    findings
        Rules that would newly be broken, gravest first; none for those who may simply be asked.
    week_minutes
        Working minutes in the seven days around the shift with it: three days before to three after.
    """

    employee: str
    name: str
    findings: tuple[Finding, ...]
    week_minutes: int


def takers_of(shift: Shift, roster: CheckedRoster, names: Mapping[str, str]) -> tuple[Taker, ...]:
    """Everybody who does not have the shift: those who break least first, then those who work least that week."""
    found = [
        Taker(
            employee,
            names[employee],
            tuple(sorted(findings, key=lambda each: GRAVITY.index(each.severity))),
            shift.paid_minutes + _minutes_near(shift, roster, employee),
        )
        for employee, findings in roster.why_not_each(shift).items()
    ]
    return tuple(sorted(found, key=lambda each: (_gravest(each), len(each.findings), each.week_minutes, each.name)))


def _gravest(taker: Taker) -> int:
    """0 for those who break nothing; more, the graver the worst finding."""
    return len(GRAVITY) - GRAVITY.index(taker.findings[0].severity) if taker.findings else 0


def _minutes_near(shift: Shift, roster: CheckedRoster, employee: str) -> int:
    situation = roster.people[employee].situation
    near = (*situation.candidates, *situation.history)
    return sum(each.paid_minutes for each in near if abs((each.day - shift.day).days) <= DAYS_PER_WEEK // 2)
