"""Leads keys, mouse and menus to the draft, and tells what an edit does while it is still in the air."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from shiftbid.domain.roster import Assignment
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_publication
from shiftbid.services.hall_view import HallView
from shiftbid.services.roster_board import Cell, Gesture, Refusal, RosterBoard, board_of
from shiftbid.services.roster_draft import RosterDraft
from shiftbid.ui.background import Background
from shiftbid.ui.locale_text import clock_span_text, rules_language
from shiftbid.ui.pages.roster.day_view import DayView
from shiftbid.ui.pages.roster.edit_actions import EditActions
from shiftbid.ui.pages.roster.edit_table import CellDrag
from shiftbid.ui.pages.roster.editor import RosterEditor
from shiftbid.ui.pages.roster.effect_strip import EffectStrip, RosterEffect
from shiftbid.ui.pages.roster.grid_view import GridView
from shiftbid.ui.pages.roster.presenter import RosterSheet
from shiftbid.ui.pages.roster.roster_words import edit_words, refusal_words

if TYPE_CHECKING:
    from shiftbid.services.draft_certificate import DraftCertificate, PromiseHours

PROMISE = "promise"
"""Subject of the certificate in the background: only the newest is wanted."""
RULES = "rules"


class RosterEditing(QObject):
    """Everything between a gesture and the draft.

    Signals
    -------
    ready
        The roster is checked and can be edited.
    told
        A sentence for the status bar.
    """

    ready = Signal()
    told = Signal(str)

    def __init__(self, actions: EditActions, grid: GridView, day: DayView, strip: EffectStrip, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = RosterEditor(self)
        self.sheet: RosterSheet | None = None
        self._actions, self._grid, self._day, self._strip = actions, grid, day, strip
        self._background = Background(self)
        self._certificate: DraftCertificate | None = None
        self._names: dict[str, str] = {}
        self.in_day_view = False
        self._connect()

    def begin(self, shown: HallView) -> None:
        """Check a roster in the background; it can be edited once `ready` is heard."""
        self.end()
        self._names = {each.id: each.name for each in shown.publication.employees}
        language = rules_language()
        self._background.start(RULES, lambda: _ground(shown, language), self._checked)

    def end(self) -> None:
        """Edit nothing until the next roster."""
        self._background.forget(RULES)
        self._background.forget(PROMISE)
        self.editor.end()
        self.set_editable(False)

    def set_editable(self, editable: bool) -> None:
        """Allow or forbid edits."""
        self._grid.table.editable = editable
        self._day.set_board(self.editor.board if editable else None)
        for action in self._actions.editing:
            action.setEnabled(editable)

    def take_up(self, draft: RosterDraft) -> None:
        """Go on with a draft."""
        if self.editor.board is not None:
            self.editor.begin(draft, self.editor.board)

    def show_draft_effect(self) -> None:
        """Tell what the whole draft does against the published roster."""
        draft = self.editor.draft
        if draft is None or self.sheet is None:
            return
        difference = draft.difference
        if difference.removed or difference.added:
            headline = self.tr("Not published: {changes}").format(changes=self._words(difference))
        else:
            headline = self.tr("As published. Drag a shift, or choose cells and press Enter.")
        self._strip.show_effect(RosterEffect(headline, draft.findings_added, draft.findings_removed))
        self._certify(draft.now)

    def cells(self) -> tuple[Cell, ...]:
        """The cells chosen in the view in sight."""
        return self._day.cells() if self.in_day_view else self._grid.cells()

    def open_assign_menu(self, at: QPoint) -> None:
        """Offer the shifts of the current day, each by its code."""
        cells, board = self.cells(), self.editor.board
        if not cells or board is None or self.sheet is None:
            return
        menu = QMenu(self._grid)
        for shift in board.shifts_on(cells[0][1]):
            letter = self.sheet.codes[shift.template].letter
            entry = menu.addAction(f"&{letter}   {clock_span_text(shift, self.sheet.zone)}")
            entry.triggered.connect(lambda _checked=False, template=shift.template: self._assign(template))
        if not menu.actions():
            self.told.emit(refusal_words(Refusal.NOT_OFFERED))
            return
        menu.addSeparator()
        menu.addAction(self._actions.clear)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def give(self, assignment: Assignment, employee: str) -> None:
        """Give somebody's shift to another person."""
        self.editor.do(RosterEdit.move(assignment, employee, assignment.shift))

    def _connect(self) -> None:
        actions, editor = self._actions, self.editor
        actions.undo.triggered.connect(editor.undo)
        actions.redo.triggered.connect(editor.redo)
        actions.clear.triggered.connect(lambda: self._do(lambda board, cells: board.cleared(cells)))
        actions.pin.triggered.connect(lambda: self._do(lambda board, cells: board.pinned(cells)))
        actions.fill_down.triggered.connect(lambda: self._do(lambda board, cells: board.filled_down(cells)))
        actions.fill_right.triggered.connect(lambda: self._do(lambda board, cells: board.filled_right(cells)))
        actions.copy.triggered.connect(self._copy)
        actions.cut.triggered.connect(self._cut)
        actions.paste.triggered.connect(self._paste)
        for action, down, across in (
            (actions.move_up, -1, 0),
            (actions.move_down, 1, 0),
            (actions.move_left, 0, -1),
            (actions.move_right, 0, 1),
        ):
            action.triggered.connect(lambda _checked=False, down=down, across=across: self._move(down, across))
        editor.refused.connect(self._refuse)
        table = self._grid.table
        table.drag_moved.connect(self._preview_drag)
        table.dropped.connect(self._drop)
        table.letter_typed.connect(self._type)
        self._day.letter_typed.connect(self._type)
        self._day.hovered.connect(self._preview)
        self._day.dropped.connect(editor.do)

    def _checked(self, ground: tuple[RosterBoard, DraftCertificate]) -> None:
        board, self._certificate = ground
        self.editor.begin(RosterDraft(board.roster), board)
        self.set_editable(True)
        self.ready.emit()

    def _do(self, gesture: Callable[[RosterBoard, Sequence[Cell]], RosterEdit | Refusal]) -> None:
        if self.editor.board is not None:
            self.editor.do(gesture(self.editor.board, self.cells()))

    def _assign(self, template: str) -> None:
        self._do(lambda board, cells: board.assigned(cells, template))

    def _type(self, letter: str) -> None:
        """A template's code gives its shift; other letters say which codes there are."""
        codes = {each.letter: each.template for each in self.sheet.codes.values()} if self.sheet else {}
        if letter in codes:
            self._assign(codes[letter])
        else:
            self.told.emit(
                self.tr("No shift has the code {letter}: type one of {codes}.").format(
                    letter=letter, codes=", ".join(codes)
                )
            )

    def _copy(self) -> None:
        if self.editor.board is not None:
            self.editor.clipping = self.editor.board.copied(self.cells())
            self.told.emit(self.tr("Copied: {count} cells").format(count=len(self.editor.clipping.templates)))

    def _cut(self) -> None:
        self._copy()
        self._do(lambda board, cells: board.cleared(cells))

    def _paste(self) -> None:
        clipping, cells = self.editor.clipping, self.cells()
        if clipping is None:
            self.told.emit(self.tr("Nothing is copied yet: choose cells and copy them first."))
        elif cells:
            self._do(lambda board, _: board.pasted(clipping, cells[0]))

    def _move(self, down: int, across: int) -> None:
        """Move the cells chosen, and choose them where they have come."""
        before = self.editor.draft
        if self.in_day_view:
            self._move_in_day(down)
            return
        self._do(lambda board, cells: board.dragged(cells, down, across, Gesture.MOVE))
        if self.editor.draft is not before:
            self._grid.move_choice(down, across)

    def _move_in_day(self, down: int) -> None:
        """Move the current shift to the person above or below on the day, whose rows have an order of their own."""
        source, target, board = self._day.current(), self._day.neighbour(down), self.editor.board
        if board is None or source is None or not board.taken(source):
            self._refuse(Refusal.NOTHING)
        elif target is None:
            self._refuse(Refusal.OUTSIDE)
        else:
            self.editor.do(board.put(source, target, board.taken(source)[0].shift.template, Gesture.MOVE))
            self._day.go_to(target[0])

    def _drop(self, drag: CellDrag) -> None:
        self.editor.do(self._dragged(drag))

    def _dragged(self, drag: CellDrag) -> RosterEdit | Refusal:
        board = self.editor.board
        cells = [self._grid.cell_at(*place) for place in drag.places]
        return board.dragged(cells, drag.down, drag.across, drag.gesture) if board else Refusal.NOTHING

    def _preview_drag(self, drag: CellDrag | None) -> None:
        edit = self._dragged(drag) if drag is not None and (drag.down or drag.across) else None
        self._grid.table.set_drop_allowed(not isinstance(edit, Refusal))
        self._preview(edit)

    def _preview(self, edit: RosterEdit | Refusal | None) -> None:
        """Tell what letting go here would do."""
        if isinstance(edit, Refusal):
            self._strip.show_effect(RosterEffect(refusal_words(edit), (), ()))
            return
        effect = self.editor.preview(edit) if edit is not None else None
        if edit is None or effect is None:
            self.show_draft_effect()
            return
        headline = self.tr("Let go: {changes}").format(changes=self._words(edit))
        self._strip.show_effect(RosterEffect(headline, effect.findings_added, effect.findings_removed))
        self._certify(effect.roster)

    def _certify(self, roster: CheckedRoster) -> None:
        certificate = self._certificate
        if certificate is not None:
            self._background.start(
                PROMISE, lambda: (certificate.hours(roster.assignments), certificate.published), self._show_promise
            )

    def _show_promise(self, hours: tuple[PromiseHours, PromiseHours]) -> None:
        self._strip.show_promise(*hours)

    def _refuse(self, refusal: Refusal) -> None:
        self.told.emit(refusal_words(refusal))

    def _words(self, edit: RosterEdit) -> str:
        assert self.sheet is not None
        return edit_words(edit, self._names, self.sheet.zone)


def _ground(shown: HallView, language: str) -> tuple[RosterBoard, DraftCertificate]:
    """What editing stands on; takes a few tenths of a second for a large hall. Loads the queue models first of all."""
    from shiftbid.services.draft_certificate import DraftCertificate

    checked = check_publication(shown.publication, shown.calendar, shown.pack, language)
    return board_of(shown.publication, checked), DraftCertificate(shown.publication)
