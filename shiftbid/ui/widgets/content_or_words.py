"""A part of a page that says what will stand in it while it has nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from shiftbid.ui.widgets.empty_state import EmptyState


class ContentOrWords(QStackedWidget):
    """Shows its content or, in its place, a headline and a sentence; `DeskPage` does the same for whole pages."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_state = EmptyState(self)
        self._content = content
        self.addWidget(content)
        self.addWidget(self.empty_state)

    def show_content(self) -> None:
        """Show the content."""
        self.setCurrentWidget(self._content)

    def show_nothing(self, headline: str, sentence: str) -> None:
        """Show what will stand here, and what to do for it."""
        self.empty_state.say(headline, sentence)
        self.setCurrentWidget(self.empty_state)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to show."""
        return self.currentWidget() is self.empty_state
