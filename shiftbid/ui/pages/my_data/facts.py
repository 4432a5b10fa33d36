"""What is stored about a person, in words of the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shiftbid.services.own_view import OwnView
from shiftbid.ui.case_words import case_state_word, cause_word, exchange_state_text, moves_text, shift_words
from shiftbid.ui.locale_text import hours_text, number_text, period_text, short_date_text
from shiftbid.ui.poll_words import moment_text
from shiftbid.ui.request_words import request_days_text, request_state_word
from shiftbid.ui.terms import hours_system_word, leave_word

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import OwnMatters


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stored about the person."""

    what: str
    value: str


def facts(view: OwnView) -> Iterator[Fact]:
    """Everything that the database holds about a person, in words."""
    person, zone = view.person, view.hall.zone
    yield Fact(QCoreApplication.translate("MyData", "Name and number"), f"{person.name}, {person.id}")
    yield Fact(QCoreApplication.translate("MyData", "Hall"), view.hall.name)
    yield Fact(
        QCoreApplication.translate("MyData", "Contract"),
        QCoreApplication.translate("MyData", "{system}, {hours} h a week").format(
            system=hours_system_word(person.system), hours=hours_text(person.contract_minutes)
        ),
    )
    yield Fact(QCoreApplication.translate("MyData", "Pay for a normal hour"), number_text(person.rate_cents / 100, 2))
    yield Fact(QCoreApplication.translate("MyData", "Skills"), ", ".join(sorted(person.skills)))
    yield Fact(QCoreApplication.translate("MyData", "Date of birth"), short_date_text(person.born))
    yield Fact(QCoreApplication.translate("MyData", "Employed since"), short_date_text(person.employed_from))
    for roster in view.rosters:
        yield Fact(
            QCoreApplication.translate("MyData", "Roster"),
            QCoreApplication.translate("MyData", "{period}: shifts {shifts}, version {version}").format(
                period=period_text(roster.period), shifts=len(roster.shifts), version=roster.version
            ),
        )
    for leave in view.leave:
        yield Fact(
            QCoreApplication.translate("MyData", "Away"),
            f"{leave_word(leave.kind)}: {moment_text(leave.span.start, zone)} – {moment_text(leave.span.end, zone)}",
        )
    for request in view.requests:
        yield Fact(
            QCoreApplication.translate("MyData", "Request"),
            f"{leave_word(request.kind)}, {request_days_text(request, zone)}: {request_state_word(request.state)}",
        )
    yield Fact(
        QCoreApplication.translate("MyData", "Journal of time off in lieu"),
        QCoreApplication.translate("MyData", "entries: {count}").format(count=len(view.statement.rows)),
    )
    for what, given in (
        (
            QCoreApplication.translate("MyData", "Ballot in the latest vote, sealed"),
            view.vote.gave_at if view.vote else None,
        ),
        (
            QCoreApplication.translate("MyData", "Bid in the latest round, sealed"),
            view.bidding.gave_at if view.bidding else None,
        ),
    ):
        if given is not None:
            yield Fact(
                what, QCoreApplication.translate("MyData", "given {moment}").format(moment=moment_text(given, zone))
            )
    for matters in view.matters:
        yield from matter_facts(matters, person.id)
    if view.standing:
        yield Fact(QCoreApplication.translate("MyData", "Standing wishes"), ", ".join(view.standing))


def matter_facts(matters: OwnMatters, employee: str) -> Iterator[Fact]:
    """What a person has brought up about a roster that has not ended, and exchanges they are part of."""
    board = matters.board
    for _, offer in board.offers:
        if offer.employee == employee:
            yield Fact(
                QCoreApplication.translate("MyData", "Shift offered"),
                shift_words(board.shifts[offer.gives], board.hall.zone),
            )
    for each in board.exchanges:
        if employee in each.exchange.concerned:
            yield Fact(
                QCoreApplication.translate("MyData", "Exchange of shifts"),
                f"{moves_text(each.exchange, board)}: {exchange_state_text(each, board.names)}",
            )
    for sheet in matters.appeals:
        yield Fact(
            QCoreApplication.translate("MyData", "Appeal"),
            f"{shift_words(sheet.shift, board.hall.zone)}, {cause_word(sheet.standing.appeal.cause)}: "
            f"{case_state_word(sheet.standing.state)}",
        )
