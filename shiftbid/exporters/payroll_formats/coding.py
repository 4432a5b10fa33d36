"""From our ids to a payroll program's: every code looked up and checked before a file is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.errors import Problem
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.payroll.hour_rounding import hours_text, hundredths_of_hours
from shiftbid.services.payroll_run import PayrollCodes, PayrollRun


@dataclass(frozen=True, slots=True)
class Form:
    """What the values of one of the program's fields look like.

    Attributes
    ----------
    field
        The program's own name of the field.
    pattern
        What the whole value must match.
    expected
        The same in words.
    encoding
        Encoding of the program's file; the value must be writable in it.
    """

    field: str
    pattern: re.Pattern[str]
    expected: str
    encoding: str = "ascii"

    def allows(self, value: str) -> bool:
        """Whether the program can carry a value as it is."""
        return bool(self.pattern.fullmatch(value)) and is_encodable(value, self.encoding)


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of a program; one without a default must be given."""

    name: str
    form: Form
    default: str | None = None


@dataclass(frozen=True, slots=True)
class CodedLine:
    """A pay line in the program's codes. `hall_code` is empty where the settings give halls no codes."""

    line: PayLine
    employee: str
    code: str
    hall_code: str

    @property
    def day(self) -> date:
        """Day that is paid."""
        return self.line.day


@dataclass(frozen=True, slots=True)
class CodedRun:
    """A payroll run in the program's codes.

    Attributes
    ----------
    settings
        Every setting of the format, defaults filled in.
    employees
        The program's id by ours, of everybody in the run.
    columns
        Headings that take the place of the usual ones.
    lines, sums
        Lines of minutes, and lines of fixed sums in cents.
    """

    run: PayrollRun
    settings: Mapping[str, str]
    employees: Mapping[str, str]
    columns: Mapping[str, str]
    lines: tuple[CodedLine, ...]
    sums: tuple[CodedLine, ...]


@dataclass(frozen=True, slots=True)
class PayrollFile:
    """A finished file: the name that the program expects, and its bytes."""

    name: str
    content: bytes


def nothing(_: str) -> None:
    """No code but what the settings give."""


def own_text(text: str) -> str:
    """Our own id, where the settings give no other."""
    return text


@dataclass(frozen=True, slots=True)
class PayrollFormat:
    """One payroll program's form of pay lines.

    Attributes
    ----------
    hall
        Form of a hall's code; None where the program knows no halls.
    default_employee, default_code
        What stands for an employee or pay class that the settings do not name; None where they must.
    renamable
        Headings that the settings may replace.
    carries_sums
        Whether the file has a place for fixed sums of money beside hours.
    write
        Makes the files of a run; what the program cannot carry is added to the problems.
    """

    name: str
    settings: tuple[Setting, ...]
    employee: Form
    pay_class: Form
    hall: Form | None
    write: Callable[[CodedRun, list[Problem]], tuple[PayrollFile, ...]]
    default_employee: Callable[[str], str | None] = nothing
    default_code: Callable[[str], str | None] = nothing
    renamable: tuple[str, ...] = ()
    carries_sums: bool = False


def coded_run(target: PayrollFormat, run: PayrollRun, codes: PayrollCodes, problems: list[Problem]) -> CodedRun:
    """Put a run into a program's codes; lines that have none are left out, and the problem is named once each."""
    settings = _settings(target, codes, problems)
    _check_tables(target, codes, problems)
    paid = [line for line in run.lines if line.pay_class.value not in codes.leave_out]
    employees = _employees(target, run, codes, paid, problems)
    classes = _pay_classes(target, codes, paid, problems)
    halls = _halls(target, codes, paid, problems)
    problems += _sums_without_a_place(target, paid)
    coded = [
        CodedLine(line, employees[line.employee], classes[line.pay_class.value], halls[line.hall])
        for line in paid
        if line.employee in employees and line.pay_class.value in classes and line.hall in halls
    ]
    return CodedRun(
        run,
        settings,
        employees,
        codes.columns,
        lines=tuple(each for each in coded if not each.line.cents),
        sums=tuple(each for each in coded if each.line.cents),
    )


