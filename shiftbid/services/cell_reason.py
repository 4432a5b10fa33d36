"""Why a cell of a roster is as it is: the question and the answer, as commands and screens show them; no solver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from shiftbid.services.progress import ProgressListener


@dataclass(frozen=True, slots=True)
class CellQuestion:
    """Why a person has what they have on a day, and not another person.

    Attributes
    ----------
    instead
        The other person; everybody where None.
    language
        ``en`` or ``zh``.
    """

    employee: str
    day: date
    instead: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CellChange:
    """What an alternative changes for a person: ids of the shift dropped and of the shift taken, None for a day off."""

    employee: str
    dropped: str | None
    added: str | None


@dataclass(frozen=True, slots=True)
class CellCost:
    """What an alternative adds to each stage of the award, to pay and to time off; below 0 is better.

    Attributes
    ----------
    welfare, floor
        In thousandths of satisfaction's logarithm, and of satisfaction.
    cost_cents
        Pay at each person's rate, without premiums.
    toil_minutes
        Time off in lieu earned.
    """

    missing_half_hours: int
    time_off_due: int
    shortfall_minutes: int
    floor: int
    welfare: int
    burden: int
    ties: int
    cost_cents: int
    toil_minutes: int


@dataclass(frozen=True, slots=True)
class CellAlternative:
    """Another way to fill the cell.

    Attributes
    ----------
    broken_rules
        Sentences of the rules it would break; empty where it is lawful.
    """

    changes: tuple[CellChange, ...]
    lawful: bool
    broken_rules: tuple[str, ...]
    cost: CellCost
    sentence: str


@dataclass(frozen=True, slots=True)
class CellRepair:
    """The least that changing the cell takes when three days before and after may change with it, solved anew.

    Attributes
    ----------
    missing_half_hours
        Head half-hours of the period missing then; `missing_now` those missing now.
    people
        People whose shifts change besides those who give up a shift.
    proven
        Whether both are proven least.
    """

    missing_half_hours: int
    missing_now: int
    people: int
    changes: tuple[CellChange, ...]
    proven: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class CellReason:
    """Why a cell is as it is.

    Attributes
    ----------
    held
        Id of the shift that the person has; None: the person is free.
    recorded
        What the round's record says of the person's wishes on this day.
    alternatives
        The lawful ones first, the least harmful first.
    repair
        None where nobody in particular is asked for and the person is free, or where there is no repair.
    """

    held: str | None
    sentence: str
    recorded: tuple[str, ...]
    alternatives: tuple[CellAlternative, ...]
    repair: CellRepair | None


@dataclass(frozen=True, slots=True)
class WhyOrder:
    """A question about the latest plan of a hall in a database."""

    url: str | None
    hall: str
    question: CellQuestion


class CellExplainer(Protocol):
    """Explains cells of published rosters."""

    def __call__(self, order: WhyOrder, listener: ProgressListener) -> CellReason:
        """Raises InputError where hall or employee is unknown, or nothing is published for the day."""
        ...
