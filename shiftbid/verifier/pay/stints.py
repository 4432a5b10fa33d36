"""Stints: the minutes of a spell that are paid for one day, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.verifier.clock import following, local_day, midnight
from shiftbid.verifier.law.person import HOLIDAY, Person
from shiftbid.verifier.spells import Spell


@dataclass(frozen=True, slots=True)
class Stint:
    """Working minutes that are paid for a day.

    Attributes
    ----------
    counts_on
        Day towards whose limits they count: that on which the spell starts, where it is not cut at every midnight.
    rostered
        Whether they are to be paid; those of earlier work only count towards weeks, months and cycles.
    """

    day: date
    counts_on: date
    minutes: int
    rostered: bool


def whole(person: Person) -> tuple[Stint, ...]:
    """Each spell on the day on which it starts."""
    return tuple(Stint(spell.day, spell.day, spell.paid_minutes, spell.rostered) for spell in person.spells)


def cut_at_midnight(person: Person) -> tuple[Stint, ...]:
    """Each spell on every calendar day that it touches."""
    return _in_order(stint for spell in person.spells for stint in _by_midnight(spell, person))


def cut_at_holidays(person: Person) -> tuple[Stint, ...]:
    """Each spell on the day on which it starts, cut at midnight where only one of its two days is a public holiday."""
    return _in_order(stint for spell in person.spells for stint in _by_holiday(spell, person))


def part_above(before: int, minutes: int, limit: int) -> int:
    """How many of `minutes`, worked after `before` others, lie above a limit of all of them."""
    return max(0, before + minutes - limit) - max(0, before - limit)


def _by_midnight(spell: Spell, person: Person) -> Iterator[Stint]:
    zone, day = person.place.zone, spell.day
    while midnight(day, zone) < spell.end:
        minutes = spell.worked_minutes_in(midnight(day, zone), midnight(following(day), zone))
        if minutes:
            yield Stint(day, day, minutes, spell.rostered)
        day = following(day)


def _by_holiday(spell: Spell, person: Person) -> Iterator[Stint]:
    place = person.place
    classes = {place.day_class(day) == HOLIDAY for day in (spell.day, local_day(spell.end - 1, place.zone))}
    if len(classes) == 1:
        yield Stint(spell.day, spell.day, spell.paid_minutes, spell.rostered)
    else:
        yield from (replace(stint, counts_on=spell.day) for stint in _by_midnight(spell, person))


def _in_order(stints: Iterable[Stint]) -> tuple[Stint, ...]:
    """By the day that they count towards; earlier work of a day before the roster's."""
    return tuple(sorted(stints, key=lambda stint: (stint.counts_on, stint.rostered)))
