"""``shiftbid vote``: the staff of a hall vote on shift templates."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import (
    AsJson,
    First,
    HallId,
    LateBecause,
    Manager,
    Person,
    Reason,
    Trustee,
    Until,
    Url,
    asked,
    asked_opening,
    day_text,
    poll_object,
    say,
    view_lines,
    view_object,
    write_file,
    write_json,
)
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.cli.proposals import add_proposal_commands
from shiftbid.cli.rules_note import RULES_HELP
from shiftbid.cli.short_notice import late_option_named
from shiftbid.cli.vote_result import inquiry_lines, inquiry_object, result_lines, result_object
from shiftbid.domain.ballot import Answer, VoteMethod
from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollState
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.services.application import Application
from shiftbid.services.poll_desk import NewVote, PollName

vote = typer.Typer(no_args_is_help=True, help="The staff of a hall vote on shift templates.")
Templates = Annotated[list[str] | None, typer.Option(help="Template; give it again for more.")]


@vote.command(name="open")
def open_(
    context: typer.Context,
    hall: Annotated[list[str], typer.Option("--hall", help="Hall; give it again for halls of one place.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="First day of the period.")],
    manager: Manager,
    trustee: Trustee,
    until: Until,
    weeks: Annotated[int, typer.Option(min=1, max=26, help="Weeks to plan.")] = 4,
    quorum: Annotated[int, typer.Option(min=1, help="Fewest ballots with which the vote counts.")] = 1,
    method: Annotated[
        VoteMethod, typer.Option(help="How ballots elect a set of templates that covers the demand.")
    ] = VoteMethod.PROPORTIONAL,
    seats: Annotated[
        int | None, typer.Option(min=1, help="Templates that are adopted; seven for each desk where left out.")
    ] = None,
    most_missing: Annotated[
        float, typer.Option(metavar="PERCENT", help="Share of the demand left missing beyond the fewest possible.")
    ] = BallotTerms().tolerance_percent,
    most_extra_hours: Annotated[
        float, typer.Option(metavar="PERCENT", help="Paid hours beyond those of the cheapest menu.")
    ] = BallotTerms().most_extra_hours_percent,
    rules: Annotated[str | None, typer.Option(help=RULES_HELP)] = None,
    staff_to: Annotated[
        str, typer.Option(help="Footfall to staff for: mean, +10% or a forecast quantile such as q0.8.")
    ] = "mean",
    seed: Annotated[int, typer.Option(help="Seed of the search.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Cores to use; all where left out.")] = None,
    late_because: LateBecause = "",
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Find what halls need and the templates that cover it well, and put these to the vote."""
    application: Application = context.obj
    opening = asked_opening(manager, trustee, until, late_because)
    with reported_errors(), late_option_named(), application.poll_desk(url) as desk:
        new = NewVote(
            halls=tuple(dict.fromkeys(hall)),
            period=Period.of_weeks(first.date(), weeks),
            pack=rules,
            staff_to=StaffingLevel.parse(staff_to),
            seed=seed,
            workers=workers or os.cpu_count() or 1,
            quorum=quorum,
            ballot=BallotTerms(method, seats, most_missing, most_extra_hours),
        )
        with progress_on_terminal("vote") as listener:
            polls = desk.open_vote(new, opening, listener)
        views = [desk.view(PollName(PollKind.VOTE, each.hall, each.period.first.isoformat())) for each in polls]
    if as_json:
        write_json({"votes": [view_object(view) for view in views]})
    else:
        say("\n".join(view_lines(view) for view in views))


