"""``shiftbid appeal``: complaints about an award, from raising to decision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from shiftbid.cli.case_output import case_object, tell_case
from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import AsJson, First, HallId, Manager, Person, Url, asked, day_text, say, write_json
from shiftbid.domain.appeal import AppealCause, AppealStanding
from shiftbid.domain.case import Case, CaseAct
from shiftbid.domain.timeline import format_instant
from shiftbid.services.application import Application
from shiftbid.services.exchange_desk import WrittenRoster
from shiftbid.services.shift_names import shift_name

appeal = typer.Typer(no_args_is_help=True, help="Complaints about an award: raised, answered, decided.")

Number = Annotated[int, typer.Argument(metavar="APPEAL", help="Number of the appeal, as `list` shows it.")]
Why = Annotated[str, typer.Option(help="The reason, which the person reads.")]


@appeal.command(name="raise")
def raise_(
    context: typer.Context,
    hall: HallId,
    person: Person,
    shift: Annotated[str, typer.Argument(metavar="TEMPLATE:DATE", help="The shift it is about, yours or not.")],
    cause: Annotated[AppealCause, typer.Option(help="What is wrong.")],
    text: Annotated[str, typer.Option(help="What is wrong, in your words.")],
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Complain about a shift that you have, or have not."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.appeal_desk(url) as desk:
        case = desk.raise_(WrittenRoster(hall, day_text(first)), who, shift, cause, text)
    tell_case(case, as_json)


@appeal.command()
def answer(
    context: typer.Context,
    hall: HallId,
    manager: Manager,
    number: Number,
    text: Annotated[str, typer.Option(help="What you say to it; the recomputed reason stands beside.")] = "",
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Answer an appeal: the reason is found anew and put on record."""
    application: Application = context.obj
    who = asked(manager)
    with reported_errors(), application.appeal_desk(url) as desk:
        case = desk.answer(WrittenRoster(hall, day_text(first)), who, number, text)
    tell_case(case, as_json)


@appeal.command()
def decide(
    context: typer.Context,
    hall: HallId,
    person: Person,
    number: Number,
    upheld: Annotated[bool, typer.Option("--uphold/--dismiss", help="Whether the appeal is right.")],
    reason: Why,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Decide an answered appeal, as somebody who does not manage the raiser."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.appeal_desk(url) as desk:
        act = desk.uphold if upheld else desk.dismiss
        case = act(WrittenRoster(hall, day_text(first)), who, number, reason)
    tell_case(case, as_json)


@appeal.command()
def withdraw(
    context: typer.Context,
    hall: HallId,
    person: Person,
    number: Number,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Take your own appeal back."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.appeal_desk(url) as desk:
        case = desk.withdraw(WrittenRoster(hall, day_text(first)), who, number)
    tell_case(case, as_json)


@appeal.command(name="list")
def list_(context: typer.Context, hall: HallId, first: First = None, url: Url = None, as_json: AsJson = False) -> None:
    """Show every appeal about a roster, with answers, decisions and deadlines."""
    application: Application = context.obj
    with reported_errors(), application.appeal_desk(url) as desk:
        appeals, now, zone = desk.all(WrittenRoster(hall, day_text(first))), desk.now(), desk.zone(hall)
    if as_json:
        write_json({"appeals": [{**case_object(case), "late": each.is_late(now)} for case, each in appeals]})
        return
    for case, each in appeals:
        say("\n".join(_lines(case, each, now, zone)))


@appeal.command()
def statistics(context: typer.Context, hall: HallId, url: Url = None, as_json: AsJson = False) -> None:
    """Show what became of a hall's appeals, by cause."""
    application: Application = context.obj
    with reported_errors(), application.appeal_desk(url) as desk:
        found = desk.statistics(hall)
    if as_json:
        write_json({"causes": {cause.value: asdict(each) for cause, each in found.items()}})
        return
    for cause, each in found.items():
        took = "" if each.median_minutes is None else f", median {each.median_minutes / 60:.1f} hours"
        say(
            f"{cause}: {each.raised} raised, {each.waiting} waiting, {each.upheld} upheld, {each.dismissed} dismissed, "
            f"{each.withdrawn} withdrawn, {each.late} late{took}"
        )


def _lines(case: Case, standing: AppealStanding, now: int, zone: str) -> Iterator[str]:
    raised = standing.appeal
    urgent, late = "urgent, " if raised.urgent else "", ", late" if standing.is_late(now) else ""
    yield (
        f"Appeal {case.number} ({standing.state}{late}): {raised.employee}, {shift_name(raised.shift)}, "
        f"{raised.cause}, {urgent}due {format_instant(raised.due_at, zone)}"
    )
    yield f"  {raised.text}"
    for step in case.steps:
        said = json.loads(step.content)
        if step.act is CaseAct.ANSWER:
            yield f"  answer: {said['text']} Found anew: {said['sentence']}"
            if said["recorded"] is not None:
                yield f"  on record: {said['recorded']}"
        elif "reason" in said:
            yield f"  {step.act}: {said['reason']}"
