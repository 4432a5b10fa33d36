"""ADP Workforce Now paydata batch: a CSV named after the company code.

Source: apps.adp.com 372723 (first three columns, names); the whole header as TimeTrex's export writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat, Setting
from shiftbid.exporters.payroll_formats.totals import machine_rows, minutes_by, total_hours

REGULAR, OVERTIME = "regular", "overtime"
CODES_A_ROW = 2
BEFORE_DEPARTMENT = ("Co Code", "Batch ID", "File #", "Reg Hours", "O/T Hours")
DEPARTMENT = "Temp Dept"
AFTER_DEPARTMENT = ("Hours 3 Code", "Hours 3 Amount", "Hours 4 Code", "Hours 4 Amount")
COMPANY_LENGTH = 3


def write_adp(coded: CodedRun, _: list[Problem]) -> tuple[PayrollFile, ...]:
    """One row a person (and department), more where more than two hours codes are paid; empty cells are no data."""
    has_departments = any(line.hall_code for line in coded.lines)
    department = (DEPARTMENT,) if has_departments else ()
    rows: list[tuple[str, ...]] = [(*BEFORE_DEPARTMENT, *department, *AFTER_DEPARTMENT)]
    by_person: dict[tuple[str, str], dict[str, int]] = {}
    sums = minutes_by(coded.lines, lambda line: (line.employee, line.hall_code, line.code))
    for (employee, hall_code, code), minutes in sorted(sums.items()):
        by_person.setdefault((employee, hall_code), {})[code] = minutes
    company, batch = coded.settings["company_code"], coded.settings["batch_id"]
    for (employee, hall_code), paid in by_person.items():
        place = (hall_code,) if has_departments else ()
        for regular, overtime, others in _rows(paid):
            rows.append((company, batch, employee, regular, overtime, *place, *others))
    name = f"PR{company.ljust(COMPANY_LENGTH, '_')}EPI.csv"
    return (PayrollFile(name, machine_rows(rows, ",").encode("ascii", "strict")),)


def _rows(paid: Mapping[str, int]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Regular hours, overtime hours and two coded amounts, row by row."""
    regular, overtime = (total_hours(paid[code]) if code in paid else "" for code in (REGULAR, OVERTIME))
    others = [(code, total_hours(minutes)) for code, minutes in paid.items() if code not in (REGULAR, OVERTIME)]
    for start in range(0, max(1, len(others)), CODES_A_ROW):
        pairs = others[start : start + CODES_A_ROW]
        cells = [text for pair in (*pairs, *[("", "")] * (CODES_A_ROW - len(pairs))) for text in pair]
        yield (regular, overtime, cells) if start == 0 else ("", "", cells)


ADP = PayrollFormat(
    name="adp",
    settings=(
        Setting("company_code", Form("Co Code", re.compile("[A-Z0-9]{2,3}"), "2 or 3 capital letters or digits")),
        Setting("batch_id", Form("Batch ID", re.compile("[A-Za-z0-9]{1,8}"), "1 to 8 letters or digits"), "SHIFTBID"),
    ),
    employee=Form("File #", re.compile("[0-9]{1,6}"), "1 to 6 digits as text, with its leading zeros"),
    pay_class=Form(
        "Hours 3 Code",
        re.compile(f"{REGULAR}|{OVERTIME}|[A-Z0-9]{{1,10}}"),
        f"{REGULAR!r}, {OVERTIME!r} or a code of 1 to 10 capital letters or digits",
    ),
    hall=Form(DEPARTMENT, re.compile("[A-Za-z0-9]{1,6}"), "1 to 6 letters or digits"),
    write=write_adp,
)
