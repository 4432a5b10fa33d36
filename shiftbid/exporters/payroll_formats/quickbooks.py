"""QuickBooks Desktop timer import (IIF): tab-separated, a line a person, day and payroll item.

Source: Intuit's IIF reference for TIMERHDR and TIMEACT; header lines as TimeTrex writes them.
"""

from __future__ import annotations

import re

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedRun, Form, PayrollFile, PayrollFormat, Setting
from shiftbid.exporters.payroll_formats.totals import machine_rows, minutes_by, refuse_negative

ENCODING = "cp1252"
HEADER = ("!TIMERHDR", "VER", "REL", "COMPANYNAME", "IMPORTEDBEFORE", "FROMTIMER", "COMPANYCREATETIME")
COLUMNS = (
    *("!TIMEACT", "DATE", "JOB", "EMP", "ITEM", "PITEM", "DURATION", "PROJ", "NOTE", "XFERTOPAYROLL"),
    "BILLINGSTATUS",
)
LONGEST_MINUTES = 23 * 60 + 59
_LISTED = re.compile(r"[^\W\d_][\w .,'&()/:\-]{0,99}")
_WORDS = "a name as in QuickBooks: a letter first, then letters, digits, blanks or . , ' & ( ) / : -"


def write_quickbooks(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """One line a day, since a line holds less than 24 hours; minutes are exact."""
    refuse_negative("QuickBooks", coded.lines, problems)
    company, created = coded.settings["company"], coded.settings["company_create_time"]
    rows: list[tuple[str, ...]] = [HEADER, ("TIMERHDR", "8", "0", company, "N", "Y", created), COLUMNS]
    sums = minutes_by(coded.lines, lambda line: (line.employee, line.day, line.code, line.hall_code))
    for (employee, day, item, job), minutes in sorted(sums.items()):
        if minutes > LONGEST_MINUTES:
            message = f"{employee}: {minutes} minutes of {item} on {day}; at most 23:59 a day, correct the day"
            problems.append(Problem(message, column="DURATION"))
        duration = f"{minutes // 60:02d}:{minutes % 60:02d}"
        service = coded.settings["item"]
        rows.append(("TIMEACT", f"{day:%m/%d/%y}", job, employee, service, item, duration, "", "", "Y", "0"))
    if problems:
        return ()
    name = f"quickbooks-{coded.run.period.first}-{coded.run.period.last}.iif"
    return (PayrollFile(name, machine_rows(rows, "\t").encode(ENCODING)),)


QUICKBOOKS = PayrollFormat(
    name="quickbooks",
    settings=(
        Setting("company", Form("COMPANYNAME", _LISTED, _WORDS, ENCODING)),
        Setting(
            "company_create_time",
            Form("COMPANYCREATETIME", re.compile("[0-9]{0,12}"), "the number that QuickBooks exported, or empty"),
            "",
        ),
        Setting("item", Form("ITEM", re.compile(rf"|{_LISTED.pattern}"), _WORDS + ", or empty", ENCODING), ""),
    ),
    employee=Form("EMP", _LISTED, _WORDS + " ('Last, First M')", ENCODING),
    pay_class=Form("PITEM", _LISTED, _WORDS, ENCODING),
    hall=Form("JOB", _LISTED, _WORDS, ENCODING),
    write=write_quickbooks,
)
