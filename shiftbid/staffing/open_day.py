"""One open day of a hall as the queue models see it: a sequence of equal pieces, without dates or zones."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.staffing.occupancy import Flow
from shiftbid.staffing.service_mix import ServiceMix

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

# Order of the classes wherever an array has one row a class.
CLASSES = (CustomerClass.VIP, CustomerClass.REGULAR)
LONGEST_STEP_MINUTES = 15.0


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Expected footfall of one uninterrupted opening, from an empty hall to closing.

    A day may have any number of pieces (23 or 25 hours, an opening across midnight); a hall that closes at lunch has
    two such days. Within a piece customers arrive evenly (Poisson).

    Attributes
    ----------
    arrivals_vip, arrivals_regular
        Expected customers in each piece; shape (pieces,).
    busy
        Whether each piece lies in a busy hour; shape (pieces,).
    piece_minutes
        Length of a piece.
    service_minutes
        Mean time a counter spends on one customer.
    minutes_past_hour
        Minutes past the full clock hour at which the hall opens: promises are kept per clock hour.
    vip_service_minutes
        Mean time a counter spends on one VIP; that of the others where None.
    """

    arrivals_vip: FloatArray
    arrivals_regular: FloatArray
    busy: BoolArray
    piece_minutes: float
    service_minutes: float
    minutes_past_hour: float = 0.0
    vip_service_minutes: float | None = None

    def __post_init__(self) -> None:
        problems: list[str] = []
        for name, arrivals in (("VIP", self.arrivals_vip), ("regular", self.arrivals_regular)):
            if arrivals.ndim != 1 or not len(arrivals):
                problems.append(f"{name} arrivals: give one number a piece, at least one piece")
            elif not (np.isfinite(arrivals).all() and (arrivals >= 0).all()):
                problems.append(f"{name} arrivals: every number must be finite and 0 or more")
        if not self.arrivals_vip.shape == self.arrivals_regular.shape == self.busy.shape:
            problems.append("VIP arrivals, regular arrivals and busy hours must have the same number of pieces")
        for name, minutes in (
            ("piece length", self.piece_minutes),
            ("service time", self.service_minutes),
            ("service time of VIPs", self.vip_service_minutes),
        ):
            if minutes is not None and not (np.isfinite(minutes) and minutes > 0):
                problems.append(f"{name} {minutes:g}: give minutes above 0")
        if problems:
            raise InputError("open day", problems)

    @property
    def pieces(self) -> int:
        """Number of pieces."""
        return len(self.busy)

    @property
    def arrivals(self) -> FloatArray:
        """Expected customers by class and piece; shape (2, pieces)."""
        return np.stack((self.arrivals_vip, self.arrivals_regular))

    @property
    def class_service_minutes(self) -> tuple[float, float]:
        """Mean service times of VIPs and of the others."""
        vip = self.service_minutes if self.vip_service_minutes is None else self.vip_service_minutes
        return vip, self.service_minutes

    @property
    def service_mix(self) -> ServiceMix:
        """Service times of the customers arriving in each piece."""
        return ServiceMix(*self.class_service_minutes, self._vip_share)

    @property
    def _vip_share(self) -> FloatArray:
        """Share of VIPs in each piece; the whole day's where nobody is expected; shape (pieces,)."""
        customers = self.arrivals.sum(axis=0)
        of_day = self.arrivals_vip.sum() / max(float(customers.sum()), float(np.finfo(np.float64).tiny))
        return np.divide(self.arrivals_vip, customers, out=np.full(self.pieces, of_day), where=customers > 0)

    @property
    def hours(self) -> IntArray:
        """Clock hour of each piece, counted from the opening; shape (pieces,)."""
        return self.intervals(60.0)

    def intervals(self, minutes: float) -> IntArray:
        """Index of the clock interval of the given length that holds each piece's start; shape (pieces,)."""
        started = np.arange(self.pieces) * self.piece_minutes + self.minutes_past_hour % minutes
        return np.floor(started / minutes + 1e-9).astype(np.int64)

    def limits(self, promise: Promise) -> FloatArray:
        """Promised minutes by class and piece; shape (2, pieces)."""
        return np.array(
            [
                np.where(
                    self.busy,
                    promise.wait_limit_minutes(customer_class, busy=True),
                    promise.wait_limit_minutes(customer_class, busy=False),
                )
                for customer_class in CLASSES
            ],
            dtype=np.float64,
        )

    def scaled(self, factor: float) -> OpenDay:
        """Give the same day with every arrival rate multiplied; busy hours stay as they were fixed."""
        return replace(self, arrivals_vip=self.arrivals_vip * factor, arrivals_regular=self.arrivals_regular * factor)

    def split(self, parts: int) -> OpenDay:
        """Give the same day with every piece cut into equal parts."""
        return replace(
            self,
            arrivals_vip=np.repeat(self.arrivals_vip / parts, parts),
            arrivals_regular=np.repeat(self.arrivals_regular / parts, parts),
            busy=np.repeat(self.busy, parts),
            piece_minutes=self.piece_minutes / parts,
        )

    @property
    def steps_per_piece(self) -> int:
        """Steps of at most 15 minutes into which the exact model cuts a piece."""
        return max(1, int(np.ceil(self.piece_minutes / LONGEST_STEP_MINUTES - 1e-9)))

    def flow(self, counters: IntArray) -> Flow:
        """Rates of the day with these counters on duty; shape (pieces,)."""
        steps = self.steps_per_piece
        return Flow(
            vip=np.repeat(self.arrivals_vip / self.piece_minutes, steps),
            regular=np.repeat(self.arrivals_regular / self.piece_minutes, steps),
            service=np.repeat(1.0 / self.service_mix.mean_minutes, steps),
            counters=np.repeat(counters.astype(np.int64), steps),
            piece_minutes=self.piece_minutes / steps,
        )


def checked_counters(day: OpenDay, counters: npt.ArrayLike) -> IntArray:
    """Counters on duty per piece as whole numbers.

    Raises
    ------
    InputError
        Not one whole number of 0 or more for each piece.
    """
    given = np.asarray(counters, dtype=np.float64)
    if given.shape != (day.pieces,):
        raise InputError("counters", [f"{given.size} numbers for {day.pieces} pieces; give one a piece"])
    if not np.isfinite(given).all() or (given < 0).any() or (given != np.round(given)).any():
        raise InputError("counters", ["every number must be whole and 0 or more"])
    return given.astype(np.int64)
