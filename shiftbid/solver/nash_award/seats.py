"""Seats of a period, and the people who bid on them, as arrays over days and templates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

OFF = -1
"""Instead of a template's number: no shift that day."""


@dataclass(frozen=True, slots=True)
class Bidder:
    """One person.

    Attributes
    ----------
    week_least, week_most
        Fewest and most shifts in each week.
    max_saturdays
        Most Saturdays worked in the period.
    free_days
        Shape (days,): whether the person may work that day.
    skills
        Numbers of the skills held.
    weight
        Weight of the person's satisfaction, from credit carried over.
    best_points
        Most points the person could win alone; 0 for who did not bid.
    points
        Shape (days, templates): points bid on each seat.
    """

    id: str
    week_least: tuple[int, ...]
    week_most: tuple[int, ...]
    max_saturdays: int
    free_days: BoolArray
    skills: tuple[int, ...]
    weight: float
    best_points: int
    points: IntArray


@dataclass(frozen=True, slots=True)
class SeatAward:
    """What is to be awarded.

    Attributes
    ----------
    seats
        Shape (days, templates): heads needed, and the most that may be there.
    skill_seats
        Shape (skills, days, templates): of those, heads that should have the skill.
    week_of
        Shape (days,): number of each day's week.
    saturday
        Shape (days,): whether the day is a Saturday.
    follows
        Shape (templates, templates): whether the second may be worked on the day after the first.
    after_yesterday
        Shape (days,): whether the day before in the list is the day before in the calendar.
    least_satisfaction
        Share of the best points below which satisfaction counts no less.
    """

    seats: IntArray
    skill_seats: IntArray
    week_of: IntArray
    saturday: BoolArray
    follows: BoolArray
    after_yesterday: BoolArray
    people: tuple[Bidder, ...]
    least_satisfaction: float

    @property
    def days(self) -> int:
        """Number of days."""
        return self.seats.shape[0]

    @property
    def templates(self) -> int:
        """Number of templates."""
        return self.seats.shape[1]

    def may_work(self, person: Bidder) -> BoolArray:
        """Seats that a person may take, each for itself; shape (days, templates)."""
        return (self.seats > 0) & person.free_days[:, None]


def welfare(award: SeatAward, person: Bidder, points: float) -> float:
    """A person's part in the welfare: weight times the logarithm of satisfaction; 0 for who did not bid."""
    if person.best_points == 0:
        return 0.0
    return person.weight * math.log(max(points / person.best_points, award.least_satisfaction))


def points_won(person: Bidder, roster: IntArray) -> int:
    """Points of a roster: a template's number for each day, or OFF."""
    worked = np.flatnonzero(roster != OFF)
    return int(person.points[worked, roster[worked]].sum())


def most_points(award: SeatAward, person: Bidder) -> int:
    """Points that no roster of a person exceeds: the best days of each week, as many as may be worked."""
    best = np.where(award.may_work(person), person.points, 0).max(axis=1)
    return sum(
        int(np.sort(best[award.week_of == week])[::-1][:most].sum()) for week, most in enumerate(person.week_most)
    )


def total_welfare(award: SeatAward, rosters: Sequence[IntArray]) -> float:
    """Welfare of everybody's rosters."""
    return math.fsum(
        welfare(award, person, points_won(person, roster)) for person, roster in zip(award.people, rosters, strict=True)
    )


def heads_present(award: SeatAward, rosters: Sequence[IntArray]) -> tuple[IntArray, IntArray]:
    """Heads on each seat, and of each skill on each seat."""
    heads = np.zeros_like(award.seats)
    skilled = np.zeros_like(award.skill_seats)
    for person, roster in zip(award.people, rosters, strict=True):
        worked = np.flatnonzero(roster != OFF)
        heads[worked, roster[worked]] += 1
        for skill in person.skills:
            skilled[skill, worked, roster[worked]] += 1
    return heads, skilled


def unmet(award: SeatAward, rosters: Sequence[IntArray]) -> int:
    """Heads missing on all seats, and skilled heads missing on all skill seats."""
    heads, skilled = heads_present(award, rosters)
    missing = np.maximum(award.seats - heads, 0).sum() + np.maximum(award.skill_seats - skilled, 0).sum()
    return int(missing)


def law_broken(award: SeatAward, rosters: Sequence[IntArray]) -> list[str]:
    """Name what rosters break: seats overfilled, leave, weekly shifts, Saturdays, rests; counted shift by shift."""
    broken: list[str] = []
    heads = heads_present(award, rosters)[0]
    if (heads > award.seats).any():
        broken.append(f"{int(np.maximum(heads - award.seats, 0).sum())} heads beyond the seats")
    for person, roster in zip(award.people, rosters, strict=True):
        worked = np.flatnonzero(roster != OFF)
        if not person.free_days[worked].all():
            broken.append(f"{person.id} works on leave")
        for week, (least, most) in enumerate(zip(person.week_least, person.week_most, strict=True)):
            shifts = int((award.week_of[worked] == week).sum())
            if not least <= shifts <= most:
                broken.append(f"{person.id} has {shifts} shifts in week {week}, not {least} to {most}")
        if award.saturday[worked].sum() > person.max_saturdays:
            broken.append(f"{person.id} has more than {person.max_saturdays} Saturdays")
        tired = [
            day
            for day in map(int, worked)
            if award.after_yesterday[day] and roster[day - 1] != OFF and not award.follows[roster[day - 1], roster[day]]
        ]
        broken += [f"{person.id} lacks rest before day {day}" for day in tired]
    return broken
