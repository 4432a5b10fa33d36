"""``shiftbid payroll``: look at a period's pay, lock it, open it again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.period_option import parse_period
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.services.application import Application
from shiftbid.services.pay_totals import fixed_cents, minutes_by_class, worked_minutes

if TYPE_CHECKING:
    from shiftbid.services.pay_close import PayPreview

payroll = typer.Typer(no_args_is_help=True, help="Look at a period's pay, lock it, open it again with a reason.")

OneHall = Annotated[str, typer.Option("--hall", help="Hall.")]
Days = Annotated[str, typer.Option("--period", metavar="FROM/TO", help="First and last day.")]
Who = Annotated[str, typer.Option("--by", help="Your name; it is kept with the run.")]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


@payroll.command()
def preview(context: typer.Context, hall: OneHall, period: Days, url: Url = None, as_json: AsJson = False) -> None:
    """Show what closing the period would pay, what it would change, and who did not clock."""
    application: Application = context.obj
    with reported_errors():
        found = application.pay_desk(url).preview(hall, parse_period(period))
    sys.stdout.write(_json(found) if as_json else "".join(f"{line}\n" for line in _sentences(found)))


@payroll.command()
def close(context: typer.Context, hall: OneHall, period: Days, by: Who, url: Url = None) -> None:
    """Lock the period's pay: what is exported is what was locked."""
    application: Application = context.obj
    with reported_errors():
        run = application.pay_desk(url).close(hall, parse_period(period), by)
    worked = _hours(worked_minutes(run.lines))
    sys.stdout.write(f"Locked run {run.number} of {hall}: {worked} worked by {_people(run.lines)} people.\n")


@payroll.command()
def reopen(
    context: typer.Context,
    hall: OneHall,
    period: Days,
    by: Who,
    reason: Annotated[str, typer.Option(help="Why; it is kept with the run.")],
    url: Url = None,
) -> None:
    """Open a locked period again, for a correction."""
    application: Application = context.obj
    with reported_errors():
        run = application.pay_desk(url).reopen(hall, parse_period(period), by, reason)
    sys.stdout.write(f"Run {run.number} of {hall} is open again. Correct the hours, then close the period once more.\n")


def _sentences(found: PayPreview) -> Iterable[str]:
    for pay_class, minutes in minutes_by_class(found.lines).items():
        yield f"{pay_class}: {_hours(minutes)}"
    if fixed_cents(found.lines):
        yield f"fixed sums: {_money(fixed_cents(found.lines))}"
    clocked = sum(len(times.clocked_days) for times in found.times)
    yield f"{clocked} of {len(found.period.days)} days by the clock, the others as planned"
    for each in found.missing:
        yield f"{each.shift.day}: {each.employee} was planned and clocked nothing"
    for each in found.unplanned:
        yield f"{each.shift.day}: {each.employee} clocked hours that were not planned"
    if found.last is not None:
        state = "is locked" if found.last.is_locked else "was opened again"
        yield f"run {found.last.number} {state}; {len(found.changes)} lines differ from it"
        for line in found.changes:
            change = f"{line.cents / 100:+.2f}" if line.cents else f"{line.minutes:+d} min"
            yield f"{line.day}: {line.employee} {change} {line.pay_class.value}"


def _json(found: PayPreview) -> str:
    content = {
        "hall": found.hall,
        "period": f"{found.period.first}/{found.period.last}",
        "minutes": minutes_by_class(found.lines),
        "cents": fixed_cents(found.lines),
        "missing": _shifts(found.missing),
        "unplanned": _shifts(found.unplanned),
        "run": found.last.number if found.last else None,
        "locked": found.last is not None and found.last.is_locked,
        "changes": [
            {
                "employee": line.employee,
                "date": line.day.isoformat(),
                "pay_class": line.pay_class.value,
                "minutes": line.minutes,
                "cents": line.cents,
            }
            for line in found.changes
        ],
    }
    return json.dumps(content, ensure_ascii=False) + "\n"


def _shifts(shifts: Iterable[Assignment]) -> list[Mapping[str, str]]:
    return [{"employee": each.employee, "date": each.shift.day.isoformat()} for each in shifts]


def _people(lines: Sequence[PayLine]) -> int:
    return len({line.employee for line in lines})


def _hours(minutes: int) -> str:
    return f"{minutes // 60} h {minutes % 60:02d} min"


def _money(cents: int) -> str:
    return f"{cents / 100:.2f}"
