"""A second opinion by simulation: days played out customer by customer, without the exact model's assumptions.

Measured service-time spread (log-normal), customers who leave (temperaments) and a forecast that is wrong by a factor a
day can be put in. Rules of the hall are those of the exact model: VIPs first, no service interrupted, a random counter
leaves when one must and finishes its customer, the last counters stay after closing. Simple: plain Python, about a
millisecond for a hall-day of 400 customers.
"""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.staffing.open_day import OpenDay, checked_counters
from shiftbid.staffing.patience import Temperament, check_temperaments
from shiftbid.staffing.waiting import LONGEST_WAIT_AFTER_CLOSING_MINUTES

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is measured and not assumed.

    Attributes
    ----------
    service_spread
        Variance of the service time over its squared mean. None is exponential; a number is log-normal.
    temperaments
        Shares of the customers and their mean patience; empty where nobody leaves.
    day_factor_spread
        Standard deviation of the factor (mean 1, gamma) by which a whole day's arrivals differ from the forecast.
    """

    service_spread: float | None = None
    temperaments: tuple[Temperament, ...] = ()
    day_factor_spread: float = 0.0

    def __post_init__(self) -> None:
        problems = [
            f"{name} {value:g}: give a number of 0 or more"
            for name, value in (("service spread", self.service_spread), ("day factor", self.day_factor_spread))
            if value is not None and not (math.isfinite(value) and value >= 0)
        ]
        if problems:
            raise InputError("simulation", problems)
        if self.temperaments:
            check_temperaments(self.temperaments)


@dataclass(frozen=True, slots=True)
class SimulatedWaits:
    """Waits over simulated days; rows are VIP and regular, columns pieces.

    Attributes
    ----------
    days
        Days simulated.
    customers
        Customers who arrived, over all days; shape (2, pieces).
    share_in_time, standard_error
        Share of all arrivals called within the limit (1 where nobody came), and its standard error; shape (2, pieces).
    mean_wait_minutes
        Mean time until called or gone; shape (2, pieces).
    share_left
        Share of the arrivals who left uncalled; shape (2, pieces).
    hour_in_time, hour_customers
        Customers called in time and all customers, by day, class and clock hour; shape (days, 2, hours).
    """

    days: int
    customers: IntArray
    share_in_time: FloatArray
    standard_error: FloatArray
    mean_wait_minutes: FloatArray
    share_left: FloatArray
    hour_in_time: IntArray
    hour_customers: IntArray

    def days_kept(self, level: float) -> FloatArray:
        """Share of days on which an hour reached the level (hours without customers count); shape (2, hours)."""
        return (self.hour_in_time >= level * self.hour_customers - 1e-9).mean(axis=0)


def simulate_days(
    day: OpenDay,
    counters: npt.ArrayLike,
    limit_minutes: FloatArray,
    conditions: Conditions,
    *,
    days: int,
    seed: int,
) -> SimulatedWaits:
    """Play a day out many times; the same seed gives the same result.

    Parameters
    ----------
    counters
        Counters on duty in each piece; shape (pieces,).
    limit_minutes
        Promised minutes by class and piece; shape (2, pieces).
    """
    heads = checked_counters(day, counters).tolist()
    random = np.random.default_rng(seed)
    shape = (days, 2, day.pieces)
    arrived, in_time, left = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros((2, day.pieces))
    minutes = np.zeros((2, day.pieces))
    for number in range(days):
        for customer in _play(day, heads, _draw_customers(day, conditions, random), random):
            where = customer.row, customer.piece
            arrived[number][where] += 1
            minutes[where] += customer.wait
            left[where] += customer.left
            in_time[number][where] += not customer.left and customer.wait <= limit_minutes[where]
    customers = arrived.sum(axis=0)
    share = np.divide(in_time.sum(axis=0), customers, out=np.ones((2, day.pieces)), where=customers > 0)
    scatter = np.sqrt(((in_time - share * arrived) ** 2).sum(axis=0))
    per_customer = np.maximum(customers, 1)
    hours = np.flatnonzero(np.diff(day.hours, prepend=-1))
    return SimulatedWaits(
        days=days,
        customers=customers,
        share_in_time=share,
        standard_error=scatter / per_customer,
        mean_wait_minutes=minutes / per_customer,
        share_left=left / per_customer,
        hour_in_time=np.add.reduceat(in_time, hours, axis=2),
        hour_customers=np.add.reduceat(arrived, hours, axis=2),
    )


@dataclass(slots=True)
class _Customer:
    """One customer of a simulated day; ``wait`` and ``left`` are filled in as the day is played."""

    row: int
    piece: int
    arrival: float
    service: float
    patience: float
    wait: float = 0.0
    left: bool = False


@dataclass(slots=True)
class _Floor:
    """Counters of a simulated hall: idle on duty, busy on duty, and finishing their last customer."""

    idle: int = 0
    staying: list[int] = field(default_factory=list[int])
    finishing: list[tuple[float, int]] = field(default_factory=list[tuple[float, int]])
    next_id: int = 0

    def serve(self, until: float) -> None:
        """Let an idle counter serve until a moment."""
        self.idle -= 1
        self.next_id += 1
        self.staying.append(self.next_id)
        heapq.heappush(self.finishing, (until, self.next_id))

    def finish(self) -> float:
        """End the next service; the counter becomes idle if it is still on duty. Gives the moment."""
        moment, counter = heapq.heappop(self.finishing)
        if counter in self.staying:
            self.staying.remove(counter)
            self.idle += 1
        return moment

    def leave(self, random: np.random.Generator) -> None:
        """Send one counter away, drawn at random from those on duty."""
        drawn = int(random.integers(self.idle + len(self.staying)))
        if drawn < self.idle:
            self.idle -= 1
        else:
            self.staying.pop(drawn - self.idle)


def _draw_customers(day: OpenDay, conditions: Conditions, random: np.random.Generator) -> list[_Customer]:
    spread = conditions.day_factor_spread
    factor = float(random.gamma(1 / spread**2, spread**2)) if spread > 0 else 1.0
    counts = random.poisson(day.arrivals * factor)
    rows, pieces = (np.repeat(index.ravel(), counts.ravel()) for index in np.indices(counts.shape))
    arrivals = (pieces + random.random(len(pieces))) * day.piece_minutes
    services = _draw_services(np.array(day.class_service_minutes)[rows], conditions.service_spread, random)
    patience = _draw_patience(conditions.temperaments, len(pieces), random)
    order = np.argsort(arrivals, kind="stable")
    columns = (rows, pieces, arrivals, services, patience)
    return [_Customer(*drawn) for drawn in zip(*(column[order].tolist() for column in columns), strict=True)]


def _draw_services(means: FloatArray, spread: float | None, random: np.random.Generator) -> FloatArray:
    if spread is None:
        return random.exponential(means)
    variance = math.log1p(spread)
    return random.lognormal(np.log(means) - variance / 2, math.sqrt(variance))


def _draw_patience(temperaments: Sequence[Temperament], count: int, random: np.random.Generator) -> FloatArray:
    if not temperaments:
        return np.full(count, np.inf)
    means = np.array([t.mean_patience_minutes for t in temperaments])
    shares = np.array([t.share for t in temperaments])
    return means[random.choice(len(means), count, p=shares / shares.sum())] * random.exponential(1.0, count)


def _play(
    day: OpenDay, heads: Sequence[int], customers: list[_Customer], random: np.random.Generator
) -> list[_Customer]:
    """Play one day; gives the customers with their waits."""
    floor = _Floor()
    queues: tuple[deque[_Customer], deque[_Customer]] = (deque(), deque())
    closing = day.pieces * day.piece_minutes
    events = [(piece * day.piece_minutes, 0, piece) for piece in range(day.pieces)]
    events += [(customer.arrival, 1, index) for index, customer in enumerate(customers)]
    events.sort()
    for moment, kind, index in events:
        while floor.finishing and floor.finishing[0][0] <= moment:
            _call(floor, queues, floor.finish())
        if kind == 0:
            change = heads[index] - (heads[index - 1] if index else 0)
            floor.idle += max(change, 0)
            for _ in range(-change):
                floor.leave(random)
        else:
            queues[customers[index].row].append(customers[index])
        _call(floor, queues, moment)
    while floor.finishing:
        _call(floor, queues, floor.finish())
    for customer in (*queues[0], *queues[1]):
        customer.wait = closing + LONGEST_WAIT_AFTER_CLOSING_MINUTES - customer.arrival
        customer.left = customer.patience < customer.wait
        customer.wait = min(customer.wait, customer.patience)
    return customers


def _call(floor: _Floor, queues: tuple[deque[_Customer], deque[_Customer]], moment: float) -> None:
    """Call waiting customers to idle counters, VIPs first; those whose patience has ended have left."""
    while floor.idle and (queues[0] or queues[1]):
        customer = (queues[0] or queues[1]).popleft()
        customer.wait = moment - customer.arrival
        if customer.patience < customer.wait:
            customer.wait, customer.left = customer.patience, True
        else:
            floor.serve(moment + customer.service)
