"""A person as the published tables show them to the verifier, with the facts that the rules see."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from shiftbid.domain.settlement import Settlement
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.rules.situation import Situation
from shiftbid.verifier.law.person import Person, Place
from shiftbid.verifier.rows import ConsentRow, FactRow, LeaveRow, StaffRow
from shiftbid.verifier.spells import Pause, Spell


def seen_by_verifier(situation: Situation, facts: Sequence[StaffFact] = ()) -> Person:
    """The same facts as the published tables would hold them."""
    who, period = situation.employee, situation.period
    place = Place(
        zone=ZoneInfo(situation.zone),
        first=period.first,
        last=period.last,
        week_starts_on=situation.week_starts_on,
        day_classes={day: day_class.value for day, day_class in situation.calendar.special.items()},
    )
    shifts = [(shift, False) for shift in situation.history] + [(shift, True) for shift in situation.candidates]
    spells = [
        Spell(
            employee=who.id,
            hall=shift.hall,
            template=shift.template,
            day=shift.day,
            start=shift.span.start,
            end=shift.span.end,
            pauses=tuple(Pause(each.span.start, each.span.end, each.paid) for each in shift.breaks),
            rostered=rostered,
            skill=shift.skill,
        )
        for shift, rostered in shifts
    ]
    return Person(
        id=who.id,
        staff=StaffRow(
            who.id,
            who.name,
            who.hall,
            who.contract_minutes,
            who.system.value,
            who.skills,
            who.born,
            who.employed_from,
        ),
        spells=tuple(sorted(spells, key=lambda spell: (spell.start, spell.end))),
        leave=tuple(LeaveRow(who.id, each.span.start, each.span.end, each.kind.value) for each in situation.leave),
        consents=tuple(
            ConsentRow(who.id, each.rule, each.first, each.last, each.kind.value) for each in situation.consents
        ),
        place=place,
        facts=tuple(
            FactRow(each.employee, each.kind.value, each.value, each.first, each.last)
            for each in facts
            if not each.is_of_health
        ),
    )


def facts_told(situation: Situation) -> tuple[StaffFact, ...]:
    """The circumstances of a situation as facts on record."""
    told, period, who = situation.circumstances, situation.period, situation.employee.id
    agreed = [
        *((FactKind.TIME_OFF, ground.value) for ground, way in told.settlements.items() if way is Settlement.TOIL),
        *((FactKind.REFUSED, rule) for rule in told.refused),
        *((FactKind.CYCLE, cycle.value) for cycle in (told.cycle,) if cycle is not None),
    ]
    return (
        *(StaffFact(who, FactKind.STATUS, each.kind.value, each.first, each.last) for each in told.statuses),
        *(StaffFact(who, *each, period.first, period.last) for each in agreed),
    )
