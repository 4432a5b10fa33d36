"""Cycles of exchanges against every set of disjoint cycles there is."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

import pytest

from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_cycles import Cycle, best_cycles, cycles_of

WORK = CpSatWork(2.0, 1)


def every_cycle(owners: Sequence[str], takes: Mapping[int, Sequence[int]], longest: int) -> set[Cycle]:
    """Every cycle by trying every order of every few offers."""
    found: set[Cycle] = set()
    for size in range(2, longest + 1):
        for offers in permutations(range(len(owners)), size):
            starts_lowest = offers[0] == min(offers)
            follows = all(b in takes[a] for a, b in zip(offers, (*offers[1:], offers[0]), strict=True))
            if starts_lowest and follows and len({owners[each] for each in offers}) == size:
                found.add(offers)
    return found


def value(cycles: Sequence[Cycle]) -> tuple[int, int]:
    return sum(map(len, cycles)), len(cycles)


def best_value(cycles: set[Cycle], owners: Sequence[str]) -> tuple[int, int]:
    """Most people served, then most cycles, by trying every set of cycles that share nobody."""
    best = (0, 0)
    for count in range(1, len(owners) // 2 + 1):
        for chosen in combinations(sorted(cycles), count):
            people = [owners[offer] for each in chosen for offer in each]
            if len(people) == len(set(people)):
                best = max(best, value(chosen))
    return best


@pytest.mark.parametrize("seed", range(12))
def test_no_set_of_cycles_serves_more(seed: int) -> None:
    chance = random.Random(seed)
    owners = [f"p{chance.randrange(6)}" for _ in range(7)]
    takes = {
        one: [other for other in range(7) if owners[other] != owners[one] and chance.random() < 0.3] for one in range(7)
    }
    assert set(cycles_of(owners, takes, 4)) == every_cycle(owners, takes, 4)
    found = best_cycles(owners, takes, 4, WORK)
    people = [owners[offer] for each in found for offer in each]
    assert len(people) == len(set(people))
    assert value(found) == best_value(every_cycle(owners, takes, 4), owners)
    assert found == best_cycles(owners, takes, 4, WORK)


def test_a_cycle_of_five_is_too_long() -> None:
    ring = {n: [(n + 1) % 5] for n in range(5)}
    assert best_cycles("abcde", ring, 4, WORK) == ()
    assert best_cycles("abcde", ring, 5, WORK) == ((0, 1, 2, 3, 4),)


def test_without_wishes_nothing_is_exchanged() -> None:
    assert best_cycles((), {}, 4, WORK) == ()
