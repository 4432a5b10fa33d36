"""Close a period's pay: look at it, lock it, open it again with a reason, and pay the difference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import InputError
from shiftbid.domain.pay import PayLine
from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.domain.roster import Assignment
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.domain.timeline import Period
from shiftbid.payroll.pay_changes import pay_changes
from shiftbid.payroll.worked_time import WorkedTime, worked_time
from shiftbid.rules.book import load_pack
from shiftbid.services.payroll_run import PayrollRun
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.publication import JsonObject, WorkedShift
from shiftbid.services.published_plan import (
    PublishedPlan,
    PublishedSpan,
    common_calendar,
    people_of,
    published_plan,
    span_lines,
)
from shiftbid.services.published_staff import published_staff
from shiftbid.services.roster_pay import roster_pay_lines
from shiftbid.services.schedule_changes import schedule_changes

PAY_RUN_FORMAT = "shiftbid-pay-run-1"


@dataclass(frozen=True, slots=True)
class PayPreview:
    """What closing a period would pay in a hall.

    Attributes
    ----------
    times
        What was worked, by publication.
    changes
        What it would change against the last run; all lines where there is none.
    last
        The last run of the period, locked or opened again; None before the first.
    """

    hall: str
    period: Period
    lines: tuple[PayLine, ...]
    times: tuple[WorkedTime, ...]
    changes: tuple[PayLine, ...]
    last: PayRun | None

    @property
    def missing(self) -> tuple[Assignment, ...]:
        """Planned shifts on clocked days of people who clocked nothing."""
        return tuple(each for times in self.times for each in times.missing)

    @property
    def unplanned(self) -> tuple[Assignment, ...]:
        """Clocked shifts that nobody had planned."""
        return tuple(each for times in self.times for each in times.unplanned)


def preview_pay(unit: UnitOfWork, hall: str, period: Period) -> PayPreview:
    """Reckon a period's pay: clocked hours where there are any, else the published plan.

    Raises InputError where the hall is unknown or a day of the period has no published roster.
    """
    return _preview(unit, hall, period, published_plan(unit, hall, period).spans)


def _preview(unit: UnitOfWork, hall: str, period: Period, spans: Sequence[PublishedSpan]) -> PayPreview:
    clocked = tuple(Assignment(each.employee, each.shift) for each in unit.staff.of_hall(hall).worked)
    reckoned = [_reckoned(span, clocked) for span in spans]
    days = frozenset(period.days)
    lines = tuple(line for _, of_span in reckoned for line in of_span if line.day in days)
    last = _last(unit, hall, period)
    return PayPreview(
        hall=hall,
        period=period,
        lines=lines,
        times=tuple(_within(times, days) for times, _ in reckoned),
        changes=pay_changes(last.lines if last else (), lines),
        last=last,
    )


def close_pay(units: UnitOfWorkFactory, hall: str, period: Period, by: str, at: int) -> PayRun:
    """Lock a period's pay as its next run, and put its hash on the installation's chain.

    Raises InputError where it is locked already, or days of it are locked with another period.
    """
    with units() as unit:
        preview = preview_pay(unit, hall, period)
        if preview.last is not None and preview.last.is_locked:
            raise InputError("pay run", [f"{_named(preview.last)} is locked; open it again with a reason first"])
        problems = [
            f"{_named(run)} is locked and shares days with {period.first} to {period.last}"
            for run in _latest_runs(unit, hall)
            if run.is_locked and run.period.first <= period.last and period.first <= run.period.last
        ]
        if problems:
            raise InputError("pay run", problems)
        number = preview.last.number + 1 if preview.last else 1
        run = PayRun(hall, period, number, at, by, preview.lines)
        unit.pay_runs.close(run)
        unit.records.append(_record_path(run), sha256_hex(canonical_json(_public(run))), unit.records.head())
        unit.commit()
    return run


def reopen_pay(units: UnitOfWorkFactory, hall: str, period: Period, reopening: Reopening) -> PayRun:
    """Open a locked run again; raises InputError where there is none, or no reason is given."""
    with units() as unit:
        last = _last(unit, hall, period)
        problems = [] if reopening.reason.strip() else ["give the reason; it is kept with the run"]
        if last is None or not last.is_locked:
            problems.append(f"nothing is locked in hall {hall} for {period.first} to {period.last}")
        if problems or last is None:
            raise InputError("pay run", problems)
        unit.pay_runs.reopen(last, reopening)
        unit.commit()
    return replace(last, reopening=reopening)


def run_to_export(unit: UnitOfWork, plan: PublishedPlan) -> PayrollRun:
    """Pay lines to export: of the locked run where a hall's period is closed, else as they stand now."""
    previews = _previews(unit, plan)
    lines = [
        line
        for each in previews
        for line in (each.last.lines if each.last is not None and each.last.is_locked else each.lines)
    ]
    return _payroll_run(plan, previews, lines)


