"""Everything that can be done to the roster, by name and by key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class EditActions(QObject):
    """The actions of the page; their keys work while the page has the keyboard."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.undo = self._action(QKeySequence.StandardKey.Undo)
        self.redo = self._action(QKeySequence.StandardKey.Redo)
        self.cut = self._action(QKeySequence.StandardKey.Cut)
        self.copy = self._action(QKeySequence.StandardKey.Copy)
        self.paste = self._action(QKeySequence.StandardKey.Paste)
        self.clear = self._action("Del")
        self.assign = self._action("F2")
        self.fill_down = self._action("Ctrl+D")
        self.fill_right = self._action("Ctrl+R")
        self.move_up = self._action("Alt+Up")
        self.move_down = self._action("Alt+Down")
        self.move_left = self._action("Alt+Left")
        self.move_right = self._action("Alt+Right")
        self.pin = self._action("Ctrl+L")
        self.takers = self._action("F4")
        self.absent = self._action("")
        self.why = self._action("")
        self.compare = self._action("Ctrl+Shift+C")
        self.discard = self._action("")
        self.publish = self._action("Ctrl+Return")

    def retranslate(self) -> None:
        """Write every text in the window's language."""
        self.undo.setText(self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo"))
        self.cut.setText(self.tr("Cu&t"))
        self.copy.setText(self.tr("&Copy"))
        self.paste.setText(self.tr("&Paste"))
        self.clear.setText(self.tr("&Take the shift away"))
        self.assign.setText(self.tr("&Give a shift …"))
        self.fill_down.setText(self.tr("Repeat the first row &down"))
        self.fill_right.setText(self.tr("Repeat the first day to the &right"))
        self.move_up.setText(self.tr("Move to the person above"))
        self.move_down.setText(self.tr("Move to the person below"))
        self.move_left.setText(self.tr("Move to the day before"))
        self.move_right.setText(self.tr("Move to the day after"))
        self.pin.setText(self.tr("Pi&n or unpin"))
        self.takers.setText(self.tr("&Who can take this? …"))
        self.absent.setText(self.tr("&Absent …"))
        self.why.setText(self.tr("Why so, and &what else …"))
        self.compare.setText(self.tr("Co&mpare versions …"))
        self.discard.setText(self.tr("Discard the draft …"))
        # Buttons say it in few words and without a letter, so that the row fits a narrow window.
        self.undo.setIconText(self.tr("Undo"))
        self.redo.setIconText(self.tr("Redo"))
        self.takers.setIconText(self.tr("Who can take this?"))
        self.pin.setIconText(self.tr("Pin"))
        self.compare.setIconText(self.tr("Compare"))
        self.discard.setIconText(self.tr("Discard"))
        self.publish.setText(self.tr("Publish …"))

    @property
    def of_cells(self) -> tuple[QAction, ...]:
        """What the context menu of the cells offers."""
        return (
            self.assign,
            self.clear,
            self.takers,
            self.absent,
            self.why,
            self.pin,
            self.cut,
            self.copy,
            self.paste,
            self.fill_down,
            self.fill_right,
        )

    @property
    def editing(self) -> tuple[QAction, ...]:
        """What changes cells, so that it needs a roster that may be edited."""
        moves = (self.move_up, self.move_down, self.move_left, self.move_right)
        asks = (self.takers, self.absent, self.why)
        return (*(each for each in self.of_cells if each not in asks), *moves)

    def _action(self, key: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        if isinstance(key, QKeySequence.StandardKey):
            # With every key that the system has for it.
            action.setShortcuts(key)
        elif key:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)
        return action
