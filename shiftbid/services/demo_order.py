"""What the demonstration is asked for and what it gives; light, so that commands can name it without planning."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from shiftbid.domain.staffing_level import EXPECTED, StaffingLevel
from shiftbid.services.own_footfall import FootfallFile
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import Publication
from shiftbid.services.samples import SampleOptions


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
    staff_to
        The footfall that heads are sized for.
    workers
        Threads that learn the forecast, processes that size the demand and searches of an award that run side by side;
        the outcome does not depend on it.
    """

    sample: str
    options: SampleOptions
    footfall: FootfallFile | None = None
    country: str | None = None
    subdivision: str | None = None
    zone: str | None = None
    pack: str | None = None
    workers: int = 1
    staff_to: StaffingLevel = EXPECTED


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
