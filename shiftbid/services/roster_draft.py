"""Edits of a roster that are not published yet, with undo and redo over all of them.

Nothing is changed in place: each edit gives a new checked roster, and undoing is going back to the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shiftbid.domain.roster import Assignment
from shiftbid.rules.finding import Finding
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit


@dataclass(frozen=True, slots=True)
class DraftStep:
    """An edit, and the roster after it."""

    edit: RosterEdit
    roster: CheckedRoster


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """A published roster with edits on top.

    Attributes
    ----------
    base
        The roster as published.
    done, undone
        Edits in order; the last of `done` is undone next, the last of `undone` redone next.
    """

    base: CheckedRoster
    done: tuple[DraftStep, ...] = ()
    undone: tuple[DraftStep, ...] = ()

    @property
    def now(self) -> CheckedRoster:
        """The roster with every edit that is not undone."""
        return self.done[-1].roster if self.done else self.base

    @property
    def edits(self) -> tuple[RosterEdit, ...]:
        """Edits that are not undone, in order."""
        return tuple(step.edit for step in self.done)

    @property
    def employees(self) -> tuple[str, ...]:
        """Everybody whom an edit touches."""
        return tuple(sorted({employee for edit in self.edits for employee in edit.employees}))

    @property
    def findings_added(self) -> tuple[Finding, ...]:
        """Findings that the published roster did not have."""
        before = {finding for employee in self.employees for finding in self.base.findings_of(employee)}
        return tuple(each for one in self.employees for each in self.now.findings_of(one) if each not in before)

    @property
    def findings_removed(self) -> tuple[Finding, ...]:
        """Findings of the published roster that are gone."""
        after = {finding for employee in self.employees for finding in self.now.findings_of(employee)}
        return tuple(each for one in self.employees for each in self.base.findings_of(one) if each not in after)

    @property
    def difference(self) -> RosterEdit:
        """What the roster differs in from the published one, in order of start; pins count."""
        before = [each for employee in self.employees for each in self.base.people[employee].assignments]
        after = [each for employee in self.employees for each in self.now.people[employee].assignments]
        return RosterEdit(_without(before, after), _without(after, before))

    def with_edit(self, edit: RosterEdit) -> RosterDraft:
        """The draft with one more edit; what was undone can no longer be redone. InputError where it does not fit."""
        return replace(self, done=(*self.done, DraftStep(edit, self.now.effect(edit).roster)), undone=())

    def undo(self) -> RosterDraft:
        """The draft without its last edit; the same where there is none."""
        if not self.done:
            return self
        return replace(self, done=self.done[:-1], undone=(*self.undone, self.done[-1]))

    def redo(self) -> RosterDraft:
        """The draft with the last undone edit again; the same where there is none."""
        if not self.undone:
            return self
        return replace(self, done=(*self.done, self.undone[-1]), undone=self.undone[:-1])


def _without(some: Sequence[Assignment], others: Sequence[Assignment]) -> tuple[Assignment, ...]:
    known = set(others)
    return tuple(
        sorted((each for each in some if each not in known), key=lambda each: (each.shift.span, each.employee))
    )
