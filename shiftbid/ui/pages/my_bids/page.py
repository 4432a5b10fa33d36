"""My bids: wishes painted on the days of a round, and patterns for all of them, given as one sealed bid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from shiftbid.domain.bid import BidLevel
from shiftbid.domain.calendar import Calendar
from shiftbid.services.own_orders import GiveBids, JudgeWishes, KeepStanding
from shiftbid.services.own_view import OwnRound, OwnView
from shiftbid.services.wish_levels import WishJudgement, totals_of
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.locale_text import hours_text
from shiftbid.ui.pages.my_bids.grid import BidGrid
from shiftbid.ui.pages.my_bids.judgement_dialog import JudgementDialog
from shiftbid.ui.pages.my_bids.pattern_row import PatternRow
from shiftbid.ui.pages.my_bids.pattern_words import pattern_text
from shiftbid.ui.pages.my_bids.presenter import BidSheet, WishDraft, bid_sheet
from shiftbid.ui.pages.own_page import OwnPage
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.poll_words import level_word, moment_text, standing_text, takes_entries
from shiftbid.ui.round_words import method_told
from shiftbid.ui.widgets.day_header import DayHeader, day_marks
from shiftbid.ui.widgets.paint_table import PaintTable
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable
from shiftbid.ui.widgets.sentence import Sentence

ROW_HEIGHT, NARROWEST, WIDEST = 30, 34, 64
BRUSHES = (BidLevel.WANT, BidLevel.LIKE, BidLevel.AVOID, BidLevel.NEUTRAL)
PATTERN_COLUMN = 0
MOST_PATTERNS_SEEN = 130


class MyBidsPage(OwnPage):
    """The grid above, the brush and the patterns below it. Wishes stay in memory until they are given."""

    name = PageName.MY_BIDS

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._poll = ""
        self.draft = WishDraft()
        self.sheet: BidSheet | None = None
        self._working = False
        self._summary, self._totals = Sentence(self.content), Sentence(self.content)
        self._method = Sentence(self.content)
        self.grid = PaintTable(appearance, self.content)
        self._header = DayHeader(appearance, self.grid)
        self.grid.setHorizontalHeader(self._header)
        self.grid.fix_headers()
        self.grid.set_cell_size(ROW_HEIGHT, NARROWEST, WIDEST)
        self._cell = Sentence(self.content)
        self._brush_label = QLabel(self.content)
        self._brushes = QButtonGroup(self)
        self.brushes = {level: QRadioButton(self.content) for level in BRUSHES}
        self.brushes[BidLevel.WANT].setChecked(True)
        self.pattern_row = PatternRow(self.content)
        self.patterns: RecordTable[str] = RecordTable(
            (Column(lambda: self.tr("Patterns, the later before the earlier"), self._pattern_text),),
            PATTERN_COLUMN,
            appearance,
            self.content,
        )
        self.remove_button, self.standing_button = QPushButton(self.content), QPushButton(self.content)
        self.clear_button, self.check_button = QPushButton(self.content), QPushButton(self.content)
        self.give_button = QPushButton(self.content)
        self._lay_out()
        self._connect()
        self.retranslate()

    @override
    def badge(self, shown: OwnView) -> str:
        own = shown.bidding
        return "!" if own and own.gave_at is None and takes_entries(own.sheet.poll, shown.now) else ""

    @override
    def retranslate(self) -> None:
        self.grid.setAccessibleName(self.tr("Days and shifts to wish for"))
        self._brush_label.setText(self.tr("Brush:"))
        keys = {
            BidLevel.WANT: self.tr("&Want"),
            BidLevel.LIKE: self.tr("Li&ke"),
            BidLevel.AVOID: self.tr("Avo&id"),
            BidLevel.NEUTRAL: self.tr("Ne&utral"),
        }
        for level, button in self.brushes.items():
            button.setText(keys[level])
            button.setToolTip(level_word(level))
        self.patterns.setAccessibleName(self.tr("My patterns"))
        self.remove_button.setText(self.tr("&Remove pattern"))
        self.standing_button.setText(self.tr("Keep patterns &for every round"))
        self.clear_button.setText(self.tr("C&lear all"))
        self.check_button.setText(self.tr("&Check"))
        self.give_button.setText(self.tr("&Give my bids"))

    @override
    def set_working(self, under_way: bool) -> None:
        self._working = under_way
        self._allow()

    @override
    def fill(self, shown: OwnView) -> None:
        own = shown.bidding
        if own is None or not own.sheet.days:
            self.show_nothing(
                self.tr("No bidding round yet"),
                self.tr("It opens after the vote; your wishes for every round can be kept from then on."),
            )
            return
        if self._poll != own.sheet.poll.id:
            self._poll, self.draft = own.sheet.poll.id, WishDraft(patterns=shown.standing)
        self._summary.setText(self._summary_text(own, shown))
        self._method.setText(method_told(own.sheet.method))
        self._header.set_marks(day_marks(own.sheet.days, _calendar(shown)))
        self.pattern_row.offer(own.sheet.templates)
        self._show_draft()

    def _summary_text(self, own: OwnRound, shown: OwnView) -> str:
        given = (
            self.tr("you have not bid")
            if own.gave_at is None
            else self.tr("you bid {moment}; it is sealed, and what you give now takes its place").format(
                moment=moment_text(own.gave_at, own.sheet.zone)
            )
        )
        standing = self.tr("standing wishes: {count}").format(count=len(shown.standing)) if shown.standing else ""
        return " · ".join(filter(None, (standing_text(own.sheet, shown.now), given, standing)))

    def _show_draft(self) -> None:
        view = self.shown
        own = view.bidding if view else None
        if view is None or own is None:
            return
        sheet = self.sheet = bid_sheet(own.sheet, self.draft, view.leave)
        self.grid.set_grid(BidGrid(sheet, self.appearance.theme))
        self.patterns.set_records(self.draft.patterns)
        totals = totals_of(own.sheet, self.draft.wishes)
        self._totals.setText(
            self.tr(
                "Points asked: {points} · shifts wished for: {shifts}, {hours} h a person can work of them at most · "
                "days off wished for: {off}"
            ).format(
                points=totals.points,
                shifts=totals.shifts,
                hours=hours_text(totals.paid_minutes),
                off=totals.days_off,
            )
        )
        self._allow()

    def _paint(self, cells: tuple[tuple[int, int], ...]) -> None:
        own = self.shown.bidding if self.shown else None
        if own is None or self.sheet is None:
            return
        level = next(each for each, button in self.brushes.items() if button.isChecked())
        spots = [self.sheet.spot(row, column) for row, column in cells]
        self.draft = self.draft.with_levels(own.sheet, (each for each in spots if each in self.sheet.offered), level)
        self._show_draft()

    def _add_pattern(self, level: BidLevel, what: str, weekday: str) -> None:
        self.draft = self.draft.with_pattern(level, what, weekday)
        self._show_draft()

    def _remove_pattern(self) -> None:
        pattern = self.patterns.current()
        if pattern is not None:
            self.draft = self.draft.without_pattern(pattern)
            self._show_draft()

    def _clear(self) -> None:
        self.draft = WishDraft()
        self._show_draft()

    def _tell_cell(self, row: int, column: int) -> None:
        if self.sheet is not None:
            self._cell.setText(BidGrid(self.sheet, self.appearance.theme).words(row, column).replace("\n", " · "))

    def _allow(self) -> None:
        own = self.shown.bidding if self.shown else None
        takes = own is not None and self.shown is not None and takes_entries(own.sheet.poll, self.shown.now)
        self.grid.set_paintable(takes)
        idle = takes and not self._working
        self.give_button.setEnabled(idle and bool(self.draft.wishes))
        self.check_button.setEnabled(idle and bool(self.draft.wishes))
        self.standing_button.setEnabled(not self._working)
        self.remove_button.setEnabled(bool(self.draft.patterns))
        self.clear_button.setEnabled(bool(self.draft.wishes))
        self.pattern_row.add_button.setEnabled(takes)

    def _check(self) -> None:
        self.asked.emit(Ask(JudgeWishes(self._poll, self.draft.wishes), self._tell_judgement))

    def _tell_judgement(self, judgement: WishJudgement) -> None:
        JudgementDialog(judgement, self.appearance, may_give=False, parent=self).open()

    def _give(self) -> None:
        self.asked.emit(Ask(JudgeWishes(self._poll, self.draft.wishes), self._give_judged))

    def _give_judged(self, judgement: WishJudgement) -> None:
        """What nobody could award, and wishes for too little, are told first; all else is given at once."""
        if not judgement.barred and judgement.narrow is None:
            self._give_now()
            return
        dialog = JudgementDialog(judgement, self.appearance, may_give=True, parent=self)
        dialog.accepted.connect(self._give_now)
        dialog.open()

    def _give_now(self) -> None:
        self.asked.emit(Ask(GiveBids(self._poll, self.draft.wishes), self._tell_given))

    def _tell_given(self, bids: int) -> None:
        self.told.emit(self.tr("Your bids are given and sealed: {count} dated wishes").format(count=bids))
        self.changed.emit()

    def _keep_standing(self) -> None:
        self.asked.emit(Ask(KeepStanding(self.draft.patterns), self._tell_standing))

    def _tell_standing(self, _: object) -> None:
        self.told.emit(self.tr("Your patterns stand for every round in which you do not bid."))
        self.changed.emit()

    def _pattern_text(self, pattern: str) -> str:
        return pattern_text(pattern, self.sheet.round.templates if self.sheet else ())

    def _connect(self) -> None:
        self.grid.painted.connect(self._paint)
        self.grid.cell_entered.connect(self._tell_cell)
        self.pattern_row.chosen.connect(self._add_pattern)
        self.remove_button.clicked.connect(self._remove_pattern)
        self.standing_button.clicked.connect(self._keep_standing)
        self.clear_button.clicked.connect(self._clear)
        self.check_button.clicked.connect(self._check)
        self.give_button.clicked.connect(self._give)

    def _lay_out(self) -> None:
        brushes = QHBoxLayout()
        brushes.addWidget(self._brush_label)
        for button in self.brushes.values():
            self._brushes.addButton(button)
            brushes.addWidget(button)
        brushes.addStretch(1)
        brushes.addWidget(self.clear_button)
        brushes.addWidget(self.check_button)
        brushes.addWidget(self.give_button)
        below = QHBoxLayout()
        below.addWidget(self.patterns, 1)
        side = QVBoxLayout()
        for button in (self.remove_button, self.standing_button):
            side.addWidget(button)
        side.addStretch(1)
        below.addLayout(side)
        self.patterns.setMaximumHeight(MOST_PATTERNS_SEEN)
        self.column.addWidget(self._summary)
        self.column.addWidget(self._method)
        self.column.addLayout(brushes)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self._cell)
        self.column.addWidget(self._totals)
        self.column.addWidget(self.pattern_row, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(below)


def _calendar(view: OwnView) -> Calendar:
    """Holidays as the latest roster knows them; a round's own calendar is published with its award."""
    return view.rosters[-1].calendar if view.rosters else Calendar(special={}, names={})
