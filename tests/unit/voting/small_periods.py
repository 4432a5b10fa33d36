"""A hall open for few half-hours on few days, and what covers it, by trying everything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, product

from shiftbid.domain.ballot import Ballot, Candidate, Menu, Origin, TemplateHeads, VoteMethod
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import Interval, instant
from shiftbid.solver.period_cover import PeriodNeed
from shiftbid.voting.ballot_paper import BallotPaper

ZONE = "Asia/Shanghai"
FRIDAY = date(2026, 3, 6)
OPENS = 540


def need_of(demand: Sequence[str], weekly_shifts: int) -> PeriodNeed:
    """Days from a Friday on, each as digits: heads of its half-hours from 09:00."""
    slots = tuple(
        DemandSlot("h", Interval(start, start + 1800), "counter", int(heads))
        for number, day in enumerate(demand)
        for place, heads in enumerate(day)
        for start in (instant(FRIDAY + timedelta(days=number), OPENS + 30 * place, ZONE),)
    )
    return PeriodNeed("h", ZONE, slots, (Capacity(frozenset({"counter"}), weekly_shifts, 10_000),))


def template(name: str) -> ShiftTemplate:
    """A template named by its first and last half-hour, such as ``02``; a letter behind tells twins apart."""
    return ShiftTemplate(name, OPENS + 30 * int(name[0]), OPENS + 30 * (int(name[1]) + 1))


def paper_of(names: Sequence[str], seats: int, menu: Menu, method: VoteMethod, missing: int) -> BallotPaper:
    candidates = tuple(Candidate(template(name), Origin.MENU) for name in names)
    capacities = (Capacity(frozenset({"counter"}), 99, 10_000),)
    return BallotPaper(method, seats, candidates, (menu,), capacities, 0, 0, missing)


def menu_of(names: Sequence[str], use: Sequence[tuple[int, str, int]]) -> Menu:
    """A menu with heads on templates on days, counted from the first."""
    placed = tuple(TemplateHeads(FRIDAY + timedelta(days=day), name, heads) for day, name, heads in use)
    paid = sum(template(name).paid_minutes * heads for _, name, heads in use)
    return Menu("m", "Menu", tuple(map(template, names)), 0, 0, paid, paid / 30, paid / 30, placed)


def ballots_of(profile: str) -> tuple[Ballot, ...]:
    """Ballots as ``3*02+13 45``."""
    groups = [word.rpartition("*") for word in profile.split()]
    approvals = [
        frozenset(filter(None, names.split("+"))) for count, _, names in groups for _ in range(int(count or 1))
    ]
    return tuple(Ballot(str(number), each) for number, each in enumerate(approvals))


def fewest_missing(demand: Sequence[str], names: frozenset[str], weekly_shifts: int) -> int:
    """Fewest half-hours missing with these templates; Friday to Sunday lie in one week, Monday on in the next."""
    weeks = [demand[:3], demand[3:10]]
    return sum(_fewest_in_week(week, sorted(names), weekly_shifts) for week in weeks if week)


def fewest_paid_minutes(demand: Sequence[str], names: frozenset[str], weekly_shifts: int, missing: int) -> int | None:
    """Fewest paid minutes with which these templates leave no more missing; None where they cannot."""
    weeks = [_ways_of_week(week, sorted(names), weekly_shifts) for week in (demand[:3], demand[3:10]) if week]
    paid = [sum(cost for _, cost in ways) for ways in product(*weeks) if sum(short for short, _ in ways) <= missing]
    return min(paid, default=None)


def _fewest_in_week(week: Sequence[str], names: Sequence[str], shifts: int) -> int:
    return min(short for short, _ in _ways_of_week(week, names, shifts))


def _ways_of_week(week: Sequence[str], names: Sequence[str], shifts: int) -> set[tuple[int, int]]:
    """Half-hours missing and paid minutes of every way to put heads on a week."""
    minutes = [template(name).paid_minutes for name in names] * len(week)
    most = max((int(heads) for day in week for heads in day), default=0)
    return {
        (
            sum(_missing(day, names, heads[len(names) * n :]) for n, day in enumerate(week)),
            sum(count * each for count, each in zip(heads, minutes, strict=True)),
        )
        for heads in product(range(most + 1), repeat=len(names) * len(week))
        if sum(heads) <= shifts
    }


def _missing(day: str, names: Sequence[str], heads: Sequence[int]) -> int:
    present = [
        sum(count for name, count in zip(names, heads, strict=False) if int(name[0]) <= slot <= int(name[1]))
        for slot in range(len(day))
    ]
    return sum(max(0, int(need) - there) for need, there in zip(day, present, strict=True))


def sets_of(names: Sequence[str], seats: int) -> list[frozenset[str]]:
    return [frozenset(chosen) for chosen in combinations(names, seats)]
