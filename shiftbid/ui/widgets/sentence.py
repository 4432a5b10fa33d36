"""Text of a page that may be long."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LEAST_WIDTH = 120
"""Pixels: where there are fewer, words would stand letter below letter."""


class Sentence(QLabel):
    """Breaks its lines where the window is narrow, instead of keeping the window wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setMinimumWidth(LEAST_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
