"""Reads instances of Curtois and Qu (Computational results on new staff scheduling benchmark instances, 2014).

Sections of comma separated rows; ``#`` opens a comment. Day 0 is a Monday. Every fault of a file is reported at once,
with its line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from shiftbid.domain.errors import InputError, Problem
from shiftbid.solver.rosters.problem import CoverNeed, PersonRules, RosterProblem, ShiftKind, Wish

HORIZON = "SECTION_HORIZON"
SHIFTS = "SECTION_SHIFTS"
STAFF = "SECTION_STAFF"
DAYS_OFF = "SECTION_DAYS_OFF"
ON_REQUESTS = "SECTION_SHIFT_ON_REQUESTS"
OFF_REQUESTS = "SECTION_SHIFT_OFF_REQUESTS"
COVER = "SECTION_COVER"

# Fewest and most fields of a row of each section.
_FIELDS: Mapping[str, tuple[int, int]] = {
    HORIZON: (1, 1),
    SHIFTS: (2, 3),
    STAFF: (8, 8),
    DAYS_OFF: (1, 10_000),
    ON_REQUESTS: (4, 4),
    OFF_REQUESTS: (4, 4),
    COVER: (5, 5),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a section with its 1-based line."""

    line: int
    fields: Sequence[str]


class _Reader:
    """Reads fields and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.days = 0
        self.shifts: set[str] = set()
        self.people: set[str] = set()

    def fault(self, row: Row, message: str) -> None:
        self.problems.append(Problem(message, row.line))

    def whole(self, row: Row, text: str, what: str, least: int = 0) -> int:
        """Read a whole number; a fault gives `least`."""
        if text.isascii() and text.isdigit() and int(text) >= least:
            return int(text)
        self.fault(row, f"{what} is {text!r}; expected a whole number of at least {least}")
        return least

    def day(self, row: Row, text: str) -> int:
        day = self.whole(row, text, "the day")
        if self.days and day >= self.days:
            self.fault(row, f"day {day} is outside the horizon of {self.days} days, which start at 0")
            return 0
        return day

    def known(self, row: Row, name: str, names: set[str], what: str) -> str:
        if name not in names:
            self.fault(row, f"no {what} {name!r}")
        return name


def read_instance(path: Path) -> RosterProblem:
    """Read an instance.

    Raises
    ------
    InputError
        Every fault of the file.
    """
    reader = _Reader()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), ["the file is not UTF-8 text"]) from error
    rows = _sections(text, reader)
    reader.days = _days(rows[HORIZON], reader)
    shifts = _shifts(rows[SHIFTS], reader)
    people = _people(rows[STAFF], rows[DAYS_OFF], reader)
    wishes = [
        *_wishes(rows[ON_REQUESTS], reader, granted_by_work=True),
        *_wishes(rows[OFF_REQUESTS], reader, granted_by_work=False),
    ]
    needs = _needs(rows[COVER], reader)
    if reader.problems:
        in_order = sorted(reader.problems, key=lambda problem: problem.row or 0)
        raise InputError(str(path), in_order)
    return RosterProblem(reader.days, shifts, people, wishes, needs)


def _sections(text: str, reader: _Reader) -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = {section: [] for section in _FIELDS}
    section: str | None = None
    for line, raw in enumerate(text.splitlines(), start=1):
        content = raw.strip()
        if not content or content.startswith("#"):
            continue
        if content.startswith("SECTION_"):
            section = content
            if section not in rows:
                reader.problems.append(Problem(f"unknown section {section}; known are {', '.join(rows)}", line))
            continue
        if section is None:
            reader.problems.append(Problem("a row before the first section", line))
        elif section in rows:
            row = Row(line, [field.strip() for field in content.split(",")])
            least, most = _FIELDS[section]
            if least <= len(row.fields) <= most:
                rows[section].append(row)
            else:
                expected = str(least) if least == most else f"{least} to {most}"
                reader.fault(row, f"{len(row.fields)} fields in {section}; expected {expected}")
    return rows


def _days(rows: Sequence[Row], reader: _Reader) -> int:
    if len(rows) != 1:
        reader.problems.append(Problem(f"{HORIZON} has {len(rows)} rows; expected one, the number of days"))
        return 0
    return reader.whole(rows[0], rows[0].fields[0], "the horizon", least=1)


def _shifts(rows: Sequence[Row], reader: _Reader) -> list[ShiftKind]:
    _learn_names(rows, reader.shifts, reader, "shift")
    shifts: list[ShiftKind] = []
    for row in rows:
        minutes = reader.whole(row, row.fields[1], "the length in minutes", least=1)
        after = [name.strip() for name in row.fields[2].split("|")] if len(row.fields) > 2 else []
        barred = [reader.known(row, name, reader.shifts, "shift") for name in after if name]
        shifts.append(ShiftKind(row.fields[0], minutes, frozenset(barred)))
    return shifts


def _people(rows: Sequence[Row], off_rows: Sequence[Row], reader: _Reader) -> list[PersonRules]:
    _learn_names(rows, reader.people, reader, "person")
    days_off: dict[str, set[int]] = {name: set() for name in reader.people}
    for row in off_rows:
        name = reader.known(row, row.fields[0], reader.people, "person")
        days_off.setdefault(name, set()).update(reader.day(row, field) for field in row.fields[1:] if field)
    return [_person(row, days_off, reader) for row in rows]


def _person(row: Row, days_off: Mapping[str, set[int]], reader: _Reader) -> PersonRules:
    name, shifts, *limits = row.fields
    most_shifts: dict[str, int] = {}
    for pair in shifts.split("|"):
        shift, equals, most = (part.strip() for part in pair.partition("="))
        if not equals:
            reader.fault(row, f"{pair!r} is not of the form shift=most")
            continue
        most_shifts[reader.known(row, shift, reader.shifts, "shift")] = reader.whole(row, most, f"the most of {shift}")
    names = ("most minutes", "least minutes", "longest run", "shortest run", "shortest rest", "most weekends")
    least = (0, 0, 1, 1, 1, 0)
    most_minutes, least_minutes, most_run, least_run, least_rest, most_weekends = (
        reader.whole(row, text, what, lowest) for text, what, lowest in zip(limits, names, least, strict=True)
    )
    if least_minutes > most_minutes:
        reader.fault(row, f"least minutes {least_minutes} are above most minutes {most_minutes}")
    if least_run > most_run:
        reader.fault(row, f"the shortest run of {least_run} days is longer than the longest of {most_run}")
    return PersonRules(
        id=name,
        most_shifts=most_shifts,
        least_minutes=least_minutes,
        most_minutes=most_minutes,
        least_run_days=least_run,
        most_run_days=most_run,
        least_rest_days=least_rest,
        most_weekends=most_weekends,
        days_off=frozenset(days_off[name]),
    )


def _learn_names(rows: Sequence[Row], names: set[str], reader: _Reader, what: str) -> None:
    for row in rows:
        name = row.fields[0]
        if not name or name in names:
            reader.fault(row, f"{what} {name!r} stands there twice" if name else f"a {what} without an id")
        names.add(name)
    if not rows:
        reader.problems.append(Problem(f"no {what} in the file"))


def _wishes(rows: Sequence[Row], reader: _Reader, *, granted_by_work: bool) -> list[Wish]:
    return [
        Wish(
            person=reader.known(row, row.fields[0], reader.people, "person"),
            day=reader.day(row, row.fields[1]),
            shift=reader.known(row, row.fields[2], reader.shifts, "shift"),
            weight=reader.whole(row, row.fields[3], "the weight"),
            granted_by_work=granted_by_work,
        )
        for row in rows
    ]


def _needs(rows: Sequence[Row], reader: _Reader) -> list[CoverNeed]:
    needs: dict[tuple[int, str], CoverNeed] = {}
    for row in rows:
        day = reader.day(row, row.fields[0])
        shift = reader.known(row, row.fields[1], reader.shifts, "shift")
        if (day, shift) in needs:
            reader.fault(row, f"cover of shift {shift} on day {day} stands there twice")
        needs[day, shift] = CoverNeed(
            day=day,
            shift=shift,
            heads=reader.whole(row, row.fields[2], "the requirement"),
            missing_cost=reader.whole(row, row.fields[3], "the weight for under"),
            surplus_cost=reader.whole(row, row.fields[4], "the weight for over"),
        )
    return list(needs.values())
