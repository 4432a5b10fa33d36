"""``shiftbid swap``: claims and swaps of shifts after the award."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shiftbid.cli.case_output import case_object, tell_case
from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import AsJson, First, HallId, Manager, Person, Url, asked, day_text, say, write_json
from shiftbid.domain.case import CaseKind
from shiftbid.domain.timeline import format_instant
from shiftbid.services.application import Application
from shiftbid.services.exchange_desk import WrittenRoster
from shiftbid.services.shift_names import shift_name

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard
    from shiftbid.services.exchange_cases import ExchangeStanding

swap = typer.Typer(no_args_is_help=True, help="Claim and swap shifts after the award.")

Exchange = Annotated[int, typer.Argument(metavar="EXCHANGE", help="Number of the exchange, as `list` shows it.")]
Why = Annotated[str, typer.Option("--reason", help="Why; a manager has to say.")]
Gives = Annotated[str, typer.Option("--give", metavar="TEMPLATE:DATE", help="Your own shift.")]


@swap.command()
def offer(
    context: typer.Context,
    hall: HallId,
    person: Person,
    gives: Gives,
    takes: Annotated[
        list[str] | None,
        typer.Option("--take", metavar="TEMPLATE:DATE", help="A shift you would take for it; may be given often."),
    ] = None,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Offer a shift of yours: without --take it is given away, else anybody may give one of those for it."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.offer(WrittenRoster(hall, day_text(first)), who, gives, takes or ())
    tell_case(case, as_json)


@swap.command()
def claim(
    context: typer.Context,
    hall: HallId,
    person: Person,
    shift: Annotated[str, typer.Argument(metavar="TEMPLATE:DATE", help="A shift given away, or one that lacks heads.")],
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Claim a shift that somebody gives away, or on which heads are missing."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.claim(WrittenRoster(hall, day_text(first)), who, shift)
    tell_case(case, as_json)


@swap.command()
def propose(
    context: typer.Context,
    hall: HallId,
    person: Person,
    gives: Gives,
    takes: Annotated[str, typer.Option("--take", metavar="TEMPLATE:DATE", help="The colleague's shift.")],
    other: Annotated[str, typer.Option("--with", metavar="EMPLOYEE", help="Employee id of the colleague.")],
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Propose to a colleague to swap a shift of yours for one of theirs."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.propose(WrittenRoster(hall, day_text(first)), who, gives, takes, other)
    tell_case(case, as_json)


@swap.command()
def find(
    context: typer.Context,
    hall: HallId,
    person: Person,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Find pairs and cycles of up to four in what people offer, and propose them to those people."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        found = desk.find(WrittenRoster(hall, day_text(first)), who)
    if as_json:
        write_json({"exchanges": [case_object(case) for case in found]})
        return
    say(f"{len(found)} exchanges are proposed.")
    for case in found:
        tell_case(case, as_json=False)


@swap.command()
def agree(
    context: typer.Context,
    hall: HallId,
    person: Person,
    exchange: Exchange,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Agree to an exchange; with the last agreement it is carried out."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.agree(WrittenRoster(hall, day_text(first)), who, exchange)
    tell_case(case, as_json)


@swap.command()
def approve(
    context: typer.Context,
    hall: HallId,
    manager: Manager,
    exchange: Exchange,
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Approve an exchange to which everybody concerned has agreed, where the hall asks for that."""
    application: Application = context.obj
    who = asked(manager)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.approve(WrittenRoster(hall, day_text(first)), who, exchange)
    tell_case(case, as_json)


@swap.command()
def refuse(
    context: typer.Context,
    hall: HallId,
    person: Person,
    exchange: Exchange,
    reason: Why = "",
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Refuse an exchange, as one of the people concerned or as a manager."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.refuse(WrittenRoster(hall, day_text(first)), who, exchange, reason)
    tell_case(case, as_json)


@swap.command()
def withdraw(
    context: typer.Context,
    hall: HallId,
    person: Person,
    kind: Annotated[CaseKind, typer.Argument(help="What you take back: offer or exchange.")],
    number: Annotated[int, typer.Argument(help="Its number.")],
    first: First = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Take back an offer or an exchange that you have proposed."""
    application: Application = context.obj
    who = asked(person)
    with reported_errors(), application.exchange_desk(url) as desk:
        case = desk.withdraw(WrittenRoster(hall, day_text(first)), who, kind, number)
    tell_case(case, as_json)


@swap.command(name="list")
def list_(context: typer.Context, hall: HallId, first: First = None, url: Url = None, as_json: AsJson = False) -> None:
    """Show offers, exchanges and the shifts that lack heads."""
    application: Application = context.obj
    with reported_errors(), application.exchange_desk(url) as desk:
        board = desk.board(WrittenRoster(hall, day_text(first)))
    if as_json:
        write_json(_board_object(board))
    else:
        say("\n".join(_board_lines(board)))


def _board_object(board: ExchangeBoard) -> dict[str, Any]:
    return {
        "version": board.version,
        "is_over": board.is_over,
        "offers": [case_object(case) for case, _ in board.offers],
        "exchanges": [
            {
                **case_object(each.case),
                "waits_for": list(each.waits_for),
                "waits_for_manager": each.waits_for_manager,
            }
            for each in board.exchanges
        ],
        "open_shifts": [
            {"shift": shift_name(each.shift.id), "places": each.places, "half_hours": each.half_hours}
            for each in board.open_shifts
        ],
    }


def _board_lines(board: ExchangeBoard) -> Sequence[str]:
    lines = [f"Roster version {board.version} of {board.hall.name}"]
    if board.is_over:
        lines.append("The round is final: nothing changes hands any more, and what was undecided has lapsed.")
    for case, each in board.offers:
        wish = f" for {' or '.join(shift_name(shift) for shift in each.takes)}" if each.takes else ", given away"
        lines.append(f"Offer {case.number}: {board.names[each.employee]} gives {shift_name(each.gives)}{wish}")
    lines += [f"Exchange {each.case.number}: {_exchange_text(each, board)}" for each in board.exchanges]
    lines += [
        f"Open: {shift_name(each.shift.id)} from {format_instant(each.shift.span.start, board.hall.zone)}, "
        f"{each.places} heads missing"
        for each in board.open_shifts
    ]
    return lines


def _exchange_text(standing: ExchangeStanding, board: ExchangeBoard) -> str:
    moves = "; ".join(
        " ".join(
            part
            for part in (
                board.names.get(each.employee, each.employee),
                f"gives {shift_name(each.gives)}" if each.gives else "",
                f"takes {shift_name(each.takes)}" if each.takes else "",
            )
            if part
        )
        for each in standing.exchange.moves
    )
    names = ", ".join(board.names.get(each, each) for each in standing.waits_for)
    waiting = f", waits for {names}" if names else ", waits for a manager" if standing.waits_for_manager else ""
    return f"{moves} ({standing.case.state}{waiting})"
