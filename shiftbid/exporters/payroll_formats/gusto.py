"""Gusto hours import: a CSV with a row a person.

Source: support.gusto.com 999914471 for the rules; the header as public code that pins Gusto's template has it. A zero
overwrites what was entered by hand, so a cell without hours is blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat
from shiftbid.exporters.payroll_formats.totals import machine_rows, minutes_by, refuse_negative, total_hours

COLUMNS = (
    *("last_name", "first_name", "title", "gusto_employee_id", "regular_hours", "overtime_hours"),
    *("double_overtime_hours", "missed_break_hours", "owners_draw", "bonus", "commission", "paycheck_tips"),
    *("cash_tips", "correction_payment", "reimbursement", "personal_note"),
)
HOURS = ("regular_hours", "overtime_hours", "double_overtime_hours", "missed_break_hours")
NAME = re.compile(r"[^\W\d_][^\W\d_]*([ .'’\-]+[^\W\d_]+)*\.?")


def write_gusto(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """Hours of the period by person; the name is split before its last word."""
    refuse_negative("Gusto", coded.lines, problems)
    names = {each.id: each.name for each in coded.run.employees}
    own_ids = {code: employee for employee, code in coded.employees.items()}
    by_person: dict[str, dict[str, str]] = {}
    for (employee, column), minutes in sorted(minutes_by(coded.lines, lambda line: (line.employee, line.code)).items()):
        by_person.setdefault(employee, {})[column] = total_hours(minutes)
    rows: list[tuple[str, ...]] = [COLUMNS]
    for employee, hours in by_person.items():
        cells = {**_name(own_ids[employee], names, problems), "gusto_employee_id": employee, **hours}
        rows.append(tuple(cells.get(column, "") for column in COLUMNS))
    if problems:
        return ()
    name = f"gusto-{coded.run.period.first}-{coded.run.period.last}.csv"
    return (PayrollFile(name, machine_rows(rows, ",").encode("utf-8")),)


def _name(employee: str, names: Mapping[str, str], problems: list[Problem]) -> Mapping[str, str]:
    name = names.get(employee, "").strip()
    first, _, last = name.rpartition(" ")
    if not NAME.fullmatch(name) or not first:
        advice = "Gusto needs first and last name in letters; correct the staff list"
        problems.append(Problem(f"employee {employee}: {name!r} cannot be carried; {advice}", column="last_name"))
    return {"last_name": last, "first_name": first.strip()}


GUSTO = PayrollFormat(
    name="gusto",
    settings=(),
    employee=Form("gusto_employee_id", re.compile("[A-Za-z0-9]{6}"), "6 letters or digits"),
    pay_class=Form("hours column", re.compile("|".join(HOURS)), f"one of {', '.join(HOURS)}"),
    hall=None,
    write=write_gusto,
)
