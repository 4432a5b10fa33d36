"""My data: everything that is stored about the person, and who can read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.services.own_view import OwnView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.case_words import case_state_word, cause_word, exchange_state_text, moves_text, shift_words
from shiftbid.ui.locale_text import hours_text, number_text, period_text, short_date_text
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.poll_words import moment_text
from shiftbid.ui.request_words import request_days_text, request_state_word
from shiftbid.ui.terms import hours_system_word, leave_word
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import OwnMatters

VALUE = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stored about the person."""

    what: str
    value: str


class MyDataPage(OwnPage):
    """A list of facts, and a sentence on who reads them."""

    name = PageName.MY_DATA

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.table: RecordTable[Fact] = RecordTable(
            (
                Column(lambda: self.tr("What"), lambda each: each.what),
                Column(lambda: self.tr("Stored"), lambda each: each.value),
            ),
            VALUE,
            appearance,
            self.content,
        )
        self._readers = Sentence(self.content)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._readers)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("What is stored about me"))
        self._readers.setText(
            self.tr(
                "Managers and payroll clerks can read all of this. Nobody reads what lies in a ballot or bid before "
                "the close, and never whose ballot was which; PINs are stored as hashes only. Rosters and the public "
                "record of rounds hold your number, shifts and, after the close, your wishes. The program keeps no "
                "list of who has looked; of each answer to a request it keeps who gave it and when. Offers, exchanges, "
                "proposals and comments are read by everybody of the hall, with your name."
            )
        )

    @override
    def fill(self, shown: OwnView) -> None:
        self.table.set_records(tuple(facts(shown)))


def facts(view: OwnView) -> Iterator[Fact]:
    """Everything that the database holds about a person, in words."""
    person, zone = view.person, view.hall.zone
    yield Fact(QCoreApplication.translate("MyData", "Name and number"), f"{person.name}, {person.id}")
    yield Fact(QCoreApplication.translate("MyData", "Hall"), view.hall.name)
    yield Fact(
        QCoreApplication.translate("MyData", "Contract"),
        f"{hours_system_word(person.system)}, {hours_text(person.contract_minutes)} h",
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
