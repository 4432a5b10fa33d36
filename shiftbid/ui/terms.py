"""Words of the window's language for the hall's own terms."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.roster import RosterState
from shiftbid.domain.staff import LeaveKind
from shiftbid.rules.finding import Severity

SEVERITY_SIGNS = {
    Severity.ILLEGAL: "✖",
    Severity.NEEDS_CONSENT: "?",
    Severity.HOUSE_RULE: "◆",
    Severity.WARNING: "!",
}
"""A sign for each severity that needs no colour to be told apart."""


def severity_word(severity: Severity) -> str:
    """How much a finding weighs."""
    match severity:
        case Severity.ILLEGAL:
            return QCoreApplication.translate("Terms", "Against the law")
        case Severity.NEEDS_CONSENT:
            return QCoreApplication.translate("Terms", "Needs consent")
        case Severity.HOUSE_RULE:
            return QCoreApplication.translate("Terms", "House rule")
        case Severity.WARNING:
            return QCoreApplication.translate("Terms", "Warning")


def leave_word(kind: LeaveKind) -> str:
    """Why a person is away."""
    match kind:
        case LeaveKind.ANNUAL:
            return QCoreApplication.translate("Terms", "annual leave")
        case LeaveKind.SICK:
            return QCoreApplication.translate("Terms", "sick leave")
        case LeaveKind.TOIL:
            return QCoreApplication.translate("Terms", "time off in lieu")
        case LeaveKind.UNPAID:
            return QCoreApplication.translate("Terms", "unpaid leave")
        case LeaveKind.UNAVAILABLE:
            return QCoreApplication.translate("Terms", "not available")


def leave_code(kind: LeaveKind) -> str:
    """A very short word for a tile."""
    match kind:
        case LeaveKind.ANNUAL:
            return QCoreApplication.translate("Terms", "leave", "annual leave, on a tile of five letters")
        case LeaveKind.SICK:
            return QCoreApplication.translate("Terms", "sick", "sick leave, on a tile of five letters")
        case LeaveKind.TOIL:
            return QCoreApplication.translate("Terms", "TOIL", "time off in lieu, on a tile of five letters")
        case LeaveKind.UNPAID:
            return QCoreApplication.translate("Terms", "away", "unpaid leave, on a tile of five letters")
        case LeaveKind.UNAVAILABLE:
            return QCoreApplication.translate("Terms", "n/a", "not available, on a tile of five letters")


def customer_class_word(customer_class: str) -> str:
    """Name of a class of customers; a class that shiftbid does not know keeps its own name."""
    match customer_class:
        case CustomerClass.VIP:
            return QCoreApplication.translate("Terms", "VIP")
        case CustomerClass.REGULAR:
            return QCoreApplication.translate("Terms", "Regular")
        case _:
            return customer_class


def roster_state_word(state: RosterState) -> str:
    """Where a roster stands."""
    match state:
        case RosterState.DRAFT:
            return QCoreApplication.translate("Terms", "Draft")
        case RosterState.PUBLISHED:
            return QCoreApplication.translate("Terms", "Published")
        case RosterState.LOCKED:
            return QCoreApplication.translate("Terms", "Locked")
