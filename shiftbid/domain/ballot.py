"""What is put to the vote, and ballots: what each person says of each shift template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shiftbid.domain.shift import ShiftTemplate

ADOPTED_ID, ADOPTED_TITLE = "adopted", "Adopted by vote"
"""Id and title of the menu that a vote makes of its winners."""


@dataclass(frozen=True, slots=True)
class TemplateHeads:
    """Heads on a template on a day."""

    day: date
    template: str
    heads: int


@dataclass(frozen=True, slots=True)
class Menu:
    """A set of templates proven to cover the demand within a stated tolerance.

    Attributes
    ----------
    missing_half_hours, surplus_half_hours
        Head half-hours of the period's demand left uncovered, and covered beyond it, by the menu's best use.
    paid_minutes
        Paid minutes of that use.
    objective, bound
        Value of the menu's model and the proven limit below it, in the model's own weighted half-hours.
    use
        The cover that proves the menu: heads on each template on each day of the period.
    """

    id: str
    title: str
    templates: tuple[ShiftTemplate, ...]
    missing_half_hours: int
    surplus_half_hours: int
    paid_minutes: int
    objective: float
    bound: float
    use: tuple[TemplateHeads, ...]


class Origin(StrEnum):
    """Why a template is put to the vote."""

    MENU = "menu"
    """A menu needs it."""
    PROPOSAL = "proposal"
    """Somebody proposed it."""
    USEFUL = "useful"
    """The cheapest cover would use it, were any number of templates allowed, or it widens the choice of times."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A template put to the vote.

    Attributes
    ----------
    menus
        Ids of the menus that hold it.
    """

    template: ShiftTemplate
    origin: Origin
    menus: tuple[str, ...] = ()


class VoteMethod(StrEnum):
    """How ballots elect a set of templates; each elects only sets that are proven to cover the demand."""

    PROPORTIONAL = "proportional-approval"
    PHRAGMEN = "sequential-phragmen"
    EQUAL_SHARES = "equal-shares"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's approvals under a random id that only the voter knows."""

    voter: str
    approved: frozenset[str]


class Answer(StrEnum):
    """What a person says of a template on a secret ballot; nothing said is no approval."""

    WANT = "want"
    ACCEPT = "accept"
    """Can live with it."""
    CANNOT = "cannot"
    """Cannot live with it: no veto, but everybody can read how many there are."""


APPROVING = frozenset({Answer.WANT, Answer.ACCEPT})


def approved(answers: Mapping[str, Answer]) -> frozenset[str]:
    """Templates that answers approve: those that the person wants or can live with."""
    return frozenset(template for template, answer in answers.items() if answer in APPROVING)