@vote.command()
def cast(
    context: typer.Context,
    hall: HallId,
    person: Person,
    want: Templates = None,
    accept: Templates = None,
    cannot: Templates = None,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Give your ballot: templates you want, can live with, cannot. Until the deadline a new one replaces it."""
    application: Application = context.obj
    voter = asked(person)
    given = ((Answer.WANT, want), (Answer.ACCEPT, accept), (Answer.CANNOT, cannot))
    named = [(template, answer) for answer, templates in given for template in templates or ()]
    with reported_errors(), application.poll_desk(url) as desk:
        twice = sorted({name for name, _ in named if sum(name == other for other, _ in named) > 1})
        if twice:
            problems = [f"{name} is answered more than once: answer it once" for name in twice]
            raise InputError("ballot", problems)
        receipt = desk.cast(PollName(PollKind.VOTE, hall, day_text(first)), voter, dict(named))
    if as_json:
        write_json({"receipt": receipt})
    else:
        say(f"Your ballot is sealed. After the count it is published under the number {receipt}: keep it to yourself.")


@vote.command()
def close(
    context: typer.Context,
    hall: HallId,
    trustee: Trustee,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Close the vote after its deadline, open the boxes and count."""
    application: Application = context.obj
    holder = asked(trustee)
    with reported_errors(), application.poll_desk(url) as desk:
        poll = desk.close(PollName(PollKind.VOTE, hall, day_text(first)), holder)
    if as_json:
        write_json(poll_object(poll))
    else:
        say(_told(poll))


@vote.command()
def withdraw(
    context: typer.Context, hall: HallId, manager: Manager, reason: Reason, first: First = None, url: Url = None
) -> None:
    """Withdraw the vote; boxes still sealed stay so for good."""
    application: Application = context.obj
    by = asked(manager)
    with reported_errors(), application.poll_desk(url) as desk:
        poll = desk.withdraw(PollName(PollKind.VOTE, hall, day_text(first)), by, reason)
    say(f"Vote {poll.id} is withdrawn.")


@vote.command()
def show(
    context: typer.Context,
    hall: HallId,
    first: First = None,
    record: Annotated[
        Path | None, typer.Option(help="Write the record of the count there, for `shiftbid verify`.")
    ] = None,
    why: Annotated[
        bool, typer.Option(help="Say what each rejected template would have displaced, and who was left short.")
    ] = False,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Show the templates, how many took part, and after the count the result and the ballots under their numbers."""
    application: Application = context.obj
    with reported_errors(), application.poll_desk(url) as desk:
        name = PollName(PollKind.VOTE, hall, day_text(first))
        view = desk.view(name)
        if record is not None:
            write_file(record, desk.election_file(name))
        counted = view.poll.state is PollState.COUNTED
        result = desk.result(name) if counted else None
        inquiry = desk.inquire(name) if counted and why else None
    if as_json:
        shown = {"result": result_object(result)} if result else {}
        asked_why = {"inquiry": inquiry_object(inquiry)} if inquiry else {}
        write_json({**view_object(view), **shown, **asked_why})
        return
    say(view_lines(view))
    say(_told(view.poll))
    for line in (*(result_lines(result) if result else ()), *(inquiry_lines(inquiry) if inquiry else ())):
        say(line)


def _told(poll: Poll) -> str:
    """How a vote ended, in a few lines."""
    if content := poll.content_of(PollAct.LAPSE):
        found = json.loads(content)
        return f"{found['boxes']} ballots are fewer than the quorum of {found['quorum']}: nothing is counted."
    content = poll.content_of(PollAct.COUNT)
    if content is None:
        return "Nothing is counted yet."
    found = json.loads(content)
    election = found["election"]
    adopted = election["adopted"]
    lines = [
        f"{len(election['ballots'])} ballots adopt {', '.join(adopted['templates'])};"
        f" {found['spoiled']} boxes held none.",
        *(
            f"  {each['template']}: {each['want']} want, {each['accept']} accept, {each['cannot']} cannot"
            for each in election["tally"]
        ),
        *(
            f"  ballot {each['id']}: {', '.join(f'{name} {said}' for name, said in each['answers'].items()) or 'empty'}"
            for each in election["ballots"]
        ),
    ]
    return "\n".join(lines)


add_proposal_commands(vote)
