"""Words of the window's language for the hall's own terms."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.ballot import Menu
from shiftbid.domain.pay import PayClass
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.roster import RosterState
from shiftbid.domain.staff import HoursSystem, LeaveKind
from shiftbid.domain.toil import EntryKind, LotKind
from shiftbid.rules.finding import Severity
from shiftbid.ui.locale_text import day_text
from shiftbid.ui.template_names import template_name

DAY_OFF_SOURCE = "TOIL day off on "
"""How the journal names the day off that a taking is for; the day follows."""
REQUEST_SOURCE = "request "
"""Before the id of a request."""
SHIFT_SOURCE = re.compile(r"[^/]+/(?P<template>[^/]+)/(?P<day>\d{4}-\d{2}-\d{2})")
"""Id of a shift, which earned time off: hall, template and day."""
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


def menu_title(menu: Menu) -> str:
    """Title of a menu of templates; the program's own in the window's language, any other as it is stored."""
    match menu.id:
        case "adopted":
            return QCoreApplication.translate("Terms", "Adopted templates")
        case "fewest-hours":
            return QCoreApplication.translate("Terms", "Fewest paid hours")
        case "few-templates":
            return QCoreApplication.translate("Terms", "Few templates ({count})").format(count=len(menu.templates))
        case "no-short-shifts":
            return QCoreApplication.translate("Terms", "No short shifts")
        case "later-starts":
            return QCoreApplication.translate("Terms", "Later starts")
        case "short-shifts":
            return QCoreApplication.translate("Terms", "Short shifts only")
        case _:
            return menu.title


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


def hours_system_word(system: HoursSystem) -> str:
    """How working time is counted under a contract."""
    match system:
        case HoursSystem.STANDARD:
            return QCoreApplication.translate("Terms", "Standard hours")
        case HoursSystem.COMPREHENSIVE:
            return QCoreApplication.translate("Terms", "Comprehensive hours")
        case HoursSystem.PART_TIME:
            return QCoreApplication.translate("Terms", "Part time")


def pay_class_word(pay_class: PayClass) -> str:
    """How an hour is paid."""
    match pay_class:
        case PayClass.NORMAL:
            return QCoreApplication.translate("Terms", "Normal")
        case PayClass.OVERTIME_QUARTER:
            return QCoreApplication.translate("Terms", "Overtime 125 %")
        case PayClass.OVERTIME:
            return QCoreApplication.translate("Terms", "Overtime 150 %")
        case PayClass.OVERTIME_DOUBLE:
            return QCoreApplication.translate("Terms", "Overtime 200 %")
        case PayClass.REST_DAY_35:
            return QCoreApplication.translate("Terms", "Rest day 135 %")
        case PayClass.REST_DAY:
            return QCoreApplication.translate("Terms", "Rest day 200 %")
        case PayClass.HOLIDAY_HALF_AGAIN:
            return QCoreApplication.translate("Terms", "Holiday 150 %")
        case PayClass.HOLIDAY:
            return QCoreApplication.translate("Terms", "Holiday 300 %")
        case PayClass.TOIL_EARNED:
            return QCoreApplication.translate("Terms", "Answered with time off")
        case PayClass.NIGHT:
            return QCoreApplication.translate("Terms", "Night, 25 % on top")
        case PayClass.SHORT_REST_QUARTER:
            return QCoreApplication.translate("Terms", "Short rest, 25 % on top")
        case PayClass.SHORT_REST_HALF:
            return QCoreApplication.translate("Terms", "Short rest, 50 % on top")
        case PayClass.MEAL_PREMIUM:
            return QCoreApplication.translate("Terms", "Missed meal")
        case PayClass.REST_PREMIUM:
            return QCoreApplication.translate("Terms", "Missed rest")
        case PayClass.PREDICTABILITY:
            return QCoreApplication.translate("Terms", "Late change of the roster")
        case PayClass.FIXED_PREMIUM:
            return QCoreApplication.translate("Terms", "Fixed premium")
        case PayClass.ANNUAL_LEAVE:
            return QCoreApplication.translate("Terms", "Annual leave")
        case PayClass.TOIL_TAKEN:
            return QCoreApplication.translate("Terms", "Time off in lieu taken")


def lot_word(kind: LotKind) -> str:
    """What time off in lieu was earned for."""
    match kind:
        case LotKind.HOUSE_BONUS:
            return QCoreApplication.translate("Terms", "House bonus")
        case LotKind.REST_DAY_WORK:
            return QCoreApplication.translate("Terms", "Rest-day work")
        case LotKind.OVERTIME:
            return QCoreApplication.translate("Terms", "Overtime")
        case LotKind.HOLIDAY_WORK:
            return QCoreApplication.translate("Terms", "Holiday work")
        case LotKind.ADVANCE:
            return QCoreApplication.translate("Terms", "Returned advance")


def entry_word(kind: EntryKind) -> str:
    """What an entry of the journal says."""
    match kind:
        case EntryKind.OPENING:
            return QCoreApplication.translate("Terms", "Brought in")
        case EntryKind.ACCRUE:
            return QCoreApplication.translate("Terms", "Earned")
        case EntryKind.HOLD:
            return QCoreApplication.translate("Terms", "Reserved")
        case EntryKind.RELEASE:
            return QCoreApplication.translate("Terms", "Reservation ended")
        case EntryKind.TAKE:
            return QCoreApplication.translate("Terms", "Reserved time taken")
        case EntryKind.USE:
            return QCoreApplication.translate("Terms", "Taken")
        case EntryKind.REVERSE:
            return QCoreApplication.translate("Terms", "Taken back")
        case EntryKind.SETTLE:
            return QCoreApplication.translate("Terms", "Advance paid back")
        case EntryKind.EXPIRE:
            return QCoreApplication.translate("Terms", "Expired")
        case EntryKind.EXTEND:
            return QCoreApplication.translate("Terms", "Extended")
        case EntryKind.PAYOUT:
            return QCoreApplication.translate("Terms", "Paid out")
        case EntryKind.LEAVING:
            return QCoreApplication.translate("Terms", "Employment ended")


def source_text(source: str) -> str:
    """What caused an entry of the journal; people's own words stay as they are written."""
    day = source.removeprefix(DAY_OFF_SOURCE)
    if day != source:
        return QCoreApplication.translate("Terms", "day off in lieu on {day}").format(day=_told_day(day))
    if source.startswith(REQUEST_SOURCE):
        return QCoreApplication.translate("Terms", "request for time off")
    shift = SHIFT_SOURCE.fullmatch(source)
    if shift is not None:
        words = QCoreApplication.translate("Terms", "shift {hours} on {day}")
        return words.format(hours=template_name(shift["template"]), day=_told_day(shift["day"]))
    match source:
        case "opening balance":
            return QCoreApplication.translate("Terms", "opening balance")
        case "employment ended":
            return QCoreApplication.translate("Terms", "employment ended")
        case _:
            return source


def _told_day(written: str) -> str:
    return day_text(date.fromisoformat(written))
