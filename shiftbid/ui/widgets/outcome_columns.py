"""Columns of bids that were kept and of those that were lost, with the reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.bid import Bid
from shiftbid.services.poll_sheets import LostWish
from shiftbid.ui.poll_words import level_word, reason_word, wished_text
from shiftbid.ui.reason_words import told_reason
from shiftbid.ui.widgets.record_model import Column

KEPT: tuple[Column[Bid], ...] = (
    Column(
        lambda: QCoreApplication.translate("Polls", "Wish"),
        lambda each: wished_text(each.template, each.day),
        lambda each: each.day.toordinal(),
    ),
    Column(
        lambda: QCoreApplication.translate("Polls", "How much"),
        lambda each: level_word(each.level),
        lambda each: int(each.level),
    ),
)
LOST: tuple[Column[LostWish], ...] = (
    Column(
        lambda: QCoreApplication.translate("Polls", "Wish"),
        lambda each: wished_text(each.bid.template, each.bid.day),
        lambda each: each.bid.day.toordinal(),
    ),
    Column(
        lambda: QCoreApplication.translate("Polls", "How much"),
        lambda each: level_word(each.bid.level),
        lambda each: int(each.bid.level),
    ),
    Column(lambda: QCoreApplication.translate("Polls", "Why not"), lambda each: reason_word(each.reason)),
    Column(lambda: QCoreApplication.translate("Polls", "Reason on record"), told_reason),
)
WIDE_OF_KEPT, WIDE_OF_LOST = 0, 3
