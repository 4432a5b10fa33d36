"""Columns of the balances, of the lots and of the journal."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from shiftbid.ui.locale_text import duration_text, short_date_text
from shiftbid.ui.pages.toil.presenter import BalanceRecord, EntryRecord, LotRecord
from shiftbid.ui.terms import entry_word, lot_word
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.record_model import Column


def _soon(record: BalanceRecord, theme: Theme) -> Tone | None:
    return theme.tight if record.soon_minutes else None


def _lot_soon(record: LotRecord, theme: Theme) -> Tone | None:
    return theme.tight if record.soon else None


def _last_day(expires: date | None) -> str:
    return short_date_text(expires) if expires else "—"


def _order(expires: date | None) -> int:
    return (expires or date.max).toordinal()


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
        lambda each: _last_day(each.expires),
        lambda each: _order(each.expires),
    ),
)
LOTS: tuple[Column[LotRecord], ...] = (
    Column(lambda: QCoreApplication.translate("Toil", "Earned as"), lambda each: lot_word(each.kind)),
    Column(
        lambda: QCoreApplication.translate("Toil", "Left"),
        lambda each: duration_text(each.minutes),
        lambda each: each.minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Last day"),
        lambda each: _last_day(each.expires),
        lambda each: _order(each.expires),
        tone=_lot_soon,
    ),
)
ENTRIES: tuple[Column[EntryRecord], ...] = (
    Column(
        lambda: QCoreApplication.translate("Toil", "Date"),
        lambda each: short_date_text(each.day),
        lambda each: each.day.toordinal(),
    ),
    Column(lambda: QCoreApplication.translate("Toil", "What happened"), lambda each: entry_word(each.kind)),
    Column(
        lambda: QCoreApplication.translate("Toil", "Change"),
        lambda each: duration_text(each.change_minutes),
        lambda each: each.change_minutes,
        number=True,
    ),
    Column(
        lambda: QCoreApplication.translate("Toil", "Balance"),
        lambda each: duration_text(each.balance_minutes),
        lambda each: each.balance_minutes,
        number=True,
    ),
    Column(lambda: QCoreApplication.translate("Toil", "Source"), lambda each: each.source),
)
WIDE_OF_BALANCES, WIDE_OF_LOTS, WIDE_OF_ENTRIES = 0, 0, 4
