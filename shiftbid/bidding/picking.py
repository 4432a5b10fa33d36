"""Mechanisms in which people take seats themselves, one after the other: who is next, and for what.

Whether a seat may be taken is not decided here: a guard answers each claim, and accepts none that breaks law or cover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.errors import BugError
from shiftbid.domain.round_method import RoundMethod

CLAIMS_A_WAVE = 3
"""Claims that each person makes in a wave."""

Claim = Callable[[str, str], bool]
"""Asks the guard for a person and a seat; true: the seat is the person's from now on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn: at most so many seats accepted, and so many claims made; None: no limit."""

    person: str
    most_accepted: int | None
    most_claims: int | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and its answer."""

    person: str
    seat: str
    accepted: bool


def by_seniority(order: Sequence[str]) -> Iterator[Turn]:
    """Each person in order takes all they wish: simple, and the last take what is left."""
    for person in order:
        yield Turn(person, None, None)


def snake_draft(order: Sequence[str], rounds: int) -> Iterator[Turn]:
    """Each person in order takes one seat, then again in reverse order, and so on."""
    for number in range(rounds):
        for person in order if number % 2 == 0 else reversed(order):
            yield Turn(person, 1, None)


def open_claims(order: Sequence[str], waves: int, claims_a_wave: int) -> Iterator[Turn]:
    """In each wave each person in order makes a few claims: who is first in order, not who is fastest, comes first."""
    for _ in range(waves):
        for person in order:
            yield Turn(person, None, claims_a_wave)


def turns_of(method: RoundMethod, order: Sequence[str], most_wishes: int) -> Iterator[Turn]:
    """Turns of a method by claims, until everybody is through a list of so many wishes."""
    match method:
        case RoundMethod.SENIORITY:
            return by_seniority(order)
        case RoundMethod.SNAKE:
            return snake_draft(order, most_wishes)
        case RoundMethod.WAVES:
            return open_claims(order, -(-most_wishes // CLAIMS_A_WAVE), CLAIMS_A_WAVE)
        case _:
            raise BugError(f"{method} is no method by claims")


def pick(turns: Iterator[Turn], wishes: Mapping[str, Sequence[str]], claim: Claim) -> tuple[Claimed, ...]:
    """Play a mechanism: in each turn the person goes down the own list from where they stopped."""
    left = {person: list(seats) for person, seats in wishes.items()}
    log: list[Claimed] = []
    for turn in turns:
        accepted = claims = 0
        wanted = left[turn.person]
        while wanted and accepted != turn.most_accepted and claims != turn.most_claims:
            seat = wanted.pop(0)
            log.append(Claimed(turn.person, seat, claim(turn.person, seat)))
            accepted += log[-1].accepted
            claims += 1
    return tuple(log)


def play(
    method: RoundMethod, order: Sequence[str], wishes: Mapping[str, Sequence[str]], claim: Claim
) -> tuple[Claimed, ...]:
    """Play a method to its end: what was refused is claimed again, person by person, until nothing more is accepted.

    So at the end every refusal holds against the award as it came out.
    """
    longest = max(map(len, wishes.values()), default=0)
    latest = pick(turns_of(method, order, longest), wishes, claim)
    log = list(latest)
    while latest:
        refused = {
            person: [each.seat for each in latest if each.person == person and not each.accepted] for person in order
        }
        latest = pick(by_seniority(order), refused, claim)
        log += latest
        if not any(each.accepted for each in latest):
            break
    return tuple(log)
