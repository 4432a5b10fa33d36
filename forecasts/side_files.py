"""Small files beside the history: planned events and announced days."""

from __future__ import annotations

import csv
import math
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from forecasts.errors import Problem
from forecasts.lines import UnreadableError, read_lines
from forecasts.problem_list import ProblemList
from forecasts.settings import DayClass, DayNotice, Event

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST_UPLIFT = 100.0
_CLASSES: Mapping[str, DayClass] = {
    "working": "working",
    "workday": "working",
    "off": "off",
    "rest": "off",
    "weekend": "off",
    "holiday": "holiday",
    "statutory": "holiday",
}


def read_events(path: Path | str, encoding: str = "utf-8") -> tuple[Event, ...]:
    """Read planned events from ``hall,start,end,name[,uplift]``.

    Times are local, with or without offset; an end given as a date includes that day. An empty hall means
    all halls, an empty uplift that it is to be learnt from past events of the name.

    Raises
    ------
    HistoryError
        The file cannot be used; every problem is listed with its row and column.
    """
    problems = ProblemList()
    events = list[Event]()
    for row, cells in read_table(Path(path), encoding, ("hall", "start", "end", "name"), problems):
        start = _moment(cells["start"], row, "start", problems)
        end = _moment(cells["end"], row, "end", problems, whole_days=True)
        uplift = _uplift(cells.get("uplift", ""), row, problems)
        if start is None or end is None:
            continue
        if (start.tzinfo is None) != (end.tzinfo is None):
            problems.add("start and end must both carry a UTC offset, or neither", row)
        elif end <= start:
            problems.add("the event ends before it starts", row, "end")
        else:
            events.append(Event(cells["hall"], start, end, cells["name"], uplift))
    problems.raise_if_any(str(path))
    return tuple(events)


def read_notices(path: Path | str, encoding: str = "utf-8") -> dict[date, DayNotice]:
    """Read announced days from ``date,class[,name]``; class is ``working``, ``off`` or ``holiday``.

    Raises
    ------
    HistoryError
        The file cannot be used; every problem is listed with its row and column.
    """
    problems = ProblemList()
    notices: dict[date, DayNotice] = {}
    for row, cells in read_table(Path(path), encoding, ("date", "class"), problems):
        try:
            day = date.fromisoformat(cells["date"])
        except ValueError:
            problems.add(f'"{cells["date"]}" is not a date; expected one such as 2026-10-01', row, "date")
            continue
        day_class = _CLASSES.get(cells["class"].lower())
        if day_class is None:
            problems.add(f'"{cells["class"]}" is not a class; expected working, off or holiday', row, "class")
        elif day in notices:
            problems.add(f"{day} is there twice", row, "date")
        else:
            notices[day] = DayNotice(day_class, cells.get("name", ""))
    problems.raise_if_any(str(path))
    return notices


def read_districts(path: Path | str, encoding: str = "utf-8") -> dict[str, str]:
    """Read the district of each hall from ``hall,district``.

    Raises
    ------
    HistoryError
        The file cannot be used; every problem is listed with its row and column.
    """
    problems = ProblemList()
    districts: dict[str, str] = {}
    for row, cells in read_table(Path(path), encoding, ("hall", "district"), problems):
        for column in ("hall", "district"):
            if not cells[column]:
                problems.add(f"the {column} is blank", row, column)
        if cells["hall"] in districts:
            problems.add(f"{cells['hall']} is there twice", row, "hall")
        districts[cells["hall"]] = cells["district"]
    problems.raise_if_any(str(path))
    return districts


def read_table(
    path: Path, encoding: str, required: tuple[str, ...], problems: ProblemList
) -> list[tuple[int, dict[str, str]]]:
    """Read the rows of a small table with their numbers, cells by column name; what is wrong goes to `problems`."""
    reader = csv.reader(read_lines(path, encoding), strict=True)
    rows = list[tuple[int, dict[str, str]]]()
    try:
        header = [name.strip() for name in next(reader, [])]
        for name in required:
            if name not in header:
                problems.append(Problem(f"no column is called {name}; expected {', '.join(required)}", 1))
        for number, cells in enumerate(reader, 2):
            if len(cells) == len(header):
                rows.append((number, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}))
            elif any(cell.strip() for cell in cells):
                problems.add(f"the row has {len(cells)} cells, the header {len(header)}", number)
    except UnreadableError as stop:
        problems.append(stop.problem)
    except csv.Error as error:
        problems.add(f"the row cannot be split into columns ({error})", reader.line_num)
    problems.raise_if_any(str(path))
    return rows


def _moment(text: str, row: int, column: str, problems: ProblemList, *, whole_days: bool = False) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        problems.add(f'"{text}" is not a time; expected one such as 2026-05-01T18:00', row, column)
        return None
    return moment + timedelta(days=1) if whole_days and len(text) <= len("2026-05-01") else moment


def _uplift(text: str, row: int, problems: ProblemList) -> float | None:
    if not text:
        return None
    try:
        uplift = float(text)
    except ValueError:
        uplift = math.nan
    if not 0 <= uplift <= LARGEST_UPLIFT:
        problems.add(f'"{text}" is not an uplift; expected a factor from 0 to 100, such as 1.3', row, "uplift")
    return uplift
