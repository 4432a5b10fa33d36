"""Who read a person's data, in words of the window's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from shiftbid.domain.data_reading import DataKind, ReaderRole
from shiftbid.domain.timeline import local_day
from shiftbid.ui.locale_text import clock_text, short_date_text


def reading_moment_text(moment: int, zone: str) -> str:
    """Day with its year, and wall clock: ``2 Nov 2026 18:00``; readings are kept for a year."""
    return f"{short_date_text(local_day(moment, zone))} {clock_text(moment, zone)}"


def reader_role_word(role: ReaderRole) -> str:
    """As what somebody read."""
    match role:
        case ReaderRole.MANAGER:
            return QCoreApplication.translate("MyData", "manager")
        case ReaderRole.PAYROLL:
            return QCoreApplication.translate("MyData", "payroll clerk")
        case ReaderRole.STAFF:
            return QCoreApplication.translate("MyData", "colleague who decides appeals")
        case ReaderRole.COMMAND_LINE:
            return QCoreApplication.translate("MyData", "by a command, under their name on the computer")


def kinds_text(kinds: Iterable[DataKind]) -> str:
    """What was read, in the order of `DataKind`."""
    return QCoreApplication.translate("MyData", ", ", "between two kinds of data").join(
        kind_word(each) for each in kinds
    )


def kind_word(kind: DataKind) -> str:
    """A kind of data about a person."""
    match kind:
        case DataKind.STAFF_LIST:
            return QCoreApplication.translate("MyData", "staff list (contract, skills, birth, pay for an hour)")
        case DataKind.SCHEDULE:
            return QCoreApplication.translate("MyData", "shifts")
        case DataKind.TIME_OFF:
            return QCoreApplication.translate("MyData", "leave and requests")
        case DataKind.TOIL:
            return QCoreApplication.translate("MyData", "time off in lieu")
        case DataKind.PAY:
            return QCoreApplication.translate("MyData", "pay")
        case DataKind.PAY_FILE:
            return QCoreApplication.translate("MyData", "pay, written to a file")
        case DataKind.WISHES:
            return QCoreApplication.translate("MyData", "wishes after the award")
        case DataKind.APPEAL:
            return QCoreApplication.translate("MyData", "appeal")
