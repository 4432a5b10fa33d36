"""One person's statement of time off in lieu: the lots and the journal side by side, or words while both are empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import duration_text, short_date_text
from shiftbid.ui.statement_records import EntryRecord, LotRecord
from shiftbid.ui.terms import entry_word, lot_word, source_text
from shiftbid.ui.themes import Theme, Tone
from shiftbid.ui.widgets.content_or_words import ContentOrWords
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable


def last_day_text(expires: date | None) -> str:
    """Last day to take something; a dash where it lasts for ever."""
    return short_date_text(expires) if expires else "—"


def last_day_order(expires: date | None) -> int:
    """What last days are sorted by."""
    return (expires or date.max).toordinal()


def _lot_soon(record: LotRecord, theme: Theme) -> Tone | None:
    return theme.tight if record.soon else None


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
        lambda each: last_day_text(each.expires),
        lambda each: last_day_order(each.expires),
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
    Column(lambda: QCoreApplication.translate("Toil", "Source"), lambda each: source_text(each.source)),
)
WIDE_OF_LOTS, WIDE_OF_ENTRIES = 0, 4


class StatementTables(ContentOrWords):
    """What is left of which lot until when, and every entry with the balance after it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        super().__init__(splitter, parent)
        self.lots = RecordTable(LOTS, WIDE_OF_LOTS, appearance, splitter)
        self.entries = RecordTable(ENTRIES, WIDE_OF_ENTRIES, appearance, splitter)
        splitter.addWidget(self.lots)
        splitter.addWidget(self.entries)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setChildrenCollapsible(False)

    def show_statement(self, lots: Sequence[LotRecord], entries: Sequence[EntryRecord]) -> None:
        """Show a statement, in the language in force."""
        self.lots.set_records(lots)
        self.entries.set_records(entries)
        if entries:
            self.show_content()
        else:
            self.show_nothing(
                QCoreApplication.translate("Toil", "Nothing earned or taken yet"),
                QCoreApplication.translate(
                    "Toil",
                    "Time off earned by overtime, by work on rest days and holidays or by shifts with a bonus will "
                    "stand here with the last day to take it, and beside it every change of the balance. It is written "
                    "when a roster is published, and asked for on the page My requests.",
                ),
            )
