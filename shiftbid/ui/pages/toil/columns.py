"""Columns of the balances."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.ui.locale_text import duration_text
from shiftbid.ui.pages.toil.presenter import BalanceRecord
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.statement_tables import last_day_order, last_day_text


def _soon(record: BalanceRecord, theme: Theme) -> Tone | None:
    return theme.tight if record.soon_minutes else None


BALANCES: tuple[Column[BalanceRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Toil", "Person"), lambda each: each.name),
    Column(
        lambda: QCoreApplication.translate("Toil", "Balance"),
        lambda each: duration_text(each.minutes),
        lambda each: each.minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "To take"),
        lambda each: duration_text(each.free_minutes),
        lambda each: each.free_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Reserved"),
        lambda each: duration_text(each.held_minutes) if each.held_minutes else "",
        lambda each: each.held_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Taken in advance"),
        lambda each: duration_text(each.owed_minutes) if each.owed_minutes else "",
        lambda each: each.owed_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Expires in 30 days"),
        lambda each: duration_text(each.soon_minutes) if each.soon_minutes else "",
        lambda each: each.soon_minutes,
        number=True,
        tone=_soon,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Next last day"),
        lambda each: last_day_text(each.expires),
        lambda each: last_day_order(each.expires),
    ),
)
WIDE_OF_BALANCES = 0
