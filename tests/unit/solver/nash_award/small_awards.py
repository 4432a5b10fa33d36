"""Small awards, and their answers by trying everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from hypothesis import strategies as st

from shiftbid.solver.nash_award.seats import OFF, Bidder, IntArray, SeatAward, law_broken, total_welfare, unmet


def bidder(
    award_days: int,
    points: Sequence[Sequence[int]],
    *,
    name: str = "e",
    least: int = 0,
    most: int = 6,
    weeks: int = 1,
    saturdays: int = 9,
    leave: Sequence[int] = (),
    skills: tuple[int, ...] = (),
    weight: float = 1.0,
    best: int = 10,
) -> Bidder:
    free = np.array([day not in leave for day in range(award_days)])
    return Bidder(
        name, (least,) * weeks, (most,) * weeks, saturdays, free, skills, weight, best, np.array(points, dtype=np.int64)
    )


def award_of(
    seats: Sequence[Sequence[int]],
    people: Sequence[Bidder],
    *,
    skill_seats: Sequence[Sequence[Sequence[int]]] = (),
    forbidden: Sequence[tuple[int, int]] = (),
    saturdays: Sequence[int] = (),
    weeks: Sequence[int] | None = None,
) -> SeatAward:
    """One week of consecutive days, unless weeks are given: then a week's first day follows a day of rest."""
    days, templates = np.array(seats).shape
    follows = np.ones((templates, templates), dtype=np.bool_)
    for first, second in forbidden:
        follows[first, second] = False
    week_of = np.array(weeks if weeks is not None else [0] * days, dtype=np.int64)
    return SeatAward(
        seats=np.array(seats, dtype=np.int64),
        skill_seats=np.array(skill_seats, dtype=np.int64).reshape((len(skill_seats), days, templates)),
        week_of=week_of,
        saturday=np.array([day in saturdays for day in range(days)]),
        follows=follows,
        after_yesterday=np.array([day > 0 and week_of[day] == week_of[day - 1] for day in range(days)]),
        people=tuple(people),
        least_satisfaction=0.02,
    )


def legal_rosters(award: SeatAward, number: int) -> list[IntArray]:
    """Every roster that a person may have were nobody else there."""
    nobody = np.full(award.days, OFF)
    found: list[IntArray] = []
    for choice in product(range(-1, award.templates), repeat=award.days):
        roster = np.array(choice)
        worked = np.flatnonzero(roster != OFF)
        rosters = [roster if other == number else nobody for other in range(len(award.people))]
        mine = [
            each
            for each in law_broken(award, rosters)
            if each.startswith((f"{award.people[number].id} ", "1 ", "2 ", "3 "))
        ]
        if (award.seats[worked, roster[worked]] > 0).all() and not mine:
            found.append(roster)
    return found


def by_trying_all(award: SeatAward) -> tuple[int, float] | None:
    """Fewest heads missing, and the greatest welfare with them; None where no award keeps the law."""
    best: tuple[int, float] | None = None
    for rosters in product(*(legal_rosters(award, number) for number in range(len(award.people)))):
        if law_broken(award, rosters):
            continue
        worth = unmet(award, rosters), -total_welfare(award, rosters)
        best = worth if best is None else min(best, worth)
    return None if best is None else (best[0], -best[1])


@st.composite
def awards(draw: st.DrawFn) -> SeatAward:
    """Up to three people, four days in one or two weeks, two templates, one skill."""
    days, templates = draw(st.integers(1, 4)), 2
    split = draw(st.integers(0, days))
    weeks = [0 if day < split or split == 0 else 1 for day in range(days)]
    count = max(weeks) + 1
    whole = st.integers(0, 2)
    grid = st.lists(st.lists(whole, min_size=templates, max_size=templates), min_size=days, max_size=days)
    people = [
        bidder(
            days,
            draw(grid),
            name=f"e{number}",
            least=draw(st.integers(0, 1)),
            most=draw(st.integers(1, 3)),
            weeks=count,
            saturdays=draw(st.integers(0, 2)),
            leave=draw(st.lists(st.integers(0, days - 1), max_size=1)),
            skills=draw(st.sampled_from([(), (0,)])),
            weight=draw(st.sampled_from([0.5, 1.0, 1.4])),
            best=draw(st.integers(0, 5)),
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    seats = draw(grid)
    needs = np.minimum(np.array(seats), np.array(draw(grid)))
    forbidden = draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), max_size=2))
    saturdays = draw(st.lists(st.integers(0, days - 1), max_size=2))
    return award_of(
        seats,
        people,
        skill_seats=[needs.tolist()],
        forbidden=forbidden,
        saturdays=_last_of_weeks(weeks, saturdays),
        weeks=weeks,
    )


def _last_of_weeks(weeks: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Days wanted as Saturdays that are the last of their weeks: a week has one Saturday."""
    return [day for day in wanted if day + 1 == len(weeks) or weeks[day + 1] != weeks[day]]
