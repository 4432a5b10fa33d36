"""Picks one of a hall's desks by its skill; hidden where there is only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override


class SkillChoice(QWidget):
    """The desk shown.

    Signals
    -------
    skill_chosen
        Somebody chose another desk.
    """

    skill_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._list = QComboBox(self)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._label.setBuddy(self._list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._list)
        self._list.activated.connect(self._announce)
        self._retranslate()

    @property
    def skill(self) -> str:
        """Skill of the desk chosen; empty where there is none."""
        return self._list.currentText()

    def offer(self, skills: Sequence[str]) -> None:
        """Offer other desks; stays at the one chosen where it is still there."""
        chosen = self.skill
        self._list.clear()
        self._list.addItems(list(skills))
        self._list.setCurrentIndex(max(0, self._list.findText(chosen)))
        self.setVisible(len(skills) > 1)

    def choose(self, skill: str) -> None:
        """Choose a desk, as a click in the list does."""
        self._list.setCurrentIndex(self._list.findText(skill))
        self._announce()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _announce(self) -> None:
        self.skill_chosen.emit()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("S&kill"))
        self._list.setAccessibleName(self.tr("Skill of the desk shown"))
