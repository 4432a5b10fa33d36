"""Columns of the page of one's own claims and swaps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.shift import Shift
from shiftbid.ui.case_words import exchange_state_text, moves_text, shift_words
from shiftbid.ui.locale_text import clock_span_text, day_text
from shiftbid.ui.pages.my_swaps.presenter import OwnExchangeRow, OwnShiftRow, TakeKind, TakeRow
from shiftbid.ui.template_names import name_beside_hours
from shiftbid.ui.widgets.record_model import Column, Record

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard

Board = Callable[[], "ExchangeBoard | None"]
WIDE_OF_OWN, WIDE_OF_TAKES, WIDE_OF_EXCHANGES = 3, 3, 1


def own_columns(board: Board) -> tuple[Column[OwnShiftRow], ...]:
    """Day, shift, hours, and how it stands."""
    return (
        *_shift_columns(lambda each: each.shift, board),
        Column(
            lambda: QCoreApplication.translate("Cases", "Stands"),
            lambda each: _own_text(each, board()),
            tone=lambda each, theme: theme.tight if each.offer or each.in_exchange else None,
        ),
    )


def take_columns(board: Board) -> tuple[Column[TakeRow], ...]:
    """Day, shift, hours, and how it comes to be free."""
    return (
        *_shift_columns(lambda each: each.shift, board),
        Column(lambda: QCoreApplication.translate("Cases", "How"), lambda each: _take_text(each, board())),
    )


def exchange_columns(board: Board) -> tuple[Column[OwnExchangeRow], ...]:
    """Number, moves and state."""
    return (
        Column(
            lambda: QCoreApplication.translate("Cases", "No."),
            lambda each: str(each.standing.case.number),
            lambda each: each.standing.case.number,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Who gives what"),
            lambda each: moves_text(each.standing.exchange, shown) if (shown := board()) else "",
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "State"),
            lambda each: exchange_state_text(each.standing, shown.names) if (shown := board()) else "",
            tone=lambda each, theme: theme.tight if each.waits_for_me else None,
        ),
    )


def _shift_columns(shift_of: Callable[[Record], Shift], board: Board) -> tuple[Column[Record], ...]:
    return (
        Column(
            lambda: QCoreApplication.translate("Cases", "Day"),
            lambda each: day_text(shift_of(each).day),
            lambda each: shift_of(each).span.start,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Hours"),
            lambda each: clock_span_text(shift_of(each), shown.hall.zone) if (shown := board()) else "",
            lambda each: shift_of(each).span.start,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Shift"),
            lambda each: name_beside_hours(shift_of(each).template),
        ),
    )


def _own_text(row: OwnShiftRow, board: ExchangeBoard | None) -> str:
    if board is None:
        return ""
    if row.in_exchange:
        return QCoreApplication.translate("Cases", "? in an exchange that is not decided")
    if row.offer is None:
        return QCoreApplication.translate("Cases", "yours")
    if row.offer.given_away:
        return QCoreApplication.translate("Cases", "? offered, given away")
    wanted = ", ".join(shift_words(board.shifts[each], board.hall.zone) for each in row.offer.takes)
    return QCoreApplication.translate("Cases", "? offered for {wanted}").format(wanted=wanted)


def _take_text(row: TakeRow, board: ExchangeBoard | None) -> str:
    if board is None:
        return ""
    giver = board.names.get(row.giver, row.giver)
    match row.kind:
        case TakeKind.GIVEN:
            return QCoreApplication.translate("Cases", "{name} gives it away").format(name=giver)
        case TakeKind.OPEN:
            return QCoreApplication.translate("Cases", "open: covers {count} missing half-hours").format(
                count=row.half_hours
            )
        case TakeKind.FOR_ANOTHER:
            wanted = ", ".join(shift_words(each, board.hall.zone) for each in row.wanted)
            return QCoreApplication.translate("Cases", "{name} wants {wanted} for it").format(name=giver, wanted=wanted)
