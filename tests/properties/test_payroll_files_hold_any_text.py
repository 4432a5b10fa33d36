"""Whatever names, codes and amounts a payroll run holds: a format refuses it, or writes a file that reads back whole.

No cell of a file that is written starts a formula, breaks a row or loses a minute.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.exporters.payroll_formats.catalogue import PAYROLL_FORMATS, payroll_files
from shiftbid.exporters.payroll_formats.coding import PayrollFile
from shiftbid.exporters.payroll_formats.sample_codes import sample_codes
from shiftbid.services.payroll_run import PayrollCodes, PayrollRun

TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
FIRST = date(2026, 10, 26)
PERIOD = Period.of_weeks(FIRST, 2)
HALL = Hall("h1", "Hall", "Asia/Shanghai", "CN", None, OpeningHours.parse("09:00-19:00"), Promise(), 6.0, counters=3)
PERSON = Employee("e1", "Ann Lee", "h1", 2400, HoursSystem.STANDARD, frozenset(), FIRST, FIRST, 100)
WILD = st.one_of(
    st.text(max_size=30),
    st.builds(str.__add__, st.sampled_from(TRIGGERS), st.text(max_size=12)),
    st.sampled_from(["王晓梅", "𠮷", "a\tb", 'x"y', "1;2", "7,5", "a\r\nb", "=1+1", "\ud800", "٣", "²", "", "Ann\n"]),
)
MAYBE_WILD = st.none() | WILD
MINUTES = st.integers(1, 1439) | st.integers(-1439, 200_000)
CENTS = st.integers(1, 1_000_000) | st.integers(-1_000_000, -1)
IN_MINUTES = [each for each in PayClass if each is not PayClass.FIXED_PREMIUM]
NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


@st.composite
def runs(draw: st.DrawFn) -> PayrollRun:
    names = draw(st.lists(MAYBE_WILD, min_size=2, max_size=2))
    people = tuple(
        replace(PERSON, id=f"e{n}", name="Ann Lee" if name is None else name) for n, name in enumerate(names, start=1)
    )
    who = st.sampled_from([each.id for each in people])
    day = st.integers(0, 13).map(lambda n: FIRST + timedelta(days=n))
    hall, text = st.just("h1"), st.just("s")
    lines = draw(
        st.lists(
            st.builds(PayLine, who, day, hall, st.sampled_from(IN_MINUTES), MINUTES, text, text)
            | st.builds(PayLine, who, day, hall, st.just(PayClass.FIXED_PREMIUM), st.just(0), text, text, CENTS),
            min_size=1,
            max_size=6,
        )
    )
    return PayrollRun(PERIOD, Calendar({}), (HALL,), people, (), tuple(lines))


@st.composite
def coded_runs(draw: st.DrawFn) -> tuple[str, PayrollRun, PayrollCodes]:
    """A run with sample codes of which some are replaced by anything."""
    name, run = draw(st.sampled_from(sorted(PAYROLL_FORMATS))), draw(runs())
    codes = sample_codes(name, run)
    wild = draw(st.none() | st.tuples(st.sampled_from(["settings", "employees", "pay_classes", "halls"]), WILD))
    if wild is None:
        return name, run, codes
    table, text = wild
    known = {
        "settings": [setting.name for setting in PAYROLL_FORMATS[name].settings],
        "employees": ["e1"],
        "pay_classes": ["normal"],
        "halls": ["h1"],
    }[table]
    changed = {**getattr(codes, table), **dict.fromkeys(known, text)}
    return name, run, replace(codes, **{table: changed})


@settings(deadline=None, max_examples=150)
@given(coded=coded_runs())
def test_a_format_refuses_what_it_cannot_carry_and_carries_the_rest_whole(
    coded: tuple[str, PayrollRun, PayrollCodes],
) -> None:
    name, run, codes = coded
    try:
        files = payroll_files(name, run, codes)
    except InputError:
        return
    assert files
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+", file.name) for file in files)
    if name == "attendance":
        cells = [cell for row in openpyxl.load_workbook(io.BytesIO(files[0].content)).worksheets[0] for cell in row]
        assert not any(cell.data_type in ("f", "e") for cell in cells)
        return
    if name.startswith("xero"):
        assert abs(sum(xero_hours(files[0])) - hours_of(run, codes)) < Fraction(1, 100) * len(run.lines)
        return
    rows = list(rows_of(name, files[0]))
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            assert NUMBER.fullmatch(cell) or not cell.lstrip().startswith(TRIGGERS)
            assert not set(cell) & set("\r\n\t\0")
    assert abs(sum(hours_in(name, rows)) - hours_of(run, codes)) <= Fraction(1, 100) * len(run.lines)
    paid = [line for line in run.lines if line.pay_class.value not in codes.leave_out]
    assert sum(amounts_in(name, rows)) == Fraction(sum(line.cents for line in paid), 100)


def amounts_in(name: str, rows: Sequence[Sequence[str]]) -> Iterator[Fraction]:
    """Fixed sums; a program without a column for them is told none."""
    column = {"csv": 10, "paychex": 10}.get(name)
    for row in rows:
        if column is not None and row and row[column]:
            yield Fraction(row[column].replace(",", "."))


def hours_of(run: PayrollRun, codes: PayrollCodes) -> Fraction:
    return Fraction(sum(line.minutes for line in run.lines if line.pay_class.value not in codes.leave_out), 60)


def xero_hours(file: PayrollFile) -> Iterator[Fraction]:
    for sheet in json.loads(file.content):
        for line in sheet.get("TimesheetLines", sheet.get("timesheetLines")):
            units = line["NumberOfUnits"] if "NumberOfUnits" in line else [line["numberOfUnits"]]
            yield from (Fraction(str(unit)) for unit in units)


def rows_of(name: str, file: PayrollFile) -> Iterator[Sequence[str]]:
    encoding = {"csv": "utf-8-sig", "gusto": "utf-8", "quickbooks": "cp1252"}.get(name, "ascii")
    text = file.content.decode(encoding)
    separator = {"quickbooks": "\t", "datev-lodas": ";", "datev-lug": ";"}.get(name, ",")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    if name == "quickbooks":
        rows = rows[3:]
    elif name == "datev-lodas":
        rows = rows[10:]
    elif name != "datev-lug":
        rows = rows[1:]
    yield from rows or [[]]


def hours_in(name: str, rows: Sequence[Sequence[str]]) -> Iterator[Fraction]:
    columns = {
        "csv": (9,),
        "adp": (3, 4, 6, 8) if len(rows[0]) == 9 else (3, 4, 7, 9),
        "paychex": (7,),
        "quickbooks": (6,),
        "gusto": (4, 5, 6, 7),
        "datev-lodas": (2,),
        "datev-lug": (4,),
    }[name]
    for row in rows:
        for column in columns:
            cell = row[column] if row else ""
            hours, colon, minutes = cell.partition(":")
            if colon:
                yield int(hours) + Fraction(int(minutes), 60)
            elif cell:
                yield Fraction(cell.replace(",", "."))
