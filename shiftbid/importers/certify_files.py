"""Reads the two tables of ``shiftbid certify`` (docs/formats/certify.md), all problems of a file in one report."""

from __future__ import annotations

import csv
import gzip
import math
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO, TypeVar

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.promise import CustomerClass
from shiftbid.services.arrival_days import ArrivalSpan
from shiftbid.services.certify_tables import CounterSpan

ARRIVAL_COLUMNS = ("hall", "start", "end", "class", "arrivals")
COUNTER_COLUMNS = ("hall", "start", "end", "counters")
Span = TypeVar("Span")
Row = Mapping[str, str]


def read_arrivals(path: Path) -> tuple[ArrivalSpan, ...]:
    """Read expected customers; raises InputError with every problem of the file."""
    return _read(path, ARRIVAL_COLUMNS, _arrival)


def read_counters(path: Path) -> tuple[CounterSpan, ...]:
    """Read counters on duty; raises InputError with every problem of the file."""
    return _read(path, COUNTER_COLUMNS, _counter)


def _arrival(number: int, row: Row, problems: list[Problem]) -> ArrivalSpan | None:
    start, end = _time(number, row, "start", problems), _time(number, row, "end", problems)
    known = row["class"].strip().lower()
    if known not in tuple(CustomerClass):
        problems.append(Problem(f"{row['class']!r} is no class; use {' or '.join(CustomerClass)}", number, "class"))
    arrivals = _amount(number, row, "arrivals", problems)
    if start is None or end is None or arrivals is None or known not in tuple(CustomerClass):
        return None
    return ArrivalSpan(number, row["hall"], start, end, CustomerClass(known), arrivals)


def _counter(number: int, row: Row, problems: list[Problem]) -> CounterSpan | None:
    start, end = _time(number, row, "start", problems), _time(number, row, "end", problems)
    counters = _amount(number, row, "counters", problems)
    if counters is not None and counters != round(counters):
        problems.append(Problem(f"{row['counters']!r} is not a whole number", number, "counters"))
        return None
    if start is None or end is None or counters is None:
        return None
    return CounterSpan(number, row["hall"], start, end, round(counters))


def _time(number: int, row: Row, column: str, problems: list[Problem]) -> datetime | None:
    try:
        moment = datetime.fromisoformat(row[column].strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        message = f"{row[column]!r} is not a time with UTC offset, such as 2026-11-02T09:00+13:00"
        problems.append(Problem(message, number, column))
        return None
    return moment


def _amount(number: int, row: Row, column: str, problems: list[Problem]) -> float | None:
    try:
        value = float(row[column])
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0):
        problems.append(Problem(f"{row[column]!r} is not a number of 0 or more", number, column))
        return None
    return value


def _read(
    path: Path, columns: tuple[str, ...], span_of: Callable[[int, Row, list[Problem]], Span | None]
) -> tuple[Span, ...]:
    problems: list[Problem] = []
    spans: list[Span] = []
    try:
        with _opened(path) as stream:
            reader = csv.DictReader(stream, restval="")
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise InputError(str(path), [Problem(f"column {column!r} is missing", 1, column) for column in missing])
            for row in reader:
                span = span_of(reader.line_num, row, problems)
                if span is not None:
                    spans.append(span)
    except UnicodeDecodeError as error:
        raise InputError(str(path), ["is not UTF-8 text; save it as CSV UTF-8"]) from error
    except OSError as error:
        raise InputError(str(path), [f"cannot be read: {error.strerror or error}"]) from error
    except (EOFError, csv.Error) as error:
        raise InputError(str(path), [f"cannot be read: {error}"]) from error
    if not spans and not problems:
        problems.append(Problem("holds no rows"))
    if problems:
        raise InputError(str(path), problems)
    return tuple(spans)


@contextmanager
def _opened(path: Path) -> Generator[TextIO]:
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
            yield stream
    else:
        with path.open(encoding="utf-8", newline="") as stream:
            yield stream
