"""``shiftbid round``: the staff of a hall bid for the shifts of a period."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from shiftbid.cli.exit_status import BROKEN, reported_errors
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
    write_json,
)
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.cli.short_notice import late_option_named
from shiftbid.domain.poll import Poll, PollAct, PollKind
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.timeline import format_instant
from shiftbid.services.application import Application
from shiftbid.services.poll_desk import AwardTerms, PollName

bidding_round = typer.Typer(no_args_is_help=True, help="The staff of a hall bid for the shifts of a period.")


@bidding_round.command(name="open")
def open_(
    context: typer.Context,
    hall: HallId,
    manager: Manager,
    trustee: Trustee,
    until: Until,
    method: Annotated[
        RoundMethod | None, typer.Option(help="How the round is awarded; as the hall has agreed where left out.")
    ] = None,
    late_because: LateBecause = "",
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Open the bidding on the menu that the hall's vote adopted."""
    application: Application = context.obj
    opening = asked_opening(manager, trustee, until, late_because)
    with reported_errors(), late_option_named(), application.poll_desk(url) as desk:
        name = PollName(PollKind.ROUND, hall, day_text(first))
        desk.open_round(name, opening, method)
        view = desk.view(name)
    if as_json:
        write_json(view_object(view))
    else:
        say(view_lines(view))


