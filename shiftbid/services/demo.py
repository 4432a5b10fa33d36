"""The whole chain on a sample network: take it in, plan it, publish it."""

from __future__ import annotations

from dataclasses import replace

from shiftbid.domain.errors import InputError
from shiftbid.services.demo_order import DemoOrder
from shiftbid.services.planning import PlanningOrder, plan_and_publish
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import Publication
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.samples import Sample
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.solver.work_limit import WorkLimit


def in_country(sample: Sample, order: DemoOrder) -> Sample:
    """Give the sample under another country's holidays and law, where the order asks for it.

    Raises InputError where a sample's own clock is to be changed: its counts were taken by that clock.
    """
    if order.zone and order.zone != sample.zone:
        raise InputError("--timezone", [f"the counts of this sample are on the clock of {sample.zone}; leave it out"])
    if order.country is None and order.subdivision is None:
        return sample
    country, subdivision = order.country or sample.country, order.subdivision
    halls = tuple(
        replace(each, hall=replace(each.hall, country=country, subdivision=subdivision)) for each in sample.halls
    )
    return replace(sample, country=country, subdivision=subdivision, halls=halls)


def plan_sample(
    sample: Sample, order: DemoOrder, voice: StaffVoice, units: UnitOfWorkFactory, listener: ProgressListener
) -> Publication:
    """Store a sample and plan all its halls, reproducibly from the order's seed."""
    store_sample(sample, units)
    seed = order.options.seed
    planning = PlanningOrder(
        halls=tuple(each.hall.id for each in sample.halls),
        period=sample.period,
        seed=seed,
        limit=WorkLimit(),
        pack=order.pack,
        workers=order.workers,
        credit=sample.credit,
        staff_to=order.staff_to,
    )
    return plan_and_publish(planning, units, voice, seeded_secrets(seed), listener)
