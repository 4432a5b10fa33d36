"""Edits of a roster in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.roster import Assignment
from shiftbid.services.checked_roster import RosterEdit
from shiftbid.services.roster_board import Refusal
from shiftbid.ui.locale_text import clock_span_text, day_text

TOLD = 2
"""Changes told in full; more are counted."""


def edit_words(edit: RosterEdit, names: Mapping[str, str], zone: str) -> str:
    """Who takes and who loses what, the first few in full."""
    sentences = list(_sentences(edit, names, zone))
    told = "; ".join(sentences[:TOLD])
    if len(sentences) <= TOLD:
        return told
    return QCoreApplication.translate("Roster", "{changes}; and {count} more").format(
        changes=told, count=len(sentences) - TOLD
    )


def refusal_words(refusal: Refusal) -> str:
    """Why a gesture does nothing, and what would."""
    match refusal:
        case Refusal.NOTHING:
            return QCoreApplication.translate("Roster", "Nothing to change here: choose a cell with a shift.")
        case Refusal.OUTSIDE:
            return QCoreApplication.translate("Roster", "That would leave the roster: choose cells further inside.")
        case Refusal.NOT_OFFERED:
            return QCoreApplication.translate(
                "Roster",
                "This shift is not offered on that day: the hall is closed then, or the template does not run.",
            )


def _sentences(edit: RosterEdit, names: Mapping[str, str], zone: str) -> Iterator[str]:
    before = {(each.employee, each.shift.id) for each in edit.removed}
    after = {(each.employee, each.shift.id) for each in edit.added}
    for each in edit.added:
        pins = (each.employee, each.shift.id) in before
        if not pins:
            yield QCoreApplication.translate("Roster", "{name} takes {shift}").format(**_words(each, names, zone))
        elif each.pinned:
            yield QCoreApplication.translate("Roster", "{name} is pinned to {shift}").format(
                **_words(each, names, zone)
            )
        else:
            yield QCoreApplication.translate("Roster", "{name} is unpinned from {shift}").format(
                **_words(each, names, zone)
            )
    for each in edit.removed:
        if (each.employee, each.shift.id) not in after:
            yield QCoreApplication.translate("Roster", "{name} loses {shift}").format(**_words(each, names, zone))


def _words(each: Assignment, names: Mapping[str, str], zone: str) -> dict[str, str]:
    shift = f"{day_text(each.shift.day)} {clock_span_text(each.shift, zone)}"
    return {"name": names[each.employee], "shift": shift}
