"""What a payroll export is made from: the pay lines of a period, and the codes a payroll program knows them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Assignment
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import Period

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PayrollRun:
    """What is to be paid for a period.

    Attributes
    ----------
    shifts
        Shifts of the period with who worked them.
    lines
        Pay lines of the period; negative minutes take back what an earlier run paid.
    """

    period: Period
    calendar: Calendar
    halls: tuple[Hall, ...]
    employees: tuple[Employee, ...]
    shifts: tuple[Assignment, ...]
    lines: tuple[PayLine, ...]


@dataclass(frozen=True, slots=True)
class PayrollCodes:
    """What one payroll program calls our people, pay classes and halls (docs/exports.md).

    Attributes
    ----------
    source
        Where the codes were read, for messages.
    settings
        The program's own settings, such as ``company_code``.
    employees, pay_classes, halls
        The program's code by our id.
    columns
        Another heading by the usual one, for sheets whose columns may be renamed.
    leave_out
        Pay classes that this program is not told.
    """

    source: str = "payroll settings"
    settings: Texts = field(default_factory=dict[str, str])
    employees: Texts = field(default_factory=dict[str, str])
    pay_classes: Texts = field(default_factory=dict[str, str])
    halls: Texts = field(default_factory=dict[str, str])
    columns: Texts = field(default_factory=dict[str, str])
    leave_out: frozenset[str] = frozenset()
