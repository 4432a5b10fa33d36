"""The whole chain on a sample network: take it in, plan it, publish it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from shiftbid.services.own_footfall import FootfallFile
from shiftbid.services.planning import PlanningOrder, plan_and_publish
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import Publication
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.samples import Sample, SampleOptions
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.solver.work_limit import WorkLimit


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """What the demonstration is asked for.

    Attributes
    ----------
    sample
        Name of a built-in sample; ignored where `footfall` is given.
    footfall
        Somebody's own counts to plan on; None for the sample's.
    country, subdivision, zone
        Whose holidays and law apply, and the halls' clock; the sample's own where None.
    pack
        Rule pack to use instead of the country's.
    workers
        Threads that learn the forecast; the outcome does not depend on it.
    """

    sample: str
    options: SampleOptions
    footfall: FootfallFile | None = None
    country: str | None = None
    subdivision: str | None = None
    zone: str | None = None
    pack: str | None = None
    workers: int = 1


@dataclass(frozen=True, slots=True)
class DemoOutcome:
    """What was published, where it lies, and whose data it is made from."""

    publication: Publication
    folder: Path
    credit: str


class DemoRunner(Protocol):
    """Runs the whole chain and leaves its files in a folder."""

    def __call__(self, order: DemoOrder, folder: Path, listener: ProgressListener) -> DemoOutcome:
        """Raises InputError before anything is written where the order or its footfall file is faulty."""
        ...


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
    )
    return plan_and_publish(planning, units, voice, seeded_secrets(seed), listener)
