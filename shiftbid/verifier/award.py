"""The award beside the other published files: the roster's rows, the stages' values, and the law named in reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from shiftbid.verifier.award_changes import after_changes, as_awarded, check_changes
from shiftbid.verifier.clock import day_text
from shiftbid.verifier.cover import cover_of, slots_of
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.law import breaches_of
from shiftbid.verifier.law.person import Person, whole_days
from shiftbid.verifier.people import Work, in_order
from shiftbid.verifier.roster import name_of
from shiftbid.verifier.round_record import AwardRecord, ReasonRecord, RoundRecord
from shiftbid.verifier.rows import StaffRow, TemplateRow
from shiftbid.verifier.spells import template_spell
from shiftbid.verifier.wishes import CONTRACT_SHORTFALL, MISSING_DEMAND, TOLERANCE, stage_of

WORKDAYS_A_WEEK = 5


def check_award(published: Published, work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    """Check a round's award and the changes after it against the roster, the demand, the contracts and the law."""
    staff = {each.employee: each for each in published.staff}
    yield from check_changes(staff, record)
    yield from _same_rows(published, staff, record)
    awarded = as_awarded(published, work, record)
    yield from _missing_demand(awarded, record)
    yield from _contract_shortfall(awarded, record)
    templates = {each.template: each for each in published.templates if each.hall == record.hall}
    for reason in record.reasons:
        if reason.reason == "law" and reason.rule is not None:
            yield from _law_reason(awarded, templates, staff, reason)


def _same_rows(published: Published, staff: Mapping[str, StaffRow], record: RoundRecord) -> Iterator[VerifierFinding]:
    rostered = Counter(
        AwardRecord(row.employee, row.day, row.template) for row in published.roster if row.hall == record.hall
    )
    stated = after_changes(record)
    for difference, what in (
        (rostered - stated, "has in roster.csv a shift that round.json neither awards nor gives by a change"),
        (stated - rostered, "has by round.json, award and changes, a shift that roster.csv does not hold"),
    ):
        for each in sorted(difference):
            sentence = (
                f"{name_of(each.employee, staff)} {what}: template {each.template} of hall {record.hall} on "
                f"{day_text(each.day)}."
            )
            yield VerifierFinding(Kind.ROUND, "ROUND-AWARD", each.employee, each.day.isoformat(), sentence)


def _missing_demand(work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    stage = stage_of(record, MISSING_DEMAND)
    spells = [(spell, 1) for spell in work.spells if spell.hall == record.hall]
    cover = cover_of(slots_of(work.demand.get(record.hall, ())), spells)
    if stage and stage.objective is not None and abs(stage.objective - cover.missing_half_hours) > TOLERANCE:
        yield VerifierFinding(
            Kind.COVER,
            "COVER-ROSTER",
            "",
            "",
            f"Hall {record.hall}: round.json says that {stage.objective:g} head half-hours of the demand are missing; "
            f"roster.csv leaves {cover.missing_half_hours:g} missing, breaks taken out.",
        )


def _contract_shortfall(work: Work, record: RoundRecord) -> Iterator[VerifierFinding]:
    stage = stage_of(record, CONTRACT_SHORTFALL)
    people = [each for each in work.people.values() if each.staff and each.staff.hall == record.hall]
    shortfall = sum(max(0, contract_minutes(each, record) - awarded_minutes(each, record)) for each in people)
    if stage and stage.objective is not None and abs(stage.objective - shortfall) > TOLERANCE:
        yield VerifierFinding(
            Kind.ROUND,
            "ROUND-STAGE-VALUE",
            "",
            "",
            f"Hall {record.hall}: round.json says that people lack {stage.objective:g} contracted minutes; "
            f"roster.csv, staff.csv, leave.csv and the days off in lieu give {shortfall:g}.",
        )


def awarded_minutes(person: Person, record: RoundRecord) -> float:
    """Working minutes awarded to a person, with those of a day off in lieu."""
    off = (each.minutes for each in record.time_off if each.given and each.employee == person.id)
    return sum(spell.paid_minutes for spell in person.rostered if spell.hall == record.hall) + sum(off)


def contract_minutes(person: Person, record: RoundRecord) -> int:
    """Contracted minutes of the period; each weekday wholly on leave takes a fifth of a week out.

    Days off in lieu that the award itself gave are not taken out: it had not yet given them.
    """
    if person.staff is None:
        return 0
    weekly = person.staff.contract_minutes
    given = {each.day for each in record.time_off if each.given and each.employee == person.id}
    away = {
        day
        for each in person.leave
        for day in whole_days(each, person.place.zone)
        if record.first <= day <= record.last and day.weekday() < WORKDAYS_A_WEEK
    }
    days = (record.last - record.first).days + 1
    return weekly * days // 7 - len(away - given) * (weekly // WORKDAYS_A_WEEK)


def _law_reason(
    work: Work, templates: Mapping[str, TemplateRow], staff: Mapping[str, StaffRow], reason: ReasonRecord
) -> Iterator[VerifierFinding]:
    """Put the wished shift in place of the day's own and see whether the named rule breaks."""
    person = work.people.get(reason.employee)
    template = templates.get(reason.template or "")
    limit = next((each for each in work.limits if each.rule == reason.rule), None)
    if person is None or template is None or limit is None:
        what = "names a person, template or rule that is not published"
    else:
        wished = template_spell(template, reason.day, reason.employee, work.place.zone)
        others = (spell for spell in person.spells if not spell.rostered or spell.day != reason.day)
        tried = replace(person, spells=in_order((*others, wished)))
        if any(True for _ in breaches_of(tried, limit)):
            return
        what = f"says that {reason.rule} forbids it, but the rule would hold"
    sentence = (
        f"The reason why {name_of(reason.employee, staff)} did not get template {reason.template} on "
        f"{day_text(reason.day)} {what}."
    )
    yield VerifierFinding(Kind.ROUND, "ROUND-REASON", reason.employee, reason.day.isoformat(), sentence)
