"""The templates page: menus side by side over the demand of a day, other hours tried, and what people propose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QWidget
from typing_extensions import override

from shiftbid.domain.proposal import Proposal
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.services.hall_view import HallView
from shiftbid.services.proposal_orders import CommentOnProposal
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page import Ask, Page
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.templates.menu_panel import MenuPanel
from shiftbid.ui.pages.templates.presenter import menu_days, with_edges
from shiftbid.ui.widgets.day_choice import DayChoice
from shiftbid.ui.widgets.day_header import day_marks
from shiftbid.ui.widgets.proposal_panel import ProposalPanel
from shiftbid.ui.widgets.sentence import Sentence

MENUS_SHARE, PROPOSALS_SHARE, LEAST_MENUS_HEIGHT = 700, 240, 280


class TemplatesPage(Page):
    """A panel a menu, the adopted one first. What is tried changes nothing that is stored."""

    name = PageName.TEMPLATES

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.panels: list[MenuPanel] = []
        self._tried: dict[str, dict[str, ShiftTemplate]] = {}
        self._of: HallView | None = None
        self._explanation = Sentence(self.content)
        self.day_choice = DayChoice(self.content)
        self._row_holder = QWidget(self.content)
        self._row = QHBoxLayout(self._row_holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self.content)
        area.setWidget(self._row_holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QHBoxLayout()
        top.addWidget(self._explanation, 1)
        top.addWidget(self.day_choice)
        self.column.addLayout(top)
        self.proposals = ProposalPanel(appearance, self.content)
        self.proposals.hide()
        parts = QSplitter(Qt.Orientation.Vertical, self.content)
        parts.setChildrenCollapsible(False)
        parts.addWidget(area)
        parts.addWidget(self.proposals)
        parts.setStretchFactor(0, 1)
        parts.setSizes([MENUS_SHARE, PROPOSALS_SHARE])
        area.setMinimumHeight(LEAST_MENUS_HEIGHT)
        self.column.addWidget(parts, 1)
        self.proposals.commented.connect(self._comment)
        self.day_choice.day_chosen.connect(self._show_day)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._explanation.setText(
            self.tr(
                "Heads that each menu puts at the counter, over the heads needed. Drag the edge of a bar, or use the "
                "arrow keys (with Shift: its start), to try other hours; nothing is stored."
            )
        )

        self.proposals.retranslate()

    @override
    def set_working(self, under_way: bool) -> None:
        self.proposals.set_working(under_way)

    @override
    def fill(self, shown: HallView) -> None:
        if shown is not self._of:
            self._of = shown
            self._tried = {}
        marks = day_marks(shown.publication.roster.period.days, shown.calendar)
        self.day_choice.set_days(marks)
        self._make_panels(len(shown.publication.menus))
        self._show_day()
        self.proposals.setVisible(bool(shown.proposals))
        self.proposals.show_proposals(shown.proposals, shown.commenters, shown.publication.hall.zone)

    def _comment(self, number: int, text: str) -> None:
        if self.shown is not None:
            self.asked.emit(Ask(CommentOnProposal(self.shown.publication.hall.id, number, text), self._tell_commented))

    def _tell_commented(self, _: Proposal) -> None:
        self.proposals.clear_comment()
        self.told.emit(self.tr("Said; everybody of the hall can read it."))
        self.changed.emit()

    def _make_panels(self, count: int) -> None:
        while len(self.panels) > count:
            panel = self.panels.pop()
            self._row.removeWidget(panel)
            panel.deleteLater()
        while len(self.panels) < count:
            panel = MenuPanel(self.appearance, self._row_holder)
            panel.edge_moved.connect(self._try)
            panel.taken_back.connect(self._take_back)
            self._row.addWidget(panel)
            self.panels.append(panel)

    def _show_day(self) -> None:
        if self.shown is None or self.day_choice.place < 0:
            return
        publication = self.shown.publication
        day = publication.roster.period.days[self.day_choice.place]
        for panel, menu_day in zip(self.panels, menu_days(publication, day, self._tried), strict=True):
            panel.show_day(menu_day)

    def _try(self, menu_id: str, template_id: str, start_by: int, end_by: int) -> None:
        """Move an edge of a template; where its breaks forbid it, it stays."""
        if self.shown is None:
            return
        menu = next(each for each in self.shown.publication.menus if each.id == menu_id)
        own = next(each for each in menu.templates if each.id == template_id)
        tried = self._tried.setdefault(menu_id, {})
        moved = with_edges(tried.get(template_id, own), start_by, end_by)
        if moved is None:
            self.told.emit(
                self.tr("The template cannot be shorter: its breaks have to lie inside, and it has to last.")
            )
            return
        tried[template_id] = moved
        self._show_day()

    def _take_back(self, menu_id: str) -> None:
        self._tried.pop(menu_id, None)
        self._show_day()
