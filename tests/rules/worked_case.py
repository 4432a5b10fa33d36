"""Reads the worked cases of ``tests/rules/cases``: TOML files, one a rule, whose form docs/rules.md describes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.schedule_notice import ScheduleChange, SchedulePosting
from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.shift import Shift, ShiftTemplate, dated, parse_breaks
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import MINUTES_PER_DAY, Period, parse_minute, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.circumstances import Circumstances, Cycle
from shiftbid.rules.situation import Situation

CASES = Path(__file__).parent / "cases"
PERSON = "Ada Pérez {3}"


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """One worked case of a rule.

    Attributes
    ----------
    limit
        Which side of the rule's limit it stands on: ``under``, ``at`` or ``over``; empty for any other case.
    broken
        First local day of every finding that the rule must make.
    readings
        Readings under which the case is judged, where they are not ours.
    """

    rule: str
    name: str
    limit: str
    situation: Situation
    broken: tuple[date, ...]
    readings: Mapping[str, str | int]

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of all candidates: a worked case takes every shift it names."""
        return frozenset(shift.id for shift in self.situation.candidates)


def cases_of(file: Path) -> Iterator[WorkedCase]:
    """Read every case of one rule's file."""
    described = tomllib.loads(file.read_text(encoding="utf-8"))
    for case in described["case"]:
        yield WorkedCase(
            described["rule"],
            case["name"],
            case.get("limit", ""),
            situation_of(case, described["zone"]),
            tuple(case["broken"]),
            case.get("readings", {}),
        )


def situation_of(case: Mapping[str, Any], zone: str) -> Situation:
    """Situation of a case; without a ``period`` the whole weeks (from Monday) that its shifts touch."""
    shifts = tuple(shifts_of(case.get("shifts", ()), "shift", zone))
    return Situation(
        employee=person(**case.get("person", {})),
        period=_dates(case["period"]) if "period" in case else _whole_weeks(shifts),
        zone=zone,
        calendar=Calendar({date.fromisoformat(day): DayClass(name) for day, name in case.get("calendar", {}).items()}),
        candidates=shifts,
        history=tuple(shifts_of(case.get("history", ()), "history", zone)),
        leave=tuple(_leave(text, zone) for text in case.get("leave", ())),
        consents=tuple(_consent(text) for text in case.get("consents", ())),
        circumstances=circumstances_of(case),
    )


def circumstances_of(case: Mapping[str, Any]) -> Circumstances:
    """Facts beside shifts; every key may be left out."""
    return Circumstances(
        totals=tuple(_total(number, text) for number, text in enumerate(case.get("totals", ()))),
        statuses=tuple(_status(text) for text in case.get("statuses", ())),
        postings=tuple(
            SchedulePosting(f"posting-{number}", each["posted"], each["first_day"], each.get("notice_minutes"))
            for number, each in enumerate(case.get("postings", ()))
        ),
        changes=tuple(ScheduleChange(f"change-{n}", **each) for n, each in enumerate(case.get("changes", ()))),
        settlements={Ground(ground): Settlement(way) for ground, way in case.get("settlements", {}).items()},
        refused=frozenset(case.get("refused", ())),
        cycle=Cycle(case["cycle"]) if "cycle" in case else None,
        judged_weeks=frozenset(case["judged_weeks"]) if "judged_weeks" in case else None,
    )


def _whole_weeks(shifts: Sequence[Shift]) -> Period:
    first, last = min(shift.day for shift in shifts), max(shift.day for shift in shifts)
    return Period(week_start(first, 0), week_start(last, 0) + timedelta(days=6))


def person(
    *,
    system: str = "standard",
    contract_minutes: int = 6000,
    skills: Sequence[str] = ("counter",),
    born: date = date(1990, 5, 17),
    employed_from: date = date(2020, 1, 1),
) -> Employee:
    """Person of a case, with every value that it leaves open."""
    return Employee(
        id="ada",
        name=PERSON,
        hall="hall",
        contract_minutes=contract_minutes,
        system=HoursSystem(system),
        skills=frozenset(skills),
        born=born,
        employed_from=employed_from,
        rate_cents=3000,
    )


def shifts_of(lines: Iterable[str], prefix: str, zone: str) -> Iterator[Shift]:
    """Read lines such as ``2026-03-02..2026-03-27/12345 09:00-18:00 12:00/60/unpaid skill=vip``.

    The digits are the ISO weekdays on which the shift is worked; without them it is worked every day.
    """
    for number, line in enumerate(lines):
        dates, clock, *rest = line.split()
        span, _, weekdays = dates.partition("/")
        start, end = (parse_minute(text) for text in clock.split("-"))
        template = ShiftTemplate(
            id=f"{prefix}-{number}",
            start_minute=start,
            end_minute=end if end > start else end + MINUTES_PER_DAY,
            breaks=tuple(pause for text in rest if "/" in text for pause in parse_breaks(text, start)),
            skill=next((text.removeprefix("skill=") for text in rest if text.startswith("skill=")), "counter"),
        )
        for day in _dates(span).days:
            if not weekdays or str(day.isoweekday()) in weekdays:
                yield dated(template, "hall", day, zone)


def _dates(text: str) -> Period:
    first, _, last = text.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


def _leave(text: str, zone: str) -> Leave:
    kind, dates = text.split()
    return Leave("ada", _dates(dates).interval(zone), LeaveKind(kind))


def _status(text: str) -> Status:
    kind, dates = text.split()
    return Status(StatusKind(kind), _dates(dates).first, _dates(dates).last)


def _total(number: int, text: str) -> WorkTotal:
    kind, dates, minutes = text.split()
    return WorkTotal(f"total-{number}", TotalKind(kind), _dates(dates).first, _dates(dates).last, int(minutes))


def _consent(text: str) -> Consent:
    kind, rule, dates = text.split()
    return Consent("ada", rule, _dates(dates).first, _dates(dates).last, ConsentKind(kind))
