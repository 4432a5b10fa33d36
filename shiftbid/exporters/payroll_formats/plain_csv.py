"""A CSV of pay lines for people and for programs without a form of their own: a row a line, nothing left out."""

from __future__ import annotations

import csv
import io
import re

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import (
    CodedLine,
    CodedRun,
    Form,
    PayrollFile,
    PayrollFormat,
    Setting,
    is_encodable,
    own_text,
    sum_text,
)
from shiftbid.exporters.payroll_formats.totals import hundredths_by_day, minutes_by
from shiftbid.exporters.plain_text import spreadsheet_safe
from shiftbid.payroll.hour_rounding import hours_text

COLUMNS = (
    *("employee", "payroll_id", "name", "date", "hall", "hall_code", "pay_class", "code", "minutes", "hours"),
    "amount",
)
ENCODINGS = ("utf-8-sig", "utf-8", "gb18030", "cp1252")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
_ID = re.compile(r"\w[\w.\- ]{0,99}")
_ID_WORDS = "a letter or digit first, then letters, digits, blanks or . _ -"
_UNIVERSAL = "utf-8"
"""Ids and codes may hold any letter; the file's own encoding is checked when it is written."""
Entry = tuple[str, str, str, str, str, str]


def write_plain_csv(coded: CodedRun, problems: list[Problem]) -> tuple[PayrollFile, ...]:
    """One row a person, day, hall and pay class. The hours of a person, hall and class sum to their rounded total.

    Fixed sums of money stand in the last column, which is empty for minutes.
    """
    names = {each.id: spreadsheet_safe(each.name) for each in coded.run.employees}
    hours = hundredths_by_day(coded.lines, _entry)
    sums = minutes_by(coded.lines, lambda line: (line.line.employee, line.day, _entry(line)))
    rows: list[tuple[str, ...]] = [COLUMNS]
    for (employee, day, entry), minutes in sorted(sums.items()):
        _, payroll_id, hall, hall_code, pay_class, code = entry
        shown = hours_text(hours.get(entry, {}).get(day, 0), coded.settings["decimal_sign"])
        name = names.get(employee, "")
        place = (employee, payroll_id, name, day.isoformat(), hall, hall_code)
        rows.append((*place, pay_class, code, str(minutes), shown, ""))
    for each in sorted(coded.sums, key=lambda each: (each.line.employee, each.day, _entry(each))):
        paid, amount = each.line, sum_text(each.line.cents, coded.settings["decimal_sign"])
        place = (paid.employee, each.employee, names.get(paid.employee, ""), each.day.isoformat(), paid.hall)
        rows.append((*place, each.hall_code, paid.pay_class.value, each.code, "0", "", amount))
    text = _text(rows, coded.settings["separator"])
    encoding = coded.settings["encoding"]
    if encoding not in ENCODINGS:
        return ()
    if not is_encodable(text, encoding):
        cells = sorted({cell for row in rows for cell in row if not is_encodable(cell, encoding)})
        advice = "choose utf-8-sig, utf-8 or gb18030"
        problems += [
            Problem(f"{cell!r} cannot be written in {encoding}; {advice}", column="encoding") for cell in cells
        ]
        return ()
    name = f"payroll-{coded.run.period.first}-{coded.run.period.last}.csv"
    return (PayrollFile(name, text.encode(encoding)),)


def _entry(line: CodedLine) -> Entry:
    paid = line.line
    return paid.employee, line.employee, paid.hall, line.hall_code, paid.pay_class.value, line.code


def _text(rows: list[tuple[str, ...]], separator: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=SEPARATORS.get(separator, ","), lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


PLAIN_CSV = PayrollFormat(
    name="csv",
    settings=(
        Setting(
            "encoding", Form("encoding", re.compile("|".join(ENCODINGS)), f"one of {', '.join(ENCODINGS)}"), "utf-8-sig"
        ),
        Setting("decimal_sign", Form("decimal_sign", re.compile("[.,]"), "'.' or ','"), "."),
        Setting(
            "separator", Form("separator", re.compile("|".join(SEPARATORS)), f"one of {', '.join(SEPARATORS)}"), "comma"
        ),
    ),
    employee=Form("payroll_id", _ID, _ID_WORDS, _UNIVERSAL),
    pay_class=Form("code", _ID, _ID_WORDS, _UNIVERSAL),
    hall=Form("hall_code", _ID, _ID_WORDS, _UNIVERSAL),
    write=write_plain_csv,
    default_employee=own_text,
    default_code=own_text,
    carries_sums=True,
)
