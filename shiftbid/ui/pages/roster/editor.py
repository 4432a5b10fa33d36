"""The draft of the roster in sight: every edit goes through here, and can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from shiftbid.services.checked_roster import EditEffect, RosterEdit
from shiftbid.services.roster_board import Clipping, Refusal, RosterBoard
from shiftbid.services.roster_draft import RosterDraft


class RosterEditor(QObject):
    """Does, undoes and redoes edits.

    Signals
    -------
    edited
        Ids of the people whose days have changed.
    touched
        The draft is another one by somebody's hand: it is to be kept.
    refused
        The `Refusal` of a gesture that does nothing.
    """

    edited = Signal(object)
    touched = Signal()
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: RosterDraft | None = None
        self._board: RosterBoard | None = None
        self.clipping: Clipping | None = None

    @property
    def draft(self) -> RosterDraft | None:
        """The draft; None until the roster is checked."""
        return self._draft

    @property
    def board(self) -> RosterBoard | None:
        """The cells with the draft's shifts."""
        return self._board

    def begin(self, draft: RosterDraft, board: RosterBoard) -> None:
        """Edit a draft from now on."""
        self._draft, self._board = draft, board.on(draft.now)
        self.edited.emit(_employees(draft.edits))

    def end(self) -> None:
        """Edit nothing until the next draft."""
        self._draft = self._board = None

    def preview(self, edit: RosterEdit) -> EditEffect | None:
        """What an edit would change."""
        return self._draft.now.effect(edit) if self._draft else None

    def do(self, edit: RosterEdit | Refusal) -> None:
        """Do an edit, or say why there is none."""
        if isinstance(edit, Refusal):
            self.refused.emit(edit)
        elif self._draft is not None:
            self._show(self._draft.with_edit(edit), (edit,))

    def undo(self) -> None:
        """Take the last edit back."""
        if self._draft and self._draft.done:
            self._show(self._draft.undo(), self._draft.edits[-1:])

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        if self._draft and self._draft.undone:
            self._show(self._draft.redo(), (self._draft.undone[-1].edit,))

    def discard(self) -> None:
        """Throw every edit away."""
        if self._draft:
            self._show(RosterDraft(self._draft.base), self._draft.edits)

    def _show(self, draft: RosterDraft, edits: tuple[RosterEdit, ...]) -> None:
        self._draft = draft
        self._board = self._board.on(draft.now) if self._board else None
        self.edited.emit(_employees(edits))
        self.touched.emit()


def _employees(edits: tuple[RosterEdit, ...]) -> frozenset[str]:
    return frozenset(employee for edit in edits for employee in edit.employees)
