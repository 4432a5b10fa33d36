"""Words of the window's language for claims, swaps and appeals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.appeal import AppealCause, AppealStanding
from shiftbid.domain.case import CaseState
from shiftbid.domain.exchange import Exchange, Move
from shiftbid.domain.shift import Shift
from shiftbid.ui.locale_text import clock_span_text, day_text
from shiftbid.ui.template_names import hours_with_name

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard
    from shiftbid.services.exchange_cases import ExchangeStanding


PAIR = 2


def shift_words(shift: Shift, zone: str) -> str:
    """Day, hours and template: ``Mon 2 Nov 09:00–17:00 (early-8h)``."""
    return f"{day_text(shift.day)} {hours_with_name(clock_span_text(shift, zone), shift.template)}"


def names_text(employees: Iterable[str], names: Mapping[str, str]) -> str:
    """Names of some people."""
    return ", ".join(names.get(each, each) for each in employees)


def case_state_word(state: CaseState) -> str:
    """How a case stands, with a sign before it."""
    match state:
        case CaseState.OPEN:
            return QCoreApplication.translate("Cases", "? open")
        case CaseState.DONE:
            return QCoreApplication.translate("Cases", "✓ carried out")
        case CaseState.REFUSED:
            return QCoreApplication.translate("Cases", "✗ refused")
        case CaseState.WITHDRAWN:
            return QCoreApplication.translate("Cases", "– taken back")
        case CaseState.ANSWERED:
            return QCoreApplication.translate("Cases", "? answered, waits for the decision")
        case CaseState.UPHELD:
            return QCoreApplication.translate("Cases", "✓ upheld")
        case CaseState.DISMISSED:
            return QCoreApplication.translate("Cases", "✗ dismissed")


def exchange_state_text(standing: ExchangeStanding, names: Mapping[str, str]) -> str:
    """How an exchange stands, and whom it waits for."""
    if standing.waits_for:
        return QCoreApplication.translate("Cases", "? waits for {names}").format(
            names=names_text(standing.waits_for, names)
        )
    if standing.waits_for_manager:
        return QCoreApplication.translate("Cases", "? agreed, waits for a manager")
    return case_state_word(standing.case.state)


def moves_text(exchange: Exchange, board: ExchangeBoard) -> str:
    """Who gives and takes what; of two who swap it is enough to say what each gives."""
    pair = len(exchange.moves) == PAIR
    return "; ".join(
        _move_text(Move(each.employee, each.gives, None) if pair and each.gives else each, board)
        for each in exchange.moves
    )


def cause_word(cause: AppealCause) -> str:
    """What somebody complains about."""
    match cause:
        case AppealCause.LOST_WISH:
            return QCoreApplication.translate("Cases", "a lost wish")
        case AppealCause.UNWISHED_SHIFT:
            return QCoreApplication.translate("Cases", "a shift against my wish")
        case AppealCause.BURDEN:
            return QCoreApplication.translate("Cases", "an uneven burden")
        case AppealCause.RULES:
            return QCoreApplication.translate("Cases", "a rule seems broken")
        case AppealCause.RECORD:
            return QCoreApplication.translate("Cases", "something is recorded wrongly")
        case AppealCause.OTHER:
            return QCoreApplication.translate("Cases", "something else")


def appeal_state_text(standing: AppealStanding, now: int) -> str:
    """How an appeal stands at an instant (UTC seconds), and whether its deadline has passed."""
    if standing.state is CaseState.OPEN:
        word = QCoreApplication.translate("Cases", "? waits for an answer")
    else:
        word = case_state_word(standing.state)
    return QCoreApplication.translate("Cases", "{state}, late").format(state=word) if standing.is_late(now) else word


def _move_text(move: Move, board: ExchangeBoard) -> str:
    name, zone = board.names.get(move.employee, move.employee), board.hall.zone
    gives, takes = (
        None if shift is None else shift_words(board.shifts[shift], zone) if shift in board.shifts else shift
        for shift in (move.gives, move.takes)
    )
    if gives is None:
        return QCoreApplication.translate("Cases", "{name} takes {takes}").format(name=name, takes=takes)
    if takes is None:
        return QCoreApplication.translate("Cases", "{name} gives {gives}").format(name=name, gives=gives)
    return QCoreApplication.translate("Cases", "{name} gives {gives} for {takes}").format(
        name=name, gives=gives, takes=takes
    )
