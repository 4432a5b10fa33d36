"""A draft of a roster kept until it is published or thrown away, so that leaving the program loses no edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment, Roster
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period
from shiftbid.services.checked_roster import RosterEdit
from shiftbid.services.publication import JsonObject
from shiftbid.services.roster_board import RosterBoard
from shiftbid.services.roster_draft import RosterDraft

FORMAT = "shiftbid-draft-1"


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """Edits of a hall and period on top of a published version.

    Attributes
    ----------
    version
        The version they were made on.
    edits
        As JSON objects: shifts that people lose and take, in order.
    """

    hall: str
    period: Period
    version: int
    edits: tuple[JsonObject, ...]

    def is_of(self, roster: Roster) -> bool:
        """Whether the edits were made on this very version."""
        return (self.hall, self.period, self.version) == (roster.hall, roster.period, roster.version)


@dataclass(frozen=True, slots=True)
class RestoredDraft:
    """A draft as it comes back.

    Attributes
    ----------
    lost
        Edits that no longer fit the published roster, and were left out.
    """

    draft: RosterDraft
    lost: int


class DraftStore(Protocol):
    """Keeps one draft of each hall and period."""

    def keep(self, draft: StoredDraft) -> None:
        """Keep a draft in place of the one before; one without edits is forgotten. StorageError where that fails."""
        ...

    def find(self, hall: str, period: Period) -> StoredDraft | None:
        """The draft of a hall and period, or None. StorageError where it cannot be read."""
        ...


def stored(draft: RosterDraft, roster: Roster) -> StoredDraft:
    """Put a draft of a published roster into words that a file can hold; what was undone is left out."""
    edits = tuple({"removed": _shifts(edit.removed), "added": _shifts(edit.added)} for edit in draft.edits)
    return replace(no_edits(roster), edits=edits)


def no_edits(roster: Roster) -> StoredDraft:
    """What is kept of a roster without edits."""
    return StoredDraft(roster.hall, roster.period, roster.version, ())


def restored(kept: StoredDraft, board: RosterBoard) -> RestoredDraft:
    """Do the edits of a kept draft again on the roster as it is published now; those that no longer fit are counted."""
    known = {shift.id: shift for shift in board.offered.values()}
    draft, lost = RosterDraft(board.roster), 0
    for edit in kept.edits:
        try:
            draft = draft.with_edit(_edit(edit, known, draft))
        except InputError:
            lost += 1
    return RestoredDraft(draft, lost)


def _shifts(assignments: Iterable[Assignment]) -> list[JsonObject]:
    return [{"employee": each.employee, "shift": each.shift.id, "pinned": each.pinned} for each in assignments]


def _edit(stated: JsonObject, known: Mapping[str, Shift], draft: RosterDraft) -> RosterEdit:
    """Raises InputError where a shift is not offered any more, or somebody does not have the shift they lose."""
    removed = tuple(_held(each, draft) for each in stated["removed"])
    return RosterEdit(removed, tuple(_assignment(each, known) for each in stated["added"]))


def _held(stated: Mapping[str, Any], draft: RosterDraft) -> Assignment:
    person = draft.now.people.get(stated["employee"])
    for each in person.assignments if person else ():
        if each.shift.id == stated["shift"]:
            return each
    raise InputError("draft", [f"{stated['employee']} does not have shift {stated['shift']}; leave the edit out"])


def _assignment(stated: Mapping[str, Any], known: Mapping[str, Shift]) -> Assignment:
    shift = known.get(stated["shift"])
    if shift is None:
        raise InputError("draft", [f"shift {stated['shift']} is not offered any more; leave the edit out"])
    return Assignment(stated["employee"], shift, pinned=bool(stated["pinned"]))
