"""Ballots as a file of a public collection gives them, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import Problem


@dataclass(frozen=True, slots=True)
class BallotFile:
    """Ballots as a file gives them.

    Attributes
    ----------
    candidates
        Names; numbers from 0 as text where the format numbers its candidates.
    numbered
        Whether the format numbers its candidates.
    seats
        Seats that the file asks to fill, or None.
    prices, budget
        Price of each candidate and what there is to spend; None where the file has no prices.
    note
        How ballots that are more than approvals were read; empty where they were not.
    """

    candidates: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    numbered: bool
    seats: int | None = None
    prices: Mapping[str, Fraction] | None = None
    budget: Fraction | None = None
    note: str = ""


def number_problems(numbers: Sequence[int], first: int, count: int, row: int) -> list[Problem]:
    """Faults of the candidates' numbers on one ballot, of which there are ``count`` from ``first`` on."""
    last = first + count - 1
    wrong = [str(each) for each in numbers if count and not first <= each <= last]
    twice = sorted({each for each in numbers if numbers.count(each) > 1})
    problems = [Problem(f"{', '.join(wrong)}: candidates are numbered {first} to {last}", row)] if wrong else []
    if twice:
        problems.append(Problem(f"{', '.join(map(str, twice))}: named twice on one ballot", row))
    return problems


def numbered_ballots(approvals: Iterable[frozenset[str]]) -> tuple[Ballot, ...]:
    """Number voters from 1 on, in the order of their ballots."""
    return tuple(Ballot(str(voter), approved) for voter, approved in enumerate(approvals, 1))
