"""Ballots and bids drawn from what generated people like."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from shiftbid.domain.ballot import Answer
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import Employee
from shiftbid.importers.seeds import seed_for
from shiftbid.services.samples import SampleHall, Wish

SPAN_MINUTES = 240
"""A shift this far from the best start, or this much longer or shorter, is not liked at all."""
WANTS_A_WEEK = 2
WANT_FROM, ACCEPT_FROM, AVOID_BELOW = Fraction(3, 4), Fraction(1, 2), Fraction(-1, 4)
"""How well a template suits from which it is wanted, can be lived with, and below which it is unwelcome."""


def fit(wish: Wish, template: ShiftTemplate) -> Fraction:
    """How well a template suits a person: 1 is the best liked start and length, below 0 is unwelcome."""
    start = abs(template.start_minute - wish.start_minute)
    length = abs(template.paid_minutes - wish.paid_minutes)
    return 1 - Fraction(start, SPAN_MINUTES) - Fraction(length, 2 * SPAN_MINUTES)


def answers(wish: Wish, templates: Sequence[ShiftTemplate]) -> Mapping[str, Answer]:
    """What a person says of the templates put to the vote; they always want the one that suits best."""
    suits = {template.id: fit(wish, template) for template in templates}
    said = {name: answer for name, value in suits.items() if (answer := _answer(value))}
    best = max(suits, key=lambda name: (suits[name], name), default=None)
    return said if best is None else {**said, best: Answer.WANT}


def bids(
    wish: Wish, employee: Employee, templates: Sequence[ShiftTemplate], days: Sequence[date], rng: random.Random
) -> tuple[Bid, ...]:
    """Bids of a person on the templates they have the skill for, and on days off; what is not bid on is neutral.

    Days off: single days are wanted, wished weekdays wanted or liked. On other days a well suited shift is liked with
    the person's flexibility, at most two a week are wanted, and an unwelcome one is avoided as often as not.
    """
    suits = {
        template: fit(wish, template)
        for template in sorted(templates, key=lambda each: each.id)
        if template.skill in employee.skills
    }
    wants: dict[tuple[int, int], int] = {}
    made: list[Bid] = []
    for day in sorted(days):
        if day in wish.free_days:
            made.append(Bid(wish.employee, day, None, BidLevel.WANT))
        elif day.weekday() in wish.free_weekdays:
            made.append(Bid(wish.employee, day, None, rng.choice((BidLevel.WANT, BidLevel.LIKE))))
        else:
            for template, value in suits.items():
                week = day.isocalendar()[:2]
                wanted = wants.get(week, 0) < WANTS_A_WEEK
                level = _level(wish, value, wanted, rng) if day.weekday() in template.weekdays else None
                if level is not None:
                    wants[week] = wants.get(week, 0) + (level is BidLevel.WANT)
                    made.append(Bid(wish.employee, day, template.id, level))
    return tuple(made)


class GeneratedVoice:
    """Says what a sample's staff say (`shiftbid.services.staff_voice.StaffVoice`): same seed, same ballots and bids."""

    def __init__(self, halls: Sequence[SampleHall], seed: int) -> None:
        self._halls: Mapping[str, SampleHall] = {each.hall.id: each for each in halls}
        self._seed = seed

    def answers(self, hall: str, templates: Sequence[ShiftTemplate]) -> Mapping[str, Mapping[str, Answer]]:
        """What each person of a hall says of the templates put to the vote, by employee id."""
        return {wish.employee: answers(wish, templates) for wish in self._halls[hall].wishes}

    def bids(
        self, hall: str, templates: Sequence[ShiftTemplate], days: Sequence[date]
    ) -> Mapping[str, tuple[Bid, ...]]:
        """Bids of each person of a hall, by employee id."""
        people = {employee.id: employee for employee in self._halls[hall].employees}
        return {
            wish.employee: bids(wish, people[wish.employee], templates, days, self._rng(wish.employee))
            for wish in self._halls[hall].wishes
        }

    def _rng(self, employee: str) -> random.Random:
        return random.Random(seed_for(self._seed, "bids", employee))


def _answer(value: Fraction) -> Answer | None:
    """Nothing is said of a template that suits only just."""
    if value >= WANT_FROM:
        return Answer.WANT
    if value >= ACCEPT_FROM:
        return Answer.ACCEPT
    return Answer.CANNOT if value < AVOID_BELOW else None


def _level(wish: Wish, value: Fraction, may_want: bool, rng: random.Random) -> BidLevel | None:
    eager = rng.random()
    if value < AVOID_BELOW:
        return BidLevel.AVOID if eager < 0.5 else None
    if value < Fraction(1, 2) or eager >= wish.flexible:
        return None
    return BidLevel.WANT if may_want and eager < wish.flexible / 4 else BidLevel.LIKE
