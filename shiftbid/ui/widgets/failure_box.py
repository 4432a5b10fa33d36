"""Says that work asked for did not come about, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from shiftbid.ui.failure_words import told_failure
from shiftbid.ui.locale_text import with_local_dates
from shiftbid.ui.worker import Failed


def show_failure(failure: Failed, parent: QWidget) -> None:
    """Open a box over the window; what was refused stands in it in the window's language, a fault of ours as it is."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if failure.expected else QMessageBox.Icon.Critical)
    box.setWindowTitle(QCoreApplication.translate("FailureBox", "This did not work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(QCoreApplication.translate("FailureBox", "This did not work. Nothing was changed."))
    box.setInformativeText(with_local_dates(told_failure(failure.message)) if failure.expected else failure.message)
    box.addButton(QCoreApplication.translate("FailureBox", "&Close"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