def changes_to_export(unit: UnitOfWork, plan: PublishedPlan) -> PayrollRun:
    """What the last run of each hall changed against the run before it.

    Raises InputError where a hall's period has not been closed a second time.
    """
    lines: list[PayLine] = []
    problems: list[str] = []
    for hall in plan.by_hall:
        runs = [each for each in unit.pay_runs.of_hall(hall) if each.period == plan.period]
        if len(runs) < 2 or not runs[-1].is_locked:
            problems.append(f"hall {hall}: the period has no correction; open it again, and close it once more")
        else:
            lines += pay_changes(runs[-2].lines, runs[-1].lines)
    if problems:
        raise InputError("--changes", problems)
    return _payroll_run(plan, _previews(unit, plan), lines)


def _previews(unit: UnitOfWork, plan: PublishedPlan) -> Sequence[PayPreview]:
    return [_preview(unit, hall, plan.period, spans) for hall, spans in plan.by_hall.items()]


def _payroll_run(plan: PublishedPlan, previews: Sequence[PayPreview], lines: Sequence[PayLine]) -> PayrollRun:
    return PayrollRun(
        period=plan.period,
        calendar=common_calendar(plan),
        halls=tuple(spans[-1].publication.hall for spans in plan.by_hall.values()),
        employees=people_of(plan.spans),
        shifts=tuple(shift for each in previews for times in each.times for shift in times.paid),
        lines=tuple(lines),
    )


def _reckoned(span: PublishedSpan, clocked: Sequence[Assignment]) -> tuple[WorkedTime, tuple[PayLine, ...]]:
    """What was worked on a publication's days, and its pay; as published where the clock knows nothing of them."""
    publication = span.publication
    of_span = [each for each in clocked if each.shift.day in span.days]
    times = worked_time(span.assignments, of_span)
    if not of_span:
        return times, span_lines(span)
    pack = load_pack(span.pack, publication.roster.period.first)
    known = {each.id for each in publication.employees}
    strangers = sorted({each.employee for each in of_span} - known)
    if strangers:
        problems = [f"{who} clocked hours, but was on no staff list when the roster was published" for who in strangers]
        raise InputError("worked hours", [f"{problem}; publish it once more" for problem in problems])
    staff = replace(published_staff(publication), worked=_worked_before(span, clocked))
    period = publication.roster.period
    changes = schedule_changes(publication)
    lines = roster_pay_lines(staff, times.paid, span.calendar, pack, publication.hall, period, changes)
    days = {each.shift.id: each.shift.day for each in times.paid}
    return times, tuple(line for line in lines if days.get(line.source, line.day) in span.days)


def _worked_before(span: PublishedSpan, clocked: Sequence[Assignment]) -> tuple[WorkedShift, ...]:
    """What was worked before a span's days, since weeks, months and cycles of pay may begin there."""
    first = min(span.days)
    publication = span.publication
    planned = [Assignment(each.employee, each.shift) for each in publication.worked]
    planned += [each for each in publication.roster.assignments if each.shift.day < first]
    earlier = worked_time(planned, [each for each in clocked if each.shift.day < first])
    return tuple(WorkedShift(each.employee, each.shift) for each in earlier.paid)


def _within(times: WorkedTime, days: frozenset[date]) -> WorkedTime:
    """Only what lies on some days."""
    return WorkedTime(
        paid=tuple(each for each in times.paid if each.shift.day in days),
        clocked_days=times.clocked_days & days,
        missing=tuple(each for each in times.missing if each.shift.day in days),
        unplanned=tuple(each for each in times.unplanned if each.shift.day in days),
    )


def _last(unit: UnitOfWork, hall: str, period: Period) -> PayRun | None:
    return next((run for run in _latest_runs(unit, hall) if run.period == period), None)


def _latest_runs(unit: UnitOfWork, hall: str) -> Iterator[PayRun]:
    """The last run of each period of a hall."""
    yield from {run.period: run for run in unit.pay_runs.of_hall(hall)}.values()


def _named(run: PayRun) -> str:
    return f"run {run.number} of hall {run.hall} for {run.period.first} to {run.period.last}"


def _record_path(run: PayRun) -> str:
    return f"{run.hall}/{run.period.first}/{run.period.last}/pay/{run.number}"


def _public(run: PayRun) -> JsonObject:
    """What the chain's hash of a run is over; docs/formats/records.md describes it."""
    return {
        "format": PAY_RUN_FORMAT,
        "hall": run.hall,
        "first": run.period.first.isoformat(),
        "last": run.period.last.isoformat(),
        "number": run.number,
        "closed_at": run.closed_at,
        "closed_by": run.closed_by,
        "lines": [
            {
                "employee": line.employee,
                "date": line.day.isoformat(),
                "hall": line.hall,
                "pay_class": line.pay_class.value,
                "minutes": line.minutes,
                "rule": line.rule,
                "source": line.source,
                "cents": line.cents,
            }
            for line in run.lines
        ],
    }


class PayDesk(Protocol):
    """The pay of one database: looked at, locked and opened again."""

    def preview(self, hall: str, period: Period) -> PayPreview:
        """What closing the period would pay, and change."""
        ...

    def close(self, hall: str, period: Period, by: str) -> PayRun:
        """Lock the period's pay; raises InputError where it is locked already."""
        ...

    def reopen(self, hall: str, period: Period, by: str, reason: str) -> PayRun:
        """Open a locked period again; raises InputError where it is not locked, or no reason is given."""
        ...
