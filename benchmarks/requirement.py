"""Counters required on given days: ``python -m benchmarks.requirement DAYS.csv --out R.csv``.

Each day's answer is solved again from the start on a grid three times as fine before it is written: no hour may miss
its target share for either class. Beside it stands the stationary two-class formula hour by hour. Exit status 1 where
an hour misses or a cell needs more counter-hours than that formula, 2 for bad usage or bad input.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.csv_cases import CaseRow, read_cases, write_rows
from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.promise import PromiseKind
from shiftbid.staffing.kept_hours import DayPromise, margins_by_hour
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.requirement import Requirement, required_counters
from shiftbid.staffing.transient import day_late_shares

IntArray = npt.NDArray[np.int64]

_COLUMNS = ("cell", "day", "hour", "lam_vip", "lam_reg", "mean_service_min", "t_vip_min", "t_reg_min", "target_share")
_QUARTERS = 4
_FINER = 3


@dataclass(frozen=True, slots=True)
class DayCase:
    """One day of a cell, its hours in order."""

    cell: str
    day: str
    hours: tuple[str, ...]
    queue: OpenDay
    promise: DayPromise


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """What a day requires, and the hours that miss with it and with the stationary formula."""

    requirement: Requirement
    missed: int
    stationary_missed: int
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve, check, write, print a table and one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.requirement", description=__doc__)
    parser.add_argument("days", metavar="DAYS.csv", type=Path)
    parser.add_argument("--out", metavar="R.csv", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    try:
        cases = read_days(parsed.days)
        answers = [answer_day(case) for case in cases]
        write_rows(
            parsed.out,
            ("cell", "day", "hour", "counters"),
            [
                (case.cell, case.day, hour, int(counters))
                for case, answer in zip(cases, answers, strict=True)
                for hour, counters in zip(case.hours, answer.requirement.slot_counters, strict=True)
            ],
        )
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    sys.stdout.write(table(cases, answers))
    missed = sum(answer.missed for answer in answers)
    dearer = [cell for cell, used, formula in _totals(cases, answers) if used > formula + 1e-9]
    seconds = sum(answer.seconds for answer in answers)
    verdict = f"{missed} hours miss, dearer than the formula: {', '.join(dearer)}" if missed or dearer else "checked"
    sys.stdout.write(f"{parsed.days.name}: {len(cases)} days, {seconds:.1f} s, {verdict}\n")
    return 1 if missed or dearer else 0


def read_days(path: Path) -> list[DayCase]:
    """Read a file of days.

    Raises
    ------
    InputError
        Every fault of the file, with its row and column.
    """
    rows, problems = read_cases(path, _COLUMNS)
    by_day: dict[tuple[str, str], list[CaseRow]] = {}
    for row in rows:
        by_day.setdefault((row.text("cell"), row.text("day")), []).append(row)
    cases = [_read_day(cell, day, hours) for (cell, day), hours in by_day.items()]
    if problems:
        raise InputError(str(path), problems)
    return [case for case in cases if case is not None]


def answer_day(case: DayCase) -> DayAnswer:
    """Find the counters of a day and check them, and the stationary formula's, on a finer grid."""
    began = time.perf_counter()
    load = (case.queue.arrivals.sum(axis=0) / case.queue.piece_minutes * case.queue.service_minutes).max()
    required = required_counters(
        case.queue, case.promise, min_counters=0, max_counters=int(2 * load) + 20, slot_minutes=60.0
    )
    seconds = time.perf_counter() - began
    return DayAnswer(
        required,
        missed=missed_hours(case, required.slot_counters),
        stationary_missed=missed_hours(case, required.stationary_counters),
        seconds=seconds,
    )


def missed_hours(case: DayCase, counters: IntArray) -> int:
    """Hours of a day that miss their target for either class, solved on the finer grid."""
    fine = case.queue.split(_FINER)
    parts = _QUARTERS * _FINER
    limits = np.repeat(case.promise.limit_minutes, _FINER, axis=1)
    promise = DayPromise(PromiseKind.SHARE, limits, np.repeat(case.promise.levels, _FINER))
    shares = 1.0 - day_late_shares(fine, np.repeat(counters, parts), limits)
    return int((margins_by_hour(fine, promise, shares, shares).min(axis=0) < 0).sum())


def table(cases: Sequence[DayCase], answers: Sequence[DayAnswer]) -> str:
    """One line a cell: counter-hours and missed hours, with the stationary formula's beside them."""
    lines = [f"{'cell':<12}{'days':>6}{'hours':>8}{'formula':>9}{'saved':>8}{'missed':>8}{'formula':>9}{'ms/day':>8}"]
    for cell, used, formula in _totals(cases, answers):
        own = [answer for case, answer in zip(cases, answers, strict=True) if case.cell == cell]
        hours = sum(len(case.hours) for case in cases if case.cell == cell)
        lines.append(
            f"{cell:<12}{len(own):>6}{used:>8.0f}{formula:>9.0f}{1 - used / max(formula, 1):>8.1%}"
            f"{sum(a.missed for a in own):>8}{sum(a.stationary_missed for a in own) / hours:>9.1%}"
            f"{1e3 * sum(a.seconds for a in own) / len(own):>8.0f}"
        )
    return "\n".join(lines) + "\n"


def _totals(cases: Sequence[DayCase], answers: Sequence[DayAnswer]) -> list[tuple[str, float, float]]:
    """Each cell with its counter-hours and those of the stationary formula."""
    totals: dict[str, tuple[float, float]] = {}
    for case, answer in zip(cases, answers, strict=True):
        used, formula = totals.get(case.cell, (0.0, 0.0))
        required = answer.requirement
        totals[case.cell] = used + required.counter_hours, formula + required.stationary_counter_hours
    return [(cell, used, formula) for cell, (used, formula) in totals.items()]


def _read_day(cell: str, day: str, rows: list[CaseRow]) -> DayCase | None:
    problems, before = rows[0].problems, len(rows[0].problems)
    numbered = sorted(((row.whole("hour"), row) for row in rows), key=lambda pair: pair[0])
    rows = [row for _, row in numbered]
    if [hour for hour, _ in numbered] != list(range(numbered[0][0], numbered[0][0] + len(rows))):
        problems.append(Problem(f"cell {cell} day {day}: hours must follow one another", rows[0].line, "hour"))
    service = {row.number("mean_service_min") for row in rows}
    if len(service) != 1 or min(service) <= 0:
        message = f"cell {cell} day {day}: one service time above 0 for all hours"
        problems.append(Problem(message, rows[0].line, "mean_service_min"))
    numbers = np.array([[row.number(c) for c in (*_COLUMNS[3:5], *_COLUMNS[6:])] for row in rows]).T
    if (numbers[4] > 1).any():
        line = rows[int(np.argmax(numbers[4] > 1))].line
        problems.append(Problem("give a share of at most 1", line, "target_share"))
    if len(problems) > before:
        return None
    pieces = np.repeat(numbers, _QUARTERS, axis=1)
    queue = OpenDay(
        arrivals_vip=pieces[0] / _QUARTERS,
        arrivals_regular=pieces[1] / _QUARTERS,
        busy=np.ones(pieces.shape[1], dtype=np.bool_),
        piece_minutes=60.0 / _QUARTERS,
        service_minutes=min(service),
    )
    promise = DayPromise(PromiseKind.SHARE, pieces[2:4], pieces[4])
    return DayCase(cell, day, tuple(row.text("hour") for row in rows), queue, promise)


if __name__ == "__main__":
    sys.exit(main())
