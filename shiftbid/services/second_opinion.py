"""A second opinion on a certificate: the period played out customer by customer, with what the exact model leaves out.

Service times spread as measured, customers leave, days differ from their forecast. `shiftbid.staffing.simulation` has
the method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.hall import Hall
from shiftbid.services.hall_days import HallDay
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.staffing.open_day import CLASSES
from shiftbid.staffing.patience import Temperament
from shiftbid.staffing.simulation import Conditions, SimulatedWaits, simulate_days

FloatArray = npt.NDArray[np.float64]

# Spread: between the values measured in two months of a bank's calls (1.47 and 1.89). Temperaments and the error of a
# day's forecast are assumptions until a hall's own ticket log says otherwise; the report names all three.
USUAL_CONDITIONS = Conditions(
    service_spread=1.6,
    temperaments=(
        Temperament(0.40, 120.0),  # in no hurry
        Temperament(0.15, 15.0),  # urgent
        Temperament(0.35, 60.0),  # patient
        Temperament(0.10, 240.0),  # there for the experience
    ),
    day_factor_spread=0.1,
)


@dataclass(frozen=True, slots=True)
class SecondOpinionOrder:
    """How often to play each day, from which seed, under which conditions."""

    plays: int
    seed: int
    conditions: Conditions = USUAL_CONDITIONS


@dataclass(frozen=True, slots=True)
class ClassOpinion:
    """Certificate and simulation side by side for one class of customers at one desk, over the whole period.

    Attributes
    ----------
    skill
        Skill of the desk.
    certified_share, simulated_share
        Share of expected, and of simulated, customers called within the promise; those who left count against it.
    standard_error
        Of the simulated share.
    simulated_mean_wait_minutes
        Until called or gone.
    share_left
        Share of customers who left uncalled.
    hours_reaching_level
        Share of simulated clock hours in which the promised level was reached on that very day.
    """

    skill: str
    customer_class: str
    certified_share: float
    simulated_share: float
    standard_error: float
    simulated_mean_wait_minutes: float
    share_left: float
    hours_reaching_level: float


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What the simulation says, and under which conditions."""

    order: SecondOpinionOrder
    classes: tuple[ClassOpinion, ...]


def second_opinion(
    hall: Hall,
    days: Sequence[HallDay],
    rows: Sequence[CertificateRow],
    order: SecondOpinionOrder,
    listener: ProgressListener,
) -> SecondOpinion:
    """Play every open day of a certified period, desk by desk; the same order gives the same opinion.

    Parameters
    ----------
    rows
        The hall's certificate: the counters on duty are read from it.
    """
    heads = {(row.skill, row.quarter): row.heads for row in rows}
    played: dict[str, list[SimulatedWaits]] = {desk.skill: [] for desk in hall.every_desk}
    for number, day in enumerate(days):
        listener(Progress("second opinion", number / len(days), f"{hall.name}, {day.day}"))
        played[day.desk.skill].append(
            simulate_days(
                day.queue,
                [heads[day.desk.skill, quarter] for quarter in day.quarters],
                day.queue.limits(hall.promise),
                order.conditions,
                days=order.plays,
                seed=order.seed + number,
            )
        )
    return SecondOpinion(
        order,
        tuple(
            _of_class(hall, skill, row, rows, plays) for skill, plays in played.items() for row in range(len(CLASSES))
        ),
    )


def _of_class(
    hall: Hall, skill: str, row: int, rows: Sequence[CertificateRow], played: Sequence[SimulatedWaits]
) -> ClassOpinion:
    name = CLASSES[row].value
    certified = [each for each in rows if (each.skill, each.customer_class) == (skill, name)]
    expected = sum(each.arrivals for each in certified)
    in_time = sum(each.arrivals * each.share_in_time for each in certified)
    arrived = _joined([each.hour_customers[:, row].sum(axis=1) for each in played])
    met = _joined([each.hour_in_time[:, row].sum(axis=1) for each in played])
    pieces = _joined([each.customers[row] for each in played])
    reached = _joined([each.days_kept(hall.promise.level)[row] for each in played])
    simulated = float(met.sum() / arrived.sum()) if arrived.sum() else 1.0
    return ClassOpinion(
        skill=skill,
        customer_class=name,
        certified_share=in_time / expected if expected else 1.0,
        simulated_share=simulated,
        # Customers of one day share its luck, so the scatter is taken over whole played days.
        standard_error=float(np.sqrt(((met - simulated * arrived) ** 2).sum()) / max(1.0, arrived.sum())),
        simulated_mean_wait_minutes=_mean(_joined([each.mean_wait_minutes[row] for each in played]), pieces),
        share_left=_mean(_joined([each.share_left[row] for each in played]), pieces),
        hours_reaching_level=float(reached.mean()) if reached.size else 1.0,
    )


def _joined(arrays: Sequence[npt.NDArray[np.float64] | npt.NDArray[np.int64]]) -> FloatArray:
    return np.concatenate([np.asarray(each, dtype=np.float64) for each in arrays]) if arrays else np.zeros(0)


def _mean(values: FloatArray, weights: FloatArray) -> float:
    return float((values * weights).sum() / weights.sum()) if weights.sum() else 0.0