def is_encodable(text: str, encoding: str) -> bool:
    """Whether a text can be written in an encoding without loss."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _settings(target: PayrollFormat, codes: PayrollCodes, problems: list[Problem]) -> Mapping[str, str]:
    known = {setting.name: setting for setting in target.settings}
    allowed = ", ".join(known) or "none"
    problems += [
        Problem(f"{name!r} is no setting of {target.name}; it has {allowed}", column=name)
        for name in codes.settings
        if name not in known
    ]
    values: dict[str, str] = {}
    for name, setting in known.items():
        value = codes.settings.get(name, setting.default)
        values[name] = ""
        if value is None:
            advice = f"add {name} under [{target.name}]: {setting.form.expected}"
            problems.append(Problem(f"is missing; {advice}", column=setting.form.field))
        elif not setting.form.allows(value):
            problems.append(Problem(f"{name} {value!r} must be {setting.form.expected}", column=setting.form.field))
        else:
            values[name] = value
    return values


def _check_tables(target: PayrollFormat, codes: PayrollCodes, problems: list[Problem]) -> None:
    classes = ", ".join(PayClass)
    for table, names in (("pay_classes", codes.pay_classes), ("leave_out", sorted(codes.leave_out))):
        problems += [
            Problem(f"[{target.name}] {table}: {name!r} is no pay class; there are {classes}")
            for name in names
            if name not in tuple(PayClass)
        ]
    if codes.halls and target.hall is None:
        problems.append(Problem(f"[{target.name}.halls]: {target.name} has no field for halls; leave the table out"))
    renamed = f"only {', '.join(target.renamable)} can be" if target.renamable else "none can be"
    problems += [
        Problem(f"[{target.name}.columns]: {name!r} cannot be renamed; {renamed}")
        for name in codes.columns
        if name not in target.renamable
    ]


def _employees(
    target: PayrollFormat,
    run: PayrollRun,
    codes: PayrollCodes,
    paid: Sequence[PayLine],
    problems: list[Problem],
) -> Mapping[str, str]:
    """The program's id of everybody who is paid, and of everybody else in the run who has one."""
    needed = {line.employee for line in paid}
    found: dict[str, str] = {}
    owners: dict[str, str] = {}
    for employee in sorted({*needed, *(each.id for each in run.employees)}):
        code = codes.employees.get(employee, target.default_employee(employee))
        if code is None:
            if employee in needed:
                advice = f"add it under [{target.name}.employees]: {target.employee.expected}"
                problems.append(Problem(f"employee {employee} has none; {advice}", column=target.employee.field))
        elif not target.employee.allows(code):
            message = f"employee {employee}: {code!r} must be {target.employee.expected}"
            problems.append(Problem(message, column=target.employee.field))
        elif owners.setdefault(code, employee) != employee:
            message = f"employees {owners[code]} and {employee} share {code!r}; give each their own"
            problems.append(Problem(message, column=target.employee.field))
        else:
            found[employee] = code
    return found


def _pay_classes(
    target: PayrollFormat, codes: PayrollCodes, paid: Sequence[PayLine], problems: list[Problem]
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for pay_class in sorted({line.pay_class.value for line in paid}):
        code = codes.pay_classes.get(pay_class, target.default_code(pay_class))
        if code is None:
            of_class = [line for line in paid if line.pay_class.value == pay_class]
            total = hours_text(hundredths_of_hours(sum(line.minutes for line in of_class)))
            first = min(of_class, key=lambda line: (line.day, line.employee))
            message = (
                f"pay class {pay_class} ({total} h, first {first.employee} on {first.day}) has none; add it under "
                f"[{target.name}.pay_classes] ({target.pay_class.expected}), or name it in leave_out"
            )
            problems.append(Problem(message, column=target.pay_class.field))
        elif not target.pay_class.allows(code):
            message = f"pay class {pay_class}: {code!r} must be {target.pay_class.expected}"
            problems.append(Problem(message, column=target.pay_class.field))
        else:
            found[pay_class] = code
    return found


def _sums_without_a_place(target: PayrollFormat, paid: Sequence[PayLine]) -> Iterator[Problem]:
    for line in paid:
        if line.cents and not target.carries_sums:
            yield Problem(
                f"employee {line.employee}: {target.name} has no place for the fixed sum of {sum_text(line.cents)} "
                f"({line.pay_class.value}) of {line.day}; name {line.pay_class.value} in leave_out, and enter it there",
                column=target.pay_class.field,
            )


def sum_text(cents: int, decimal_sign: str = ".") -> str:
    """Write hundredths of a currency with two decimals: ``100.00``, ``-45.00``."""
    return hours_text(cents, decimal_sign)


def _halls(
    target: PayrollFormat, codes: PayrollCodes, paid: Sequence[PayLine], problems: list[Problem]
) -> Mapping[str, str]:
    """Codes of the halls: all or none, since a program takes what has none for its own default."""
    return dict(_hall_codes(target, codes, sorted({line.hall for line in paid}), problems))


def _hall_codes(
    target: PayrollFormat, codes: PayrollCodes, halls: Sequence[str], problems: list[Problem]
) -> Iterator[tuple[str, str]]:
    for hall in halls:
        code = codes.halls.get(hall)
        if target.hall is None or not codes.halls:
            yield hall, ""
        elif code is None:
            advice = f"add it under [{target.name}.halls]: {target.hall.expected}"
            problems.append(Problem(f"hall {hall} has none; {advice}", column=target.hall.field))
        elif not target.hall.allows(code):
            message = f"hall {hall}: {code!r} must be {target.hall.expected}"
            problems.append(Problem(message, column=target.hall.field))
        else:
            yield hall, code
