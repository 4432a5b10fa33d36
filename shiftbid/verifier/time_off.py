"""Days off in lieu that an award was open to: the stage that counts them, and whether those given are taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from shiftbid.verifier.clock import day_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.law.person import whole_days
from shiftbid.verifier.people import Work
from shiftbid.verifier.round_record import RoundRecord
from shiftbid.verifier.toil import used_minutes
from shiftbid.verifier.wishes import TIME_OFF_DUE, TOLERANCE, stage_of

TOIL = "toil"


def check_time_off(published: Published, work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    """Count the days still due; every day given must be one a person, free, on leave and paid from the balance."""
    due: dict[str, float] = {}
    for each in record.time_off:
        due[each.employee] = max(due.get(each.employee, 0.0), each.weight)
    given = [each for each in record.time_off if each.given]
    value = sum(due.values()) - sum(each.weight for each in given)
    stage = stage_of(record, TIME_OFF_DUE)
    if stage and stage.objective is not None and abs(stage.objective - value) > TOLERANCE:
        sentence = f"Hall {record.hall}: stage {TIME_OFF_DUE!r} says {stage.objective:g}; the offers give {value:g}."
        yield VerifierFinding(Kind.ROUND, "ROUND-STAGE-VALUE", "", "", sentence)
    used = used_minutes(published, record.first, record.last)
    awarded = {(each.employee, each.day) for each in record.award}
    days = Counter(each.employee for each in given)
    for each in given:
        person = work.people.get(each.employee)
        away = {
            day
            for leave in (person.leave if person else ())
            if leave.kind == TOIL
            for day in whole_days(leave, work.place.zone)
        }
        faults = [
            what
            for what, wrong in (
                ("is one of several", days[each.employee] > 1),
                ("is a day on which a shift was awarded", (each.employee, each.day) in awarded),
                ("is no leave of kind toil in leave.csv", each.day not in away),
                (
                    f"counts as {each.minutes:g} minutes, of which toil.csv uses "
                    f"{used.get((each.employee, each.day), 0)}",
                    used.get((each.employee, each.day), 0) < each.minutes,
                ),
            )
            if wrong
        ]
        if faults:
            sentence = f"The day off in lieu of {each.employee} on {day_text(each.day)} {' and '.join(faults)}."
            yield VerifierFinding(Kind.ROUND, "ROUND-TIME-OFF", each.employee, each.day.isoformat(), sentence)
