"""Xero Payroll timesheets as its API takes them: AU (version 1) and NZ and UK (version 2).

Source: XeroAPI/Xero-OpenAPI, ``xero-payroll-au.yaml`` and ``xero-payroll-nz.yaml``. Each file holds a list of
timesheets, one a person; AU takes the list, NZ and UK one timesheet a call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat, Setting
from shiftbid.exporters.payroll_formats.totals import hundredths_by_day, refuse_negative

UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
IDENTIFIER = "a UUID as Xero shows it, in small letters"
Entry = tuple[str, str]
Timesheet = Mapping[str, Any]
Writer = Callable[[CodedRun, list[Problem]], tuple[PayrollFile, ...]]


def write_xero_au(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """Timesheets with a number of units for every day of the period."""
    refuse_negative("Xero", coded.lines, problems)
    period = coded.run.period
    timesheets = [
        {
            "EmployeeID": employee,
            "StartDate": period.first.isoformat(),
            "EndDate": period.last.isoformat(),
            "Status": "DRAFT",
            "TimesheetLines": [
                {
                    "EarningsRateID": rate,
                    **({"TrackingItemID": hall} if hall else {}),
                    "NumberOfUnits": [days.get(day, 0) / 100 for day in period.days],
                }
                for (rate, hall), days in entries.items()
            ],
        }
        for employee, entries in _by_employee(coded).items()
    ]
    return (_file("xero-au", coded, timesheets),)


def write_xero_nz_uk(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """Timesheets with a line for every day that has units."""
    refuse_negative("Xero", coded.lines, problems)
    period = coded.run.period
    timesheets = [
        {
            "employeeID": employee,
            "payrollCalendarID": coded.settings["payroll_calendar_id"],
            "startDate": period.first.isoformat(),
            "endDate": period.last.isoformat(),
            "timesheetLines": [
                {
                    "date": day.isoformat(),
                    "earningsRateID": rate,
                    **({"trackingItemID": hall} if hall else {}),
                    "numberOfUnits": hundredths / 100,
                }
                for (rate, hall), days in entries.items()
                for day, hundredths in days.items()
            ],
        }
        for employee, entries in _by_employee(coded).items()
    ]
    return (_file("xero-nz-uk", coded, timesheets),)


def _by_employee(coded: CodedRun) -> Mapping[str, Mapping[Entry, Mapping[date, int]]]:
    """Hundredths of hours by person, earnings rate (and tracking item) and day."""
    entries = hundredths_by_day(coded.lines, lambda line: (line.employee, line.code, line.hall_code))
    by_employee: dict[str, dict[Entry, Mapping[date, int]]] = {}
    for (employee, rate, hall), days in sorted(entries.items()):
        by_employee.setdefault(employee, {})[rate, hall] = days
    return by_employee


def _file(stem: str, coded: CodedRun, timesheets: Sequence[Timesheet]) -> PayrollFile:
    name = f"{stem}-{coded.run.period.first}-{coded.run.period.last}.json"
    return PayrollFile(name, (canonical_json(list(timesheets)) + "\n").encode("utf-8"))


def _format(name: str, settings: tuple[Setting, ...], write: Writer) -> PayrollFormat:
    return PayrollFormat(
        name=name,
        settings=settings,
        employee=Form("EmployeeID", UUID, IDENTIFIER),
        pay_class=Form("EarningsRateID", UUID, IDENTIFIER),
        hall=Form("TrackingItemID", UUID, IDENTIFIER),
        write=write,
    )


XERO_AU = _format("xero-au", (), write_xero_au)
XERO_NZ_UK = _format(
    "xero-nz-uk",
    (Setting("payroll_calendar_id", Form("payrollCalendarID", UUID, IDENTIFIER)),),
    write_xero_nz_uk,
)
