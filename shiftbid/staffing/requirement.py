"""The counters a promise requires: the fewest counter-hours with which every hour keeps it under the exact model.

Start from the stationary formula, slot by slot. While an hour misses, add one counter where it helps that hour most:
in one of its slots or in the last slot before it (a queue inherited from a peak is best prevented there). Then take
away every counter whose loss all hours bear, but never so that counters leave for a slot and come back where the load
does not dip: those who leave finish their customers, and a search free to do so would live on that unpaid work. A
greedy search: that no other arrangement is smaller is not proven.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.staffing.arrival_moments import Moments
from shiftbid.staffing.course import Course, rerun_course, run_course
from shiftbid.staffing.kept_hours import DayPromise, margins_by_hour
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.priority import steady_counters
from shiftbid.staffing.transient import late_shares_of, mean_waits_of, moments_for

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

# Every hour keeps its promise by this much more than the model's numerical error: a share, or minutes.
_SAFETY = {PromiseKind.SHARE: 1e-4, PromiseKind.MEAN: 0.02}
_NO_HELP = 1e-9


@dataclass(frozen=True, slots=True)
class Requirement:
    """Counters needed through a day.

    Attributes
    ----------
    counters
        Counters per piece, constant within each slot; shape (pieces,).
    slot_counters
        The same per slot; shape (slots,).
    stationary_counters
        What the stationary formula would staff per slot; shape (slots,).
    hour_margin
        By how much each hour keeps the promise, the worse of the two classes: a share of customers or minutes;
        infinite where nobody is expected; shape (hours,).
    missed_hours
        Hours, counted from the opening, that miss the promise even with all counters allowed.
    counter_hours, stationary_counter_hours
        Totals of the day.
    evaluations
        Times the exact model was solved.
    """

    counters: IntArray
    slot_counters: IntArray
    stationary_counters: IntArray
    hour_margin: FloatArray
    missed_hours: tuple[int, ...]
    counter_hours: float
    stationary_counter_hours: float
    evaluations: int


@dataclass(frozen=True, slots=True)
class _Problem:
    """What stays the same while counters are tried; ``limits`` are the model's, whose waits are not stretched yet."""

    day: OpenDay
    promise: DayPromise
    stretch: FloatArray
    limits: FloatArray
    moments: tuple[Moments, ...]
    slots: IntArray
    most: IntArray


@dataclass(frozen=True, slots=True)
class _Trial:
    """Counters per slot, the day they lead to, and the margin of every hour.

    ``measured`` holds late shares or mean waits, as the promise is about; shape (2, steps).
    """

    slot_counters: IntArray
    course: Course
    measured: FloatArray
    margins: FloatArray


def required_counters(
    day: OpenDay,
    promise: Promise | DayPromise,
    *,
    max_counters: npt.ArrayLike,
    min_counters: npt.ArrayLike = 1,
    slot_minutes: float = 30.0,
) -> Requirement:
    """Find the fewest counter-hours with which every hour of a day keeps its promise for both classes.

    Parameters
    ----------
    promise
        The hall's promise, or what is promised on this very day.
    max_counters, min_counters
        Counters in the hall and staff present at all times; one number, or one a slot (opening and closing duties).
    slot_minutes
        Counters change only at multiples of this after the full hour.

    Raises
    ------
    InputError
        Limits that no number of counters can meet at once, or of the wrong length.

    Notes
    -----
    An overloaded hour never raises: it gets the counters there are and is listed in ``missed_hours``.
    """
    promised = promise if isinstance(promise, DayPromise) else DayPromise.on(day, promise)
    if day.piece_minutes > slot_minutes + 1e-9:
        raise InputError(
            "slots",
            [f"{slot_minutes:g} minutes are shorter than the day's pieces of {day.piece_minutes:g}; split the pieces"],
        )
    slots = day.intervals(slot_minutes)
    count = int(slots[-1]) + 1
    least, most = _slot_limits(min_counters, max_counters, count)
    stationary = _stationary(day, promised, slots, least, most)
    stretch = day.service_mix.wait_stretch
    steps = np.repeat(promised.limit_minutes / stretch, day.steps_per_piece, axis=1)
    flow = day.flow(stationary[slots])
    moments = moments_for(steps, flow) if promised.kind is PromiseKind.SHARE else (Moments.spread(flow),)
    problem = _Problem(day, promised, stretch, steps, moments, slots, most)
    repaired, missed, repairs = _repair(problem, _first(problem, stationary))
    lean, drops = _drop(problem, repaired, missed, least, stationary)
    counters = lean.slot_counters[slots]
    return Requirement(
        counters=counters,
        slot_counters=lean.slot_counters,
        stationary_counters=stationary,
        hour_margin=lean.margins,
        missed_hours=tuple(np.flatnonzero(lean.margins < 0).tolist()),
        counter_hours=float(counters.sum() * day.piece_minutes / 60.0),
        stationary_counter_hours=float(stationary[slots].sum() * day.piece_minutes / 60.0),
        evaluations=1 + repairs + drops,
    )


def _slot_limits(least: npt.ArrayLike, most: npt.ArrayLike, slots: int) -> tuple[IntArray, IntArray]:
    arrays: list[IntArray] = []
    for name, given in (("minimum counters", least), ("maximum counters", most)):
        array = np.asarray(given, dtype=np.int64)
        if array.shape not in ((), (slots,)) or (array < 0).any():
            raise InputError(name, [f"give one number, or one for each of the {slots} slots, 0 or more"])
        arrays.append(np.broadcast_to(array, (slots,)).copy())
    if (arrays[0] > arrays[1]).any():
        raise InputError("minimum counters", ["more counters must be staffed than the hall has; lower the minimum"])
    return arrays[0], arrays[1]


