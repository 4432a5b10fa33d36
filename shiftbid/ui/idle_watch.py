"""Notices that nobody has touched keyboard or pointer for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Listens to the windows that have the keyboard, not to every widget, so that it costs nothing while painting.

    Signals
    -------
    idle
        Nothing was touched for the time given.
    """

    idle = Signal()

    def __init__(self, application: QGuiApplication, milliseconds: int) -> None:
        super().__init__(application)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.idle)
        application.focusWindowChanged.connect(self._listen)

    def start(self) -> None:
        """Begin anew to wait."""
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch begins the wait anew; the event goes on as if nobody had listened."""
        if event.type() in TOUCHES and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            if self._timer.isActive():
                self._timer.start()
