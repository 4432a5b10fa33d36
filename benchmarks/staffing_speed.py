"""How long a hall-day takes: ``python -m benchmarks.staffing_speed [--days D] [--halls N --weeks W --workers K]``.

Hall-days of 10 hours and 40 quarter hours, both classes, all different (two random peaks, arrivals that change every
quarter hour). In the same run and on the same days: the stationary formula, Erlang C of pyworkforce where that
is installed, the exact certificate and the exact requirement. With ``--halls``, a network's certificates in processes.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import numpy as np

from shiftbid.domain.promise import Promise
from shiftbid.staffing.certificate import certify_day
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.priority import steady_waits
from shiftbid.staffing.requirement import required_counters

_QUARTERS = 40
_WORKDAYS_A_WEEK = 7
_MOST_COUNTERS = 30
_CHUNK = 28


def random_day(seed: int) -> OpenDay:
    """Give a day with two peaks of 25 to 60 customers an hour, a fifth of them VIP, and 7 minutes of service."""
    random = np.random.default_rng(seed)
    t = (np.arange(_QUARTERS) + 0.5) / _QUARTERS * 10
    first, second = random.uniform(2, 4), random.uniform(6, 8)
    shape = np.exp(-((t - first) ** 2) / 2) + random.uniform(0.6, 1.0) * np.exp(-((t - second) ** 2) / 2) + 0.3
    per_hour = random.uniform(25, 60) * shape / shape.max()
    busy = per_hour >= np.median(per_hour)
    return OpenDay(per_hour * 0.2 / 4, per_hour * 0.8 / 4, busy, 15.0, 7.0)


def certify(seed: int) -> int:
    """Certify a random day with enough counters for its load; gives the number of quarter hours kept for both."""
    day = random_day(seed)
    return int(certify_day(day, plain_counters(day), Promise()).kept.all(axis=0).sum())


def plain_counters(day: OpenDay) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Counters a manager might set: the load plus a spare, constant for an hour."""
    load = day.arrivals.sum(axis=0).reshape(-1, 4).max(axis=1) / day.piece_minutes * day.service_minutes
    return np.repeat(np.ceil(load + 1.2 * np.sqrt(load)).astype(np.int64), 4)


def stationary(day: OpenDay) -> object:
    """Evaluate the stationary two-class formula in every quarter hour."""
    rates = day.arrivals / day.piece_minutes
    return steady_waits(rates[0], rates[1], day.service_minutes, plain_counters(day), *day.limits(Promise()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Time everything and print a table of processor times."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.staffing_speed", description=__doc__)
    parser.add_argument("--days", type=int, default=20, help="different hall-days to time")
    parser.add_argument("--halls", type=int, default=0, help="halls of a network to certify in processes")
    parser.add_argument("--weeks", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parsed = parser.parse_args(arguments)
    days = [random_day(seed) for seed in range(parsed.days)]
    heads = [plain_counters(day) for day in days]
    timed = {
        "stationary formula, 40 quarters": _milliseconds([partial(stationary, day) for day in days]),
        "pyworkforce Erlang C, 10 hours": _pyworkforce_milliseconds(days),
        "exact certificate, day met first": _milliseconds(
            [partial(certify_day, day, count, Promise()) for day, count in zip(days, heads, strict=True)]
        ),
        "exact certificate, same day again": _milliseconds(
            [partial(certify_day, days[0], heads[0], Promise())] * parsed.days, warm=True
        ),
        "exact requirement, half hours": _milliseconds(
            [partial(required_counters, day, Promise(), max_counters=_MOST_COUNTERS) for day in days]
        ),
    }
    base = timed["stationary formula, 40 quarters"] or 1.0
    for name, milliseconds in timed.items():
        shown = "not installed" if milliseconds is None else f"{milliseconds:9.2f} ms {milliseconds / base:8.1f} x"
        sys.stdout.write(f"{name:<36}{shown}\n")
    if parsed.halls:
        count = parsed.halls * parsed.weeks * _WORKDAYS_A_WEEK
        began = time.perf_counter()
        with ProcessPoolExecutor(parsed.workers) as pool:
            kept = sum(pool.map(certify, range(count), chunksize=_CHUNK))
        seconds = time.perf_counter() - began
        quarters = f"{kept} of {count * _QUARTERS} quarter hours kept"
        sys.stdout.write(f"{count} hall-days, {parsed.workers} processes: {seconds:.1f} s, {quarters}\n")
    return 0


def _milliseconds(runs: Sequence[Callable[[], object]], *, warm: bool = False) -> float:
    """Median processor time of a run: other programs do not count, nor does the first call, which loads code."""
    runs[0]()
    times: list[float] = []
    for run in runs if warm or len(runs) == 1 else runs[1:]:
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return float(np.median(times)) * 1e3


def _pyworkforce_milliseconds(days: Sequence[OpenDay]) -> float | None:
    if importlib.util.find_spec("pyworkforce") is None:
        return None
    erlang_c = importlib.import_module("pyworkforce.queuing").ErlangC

    def staff(day: OpenDay) -> None:
        for customers in day.arrivals.sum(axis=0).reshape(-1, 4).sum(axis=1).tolist():
            erlang_c(transactions=customers, asa=15, aht=day.service_minutes, interval=60).required_positions(0.9)

    return _milliseconds([partial(staff, day) for day in days])


if __name__ == "__main__":
    sys.exit(main())