def _stationary(day: OpenDay, promise: DayPromise, slots: IntArray, least: IntArray, most: IntArray) -> IntArray:
    """Counters by the stationary formula at each slot's mean rates, strictest limits and longest service time."""
    count = len(least)
    minutes = np.bincount(slots, minlength=count) * day.piece_minutes
    rates = [np.bincount(slots, row, count) / minutes for row in day.arrivals]
    strictest = np.full((2, count), np.inf)
    for row in range(2):
        np.minimum.at(strictest[row], slots, promise.limit_minutes[row])
    levels = None
    if promise.kind is PromiseKind.SHARE:
        levels = np.zeros(count)
        np.maximum.at(levels, slots, promise.levels)
    slowest = np.zeros(count)
    np.maximum.at(slowest, slots, day.service_mix.mean_minutes)
    return steady_counters(rates[0], rates[1], slowest, strictest, levels, least, most)


def _first(problem: _Problem, slot_counters: IntArray) -> _Trial:
    course = run_course(problem.day.flow(slot_counters[problem.slots]), problem.moments)
    everything = np.arange(problem.limits.shape[1])
    return _judged(problem, slot_counters, course, _measure(problem, course, everything))


def _with(problem: _Problem, known: _Trial, slots: int | slice, change: int) -> _Trial:
    """Try one counter more or fewer in some slots; only what the change touches is solved again."""
    slot_counters = known.slot_counters.copy()
    slot_counters[slots] += change
    flow = problem.day.flow(slot_counters[problem.slots])
    course, touched = rerun_course(known.course, flow)
    if problem.promise.kind is PromiseKind.SHARE:
        earlier = int(np.ceil(problem.limits.max() / flow.piece_minutes))
    else:
        earlier = len(flow.vip)
    pieces = np.arange(max(0, touched.start - earlier), touched.stop)
    measured = known.measured.copy()
    measured[:, pieces] = _measure(problem, course, pieces)
    return _judged(problem, slot_counters, course, measured)


def _measure(problem: _Problem, course: Course, pieces: IntArray) -> FloatArray:
    if problem.promise.kind is PromiseKind.SHARE:
        return late_shares_of(course, problem.limits, pieces)
    return mean_waits_of(course, pieces)


def _judged(problem: _Problem, slot_counters: IntArray, course: Course, measured: FloatArray) -> _Trial:
    values = measured.reshape(2, problem.day.pieces, -1).mean(axis=2)
    margins = margins_by_hour(problem.day, problem.promise, 1.0 - values, problem.stretch * values).min(axis=0)
    return _Trial(slot_counters, course, measured, margins - _SAFETY[problem.promise.kind])


def _repair(problem: _Problem, trial: _Trial) -> tuple[_Trial, set[int], int]:
    """Add counters until every hour keeps its promise or cannot; give the trial, the missed hours and evaluations."""
    slot_of, hour_of = problem.slots, problem.day.hours
    given_up: set[int] = set()
    evaluations = 0
    while True:
        missing = [h for h in np.flatnonzero(trial.margins < 0).tolist() if h not in given_up]
        if not missing:
            return trial, given_up, evaluations
        hour = missing[0]
        near = set(slot_of[hour_of == hour].tolist())
        near |= {min(near) - 1} if min(near) > 0 else set()
        candidates = [_with(problem, trial, s, +1) for s in _below(trial.slot_counters, problem.most, near)]
        evaluations += len(candidates)
        best = max(candidates, key=lambda t: float(t.margins[hour]), default=None)
        if best is None or best.margins[hour] <= trial.margins[hour] + _NO_HELP:
            given_up.add(hour)
        else:
            trial = best


def _below(counters: IntArray, most: IntArray, slots: Iterable[int]) -> list[int]:
    return [slot for slot in sorted(slots) if counters[slot] < most[slot]]


def _drop(
    problem: _Problem, trial: _Trial, missed: set[int], least: IntArray, stationary: IntArray
) -> tuple[_Trial, int]:
    """Take counters away as long as kept hours stay kept and missed hours lose nothing."""
    evaluations = 0
    unkept = np.isin(np.arange(len(trial.margins)), list(missed))
    spare = np.ones(len(least), dtype=np.bool_)
    spare[problem.slots[unkept[problem.day.hours]]] = False
    slack = np.full(len(least), np.inf)
    np.minimum.at(slack, problem.slots, trial.margins[problem.day.hours])
    for slot in np.argsort(-slack, kind="stable").tolist():
        while spare[slot] and trial.slot_counters[slot] > least[slot]:
            run = _leaving_together(trial.slot_counters, stationary, slot)
            if (trial.slot_counters[run] <= least[run]).any() or not spare[run].all():
                break
            fewer = _with(problem, trial, run, -1)
            evaluations += 1
            if (fewer.margins < np.where(unkept, trial.margins - _NO_HELP, 0.0)).any():
                break
            trial = fewer
    return trial, evaluations


def _leaving_together(counters: IntArray, stationary: IntArray, slot: int) -> slice:
    """Slots that lose a counter together so that no slot becomes a gap which its load does not explain."""
    last = len(counters) - 1
    inside = 0 < slot < last
    if inside and counters[slot] <= min(counters[slot - 1], counters[slot + 1], stationary[slot]):
        first = slot
        while first > 0 and counters[first - 1] == counters[slot]:
            first -= 1
        end = slot + 1
        while end <= last and counters[end] == counters[slot]:
            end += 1
        return slice(first, end)
    return slice(slot, slot + 1)
