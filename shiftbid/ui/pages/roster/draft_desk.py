"""The draft's way out: kept, offered again, compared, published; and who can take a shift."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from shiftbid.domain.roster import Assignment, Roster
from shiftbid.services.change_notice import late_changes
from shiftbid.services.hall_view import HallView
from shiftbid.services.notice_dates import NoticeShortfall
from shiftbid.services.roster_board import Cell
from shiftbid.services.roster_draft import RosterDraft
from shiftbid.services.roster_orders import PublishEdit, RosterVersions
from shiftbid.services.shift_takers import Taker, takers_of
from shiftbid.services.stored_draft import StoredDraft, no_edits, restored, stored
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.background import Background
from shiftbid.ui.locale_text import clock_span_text, day_text
from shiftbid.ui.pages.page import Ask
from shiftbid.ui.pages.roster.compare_dialog import CompareDialog
from shiftbid.ui.pages.roster.compare_presenter import compared
from shiftbid.ui.pages.roster.draft_banner import DraftBanner
from shiftbid.ui.pages.roster.edit_actions import EditActions
from shiftbid.ui.pages.roster.editing import RosterEditing
from shiftbid.ui.pages.roster.effect_strip import EffectStrip
from shiftbid.ui.pages.roster.presenter import SEVERITY_ORDER
from shiftbid.ui.pages.roster.publish_dialog import PublishDialog, PublishQuestion
from shiftbid.ui.pages.roster.taker_dialog import TakerDialog

TAKERS = "takers"


@dataclass(frozen=True, slots=True)
class DraftParts:
    """What the desk works with; `current_cell` gives the person's day that is current in the view in sight."""

    appearance: Appearance
    actions: EditActions
    banner: DraftBanner
    editing: RosterEditing
    strip: EffectStrip
    current_cell: Callable[[], Cell | None]


