"""The burden of the shifts awarded: person by person, and how evenly it is spread over the contracts."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.award import contract_minutes
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.people import Work
from shiftbid.verifier.round_record import RoundRecord
from shiftbid.verifier.wishes import BURDEN, TOLERANCE, stage_of

SATURDAY = 5


def check_burden(work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check everybody's burden, and the value of the stage that spreads it."""
    borne: dict[str, float] = {}
    for each in record.award:
        weekend = 1.0 if each.day.weekday() >= SATURDAY else 0.0
        borne[each.employee] = borne.get(each.employee, 0.0) + record.burdens.get(each.template, 0.0) + weekend
    for each in record.satisfaction:
        due = borne.get(each.employee, 0.0)
        if due != each.burden:
            sentence = f"{each.employee} bears a burden of {due:g}; the record says {each.burden:g}."
            yield VerifierFinding(Kind.ROUND, "ROUND-BURDEN", each.employee, "", sentence)
    contracts = {
        employee: contract_minutes(person, record)
        for employee, person in work.people.items()
        if person.staff and person.staff.hall == record.hall
    }
    counted = [minutes for minutes in contracts.values() if minutes > 0]
    mean = sum(counted) / len(counted) if counted else 1.0
    spread = sum(
        round(100 * borne.get(employee, 0.0) ** 2 / (minutes / mean if minutes > 0 else 1.0))
        for employee, minutes in contracts.items()
    )
    stage = stage_of(record, BURDEN)
    if stage and stage.objective is not None and abs(stage.objective - spread) > TOLERANCE:
        sentence = f"Hall {record.hall}: stage {BURDEN!r} says {stage.objective:g}; {spread:g} is due."
        yield VerifierFinding(Kind.ROUND, "ROUND-STAGE-VALUE", "", "", sentence)
