"""Paychex Flex Standard Payroll Import: a CSV of sixteen columns, all of which must be there.

Source: SPI_Specification_Sheet (myapps.paychex.com) for columns and lengths; header words as Deltek Costpoint gives
them. Rate and rate number stay empty, so the worker's own rate is paid; a fixed sum goes as an amount.
"""

from __future__ import annotations

import re

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat, Setting, sum_text
from shiftbid.exporters.payroll_formats.totals import cents_by, machine_rows, minutes_by, total_hours
from shiftbid.payroll.hour_rounding import hundredths_of_hours

COLUMNS = (
    *("CLIENT ID", "WORKER ID", "ORG", "JOB NUMBER", "PAY COMPONENT", "RATE", "RATE NUMBER", "HOURS", "UNITS"),
    *("LINE DATE", "AMOUNT", "CHECK SEQ NUMBER", "OVERRIDE STATE", "OVERRIDE LOCAL", "OVERRIDE LOCAL JURISDICTION"),
    "LABOR ASSIGNMENT",
)
MOST_HUNDREDTHS = 99_999
LONGEST_ORG = 60


def write_paychex(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """One row a person, organisation unit and pay component; hours and amounts in rows of their own."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    sums = minutes_by(coded.lines, lambda line: (line.employee, line.hall_code, line.code))
    for (employee, org, component), minutes in sorted(sums.items()):
        if abs(hundredths_of_hours(minutes)) > MOST_HUNDREDTHS:
            message = (
                f"worker {employee}: {total_hours(minutes)} h of {component}; at most 999.99, choose a shorter period"
            )
            problems.append(Problem(message, column="HOURS"))
        cells = {
            "CLIENT ID": coded.settings["client_id"],
            "WORKER ID": employee,
            "ORG": org,
            "PAY COMPONENT": component,
            "HOURS": total_hours(minutes),
        }
        rows.append(tuple(cells.get(column, "") for column in COLUMNS))
    amounts = cents_by(coded.sums, lambda line: (line.employee, line.hall_code, line.code))
    for (employee, org, component), cents in sorted(amounts.items()):
        cells = {
            "CLIENT ID": coded.settings["client_id"],
            "WORKER ID": employee,
            "ORG": org,
            "PAY COMPONENT": component,
            "AMOUNT": sum_text(cents),
        }
        rows.append(tuple(cells.get(column, "") for column in COLUMNS))
    name = f"paychex-{coded.run.period.first}-{coded.run.period.last}.csv"
    return (PayrollFile(name, machine_rows(rows, ",").encode("ascii")),)


PAYCHEX = PayrollFormat(
    name="paychex",
    settings=(Setting("client_id", Form("CLIENT ID", re.compile("[A-Za-z0-9]{1,8}"), "1 to 8 letters or digits")),),
    employee=Form("WORKER ID", re.compile("[A-Za-z0-9]{1,10}"), "1 to 10 letters or digits"),
    pay_class=Form(
        "PAY COMPONENT",
        re.compile(r"(?=.{1,20}\Z)[A-Za-z0-9][A-Za-z0-9 ._/&\-]*"),
        "the component's name as set up, 1 to 20 letters, digits, blanks or . _ / & -",
    ),
    hall=Form(
        "ORG",
        re.compile(rf"(?=.{{1,{LONGEST_ORG}}}\Z)[0-9]{{1,6}}(\|[0-9]{{1,6}}){{0,9}}"),
        "a path of at most 10 unit numbers of at most 6 digits joined by |, 60 characters in all",
    ),
    write=write_paychex,
    carries_sums=True,
)
