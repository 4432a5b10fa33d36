"""Puts a sample hall together: generated staff, and customers made of the people counted at its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from shiftbid.domain.hall import Hall
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import Period
from shiftbid.importers.seeds import seed_for
from shiftbid.importers.staff_generator import contract_minutes_a_week, generate_staff
from shiftbid.importers.visits import (
    Readings,
    footfall_counts,
    open_hours,
    people_in_open_hours,
    split_by_class,
    thinned_visits,
    visits_per_count,
    wanted_visits_per_open_hour,
)
from shiftbid.services.samples import SampleHall, SampleOptions


def counted_hall(
    hall: Hall,
    period: Period,
    options: SampleOptions,
    readings: Mapping[CustomerClass | None, Readings],
    first: date,
    last: date,
) -> SampleHall:
    """Make a hall with staff whose history is scaled from counts.

    Parameters
    ----------
    readings
        Counts by customer class, or all customers under None, which are then split into VIP and regular ones.
    first, last
        Days from which counts are taken, last before the period.

    Raises
    ------
    InputError
        Nobody was counted in the hall's opening hours.
    """
    generated = generate_staff(hall, period, options.staff_per_hall, options.seed)
    hours = open_hours(hall.opening, first, last, hall.zone)
    people = {kind: people_in_open_hours(counts, hours) for kind, counts in readings.items()}
    scale = options.visits_per_count
    if scale is None:
        wanted = wanted_visits_per_open_hour(options, hall.opening, contract_minutes_a_week(generated.employees))
        scale = visits_per_count(hall.name, np.sum(list(people.values()), axis=0), hours, wanted)
    rng = np.random.default_rng(seed_for(options.seed, hall.id, "visits"))
    visits = {kind: thinned_visits(counts, scale, rng) for kind, counts in people.items()}
    by_class = (
        split_by_class(visits[None], options.vip_share, rng)
        if None in visits
        else {kind: visits.get(kind, np.zeros(len(hours))) for kind in CustomerClass}
    )
    return replace(generated, history=footfall_counts(hall.id, hours, by_class))
