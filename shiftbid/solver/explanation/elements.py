"""What may be left out of a model to see whether it is to blame: needs, rules of people, pinned shifts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shiftbid.domain.timeline import Interval, local_day


@dataclass(frozen=True, slots=True)
class Need:
    """Heads needed in one slot of a hall for one skill."""

    hall: str
    skill: str
    slot: Interval
    heads: int


@dataclass(frozen=True, slots=True)
class RuleOf:
    """One rule as it binds one person."""

    rule: str
    employee: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A shift that a person has in any case."""

    employee: str
    shift: str


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How far a rule has to be relaxed at least, over all whom it binds: by minutes, or for the shifts it counts.

    The other one is 0.
    """

    minutes: int
    shifts: int


Element = Need | RuleOf | Pin
Group = tuple[Element, ...]
"""Elements that are kept or left out together."""


def coarse_groups(elements: Iterable[Element], zone: str) -> tuple[Group, ...]:
    """Needs of a day, a rule for all people, pins of a person: what a first look leaves out at once."""
    groups: dict[object, list[Element]] = {}
    for each in elements:
        match each:
            case Need(skill=skill, slot=slot):
                groups.setdefault(("needs", local_day(slot.start, zone), skill), []).append(each)
            case RuleOf(rule=rule):
                groups.setdefault(("rule", rule), []).append(each)
            case Pin(employee=employee):
                groups.setdefault(("pins", employee), []).append(each)
    return tuple(tuple(group) for group in groups.values())
