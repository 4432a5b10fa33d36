"""Everybody's work as the law check sees it, put together from the published tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from shiftbid.verifier.folder import Published, Settings
from shiftbid.verifier.law.person import Person, Place
from shiftbid.verifier.limits import Limit
from shiftbid.verifier.packs import pack_of
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.rows import DemandRow
from shiftbid.verifier.spells import Spell, rostered_spell, worked_spell

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Work:
    """The roster placed in time, with the people who work it.

    Attributes
    ----------
    pack, limits
        The rule pack and its limits in force on the period's first day; None and empty for a pack not known here.
    spells
        Every roster row that has an end after its start.
    demand
        Slots of each hall in order of start.
    people
        Everybody with a rostered shift, by id.
    """

    place: Place
    pack: Pack | None
    limits: tuple[Limit, ...]
    spells: tuple[Spell, ...]
    demand: Mapping[str, tuple[DemandRow, ...]]
    people: Mapping[str, Person]


def work_of(published: Published, settings: Settings) -> Work:
    """Put the published tables together."""
    zone = settings.zone
    pack = pack_of(settings.pack)
    skills = {(each.hall, each.template): each.skill for each in published.templates}
    spells = tuple(
        rostered_spell(row, skills.get((row.hall, row.template), ""), zone)
        for row in published.roster
        if row.start < row.end
    )
    first, last = _period(published, spells)
    demand = {
        hall: tuple(sorted(slots, key=lambda slot: (slot.start, slot.end)))
        for hall, slots in _grouped(published.demand, lambda slot: slot.hall).items()
    }
    place = Place(
        zone=zone,
        first=first,
        last=last,
        week_starts_on=pack.week_starts_on if pack else 0,
        weekly_rest_days=pack.weekly_rest_days if pack else frozenset({5, 6}),
        day_classes={each.day: each.day_class for each in published.calendar},
    )
    return Work(
        place=place,
        pack=pack,
        limits=tuple(pack.in_force(first)) if pack else (),
        spells=spells,
        demand=demand,
        people=_people(published, spells, place, zone),
    )


def _people(published: Published, spells: Iterable[Spell], place: Place, zone: ZoneInfo) -> Mapping[str, Person]:
    rostered = _grouped(spells, lambda spell: spell.employee)
    worked = _grouped(
        # From the period's first day on, worked.csv holds what the roster plans, which is looked at already.
        (
            spell
            for row in published.worked
            if row.start < row.end and (spell := worked_spell(row, zone)).day < place.first
        ),
        lambda spell: spell.employee,
    )
    staff = {each.employee: each for each in published.staff}
    leave = _grouped(published.leave, lambda each: each.employee)
    consents = _grouped(published.consents, lambda each: each.employee)
    facts = _grouped(published.facts, lambda each: each.employee)
    return {
        employee: Person(
            id=employee,
            staff=staff.get(employee),
            spells=in_order((*worked.get(employee, ()), *rostered.get(employee, ()))),
            leave=leave.get(employee, ()),
            consents=consents.get(employee, ()),
            place=place,
            facts=facts.get(employee, ()),
        )
        for employee in sorted({*staff, *rostered})
    }


def in_order(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Spells in order of start, as a person holds them."""
    return tuple(sorted(spells, key=lambda spell: (spell.start, spell.end)))


def _period(published: Published, spells: Iterable[Spell]) -> tuple[date, date]:
    """From the first to the last day that the rounds award, else that the roster uses."""
    days = [day for each in published.rounds for day in (each.first, each.last)]
    days = days or [spell.day for spell in spells]
    return min(days, default=date.min), max(days, default=date.min)


def _grouped(items: Iterable[Item], key: Callable[[Item], str]) -> Mapping[str, tuple[Item, ...]]:
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}
