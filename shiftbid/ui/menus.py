"""The menus: every action by name and by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.themes import ThemeName


class Menus(QObject):
    """Builds the menu bar of the window.

    Signals
    -------
    page_chosen
        Place of a page in the list of pages.
    """

    page_chosen = Signal(int)

    def __init__(self, window: QMainWindow, appearance: Appearance, page_titles: Sequence[str]) -> None:
        super().__init__(window)
        self._appearance = appearance
        bar = window.menuBar()
        self.plan_menu = bar.addMenu(self.tr("Pla&nning"))
        self.plan = self._action(self.plan_menu, self.tr("&Plan"), "F9")
        self.cancel = self._action(self.plan_menu, self.tr("&Cancel the plan"), "Ctrl+.")
        self.refresh = self._action(self.plan_menu, self.tr("&Refresh"), QKeySequence.StandardKey.Refresh)
        self.plan_menu.addSeparator()
        self.quit = self._action(self.plan_menu, self.tr("&Quit"), QKeySequence.StandardKey.Quit)
        self.view_menu = bar.addMenu(self.tr("&View"))
        self.pages = self._page_actions(page_titles)
        self.view_menu.addSeparator()
        self.appearances = self._appearance_actions()

    def check_page(self, place: int) -> None:
        """Mark the page in sight."""
        if 0 <= place < len(self.pages):
            self.pages[place].setChecked(True)

    def _action(self, menu: QMenu, text: str, key: str | QKeySequence.StandardKey) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(QKeySequence(key))
        return action

    def _page_actions(self, titles: Sequence[str]) -> list[QAction]:
        group = QActionGroup(self)
        actions: list[QAction] = []
        for place, title in enumerate(titles):
            action = self._action(self.view_menu, title, f"Ctrl+{place + 1}")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, place=place: self.page_chosen.emit(place))
            group.addAction(action)
            actions.append(action)
        return actions

    def _appearance_actions(self) -> dict[ThemeName | None, QAction]:
        words: dict[ThemeName | None, str] = {
            None: self.tr("Colours of the &system"),
            ThemeName.LIGHT: self.tr("&Light"),
            ThemeName.DARK: self.tr("&Dark"),
            ThemeName.HIGH_CONTRAST: self.tr("&High contrast"),
        }
        group = QActionGroup(self)
        actions: dict[ThemeName | None, QAction] = {}
        for name, text in words.items():
            action = self.view_menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(name is self._appearance.chosen)
            action.triggered.connect(lambda _checked=False, name=name: self._appearance.choose(name))
            group.addAction(action)
            actions[name] = action
        return actions
