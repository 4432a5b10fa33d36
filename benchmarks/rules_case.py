"""Worked cases of working-time law in YAML, read into typed facts; `../shared/rules/CASES.md` describes the form.

``expect`` and ``why`` are never read, but for the options under which a case is to be judged: a case with
``by_option`` becomes ``id#0``, ``id#1`` and so on, each option joined to its parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.rules_values import Wall, clock_minute, day_of, hours_as_minutes, number_of, wall_of
from shiftbid.domain.errors import InputError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseBreak:
    """A break: wall clock of its start, minutes, and whether it is paid."""

    at_minute: int
    minutes: int
    paid: bool


@dataclass(frozen=True, slots=True)
class CaseShift:
    """A shift in wall-clock time."""

    start: Wall
    end: Wall
    breaks: tuple[CaseBreak, ...]
    hall: str


@dataclass(frozen=True, slots=True)
class CaseLeave:
    """Time away on one day; `minutes` is None for the whole day."""

    day: date
    kind: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One case under one option.

    Attributes
    ----------
    person, params
        Facts of the person, and readings and facts of the case, as written.
    day_classes
        Days of the calendar by what the case calls them: statutory, days_off, workdays, half_day.
    weekly_minutes
        Working time of consecutive weeks; None is a week of leave.
    facts
        The other keys, as written: history, totals given instead of shifts, schedule, changes.
    """

    id: str
    jurisdiction: str
    zone: str
    person: Row = field(default_factory=dict[str, Any])
    params: Row = field(default_factory=dict[str, Any])
    day_classes: Mapping[str, tuple[date, ...]] = field(default_factory=dict[str, tuple[date, ...]])
    shifts: tuple[CaseShift, ...] = ()
    weekly_minutes: tuple[int | None, ...] = ()
    leave: tuple[CaseLeave, ...] = ()
    facts: Row = field(default_factory=dict[str, Any])

    def refused(self, *names: str) -> bool:
        """Whether the case says of one of these permissions that it was not given; silence means it was."""
        return any(self.params.get(name, self.person.get(name)) is False for name in names)


CASE_KEYS = frozenset({"id", "jurisdiction", "title", "tz", "person", "params", "calendar", "shifts", "weekly_hours"})
UNREAD_KEYS = frozenset({"leave", "expect", "why"})
TABLE, ROWS, LIST = "table", "rows", "list"
FORMS = {TABLE: "a table", ROWS: "a list of tables", LIST: "a list"}
KEY_FORMS = {
    **dict.fromkeys(("person", "params", "calendar", "by_hall", "history", "schedule"), TABLE),
    **dict.fromkeys(("shifts", "leave", "worked", "overtime", "changes", "events"), ROWS),
    "weekly_hours": LIST,
}


def read_case_rows(path: Path) -> tuple[Row, ...]:
    """Cases of a file as written, each under each of its options.

    Raises
    ------
    InputError
        The file cannot be read, is no YAML, or holds no list of cases.
    """
    try:
        read: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    except yaml.YAMLError as error:
        raise InputError(str(path), [f"is not YAML: {error}"]) from error
    rows: Any = read.get("cases") if isinstance(read, Mapping) else read
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) and "id" in row for row in rows):
        raise InputError(str(path), ["give a list of cases, each with an id, under the key 'cases'"])
    options = tuple(each for row in rows for each in _by_option(row))
    ids = [str(row["id"]) for row in options]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise InputError(str(path), [f"case {each} stands twice" for each in twice])
    return options


def _by_option(row: Row) -> Iterator[Row]:
    expected: Any = row.get("expect")
    branches: Any = expected.get("by_option") if isinstance(expected, Mapping) else None
    if not branches:
        yield row
        return
    for number, branch in enumerate(branches):
        params = {**(row.get("params") or {}), **(branch.get("option") or {})}
        yield {**row, "id": f"{row['id']}#{number}", "params": params}


def parse_case(row: Row) -> Case:
    """Read one case as written; raises InputError that names the case."""
    name = f"case {row['id']}"
    faults = [f"{key}: give {FORMS[form]}" for key, form in KEY_FORMS.items() if not _has_form(row.get(key), form)]
    if faults:
        raise InputError(name, faults)
    try:
        return Case(
            id=str(row["id"]),
            jurisdiction=str(row["jurisdiction"]),
            zone=str(row.get("tz", "UTC")),
            person=row.get("person") or {},
            params=row.get("params") or {},
            day_classes={
                kind: tuple(day_of(day) for day in days)
                for kind, days in (row.get("calendar") or {}).items()
                if isinstance(days, Sequence) and not isinstance(days, str)
            },
            shifts=tuple(_shift(each) for each in row.get("shifts") or ()),
            weekly_minutes=tuple(_week(each) for each in row.get("weekly_hours") or ()),
            leave=tuple(_leave(each) for each in row.get("leave") or ()),
            facts={key: value for key, value in row.items() if key not in CASE_KEYS | UNREAD_KEYS},
        )
    except KeyError as error:
        raise InputError(name, [f"the key {error} is missing"]) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(name, [f"is not of the form of CASES.md: {error}"]) from error


def _has_form(value: object, form: str) -> bool:
    """Whether a key's value has its form; a key that is left out has any."""
    if value is None:
        return True
    if form == TABLE:
        return isinstance(value, Mapping)
    return isinstance(value, list) and (form == LIST or all(isinstance(each, Mapping) for each in value))


def _shift(row: Row) -> CaseShift:
    breaks = tuple(
        CaseBreak(clock_minute(pause["at"]), int(number_of(pause["min"])), bool(pause.get("paid", False)))
        for pause in row.get("breaks") or ()
    )
    return CaseShift(wall_of(row["start"]), wall_of(row["end"]), breaks, str(row.get("hall", "")))


def _week(value: object) -> int | None:
    return None if value == "leave" else hours_as_minutes(value)


def _leave(row: Row) -> CaseLeave:
    minutes = row.get("min")
    return CaseLeave(day_of(row["date"]), str(row["type"]), None if minutes is None else int(number_of(minutes)))
