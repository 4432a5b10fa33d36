"""Asks why a roster is to be known later than law or agreement ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.ui.widgets.reason_dialog import ReasonDialog


def ask_why_late(shortfalls: Sequence[NoticeShortfall], parent: QWidget, plan: Callable[[str], None]) -> None:
    """Open a dialog that names every notice that is too short, and plan with the reason given there."""
    rules = [
        QCoreApplication.translate("ShortNotice", "{rule} ({article}): short by days: {days}").format(
            rule=each.rule, article=each.article, days=each.missing_days
        )
        for each in shortfalls
    ]
    sentence = QCoreApplication.translate(
        "ShortNotice",
        "The roster would be known later than law or agreement ask for. Plan a later period, or say why it comes late:",
    )
    dialog = ReasonDialog(
        QCoreApplication.translate("ShortNotice", "Short notice"), "\n".join((sentence, *rules)), parent
    )
    dialog.accepted.connect(lambda: plan(dialog.reason))
    dialog.open()