@bidding_round.command()
def bid(
    context: typer.Context,
    hall: HallId,
    person: Person,
    wish: Annotated[
        list[str] | None,
        typer.Argument(help="LEVEL:WHAT[:WHEN], such as want:early:tue, like:off:2026-01-09, avoid:late."),
    ] = None,
    colleague: Annotated[
        str | None, typer.Option("--for", metavar="EMPLOYEE", help="Colleague who consented that you bid for them.")
    ] = None,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Give all your wishes. Until the deadline new ones replace them; no wish at all takes them back."""
    application: Application = context.obj
    bidder = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        bids = desk.bid(PollName(PollKind.ROUND, hall, day_text(first)), bidder, wish or (), colleague)
    told = [
        {"date": each.day.isoformat(), "template": each.template, "level": each.level.name.lower()} for each in bids
    ]
    if as_json:
        write_json({"bids": told})
        return
    for each in told:
        say(f"  {each['date']}  {each['template'] or 'day off'}  {each['level']}")
    say(f"{len(told)} bids are sealed.")


@bidding_round.command()
def standing(
    context: typer.Context,
    person: Person,
    wish: Annotated[
        list[str] | None, typer.Argument(help="LEVEL:WHAT[:WEEKDAY], such as want:off:tue, like:early.")
    ] = None,
    url: Url = None,
) -> None:
    """Give the wishes that stand for you in rounds opened from now on, where you do not bid; none: no wish stands."""
    application: Application = context.obj
    by = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        kept = desk.keep_standing(by, wish or ())
    say(f"{len(kept.wishes)} wishes stand.")


@bidding_round.command()
def proxy(
    context: typer.Context,
    person: Person,
    to: Annotated[
        str | None, typer.Option(metavar="EMPLOYEE", help="Colleague who bids for you; left out: nobody does any more.")
    ] = None,
    url: Url = None,
) -> None:
    """Consent that a colleague bids for you from now on, or take that consent back."""
    application: Application = context.obj
    by = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        consent = desk.consent_to_proxy(by, to)
    say("Nobody bids for you." if consent.proxy is None else f"{consent.proxy} may bid for you.")


@bidding_round.command()
def given(
    context: typer.Context, hall: HallId, person: Person, first: First = None, url: Url = None, as_json: AsJson = False
) -> None:
    """Show when and by whom bids were given for you; the last one counts."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.poll_desk(url) as desk:
        name = PollName(PollKind.ROUND, hall, day_text(first))
        bids, zone = desk.given_bids(name, who), desk.view(name).zone
    if as_json:
        write_json({"given": [asdict(each) for each in bids]})
        return
    for each in bids:
        say(f"  {format_instant(each.given_at, zone)}  {each.by}{', for you' if each.by_proxy else ''}")
    say(f"{len(bids)} bids were given.")


@bidding_round.command()
def close(
    context: typer.Context,
    hall: HallId,
    trustee: Trustee,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Close the round after its deadline: the bids are fixed, then opened."""
    application: Application = context.obj
    holder = asked(trustee)
    with reported_errors(), application.poll_desk(url) as desk:
        poll = desk.close(PollName(PollKind.ROUND, hall, day_text(first)), holder)
    if as_json:
        write_json(poll_object(poll))
    else:
        say(_told(poll))


@bidding_round.command()
def award(
    context: typer.Context,
    hall: HallId,
    manager: Manager,
    first: First = None,
    out: Annotated[Path | None, typer.Option(help="Write the published files there too.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Cores to use; all where left out.")] = None,
    late_because: LateBecause = "",
    url: Url = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON and nothing else.")] = False,
) -> None:
    """Award the shifts of the closed round and publish the roster. Exit 1 where a rule is broken."""
    from shiftbid.cli.summary_table import print_summary

    application: Application = context.obj
    by = asked(manager)
    with reported_errors(), late_option_named(), application.poll_desk(url) as desk:
        name = PollName(PollKind.ROUND, hall, day_text(first))
        with progress_on_terminal("award") as listener:
            outcome = desk.award(name, by, AwardTerms(workers or os.cpu_count() or 1, out, late_because), listener)
    if as_json:
        sys.stdout.write(outcome.summary_json + "\n")
    else:
        print_summary(outcome.publication, [])
    if any(each.findings for each in outcome.publication.halls):
        raise typer.Exit(BROKEN)


@bidding_round.command()
def final(context: typer.Context, hall: HallId, manager: Manager, first: First = None, url: Url = None) -> None:
    """Declare the award final."""
    application: Application = context.obj
    by = asked(manager)
    with reported_errors(), application.poll_desk(url) as desk:
        poll = desk.finish(PollName(PollKind.ROUND, hall, day_text(first)), by)
    say(f"Round {poll.id} is final.")


@bidding_round.command()
def withdraw(
    context: typer.Context, hall: HallId, manager: Manager, reason: Reason, first: First = None, url: Url = None
) -> None:
    """Withdraw the round; boxes still sealed stay so for good."""
    application: Application = context.obj
    by = asked(manager)
    with reported_errors(), application.poll_desk(url) as desk:
        poll = desk.withdraw(PollName(PollKind.ROUND, hall, day_text(first)), by, reason)
    say(f"Round {poll.id} is withdrawn.")


@bidding_round.command()
def fairness(
    context: typer.Context, hall: HallId, first: First = None, url: Url = None, as_json: AsJson = False
) -> None:
    """Show how fair the award is: satisfaction, burden, envy, and the last six rounds together."""
    application: Application = context.obj
    with reported_errors(), application.poll_desk(url) as desk:
        report = desk.fairness(PollName(PollKind.ROUND, hall, day_text(first)))
    told = {"award": dict(report.award), "carried_over": dict(report.carried)}
    if as_json:
        write_json({"hall": report.hall, "first": report.first.isoformat(), **told})
        return
    say(f"Award of {report.hall} from {report.first}")
    for line in (*_figures(report.award), "", f"The last {report.carried['rounds']} rounds together"):
        say(line)
    for line in _figures(report.carried):
        say(line)


def _figures(report: Mapping[str, Any]) -> list[str]:
    """Figures of a fairness report, one line for each thing that is spread."""
    return [
        f"  {name.replace('_', ' '):<28}"
        + ("  ".join(f"{key.replace('_', ' ')} {figure:g}" for key, figure in value.items()))
        for name, value in ((name, value) for name, value in report.items() if isinstance(value, dict))
    ] + [
        f"  {name.replace('_', ' '):<28}{value:g}"
        for name, value in report.items()
        if not isinstance(value, dict) and name != "rounds"
    ]


@bidding_round.command()
def show(context: typer.Context, hall: HallId, first: First = None, url: Url = None, as_json: AsJson = False) -> None:
    """Show what may be bid on, how many have bid, and after the close what everybody wished."""
    application: Application = context.obj
    with reported_errors(), application.poll_desk(url) as desk:
        view = desk.view(PollName(PollKind.ROUND, hall, day_text(first)))
    if as_json:
        write_json(view_object(view))
    else:
        say(view_lines(view))
        say(_told(view.poll))


def _told(poll: Poll) -> str:
    """How a round stands after its close, in a few lines."""
    closing, revealed = poll.content_of(PollAct.CLOSE), poll.content_of(PollAct.REVEAL)
    if closing is None or revealed is None:
        return "The bids are sealed."
    fixed, opened = json.loads(closing), json.loads(revealed)
    lines = [
        f"{len(opened['bids'])} people bid; root {fixed['root']}",
        *(f"  {each['employee']}: {len(each['wishes'])} wishes" for each in opened["bids"]),
        *(f"  {employee}: by standing wishes" for employee in opened["standing"]),
        *(f"  {each['employee']}: given by {each['given_by']}, by proxy" for each in opened["by_proxy"]),
        *(f"  {employee}: the box held no bid" for employee in opened["spoiled"]),
    ]
    return "\n".join(lines)
