"""One menu: its curve over the demand, its templates, its figures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from shiftbid.domain.ballot import ADOPTED_ID
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text, number_text, percent_text
from shiftbid.ui.pages.templates.menu_bars import NAME_WIDTH, MenuBars
from shiftbid.ui.pages.templates.presenter import MenuDay, MenuFigures
from shiftbid.ui.terms import menu_title
from shiftbid.ui.widgets.cover_strip import CoverStrip
from shiftbid.ui.widgets.sentence import Sentence

LEAST_WIDTH = 480


class MenuPanel(QFrame):
    """A menu beside the others, on the same scale of hours.

    Signals
    -------
    edge_moved
        Id of the menu and of a template, and the minutes by which its start and its end move.
    taken_back
        Id of the menu whose own hours are wanted again.
    """

    edge_moved = Signal(str, str, int, int)
    taken_back = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMinimumWidth(LEAST_WIDTH)
        self.title = QLabel(self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.figures, self.trial = Sentence(self), Sentence(self)
        self.curve = CoverStrip(appearance, NAME_WIDTH, self)
        self.bars = MenuBars(appearance, self)
        self.take_back = QPushButton(self)
        column = QVBoxLayout(self)
        for part in (self.title, self.figures, self.curve, self.bars, self.trial, self.take_back):
            column.addWidget(part)
        column.setAlignment(self.take_back, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.bars.edge_moved.connect(self._move_edge)
        self.take_back.clicked.connect(lambda: self.taken_back.emit(self._menu))

    def show_day(self, day: MenuDay) -> None:
        """Show a menu on a day."""
        self._menu = day.menu.id
        title = "{title}"
        if day.adopted:
            title = "✓ {title}" if day.menu.id == ADOPTED_ID else self.tr("✓ {title} (adopted)")
        self.title.setText(title.format(title=menu_title(day.menu)))
        self.figures.setText(
            self.tr("{figures} · {proof}").format(figures=self._figures_text(day.designed), proof=self._proof_text(day))
        )
        self.curve.show_cover(day.cover, day.axis, day.zone)
        self.curve.setAccessibleName(self.tr("Demand and cover of {title}").format(title=menu_title(day.menu)))
        self.bars.setAccessibleName(self.tr("Templates of {title}").format(title=menu_title(day.menu)))
        self.bars.show_day(day)
        tried = day.figures != day.designed
        self.trial.setText(self.tr("Tried: {figures}").format(figures=self._figures_text(day.figures)) if tried else "")
        self.take_back.setText(self.tr("As designed"))
        self.take_back.setVisible(tried)

    def _move_edge(self, template: str, start_by: int, end_by: int) -> None:
        self.edge_moved.emit(self._menu, template, start_by, end_by)

    def _figures_text(self, figures: MenuFigures) -> str:
        return self.tr("missing {missing} head-hours, surplus {surplus}, {paid} h paid").format(
            missing=number_text(figures.missing_half_hours / 2, 1),
            surplus=number_text(figures.surplus_half_hours / 2, 1),
            paid=hours_text(figures.paid_minutes),
        )

    def _proof_text(self, day: MenuDay) -> str:
        if not day.gap:
            return self.tr("proven best of its size")
        return self.tr("at most {gap} above the best possible").format(gap=percent_text(day.gap))
