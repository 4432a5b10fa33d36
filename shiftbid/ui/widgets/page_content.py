"""What a page shows, in an area that scrolls where the screen has less room than it needs at least."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override


class PageContent(QWidget):
    """A column of parts, each as low as it can be where the screen has few lines."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(8)

    @override
    def heightForWidth(self, width: int) -> int:
        # The area asks for this: with the height that the parts would like it would scroll although all of them fit.
        return self.column.minimumHeightForWidth(width)


class ContentArea(QScrollArea):
    """Keeps its content as large as itself, and scrolls only below the least size; what has the focus is in sight."""

    def __init__(self, content: PageContent, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self._content = content
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self.isVisible() and self._content.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 0)
