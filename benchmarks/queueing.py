"""Queue models on given cases: ``python -m benchmarks.queueing {stationary,time-varying} CASES.csv --out R.csv``.

Every answer is solved a second time another way (stationary: the probabilities of the birth-death chain, summed;
time-varying: every piece cut in two) and compared before it is written. Exit status 1 where the two disagree, 2 for
bad usage or bad input.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.csv_cases import CaseRow, read_cases, write_rows
from shiftbid.domain.errors import InputError, Problem
from shiftbid.staffing.open_day import OpenDay, checked_counters
from shiftbid.staffing.patience import Temperament, check_temperaments, impatient_waits
from shiftbid.staffing.priority import steady_waits
from shiftbid.staffing.transient import day_waits

FloatArray = npt.NDArray[np.float64]

_STATIONARY_COLUMNS = ("case_id", "lam_vip", "lam_reg", "mean_service_min", "servers")
_VARYING_COLUMNS = (
    *("case_id", "hour", "lam_vip", "lam_reg", "counters_15min", "mean_service_min"),
    *("t_vip_min", "t_reg_min"),
)
_CHAIN_TOLERANCE = 1e-6
_SHARE_TOLERANCE = 1e-3
_MINUTES_TOLERANCE = 0.02
_CHAIN_ROOM = 20_000
_SHOWN_FAULTS = 5


@dataclass(frozen=True, slots=True)
class StationaryCase:
    """One stationary case: rates per minute, times in minutes, limits of VIP and regular (None where blank)."""

    case_id: str
    vip: float
    regular: float
    service: float
    counters: int
    temperaments: tuple[Temperament, ...]
    limits: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class StationaryAnswer:
    """One row of the stationary result; fields in the order of its columns, None where not applicable."""

    p_wait: float
    mean_wait_vip_min: float | None
    mean_wait_reg_min: float | None
    sl_vip: float | None
    sl_reg: float | None
    p_abandon: float | None


@dataclass(frozen=True, slots=True)
class HourAnswer:
    """One row of the time-varying result; fields in the order of its columns, None where nobody arrives."""

    sl_vip: float | None
    sl_reg: float | None
    mean_wait_vip_min: float | None
    mean_wait_reg_min: float | None
    mean_queue_vip: float
    mean_queue_reg: float


@dataclass(frozen=True, slots=True)
class VaryingCase:
    """One day: hours in their order, with the arrays of its pieces; limits of shape (2, pieces)."""

    case_id: str
    hours: tuple[str, ...]
    day: OpenDay
    counters: npt.NDArray[np.int64]
    limits: FloatArray


def main(arguments: Sequence[str] | None = None) -> int:
    """Solve, check, write, print one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queueing", description=__doc__)
    parser.add_argument("model", choices=("stationary", "time-varying"))
    parser.add_argument("cases", metavar="CASES.csv", type=Path)
    parser.add_argument("--out", metavar="R.csv", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    run: Callable[[Path, Path], tuple[int, list[str]]] = run_stationary if parsed.model == "stationary" else run_varying
    began = time.perf_counter()
    try:
        count, faults = run(parsed.cases, parsed.out)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    verdict = f"{len(faults)} faults: {'; '.join(faults[:_SHOWN_FAULTS])}" if faults else "checked"
    seconds = time.perf_counter() - began
    sys.stdout.write(f"{parsed.cases.name}: {count} {parsed.model} cases, {seconds:.2f} s, {verdict}\n")
    return 1 if faults else 0


def run_stationary(path: Path, out: Path) -> tuple[int, list[str]]:
    """Answer a file of stationary cases; give the number of cases and the faults found."""
    rows, problems = read_cases(path, _STATIONARY_COLUMNS)
    cases = [read_stationary(row) for row in rows]
    if problems:
        raise InputError(str(path), problems)
    answers = [answer_stationary(case) for case in cases]
    faults = [f"{c.case_id}: {fault}" for c, a in zip(cases, answers, strict=True) for fault in chain_faults(c, a)]
    if not faults:
        header = ("case_id", *StationaryAnswer.__dataclass_fields__)
        write_rows(out, header, [(c.case_id, *astuple(a)) for c, a in zip(cases, answers, strict=True)])
    return len(rows), faults


def read_stationary(row: CaseRow) -> StationaryCase:
    """Read a case; faults are noted with the row."""
    case = StationaryCase(
        case_id=row.text("case_id"),
        vip=row.number("lam_vip") / 60.0,
        regular=row.number("lam_reg") / 60.0,
        service=row.number("mean_service_min"),
        counters=row.whole("servers"),
        temperaments=read_patience(row),
        limits=tuple(row.number(c) if row.text(c) else None for c in ("t_vip_min", "t_reg_min")),
    )
    if case.service <= 0:
        row.problems.append(Problem("give minutes above 0", row.line, "mean_service_min"))
    if case.temperaments and case.vip > 0:
        row.problems.append(Problem("patience is solved for one class only; set lam_vip to 0", row.line, "lam_vip"))
    return case


def read_patience(row: CaseRow) -> tuple[Temperament, ...]:
    """Read ``exp:M`` or ``hyperexp:w@M;w@M``; blank is endless patience."""
    text = row.text("patience")
    kind, _, values = text.partition(":")
    if not kind:
        return ()
    parts = {"exp": [f"1@{values}"], "hyperexp": values.split(";")}.get(kind, [])
    try:
        pairs = [part.split("@") for part in parts]
        read = tuple(Temperament(float(share), float(mean)) for share, mean in pairs)
        check_temperaments(read)
    except (ValueError, InputError) as error:
        message = f"{text!r}: write exp:M or hyperexp:w@M;w@M, weights adding up to 1 ({error})"
        row.problems.append(Problem(message, row.line, "patience"))
        return ()
    return read


def answer_stationary(case: StationaryCase) -> StationaryAnswer:
    """Waits of a case in the long run."""
    vip_limit, regular_limit = (limit or 0.0 for limit in case.limits)
    if case.temperaments:
        waits = impatient_waits(case.regular, case.service, case.counters, case.temperaments, regular_limit)
        return StationaryAnswer(
            waits.chance_of_waiting,
            None,
            waits.mean_wait_minutes,
            None,
            waits.share_in_time if case.limits[1] is not None else None,
            waits.share_left,
        )
    steady = steady_waits(case.vip, case.regular, case.service, case.counters, vip_limit, regular_limit)
    return StationaryAnswer(
        p_wait=float(steady.chance_of_waiting),
        mean_wait_vip_min=float(steady.mean_wait_vip_minutes) if case.vip > 0 else None,
        mean_wait_reg_min=float(steady.mean_wait_regular_minutes) if case.regular > 0 else None,
        sl_vip=float(steady.share_vip) if case.vip > 0 and case.limits[0] is not None else None,
        sl_reg=float(steady.share_regular) if case.regular > 0 and case.limits[1] is not None else None,
        p_abandon=None,
    )


def chain_faults(case: StationaryCase, answer: StationaryAnswer) -> list[str]:
    """Compare an answer with balances that hold in every steady queue, and shares with the chain of positions."""
    load = (case.vip + case.regular) * case.service
    if load >= case.counters and not case.temperaments:
        return [] if answer.p_wait == 1.0 else ["an overloaded queue must let everyone wait"]
    left = answer.p_abandon or 0.0
    n = np.arange(case.counters)
    log_terms = n * math.log(max(load, 1e-300)) - np.concatenate(([0.0], np.cumsum(np.log(n[1:]))))
    terms = np.exp(log_terms - log_terms.max()) if case.counters else np.zeros(0)
    idle_busy = float(n @ terms / terms.sum()) if case.counters else 0.0
    busy = (1.0 - answer.p_wait) * idle_busy + case.counters * answer.p_wait
    checks = [("busy counters", busy, load * (1.0 - left))]
    if not case.temperaments:
        capacity = case.counters / case.service
        waiting = case.vip * (answer.mean_wait_vip_min or 0.0) + case.regular * (answer.mean_wait_reg_min or 0.0)
        utilisation = load / case.counters
        checks.append(("customers waiting", waiting, answer.p_wait * utilisation / (1.0 - utilisation)))
        if answer.sl_vip is not None:
            tail = waiting_chain(0.0, case.vip, capacity, case.limits[0] or 0.0)
            checks.append(("sl_vip", answer.sl_vip, 1.0 - answer.p_wait * tail))
        if answer.sl_reg is not None:
            tail = waiting_chain(case.vip, case.vip + case.regular, capacity, case.limits[1] or 0.0)
            checks.append(("sl_reg", answer.sl_reg, 1.0 - answer.p_wait * tail))
    return [
        f"{name} {value:.9g} against {expected:.9g}"
        for name, value, expected in checks
        if not math.isclose(value, expected, rel_tol=_CHAIN_TOLERANCE, abs_tol=_CHAIN_TOLERANCE)
    ]


def waiting_chain(overtaking: float, arrivals: float, capacity: float, minutes: float) -> float:
    """P(still waiting after some minutes) for one who has to wait, event by event on the chain of queue positions."""
    utilisation = arrivals / capacity
    longest = 2 if utilisation <= 0 else min(_CHAIN_ROOM, int(-30.0 / math.log(utilisation)) + 60)
    positions = (1.0 - utilisation) * utilisation ** np.arange(longest)
    rate = overtaking + capacity
    mean = rate * minutes
    events = int(mean + 9.0 * math.sqrt(mean) + 30)
    waiting, log_weight = 0.0, -mean
    for event in range(1, events + 1):
        waiting += math.exp(log_weight) * float(positions.sum())
        moved = np.zeros(longest)
        moved[:-1] += capacity / rate * positions[1:]
        moved[1:] += overtaking / rate * positions[:-1]
        positions = moved
        log_weight += math.log(max(mean, 1e-300) / event)
    return waiting


def run_varying(path: Path, out: Path) -> tuple[int, list[str]]:
    """Answer a file of days; give the number of days and the faults found."""
    rows, problems = read_cases(path, _VARYING_COLUMNS)
    by_case: dict[str, list[CaseRow]] = {}
    for row in rows:
        by_case.setdefault(row.text("case_id"), []).append(row)
    read = [read_varying(case_id, hours) for case_id, hours in by_case.items()]
    if problems:
        raise InputError(str(path), problems)
    cases = [case for case in read if case is not None]
    answers = [answer_varying(case, 1) for case in cases]
    faults = [fault for case, hours in zip(cases, answers, strict=True) for fault in finer_faults(case, hours)]
    if not faults:
        header = ("case_id", "hour", *HourAnswer.__dataclass_fields__)
        solved = {
            (case.case_id, hour): answer
            for case, answered in zip(cases, answers, strict=True)
            for hour, answer in zip(case.hours, answered, strict=True)
        }
        keys = [(row.text("case_id"), row.text("hour")) for row in rows]
        write_rows(out, header, [(*key, *astuple(solved[key])) for key in keys])
    return len(cases), faults


def read_varying(case_id: str, rows: list[CaseRow]) -> VaryingCase | None:
    """Read the hours of one day; None where a fault was noted."""
    problems, faults_before = rows[0].problems, len(rows[0].problems)
    hours = [row.whole("hour") for row in rows]
    order = sorted(range(len(rows)), key=hours.__getitem__)
    rows = [rows[i] for i in order]
    if sorted(hours) != list(range(min(hours), min(hours) + len(hours))):
        problems.append(Problem(f"case {case_id}: hours must follow one another without gap", rows[0].line, "hour"))
    counters = [[part for part in row.text("counters_15min").split(";") if part.strip()] for row in rows]
    pieces = len(counters[0])
    if any(len(quarters) != pieces or not pieces for quarters in counters):
        line = next((row.line for row, q in zip(rows, counters, strict=True) if len(q) != pieces), rows[0].line)
        problems.append(Problem(f"case {case_id}: as many counters in every hour", line, "counters_15min"))
    service = {row.number("mean_service_min") for row in rows}
    if len(service) != 1 or min(service) <= 0:
        message = f"case {case_id}: one service time above 0 for all hours"
        problems.append(Problem(message, rows[0].line, "mean_service_min"))
    rates = np.array([[row.number("lam_vip"), row.number("lam_reg")] for row in rows]).T
    limits = np.array([[row.number("t_vip_min", default=0.0), row.number("t_reg_min", default=0.0)] for row in rows]).T
    if len(problems) > faults_before:
        return None
    arrivals = np.repeat(rates / pieces, pieces, axis=1)
    day = OpenDay(
        arrivals_vip=arrivals[0],
        arrivals_regular=arrivals[1],
        busy=np.ones(arrivals.shape[1], dtype=np.bool_),
        piece_minutes=60.0 / pieces,
        service_minutes=min(service),
    )
    try:
        on_duty = checked_counters(day, [float(q) for quarters in counters for q in quarters])
    except (ValueError, InputError) as error:
        problems.append(Problem(f"case {case_id}: whole numbers of counters ({error})", rows[0].line, "counters_15min"))
        return None
    return VaryingCase(
        case_id, tuple(row.text("hour") for row in rows), day, on_duty, np.repeat(limits, pieces, axis=1)
    )


def answer_varying(case: VaryingCase, parts: int) -> list[HourAnswer]:
    """Waits of a day hour by hour, every piece cut into equal parts."""
    day = case.day.split(parts)
    waits = day_waits(day, np.repeat(case.counters, parts), np.repeat(case.limits, parts, axis=1))
    count = len(case.hours)
    shares, means, queues = (
        values.reshape(2, count, -1).mean(axis=2)
        for values in (waits.share_in_time, waits.mean_minutes, waits.mean_waiting)
    )
    expected = day.arrivals.reshape(2, count, -1).sum(axis=2) > 0
    answers: list[HourAnswer] = []
    for hour in range(count):
        vip, regular = expected[0, hour], expected[1, hour]
        answers.append(
            HourAnswer(
                sl_vip=float(shares[0, hour]) if vip else None,
                sl_reg=float(shares[1, hour]) if regular else None,
                mean_wait_vip_min=float(means[0, hour]) if vip else None,
                mean_wait_reg_min=float(means[1, hour]) if regular else None,
                mean_queue_vip=float(queues[0, hour]),
                mean_queue_reg=float(queues[1, hour]),
            )
        )
    return answers


def finer_faults(case: VaryingCase, answers: Sequence[HourAnswer]) -> list[str]:
    """Compare a day with the same day solved with every piece cut in two."""
    faults: list[str] = []
    for hour, coarse, fine in zip(case.hours, answers, answer_varying(case, 2), strict=True):
        for name in HourAnswer.__dataclass_fields__:
            value, other = getattr(coarse, name), getattr(fine, name)
            if value is None:
                continue
            tolerance = _SHARE_TOLERANCE if name.startswith("sl") else _MINUTES_TOLERANCE * max(1.0, other / 20.0)
            legal = -1e-12 <= value <= 1.0 + 1e-12 if name.startswith("sl") else value >= 0
            if not (legal and math.isfinite(value) and abs(value - other) <= tolerance):
                faults.append(f"{case.case_id} hour {hour}: {name} {value:.6g} against {other:.6g}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