class DraftDesk(QObject):
    """Keeps the draft after every edit, so that leaving loses nothing.

    Signals
    -------
    asked, told, drafted, changed
        As those of `shiftbid.ui.pages.page.DeskPage`.
    """

    asked = Signal(object)
    told = Signal(str)
    drafted = Signal(object)
    changed = Signal()

    def __init__(self, parts: DraftParts, page: QWidget) -> None:
        super().__init__(page)
        self._parts = parts
        self._page = page
        self._shown: HallView | None = None
        self._working = self._publishing = False
        self._latest: StoredDraft | None = None
        self._background = Background(self)
        actions = parts.actions
        actions.publish.triggered.connect(self._ask_to_publish)
        actions.compare.triggered.connect(self._ask_versions)
        actions.discard.triggered.connect(self._ask_to_discard)
        actions.takers.triggered.connect(self._ask_takers)
        parts.banner.taken_up.connect(self._take_up)
        parts.banner.thrown_away.connect(self._throw_away)
        parts.editing.ready.connect(self._look_for_draft)
        parts.editing.editor.edited.connect(self._follow)
        parts.editing.editor.touched.connect(self._keep)
        self._follow()

    def begin(self, shown: HallView) -> None:
        """Take another roster in hand."""
        self._shown = shown
        self._parts.banner.withdraw()
        if shown.editable:
            self._parts.editing.begin(shown)
        else:
            self._parts.editing.end()
        self._follow()

    def set_working(self, under_way: bool) -> None:
        """Publish and ask nothing while other work is under way."""
        self._working = under_way
        if self._publishing and not under_way:
            # It has failed or was cancelled; where it went well, the draft ends right after this.
            self._publishing = False
            self._parts.editing.set_editable(True)
        self._follow()

    def _look_for_draft(self) -> None:
        """Offer a kept draft; one that was in hand just now goes on by itself."""
        shown = self._shown
        if shown is None:
            return
        if self._latest is not None and self._latest.is_of(shown.publication.roster):
            self._go_on_with(self._latest)
        elif shown.draft is not None:
            self._parts.banner.offer(shown.draft, shown.publication.roster.version)
            self._parts.editing.set_editable(False)
        self._follow()

    def _take_up(self) -> None:
        self._parts.banner.withdraw()
        self._parts.editing.set_editable(True)
        if self._shown is not None and self._shown.draft is not None:
            self._go_on_with(self._shown.draft)
            self._keep()

    def _go_on_with(self, kept: StoredDraft) -> None:
        board = self._parts.editing.editor.board
        if board is None:
            return
        found = restored(kept, board)
        self._parts.editing.take_up(found.draft)
        if found.lost:
            self.told.emit(self.tr("Edits that no longer fit were left out: {count}").format(count=found.lost))

    def _throw_away(self) -> None:
        self._parts.banner.withdraw()
        self._parts.editing.set_editable(True)
        self._keep()

    def _keep(self) -> None:
        draft = self._parts.editing.editor.draft
        if self._shown is not None and draft is not None:
            self._latest = stored(draft, self._shown.publication.roster)
            self.drafted.emit(self._latest)
        self._follow()

    def _follow(self) -> None:
        """Allow what can be done now, and count what is not published."""
        actions = self._parts.actions
        draft = self._parts.editing.editor.draft
        difference = draft.difference if draft else None
        touched = (*difference.removed, *difference.added) if difference else ()
        count = len({(each.employee, each.shift.day) for each in touched})
        free = not self._publishing
        actions.undo.setEnabled(bool(draft and draft.done) and free)
        actions.redo.setEnabled(bool(draft and draft.undone) and free)
        actions.discard.setEnabled(bool(draft and draft.done) and free)
        actions.compare.setEnabled(not self._working and self._shown is not None)
        actions.publish.setEnabled(not self._working and count > 0)
        actions.publish.setText(self.tr("Pu&blish ({count}) …").format(count=count) if count else self.tr("Pu&blish …"))

    def _ask_to_publish(self) -> None:
        shown, draft = self._shown, self._parts.editing.editor.draft
        if shown is None or draft is None:
            return
        publication = shown.publication
        question = PublishQuestion(
            version=publication.roster.version + 1,
            comparison=compared(publication.roster.assignments, draft.now.assignments, self._names(shown)),
            findings=tuple(sorted(draft.findings_added, key=lambda each: SEVERITY_ORDER.index(each.severity))),
            notices=tuple(str(each) for each in self._late(shown, draft)),
            promise=self._parts.strip.promise.text(),
        )
        dialog = PublishDialog(question, publication.hall.zone, self._parts.appearance, self._page)
        assignments = draft.now.assignments
        dialog.agreed.connect(partial(self._publish, shown, assignments))
        dialog.open()

    def _late(self, shown: HallView, draft: RosterDraft) -> tuple[NoticeShortfall, ...]:
        """Notices that the changes leave too short."""
        moved = (*draft.difference.removed, *draft.difference.added)
        days = {each.shift.day for each in moved}
        return late_changes(shown.publication.hall, days, shown.on, shown.pack, shown.terms)

    def _publish(self, shown: HallView, assignments: Sequence[Assignment], reason: str) -> None:
        # What is edited while the roster is published would belong to neither version.
        self._publishing = True
        self._parts.editing.set_editable(False)
        roster = shown.publication.roster
        order = PublishEdit(roster.hall, roster.period, roster.version, tuple(assignments), reason)
        self.asked.emit(Ask(order, lambda version: self._published(shown, version)))

    def _published(self, shown: HallView, version: int) -> None:
        """The draft has become a version: nothing of it is kept."""
        self._latest = None
        self._parts.editing.end()
        self.drafted.emit(no_edits(shown.publication.roster))
        self.told.emit(self.tr("Published: version {version}").format(version=version))
        self.changed.emit()

    def _ask_versions(self) -> None:
        if self._shown is not None:
            roster = self._shown.publication.roster
            self.asked.emit(Ask(RosterVersions(roster.hall, roster.period), self._show_versions))

    def _show_versions(self, versions: tuple[Roster, ...]) -> None:
        shown, draft = self._shown, self._parts.editing.editor.draft
        if shown is not None:
            now = draft.now.assignments if draft and draft.done else None
            zone = shown.publication.hall.zone
            CompareDialog(versions, now, self._names(shown), zone, self._parts.appearance, self._page).show()

    def _ask_to_discard(self) -> None:
        box = QMessageBox(self._page)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Discard the draft"))
        box.setText(self.tr("Every change that is not published goes. This cannot be undone."))
        discard = box.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        discard.clicked.connect(self._parts.editing.editor.discard)
        box.open()

    def _ask_takers(self) -> None:
        cell, board, shown = self._parts.current_cell(), self._parts.editing.editor.board, self._shown
        taken = board.taken(cell) if board and cell else ()
        if board is None or shown is None or not taken:
            return
        roster, held, names = board.roster, taken[0], self._names(shown)
        self._background.start(
            TAKERS,
            lambda: takers_of(held.shift, roster, names),
            lambda takers: self._show_takers(held, takers, shown.publication.hall.zone),
        )

    def _show_takers(self, held: Assignment, takers: tuple[Taker, ...], zone: str) -> None:
        shift = f"{day_text(held.shift.day)} {clock_span_text(held.shift, zone)}"
        dialog = TakerDialog(shift, takers, self._parts.appearance, self._page)
        dialog.chosen.connect(partial(self._parts.editing.give, held))
        dialog.show()

    def _names(self, shown: HallView) -> dict[str, str]:
        return {each.id: each.name for each in shown.publication.employees}
