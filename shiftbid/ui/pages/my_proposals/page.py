"""Proposals: templates that people would like to vote on, what is said of them, and a line to propose one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QTimeEdit, QWidget
from typing_extensions import override

from shiftbid.domain.proposal import Proposal
from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.services.own_view import OwnView
from shiftbid.services.proposal_orders import CommentOnProposal, ProposeTemplate
from shiftbid.services.proposal_text import JudgedProposal, TemplateText
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.my_proposals.break_row import BreakRow
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.widgets.proposal_panel import ProposalPanel, covered_text
from shiftbid.ui.widgets.sentence import Sentence

WORKING_DAYS = 5
USUAL = (QTime(9, 0), QTime(17, 0))


class MyProposalsPage(OwnPage):
    """What is proposed above, a template of one's own below."""

    name = PageName.MY_PROPOSALS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._working = False
        self._summary = Sentence(self.content)
        self.panel = ProposalPanel(appearance, self.content)
        self._start_label, self._end_label = QLabel(self.content), QLabel(self.content)
        self._skill_label = QLabel(self.content)
        self.start, self.end = (QTimeEdit(time, self.content) for time in USUAL)
        self.breaks = (
            BreakRow(QTime(12, 0), 30, self.content),
            BreakRow(QTime(15, 0), 0, self.content),
        )
        self.days = tuple(QCheckBox(self.content) for _ in range(DAYS_PER_WEEK))
        self.skill = QComboBox(self.content)
        self.propose_button = QPushButton(self.content)
        self._lay_out()
        self.panel.commented.connect(self._comment)
        self.propose_button.clicked.connect(self._propose)
        for day in self.days:
            day.toggled.connect(self._allow)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.panel.retranslate()
        self._summary.setText(
            self.tr(
                "Propose a shift template for the next vote of your hall. Law and cover are checked at once; when the "
                "vote opens you read here whether it is put to the vote, and why it is in or out of each menu."
            )
        )
        for label, part, text in (
            (self._start_label, self.start, self.tr("&From")),
            (self._end_label, self.end, self.tr("&Until")),
            (self._skill_label, self.skill, self.tr("S&kill")),
        ):
            label.setText(text)
            part.setAccessibleName(text.replace("&", ""))
        for place, each in enumerate(self.breaks, start=1):
            each.retranslate(self.tr("Break {number}").format(number=place))
        for weekday, box in enumerate(self.days, start=1):
            box.setText(QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat))
            box.setAccessibleName(QLocale().standaloneDayName(weekday, QLocale.FormatType.LongFormat))
        self.propose_button.setText(self.tr("Prop&ose it"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self.panel.set_working(under_way)
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        skills = sorted({desk.skill for desk in shown.hall.every_desk})
        if [self.skill.itemText(place) for place in range(self.skill.count())] != skills:
            self.skill.clear()
            self.skill.addItems(skills)
        for part in (self._skill_label, self.skill):
            part.setVisible(len(skills) > 1)
        self.panel.show_proposals(shown.proposals, shown.commenters, shown.hall.zone)
        self._allow()

    def _allow(self) -> None:
        self.propose_button.setEnabled(not self._working and any(day.isChecked() for day in self.days))

    def _propose(self) -> None:
        if self.shown is None:
            return
        text = TemplateText(
            start=self.start.time().toString("HH:mm"),
            end=self.end.time().toString("HH:mm"),
            breaks=";".join(each.text for each in self.breaks if each.text),
            weekdays=frozenset(place for place, day in enumerate(self.days) if day.isChecked()),
            skill=self.skill.currentText(),
        )
        self.asked.emit(Ask(ProposeTemplate(self.shown.hall.id, text), self._tell_proposed))

    def _tell_proposed(self, judged: JudgedProposal) -> None:
        self.told.emit(
            self.tr("Proposed as number {number}; it covers {covered} half-hours of the demand.").format(
                number=judged.proposal.number, covered=covered_text(judged)
            )
        )
        self.changed.emit()

    def _comment(self, number: int, text: str) -> None:
        if self.shown is not None:
            self.asked.emit(Ask(CommentOnProposal(self.shown.hall.id, number, text), self._tell_commented))

    def _tell_commented(self, _: Proposal) -> None:
        self.panel.clear_comment()
        self.told.emit(self.tr("Said; everybody of the hall can read it."))
        self.changed.emit()

    def _lay_out(self) -> None:
        hours, days = QHBoxLayout(), QHBoxLayout()
        for label, part in ((self._start_label, self.start), (self._end_label, self.end)):
            part.setDisplayFormat("HH:mm")
            label.setBuddy(part)
            hours.addWidget(label)
            hours.addWidget(part)
        for each in self.breaks:
            hours.addWidget(each)
        hours.addStretch(1)
        for place, box in enumerate(self.days):
            box.setChecked(place < WORKING_DAYS)
            days.addWidget(box)
        self._skill_label.setBuddy(self.skill)
        days.addWidget(self._skill_label)
        days.addWidget(self.skill)
        days.addStretch(1)
        days.addWidget(self.propose_button)
        self.column.addWidget(self._summary)
        self.column.addWidget(self.panel, 1)
        self.column.addLayout(hours)
        self.column.addLayout(days)
