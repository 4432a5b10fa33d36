from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_none_keeps_its_references(qtbot: QtBot) -> None:
    """PYSIDE-3474: PySide6 6.12.0 drops a reference to None at every call without a result, until Python aborts.

    Where this passes on a newer PySide6, the upper bound in pyproject.toml can go.
    """
    keep = [None] * 100_000
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(500):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 50
    assert len(keep) == 100_000
