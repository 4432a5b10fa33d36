"""One person's work for the law tests, written as clock times in a zone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from shiftbid.verifier.law import breaches_of
from shiftbid.verifier.law.person import Person, Place
from shiftbid.verifier.packs import pack_of
from shiftbid.verifier.rows import ConsentRow, LeaveRow, StaffRow
from shiftbid.verifier.spells import Pause, Spell

MONDAY = date(2026, 11, 2)


def moment(text: str, zone: str) -> int:
    """UTC second of a wall clock such as ``2026-11-02 09:00``."""
    wall = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return int((wall.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


def spell(
    start: str,
    end: str,
    *pauses: tuple[str, int],
    zone: str = "Europe/Berlin",
    rostered: bool = True,
    paid: bool = False,
) -> Spell:
    """A shift; each pause is its start and its minutes."""
    return Spell(
        employee="E1",
        hall="north",
        template="A",
        day=date.fromisoformat(start[:10]),
        start=moment(start, zone),
        end=moment(end, zone),
        pauses=tuple(Pause(moment(each, zone), moment(each, zone) + minutes * 60, paid) for each, minutes in pauses),
        rostered=rostered,
        skill="counter",
    )


def days(first: date, count: int, minutes: int, *, rostered: bool = True) -> list[Spell]:
    """One shift of so many minutes from 09:00, without breaks, on each of some days in a row."""
    return [
        spell(
            f"{first + timedelta(days=n)} 09:00",
            str(datetime.combine(first + timedelta(days=n), datetime.min.time()) + timedelta(minutes=540 + minutes)),
            rostered=rostered,
        )
        for n in range(count)
    ]


def person(
    *spells: Spell,
    zone: str = "Europe/Berlin",
    first: date = MONDAY,
    weeks: int = 4,
    system: str = "standard",
    contract_minutes: int = 2400,
    skills: frozenset[str] = frozenset({"counter"}),
    leave: tuple[LeaveRow, ...] = (),
    consents: tuple[ConsentRow, ...] = (),
    classes: Mapping[date, str] | None = None,
) -> Person:
    """A person born on 2 November 2010 and employed from 2 November 2026."""
    return Person(
        id="E1",
        staff=StaffRow("E1", "Ana", "north", contract_minutes, system, skills, date(2010, 11, 2), MONDAY),
        spells=tuple(sorted(spells, key=lambda each: (each.start, each.end))),
        leave=leave,
        consents=consents,
        place=Place(ZoneInfo(zone), first, first + timedelta(days=7 * weeks - 1), day_classes=classes or {}),
    )


def broken(who: Person, pack: str, rule: str) -> list[str]:
    """Days of the breaches of one rule."""
    known = pack_of(pack)
    assert known is not None
    limit = next(each for each in known.in_force(who.place.first) if each.rule == rule)
    return [breach.day.isoformat() for breach in breaches_of(who, limit)]
