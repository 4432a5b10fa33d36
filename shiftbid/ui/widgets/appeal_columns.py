"""Columns of appeals, and what they say in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.case import CaseState
from shiftbid.services.appeal_sheets import AppealSheet
from shiftbid.ui.case_words import appeal_state_text, cause_word, shift_words
from shiftbid.ui.poll_words import moment_text
from shiftbid.ui.themes import Tone
from shiftbid.ui.widgets.record_model import Column

WAITING = (CaseState.OPEN, CaseState.ANSWERED)
WIDE_OF_APPEALS = 3


def appeal_columns(zone: Callable[[], str], now: Callable[[], int]) -> tuple[Column[AppealSheet], ...]:
    """Number, shift, cause, words, state and deadline."""
    return (
        Column(
            lambda: QCoreApplication.translate("Cases", "No."),
            lambda each: str(each.standing.number),
            lambda each: each.standing.number,
            number=True,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "About"),
            lambda each: shift_words(each.shift, zone()),
            lambda each: each.shift.span.start,
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Because of"),
            lambda each: cause_word(each.standing.appeal.cause),
        ),
        Column(lambda: QCoreApplication.translate("Cases", "What is said"), lambda each: each.standing.appeal.text),
        Column(
            lambda: QCoreApplication.translate("Cases", "State"),
            lambda each: appeal_state_text(each.standing, now()),
            tone=lambda each, theme: _late_tone(each, now(), theme.missed, theme.tight),
        ),
        Column(
            lambda: QCoreApplication.translate("Cases", "Decided by"),
            lambda each: moment_text(each.standing.appeal.due_at, zone()),
            lambda each: each.standing.appeal.due_at,
        ),
    )


def appeal_words(sheet: AppealSheet | None) -> str:
    """The answer, the reason found anew, what the record says, and the decision; empty before any of them."""
    if sheet is None:
        return ""
    parts = (
        (QCoreApplication.translate("Cases", "Answer: {text}"), sheet.answer),
        (QCoreApplication.translate("Cases", "Found anew: {text}"), sheet.found),
        (QCoreApplication.translate("Cases", "On record: {text}"), sheet.recorded),
        (QCoreApplication.translate("Cases", "Decision: {text}"), sheet.decision),
    )
    return "\n".join(form.format(text=text) for form, text in parts if text)


def _late_tone(sheet: AppealSheet, now: int, late: Tone, waiting: Tone) -> Tone | None:
    if sheet.standing.state not in WAITING:
        return None
    return late if sheet.standing.is_late(now) else waiting
