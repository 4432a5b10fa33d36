"""``shiftbid vote propose|comment|proposals``: templates that people propose for the next vote of their hall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import AsJson, HallId, Person, Url, asked, say, write_json
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import WEEKDAYS
from shiftbid.domain.shift import template_breaks_text
from shiftbid.domain.timeline import format_minute
from shiftbid.services.application import Application
from shiftbid.services.proposal_text import JudgedProposal, TemplateText


def add_proposal_commands(vote: typer.Typer) -> None:
    """Add the commands to those of a vote."""
    vote.command()(propose)
    vote.command()(comment)
    vote.command()(proposals)


def propose(
    context: typer.Context,
    hall: HallId,
    person: Person,
    start: Annotated[str, typer.Option(help="Start, such as 09:00.")],
    end: Annotated[str, typer.Option(help="End, such as 17:30; not after the start: the next day.")],
    breaks: Annotated[str, typer.Option(help="Breaks, such as 13:00/30/unpaid; joined by ';'.")] = "",
    on: Annotated[
        str, typer.Option(help="Weekdays on which it may run, such as mon,tue,fri; all where left out.")
    ] = "",
    skill: Annotated[str, typer.Option(help="Desk that it works at.")] = "counter",
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Propose a template for the next vote; it is checked for law and cover at once."""
    application: Application = context.obj
    by = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        text = TemplateText(start, end, breaks, _weekdays(on), skill)
        judged = desk.propose(hall, by, text)
    if as_json:
        write_json(_object(judged))
    else:
        say("\n".join(_lines(judged)))


def comment(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="Number of the proposal.")],
    text: Annotated[str, typer.Argument(help="What you think of it; everybody of the hall can read it.")],
    hall: HallId,
    person: Person,
    url: Url = None,
) -> None:
    """Say what you think of a proposal."""
    application: Application = context.obj
    by = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        commented = desk.comment(hall, number, by, text)
    say(f"Proposal {commented.number} has {len(commented.comments)} comments now.")


def proposals(context: typer.Context, hall: HallId, url: Url = None, as_json: AsJson = False) -> None:
    """List the proposals of a hall, what was said of them, and what became of them."""
    application: Application = context.obj
    with reported_errors(), application.poll_desk(url) as desk:
        found = desk.proposals(hall)
    if as_json:
        write_json({"proposals": [_object(each) for each in found]})
    else:
        say("\n".join(line for each in found for line in _lines(each)) or "Nothing is proposed.")


def _weekdays(text: str) -> frozenset[int]:
    named = [part.strip().lower() for part in text.split(",") if part.strip()]
    unknown = [part for part in named if part not in WEEKDAYS]
    if unknown:
        raise InputError("--on", [f"{part!r}: write {', '.join(WEEKDAYS)}" for part in unknown])
    return frozenset(map(WEEKDAYS.index, named)) or frozenset(range(len(WEEKDAYS)))


def _lines(judged: JudgedProposal) -> Iterator[str]:
    proposal = judged.proposal
    template = proposal.template
    days = ",".join(WEEKDAYS[day] for day in sorted(template.weekdays))
    yield (
        f"{proposal.number}: {template.id}  {format_minute(template.start_minute)}-{format_minute(template.end_minute)}"
        f"  {template_breaks_text(template) or 'no break'}  {days}  by {proposal.by}"
    )
    if judged.demand_half_hours:
        yield f"  covers {judged.covered_half_hours} of {judged.demand_half_hours} half-hours with demand"
    yield f"  {_fate(judged)}"
    yield from (f"  {each.by}: {each.text}" for each in proposal.comments)


def _fate(judged: JudgedProposal) -> str:
    verdict = judged.verdict
    if verdict is None:
        return "legal; waits for the next vote"
    return f"{'put to the vote' if verdict.is_put_to_vote else 'not put to the vote'}: {verdict.reason}"


def _object(judged: JudgedProposal) -> dict[str, Any]:
    proposal, verdict = judged.proposal, judged.verdict
    return {
        "number": proposal.number,
        "template": proposal.template.id,
        "by": proposal.by,
        "at": proposal.at,
        "covered_half_hours": judged.covered_half_hours,
        "demand_half_hours": judged.demand_half_hours,
        "is_put_to_vote": None if verdict is None else verdict.is_put_to_vote,
        "reason": None if verdict is None else verdict.reason,
        "comments": [{"by": each.by, "at": each.at, "text": each.text} for each in proposal.comments],
    }
