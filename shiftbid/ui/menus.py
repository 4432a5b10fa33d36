"""The menus: every action by name and by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from shiftbid.ui.appearance import Appearance
from shiftbid.ui.command_palette import Command, bare
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.themes import ThemeName

PAGE_KEYS = ("Ctrl+", "Ctrl+Shift+", "Ctrl+Alt+")
"""Keys of the first ten pages, of the next ten, and of those after them, before their digit."""
NATIVE = QKeySequence.SequenceFormat.NativeText


class Menus(QObject):
    """Builds the menu bar of the window.

    Signals
    -------
    page_chosen
        Place of a page in the list of pages.
    """

    page_chosen = Signal(int)

    def __init__(self, window: QMainWindow, appearance: Appearance, languages: Languages, pages: int) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._languages = languages
        bar = window.menuBar()
        self.plan_menu = bar.addMenu("")
        self.plan = self._action(self.plan_menu, "F9")
        self.cancel = self._action(self.plan_menu, "Ctrl+.")
        self.refresh = self._action(self.plan_menu, QKeySequence.StandardKey.Refresh)
        self.set_up = self.plan_menu.addAction("")
        self.plan_menu.addSeparator()
        self.pdf = self._action(self.plan_menu, "Ctrl+Shift+S")
        self.print = self._action(self.plan_menu, QKeySequence.StandardKey.Print)
        self.plan_menu.addSeparator()
        self.change_pin = self.plan_menu.addAction("")
        self.sign_out = self._action(self.plan_menu, "Ctrl+Shift+Q")
        self.quit = self._action(self.plan_menu, QKeySequence.StandardKey.Quit)
        self.view_menu = bar.addMenu("")
        self.pages = self._page_actions(pages)
        self.view_menu.addSeparator()
        self.appearances = self._appearance_actions()
        self.view_menu.addSeparator()
        self.languages = self._language_actions()
        self.help_menu = bar.addMenu("")
        self.help = self._action(self.help_menu, QKeySequence.StandardKey.HelpContents)
        self.palette = self._action(self.help_menu, "Ctrl+K")

    def retranslate(self, page_titles: Sequence[str]) -> None:
        """Write every text in the window's language."""
        self.plan_menu.setTitle(self.tr("Pla&nning"))
        self.plan.setText(self.tr("&Plan"))
        self.cancel.setText(self.tr("&Cancel the plan"))
        self.refresh.setText(self.tr("&Refresh"))
        self.set_up.setText(self.tr("Set up a &hall …"))
        self.pdf.setText(self.tr("Save as P&DF …"))
        self.print.setText(self.tr("Pr&int …"))
        self.change_pin.setText(self.tr("Change &my PIN …"))
        self.sign_out.setText(self.tr("Sign &out"))
        self.quit.setText(self.tr("&Quit"))
        self.view_menu.setTitle(self.tr("&View"))
        for action, title in zip(self.pages, page_titles, strict=True):
            action.setText(title)
        self.appearances[None].setText(self.tr("Colours of the &system"))
        self.appearances[ThemeName.LIGHT].setText(self.tr("&Light"))
        self.appearances[ThemeName.DARK].setText(self.tr("&Dark"))
        self.appearances[ThemeName.HIGH_CONTRAST].setText(self.tr("&High contrast"))
        self.languages[None].setText(self.tr("Lang&uage of the system"))
        self.help_menu.setTitle(self.tr("H&elp"))
        self.help.setText(self.tr("&Help on this page"))
        self.palette.setText(self.tr("&Find a command …"))

    def commands(self) -> Sequence[Command]:
        """Every action of the menus that can be done now, in their order."""
        return [
            Command(bare(menu.title()), bare(action.text()), action.shortcut().toString(NATIVE), action)
            for menu in (self.plan_menu, self.view_menu, self.help_menu)
            for action in menu.actions()
            if action.isEnabled() and action.isVisible() and not action.isSeparator() and action is not self.palette
        ]

    def check_page(self, place: int) -> None:
        """Mark the page in sight."""
        if 0 <= place < len(self.pages):
            self.pages[place].setChecked(True)

    def _action(self, menu: QMenu, key: str | QKeySequence.StandardKey) -> QAction:
        action = menu.addAction("")
        action.setShortcut(QKeySequence(key))
        return action

    def _page_actions(self, count: int) -> list[QAction]:
        group = QActionGroup(self)
        actions: list[QAction] = []
        for place in range(count):
            action = self._action(self.view_menu, f"{PAGE_KEYS[place // 10]}{(place + 1) % 10}")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, place=place: self.page_chosen.emit(place))
            group.addAction(action)
            actions.append(action)
        return actions

    def _appearance_actions(self) -> dict[ThemeName | None, QAction]:
        group = QActionGroup(self)
        actions: dict[ThemeName | None, QAction] = {}
        for name in (None, ThemeName.LIGHT, ThemeName.DARK, ThemeName.HIGH_CONTRAST):
            action = self._choice(group, chosen=name is self._appearance.chosen)
            action.triggered.connect(lambda _checked=False, name=name: self._appearance.choose(name))
            actions[name] = action
        return actions

    def _language_actions(self) -> dict[Language | None, QAction]:
        """The system's, then each language under its own name, whatever the window speaks."""
        group = QActionGroup(self)
        actions: dict[Language | None, QAction] = {}
        for language in (None, *Language):
            action = self._choice(group, chosen=language is self._languages.chosen)
            action.setText(language.own_name if language else "")
            action.triggered.connect(lambda _checked=False, language=language: self._languages.choose(language))
            actions[language] = action
        return actions

    def _choice(self, group: QActionGroup, *, chosen: bool) -> QAction:
        action = self.view_menu.addAction("")
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        return action
