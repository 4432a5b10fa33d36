"""What planning stored halls is asked for and gives; light, so that commands can name it without planning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.services.progress import ProgressListener

if TYPE_CHECKING:
    from shiftbid.services.publication import Publication


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """Halls of a database to plan together.

    Attributes
    ----------
    url
        Database; the embedded file where None.
    pack
        Rule pack instead of the country's.
    workers
        Threads that learn the forecast, processes that size the demand and searches of an award that run side by side;
        the outcome does not depend on it.
    late_because
        The reason for which the roster is published later than the halls have agreed; empty where it is not.
    """

    url: str | None
    halls: tuple[str, ...]
    period: Period
    pack: str | None
    staff_to: StaffingLevel
    seed: int
    workers: int
    late_because: str = ""


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """What was published, and its summary as ``summary.json`` would hold it."""

    publication: Publication
    summary_json: str


class PlanRunner(Protocol):
    """Plans stored halls and publishes the outcome in their database."""

    def __call__(self, order: PlanOrder, listener: ProgressListener) -> PlanOutcome:
        """Raises InputError where a hall is unknown or cannot be planned; then nothing is published."""
        ...
