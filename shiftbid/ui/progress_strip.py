"""Shows a plan under way: how far it has come, what it does now, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from shiftbid.services.progress import Progress

STEPS = 1000


class ProgressStrip(QWidget):
    """Hidden until a plan starts.

    Signals
    -------
    cancel_pressed
        The plan is to be stopped.
    """

    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, STEPS)
        self.bar.setFixedWidth(280)
        self.text = QLabel(self)
        # The text changes often and may be long: it must not push the window wider.
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cancel_button = QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 8)
        layout.addWidget(self.bar)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.cancel_button)
        self.cancel_button.clicked.connect(self.cancel_pressed)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        """Show that a plan has started."""
        self.bar.setValue(0)
        self.text.setText(self.tr("Starting …"))
        self.cancel_button.setEnabled(True)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the plan has come."""
        self.bar.setValue(round(progress.fraction * STEPS))
        self.text.setText(f"{progress.stage}: {progress.text}" if progress.text else progress.stage)

    def show_stopping(self) -> None:
        """Show that the plan is being stopped."""
        self.cancel_button.setEnabled(False)
        self.text.setText(self.tr("Stopping …"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.cancel_button.setText(self.tr("C&ancel"))
        self.bar.setAccessibleName(self.tr("Progress of the plan"))
        self.text.setAccessibleName(self.tr("What the plan does now"))
