"""What no page needs at first is loaded once the first stands: it delays neither that nor the page it is for."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QTimer

LATE_MODULES = ("shiftbid.ui.pages.footfall.class_plot", "shiftbid.ui.pages.demand.day_plot")


def load_late_soon() -> None:
    """Load late modules after the next paint, in a thread that lets the window turn."""
    QTimer.singleShot(0, lambda: Thread(target=_load, name="shiftbid late modules", daemon=True).start())


def _load() -> None:
    for name in LATE_MODULES:
        import_module(name)
