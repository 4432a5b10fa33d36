"""Take dated facts about staff in: statuses, cycles, time off in place of pay, refusals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff_fact import StaffFact
from shiftbid.services.imports import ImportReport
from shiftbid.services.lawful_time_off import forbidden_time_off
from shiftbid.services.ports import UnitOfWorkFactory


def store_facts(hall: str, facts: Sequence[StaffFact], units: UnitOfWorkFactory) -> ImportReport:
    """Put facts on a hall's staff list.

    Of each person, kind and value that is named, they take the place of what was on record, so that a fact can be
    corrected or ended early; all others stay.

    Raises
    ------
    InputError
        Work is to be answered with time off that no law of the hall's country allows; each such fact with the article.
    """
    named = {(each.employee, each.kind, each.value) for each in facts}
    with units() as unit:
        present = unit.staff.of_hall(hall)
        kept = [each for each in present.facts if (each.employee, each.kind, each.value) not in named]
        after = (*kept, *dict.fromkeys(facts))
        place = unit.halls.get(hall)
        forbidden = () if place is None else tuple(forbidden_time_off(place.country, facts, after))
        if forbidden:
            raise InputError(f"facts of hall {hall}", forbidden)
        changed = set(after) != set(present.facts)
        if changed:
            unit.staff.replace(hall, replace(present, facts=after))
            unit.commit()
    ended = len(set(present.facts) - set(after))
    return ImportReport(
        (hall,) if changed else (),
        {"rows": len(facts), "added": len(set(after) - set(present.facts)), "replaced": ended},
    )
