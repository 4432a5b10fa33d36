"""Reads a file of counts into a `History`, or says everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, Bools, Clock, Floats, Ints
from forecasts.errors import SettingsError
from forecasts.gaps import infer_closed, report_gaps
from forecasts.grid import lay_out
from forecasts.history import FileForm, History, HistoryLayout, MissingRows
from forecasts.problem_list import ProblemList
from forecasts.rows import Readings, read_rows
from forecasts.seams import find_common_seam, find_turn

if TYPE_CHECKING:
    from forecasts.written_times import WrittenTimes

HALF_HOUR_SECONDS = HOUR_SECONDS // 2
_LONGEST_SPAN_HOURS = 40 * 8766


def read_history(path: Path | str, layout: HistoryLayout | None = None) -> History:
    """Read hourly counts of customers from a CSV file.

    The file is long (``hall,time,count[,class]``) or wide (``ds`` or ``time``, and a column a hall), hourly
    or finer (finer readings are added up; an hour of which a part is blank is unknown), with local times
    with or without offset; unpacked where its name ends in ``.gz``. A blank count is no reading, a zero an
    open hour without customers.

    Parameters
    ----------
    path
        The file.
    layout
        Its columns, clock, encoding, and what a missing row means; the defaults where None.

    Raises
    ------
    HistoryError
        The file cannot be used; every problem is listed with its row and column.
    SettingsError
        The layout names an unknown time zone, encoding, field or meaning of missing rows.
    """
    layout = layout or HistoryLayout()
    if layout.missing_rows not in get_args(MissingRows):
        raise SettingsError(f'missing rows can be {", ".join(get_args(MissingRows))}, not "{layout.missing_rows}"')
    if layout.day_starts is not None and not 0 <= layout.day_starts < DAY_HOURS:
        raise SettingsError(f"the days of a file start at an hour from 0 to 23, not {layout.day_starts}")
    readings = _read(Path(path), layout, layout.day_starts or 0)
    if layout.day_starts is not None:
        return _history(readings, layout, str(path), layout.day_starts)
    written = readings.times.moments().wall_seconds[readings.moment_of]
    turn = find_turn(readings.series_of, written)
    if turn:
        return _history(_read(Path(path), layout, turn), layout, str(path), turn)
    history = _history(readings, layout, str(path), 0)
    seam = find_common_seam(lay_out(history).counts)
    return _history(_read(Path(path), layout, seam), layout, str(path), seam) if seam else history


def _read(path: Path, layout: HistoryLayout, day_starts: int) -> Readings:
    problems = ProblemList()
    readings = read_rows(path, layout, problems, day_starts)
    problems.raise_if_any(str(path))
    assert readings is not None  # a file that could not be read has a problem
    return readings


def _history(readings: Readings, layout: HistoryLayout, source: str, day_starts: int) -> History:
    """Put readings on one axis; those of a file whose days begin at another hour than midnight in order first."""
    problems = ProblemList()
    if day_starts:
        readings = _in_order(readings)
    clock = _clock(readings.times, problems)
    problems.raise_if_any(source)
    placed = _place(readings, layout, clock, problems)
    problems.raise_if_any(source)
    history = _assemble(source, readings, placed, layout.missing_rows, clock, problems)
    problems.raise_if_any(source)
    if not day_starts:
        return history
    span = f"{day_starts:02d}:00 to {day_starts - 1:02d}:59"
    note = f"the file's days run from {span}: hours before {day_starts:02d}:00 were moved to the next day"
    return replace(history, notes=(*history.notes, note))


def _in_order(readings: Readings) -> Readings:
    """Order the readings of each series by the clock."""
    order = np.lexsort((readings.times.moments().wall_seconds[readings.moment_of], readings.series_of))
    return replace(
        readings,
        series_of=readings.series_of[order],
        moment_of=readings.moment_of[order],
        counts=readings.counts[order],
        row_of=readings.row_of[order],
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """Readings on the axis of instants; arrays of shape (readings,), in the order of the file."""

    series_of: Ints
    utc_seconds: Ints
    hour_utc_seconds: Ints
    counts: Floats
    row_of: Ints
    notes: tuple[str, ...]


def _clock(times: WrittenTimes, problems: ProblemList) -> Clock:
    clock = times.clock()
    if None in times.offsets and len(times.offsets) > 1:
        problems.add("some times carry a UTC offset and some do not; write all of them in one way")
    elif clock is None:
        problems.add("the UTC offset changes in the file: name the zone of the clock with `--timezone`")
    return clock or Clock()


def _place(readings: Readings, layout: HistoryLayout, clock: Clock, problems: ProblemList) -> _Placed:
    moments = readings.times.moments()
    at = readings.moment_of
    # occurrences of the same clock time in one series, counted in the order of the file
    order = np.lexsort((np.arange(len(at)), at, readings.series_of))
    again = np.zeros(len(at), np.int64)
    same = np.zeros(len(at), np.bool_)
    same[1:] = (at[order][1:] == at[order][:-1]) & (readings.series_of[order][1:] == readings.series_of[order][:-1])
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(len(at))))
    again[order] = np.arange(len(at)) - starts
    repeats = moments.repeat_utc_seconds[at] != moments.utc_seconds[at]
    utc = np.where(repeats & (again > 0), moments.repeat_utc_seconds[at], moments.utc_seconds[at])
    hour = utc - moments.hour_start_offset_seconds[at]
    _refuse_duplicates(readings, again > repeats, clock, utc, problems)
    _refuse_disorder(readings, utc, clock, problems)
    keep, notes = moments.exists[at], list[str]()
    ghosts = ~keep & (np.nan_to_num(readings.counts) > 0)
    if ghosts.any():
        notes.append(
            f"{np.count_nonzero(ghosts):,} readings at clock hours that {clock.zone_name} skips in spring were left out"
        )
    if layout.before is not None:
        keep = keep & (utc < clock.utc_seconds(layout.before))
        if not keep.any():
            problems.add(f"there is no row before {layout.before.isoformat()}")
    return _Placed(
        readings.series_of[keep],
        utc[keep],
        hour[keep],
        readings.counts[keep],
        readings.row_of[keep],
        tuple(notes),
    )


def _refuse_duplicates(readings: Readings, doubled: Bools, clock: Clock, utc: Ints, problems: ProblemList) -> None:
    advice = "" if clock.knows_utc else " (if the clock went back here, name its zone with `--timezone`)"
    for i in _first_of_each_row(readings, doubled):
        problems.add(
            f"{_moment(clock, int(utc[i]))} is there twice for {_who(readings, int(i))}{advice}",
            int(readings.row_of[i]),
        )


def _refuse_disorder(readings: Readings, utc: Ints, clock: Clock, problems: ProblemList) -> None:
    order = np.argsort(readings.series_of, kind="stable")
    series, instants = readings.series_of[order], utc[order]
    back = np.zeros(len(order), np.bool_)
    back[order[1:]] = (series[1:] == series[:-1]) & (instants[1:] < instants[:-1])
    for i in _first_of_each_row(readings, back):
        moment, who = _moment(clock, int(utc[i])), _who(readings, int(i))
        message = f"dates in the wrong order: {moment} is earlier than the row before it ({who})"
        problems.add(message, int(readings.row_of[i]))


def _first_of_each_row(readings: Readings, flags: Bools) -> Ints:
    """Pick flagged readings, one a row of the file: in a wide file every site shares the fault."""
    found = np.flatnonzero(flags)
    _, first = np.unique(readings.row_of[found], return_index=True)
    return found[first]


def _who(readings: Readings, i: int) -> str:
    key = readings.series[readings.series_of[i]]
    return f"{key.hall} {key.customer_class}".strip()


def _moment(clock: Clock, utc_seconds: int) -> str:
    return clock.local(utc_seconds).isoformat(timespec="minutes")


def _assemble(
    source: str,
    readings: Readings,
    placed: _Placed,
    missing_rows: MissingRows,
    clock: Clock,
    problems: ProblemList,
) -> History:
    start, end = int(placed.hour_utc_seconds.min()), int(placed.hour_utc_seconds.max())
    hours = (end - start) // HOUR_SECONDS + 1
    if hours > _LONGEST_SPAN_HOURS:
        span = f"{_moment(clock, start)} to {_moment(clock, end)}"
        problems.add(f"the file spans {hours // 8766} years ({span}): is a year mistyped?")
        problems.raise_if_any(source)
    shape = (len(readings.series), hours)
    cell = placed.series_of * hours + (placed.hour_utc_seconds - start) // HOUR_SECONDS
    size = shape[0] * hours
    blank = np.isnan(placed.counts)
    rows = np.bincount(cell, minlength=size).reshape(shape)
    blanks = np.bincount(cell[blank], minlength=size).reshape(shape)
    totals = np.bincount(cell, np.where(blank, 0.0, placed.counts), minlength=size).reshape(shape)
    utc_seconds = start + HOUR_SECONDS * np.arange(hours, dtype=np.int64)
    local_hours = clock.local_hours(utc_seconds)
    whole = HOUR_SECONDS // _step_seconds(placed)
    missing = (rows < whole) & _between_first_and_last(rows > 0)
    naive = None in readings.times.offsets
    if naive:  # a clock without offsets shows the repeated autumn hour once at most
        missing[:, 1:] &= ~((local_hours[1:] == local_hours[:-1]) & (rows[:, 1:] == 0))
    if missing_rows == "refuse":
        row_of = np.zeros(size, np.int64)
        row_of[cell[::-1]] = placed.row_of[::-1]
        report_gaps(missing, row_of.reshape(shape), readings.series, utc_seconds, clock, problems)
    closed = _closed(missing, rows, missing_rows, local_hours)
    counts = np.where((blanks > 0) | ((rows < whole) & ~closed), np.nan, totals)
    first_half = placed.utc_seconds - placed.hour_utc_seconds < HALF_HOUR_SECONDS
    halved = np.bincount(cell[first_half & ~blank], placed.counts[first_half & ~blank], size).reshape(shape)
    halves = None if HALF_HOUR_SECONDS % _step_seconds(placed) else np.where(np.isnan(counts), np.nan, halved)
    form = FileForm(
        with_class=readings.with_class,
        with_offset=not naive,
        separator=readings.times.example[10],
        with_seconds=readings.times.example[16:17] == ":",
    )
    return History(source, clock, start, readings.series, counts, closed & (rows == 0), form, placed.notes, halves)


def _closed(missing: Bools, rows: Ints, missing_rows: MissingRows, local_hours: Ints) -> Bools:
    """Hours (or the rest of hours) without rows in which the hall was closed, shape (series, hours)."""
    if missing_rows == "closed":
        return missing
    closed = np.zeros_like(missing)
    if missing_rows == "infer":
        for i in range(len(missing)):
            counted = np.flatnonzero(rows[i])
            if len(counted):
                inside = slice(int(counted[0]), int(counted[-1]) + 1)
                closed[i, inside] = infer_closed(missing[i, inside] & (rows[i, inside] == 0), local_hours[inside])
                closed[i, inside] |= missing[i, inside] & (rows[i, inside] > 0)
    return closed


def _between_first_and_last(present: Bools) -> Bools:
    return np.logical_or.accumulate(present, axis=1) & np.logical_or.accumulate(present[:, ::-1], axis=1)[:, ::-1]


def _step_seconds(placed: _Placed) -> int:
    """Usual distance between readings of a series, an hour at most."""
    order = np.lexsort((placed.utc_seconds, placed.series_of))
    steps = np.diff(placed.utc_seconds[order])[np.diff(placed.series_of[order]) == 0]
    steps = steps[(steps > 0) & (steps <= HOUR_SECONDS)]
    if len(steps) == 0:
        return HOUR_SECONDS
    values, times = np.unique(steps, return_counts=True)
    usual = int(values[np.argmax(times)])
    return usual if HOUR_SECONDS % usual == 0 else HOUR_SECONDS
