"""How a thread beside the window's sends it news."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal


class Bridge(QObject):
    """Carries news from a thread to the window's, for as long as the application lives.

    Work may end after the page that asked for it is gone, and no thread may delete, or send from, what lives in
    another.

    Signals
    -------
    sent
        The news; connected queued (`ACROSS`), so that it is received in the receiver's thread, or not at all where the
        receiver is gone.
    """

    sent = Signal(object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())


ACROSS = Qt.ConnectionType.QueuedConnection
