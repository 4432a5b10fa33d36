"""How far the model errs where VIPs take longer or shorter: ``python -m benchmarks.unequal_service [--days D]``.

Days with two random peaks, counters as the promise requires them, VIPs half to three times as long as the others and
a tenth to two fifths of all. Beside each other: share in time and mean wait of the model, of the model without
its stretched waits (one mean for all), and of a seeded simulation in which each class has its own exponential times.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from benchmarks.staffing_speed import random_day
from shiftbid.domain.promise import Promise
from shiftbid.staffing.kept_hours import pooled_by_hour
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.requirement import required_counters
from shiftbid.staffing.simulation import Conditions, simulate_days
from shiftbid.staffing.transient import DayWaits, day_waits

FloatArray = npt.NDArray[np.float64]

_RATIOS = (0.5, 0.67, 1.5, 2.0, 3.0)
_VIP_SHARES = (0.1, 0.2, 0.4)
_MOST_COUNTERS = 40


@dataclass(frozen=True, slots=True)
class Errors:
    """Model less simulation on one day, for VIPs and others.

    Attributes
    ----------
    day_share, day_share_one_mean
        Of the share in time over the whole day, with the stretch and without; shape (2,).
    hour_share
        Of the share in time of every clock hour; shape (2, hours).
    mean_wait
        Relative error of the mean wait over the day; shape (2,).
    """

    day_share: FloatArray
    day_share_one_mean: FloatArray
    hour_share: FloatArray
    mean_wait: FloatArray


def errors_of(day: OpenDay, plays: int, seed: int) -> Errors:
    """Compare the model of a day with its simulation."""
    counters = required_counters(day, Promise(), max_counters=_MOST_COUNTERS).counters
    limits = day.limits(Promise())
    waits = day_waits(day, counters, limits)
    one_mean = replace(day, service_minutes=float(day.service_mix.mean_minutes[0]), vip_service_minutes=None)
    played = simulate_days(day, counters, limits, Conditions(), days=plays, seed=seed)
    in_time, customers = played.hour_in_time.sum(axis=0), played.hour_customers.sum(axis=0)
    day_share = in_time.sum(axis=1) / customers.sum(axis=1)
    mean_wait = (played.mean_wait_minutes * played.customers).sum(axis=1) / played.customers.sum(axis=1)
    return Errors(
        day_share=_over_day(day, waits.share_in_time) - day_share,
        day_share_one_mean=_over_day(day, _waits_in_time(one_mean, counters, limits)) - day_share,
        hour_share=pooled_by_hour(day, waits.share_in_time) - in_time / np.maximum(customers, 1),
        mean_wait=_over_day(day, waits.mean_minutes) / mean_wait - 1.0,
    )


def _waits_in_time(day: OpenDay, counters: npt.NDArray[np.int64], limits: FloatArray) -> FloatArray:
    waits: DayWaits = day_waits(day, counters, limits)
    return waits.share_in_time


def _over_day(day: OpenDay, values: FloatArray) -> FloatArray:
    return (day.arrivals * values).sum(axis=1) / day.arrivals.sum(axis=1)


def _with_vips(day: OpenDay, ratio: float, vip_share: float) -> OpenDay:
    customers = day.arrivals.sum(axis=0)
    return replace(
        day,
        arrivals_vip=vip_share * customers,
        arrivals_regular=(1.0 - vip_share) * customers,
        vip_service_minutes=ratio * day.service_minutes,
    )


def main(arguments: Sequence[str]) -> int:
    """Print one line for each ratio and share of VIPs; the most and the least of all its days."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unequal_service", description=__doc__)
    parser.add_argument("--days", type=int, default=3, help="different days for each ratio and share")
    parser.add_argument("--plays", type=int, default=400, help="simulations of each day")
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    sys.stdout.write(
        "VIP/other   VIPs  error of the day's share, points   the same with one mean    of an hour's share"
        "   of the mean wait\n"
    )
    for ratio in _RATIOS:
        for vip_share in _VIP_SHARES:
            days = [_with_vips(random_day(parsed.seed + number), ratio, vip_share) for number in range(parsed.days)]
            found = [errors_of(day, parsed.plays, parsed.seed + number) for number, day in enumerate(days)]
            figures = (
                _range(100 * np.stack([each.day_share for each in found]), "+.1f"),
                _range(100 * np.stack([each.day_share_one_mean for each in found]), "+.1f"),
                _range(100 * np.stack([each.hour_share for each in found]), "+.1f"),
                _range(100 * np.stack([each.mean_wait for each in found]), "+.0f") + " %",
            )
            sys.stdout.write(f"{ratio:>9g}  {vip_share:>5.0%}  " + "  ".join(f"{each:>26}" for each in figures) + "\n")
            sys.stdout.flush()
    return 0


def _range(values: FloatArray, form: str) -> str:
    return f"{format(float(values.min()), form)} to {format(float(values.max()), form)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
