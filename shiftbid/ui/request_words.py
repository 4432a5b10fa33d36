"""Words of the window's language for requests for time off, and what rows say of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.request import RequestAct, RequestState, TimeOffRequest
from shiftbid.domain.timeline import local_day
from shiftbid.ui.locale_text import day_text, short_date_text


def request_state_word(state: RequestState) -> str:
    """How a request stands, with a sign before it."""
    match state:
        case RequestState.ASKED:
            return QCoreApplication.translate("Requests", "? waits for an answer")
        case RequestState.GRANTED:
            return QCoreApplication.translate("Requests", "✓ granted")
        case RequestState.REFUSED:
            return QCoreApplication.translate("Requests", "✗ refused")
        case RequestState.TAKEN:
            return QCoreApplication.translate("Requests", "✓ taken")
        case RequestState.CANCELLED:
            return QCoreApplication.translate("Requests", "– taken back")


def request_days_text(request: TimeOffRequest, zone: str) -> str:
    """First and last day of a request."""
    first, last = local_day(request.span.start, zone), local_day(request.span.end - 1, zone)
    return short_date_text(first) if first == last else f"{day_text(first)} – {short_date_text(last)}"


def answer_text(request: TimeOffRequest) -> str:
    """Reason that was given with the answer; empty where there is none yet."""
    answers = [step for step in request.steps if step.act is not RequestAct.ASK]
    return answers[-1].reason if answers else ""
