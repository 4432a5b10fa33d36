"""The rows of ``roster.csv`` against what they refer to: people, halls, adopted templates, dates and paid minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import clock_text, day_text, duration_text, local_day
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.rows import RosterRow, StaffRow, TemplateRow
from shiftbid.verifier.spells import Spell, pause_problem, rostered_spell, template_minutes, template_spell


def check_roster(published: Published, zone: ZoneInfo) -> Iterator[VerifierFinding]:
    """Find rows that cannot be true of the published staff, halls and templates."""
    staff = {each.employee: each for each in published.staff}
    templates = {(each.hall, each.template): each for each in published.templates}
    halls = {each.hall for each in published.templates}
    periods = {each.hall: (each.first, each.last) for each in published.rounds}
    for row in published.roster:
        called = name_of(row.employee, staff)
        for rule, what in _faults(row, staff, templates, halls, periods, zone):
            sentence = f"roster.csv row {row.row}, {called} on {day_text(row.day)}: {what}."
            yield VerifierFinding(Kind.ROSTER, rule, row.employee, row.day.isoformat(), sentence)


def check_worked(published: Published, zone: ZoneInfo) -> Iterator[VerifierFinding]:
    """Find shifts of the period that were planned and not worked, or worked and not planned."""
    first = min((each.first for each in published.rounds), default=None)
    if first is None or not published.has("roster.csv", "worked.csv"):
        return
    staff = {each.employee: each for each in published.staff}
    planned = {(row.employee, row.start, row.end, row.pauses) for row in published.roster}
    actual = {
        (row.employee, row.start, row.end, row.pauses)
        for row in published.worked
        if local_day(row.start, zone) >= first
    }
    for only, place, other in ((planned, "roster.csv", "worked.csv"), (actual, "worked.csv", "roster.csv")):
        for employee, start, *_ in sorted(only - (actual if only is planned else planned), key=lambda row: row[:3]):
            day = local_day(start, zone)
            sentence = (
                f"The shift of {name_of(employee, staff)} on {day_text(day)} stands in {place}, not so in {other}."
            )
            yield VerifierFinding(Kind.ROSTER, "ROSTER-WORKED", employee, day.isoformat(), sentence)


def check_references(published: Published) -> Iterator[VerifierFinding]:
    """Find people and templates that stand twice, and templates whose paid minutes are not what their times give."""
    for employee, times in Counter(each.employee for each in published.staff).items():
        if times > 1:
            sentence = f"staff.csv holds employee {employee} {times} times."
            yield VerifierFinding(Kind.FILE, "FILE-TWICE", employee, "", sentence)
    for (hall, name), times in Counter((each.hall, each.template) for each in published.templates).items():
        if times > 1:
            sentence = f"templates.csv holds template {name} of hall {hall} {times} times."
            yield VerifierFinding(Kind.FILE, "FILE-TWICE", "", "", sentence)
    for template in published.templates:
        if template.paid_minutes != template_minutes(template):
            sentence = (
                f"templates.csv says {duration_text(template.paid_minutes)} paid for template {template.template} of "
                f"hall {template.hall}; its times come to {duration_text(template_minutes(template))}."
            )
            yield VerifierFinding(Kind.ROSTER, "TEMPLATE-PAID", "", "", sentence)


def name_of(employee: str, staff: Mapping[str, StaffRow]) -> str:
    """Name and id of a person, as sentences name them."""
    person = staff.get(employee)
    return f"{person.name} ({employee})" if person else f"{employee} (not in staff.csv)"


def _faults(
    row: RosterRow,
    staff: Mapping[str, StaffRow],
    templates: Mapping[tuple[str, str], TemplateRow],
    halls: set[str],
    periods: Mapping[str, tuple[date, date]],
    zone: ZoneInfo,
) -> Iterator[tuple[str, str]]:
    if row.employee not in staff:
        yield "ROSTER-PERSON", f"there is no employee {row.employee} in staff.csv"
    if row.hall not in halls:
        yield "ROSTER-HALL", f"hall {row.hall} has no templates in templates.csv"
    elif (row.hall, row.template) not in templates:
        yield "ROSTER-TEMPLATE", f"hall {row.hall} has no template {row.template} in templates.csv"
    elif not templates[row.hall, row.template].adopted:
        yield "ROSTER-TEMPLATE", f"template {row.template} was not adopted"
    if row.hall in periods and not periods[row.hall][0] <= row.day <= periods[row.hall][1]:
        first, last = periods[row.hall]
        yield "ROSTER-PERIOD", f"the date lies outside the period from {day_text(first)} to {day_text(last)}"
    if row.end <= row.start:
        yield "ROSTER-END", "the shift does not end after it starts"
        return
    template = templates.get((row.hall, row.template))
    spell = rostered_spell(row, template.skill if template else "", zone)
    if row.day != spell.day:
        yield "ROSTER-DATE", f"the shift starts on {day_text(spell.day)} local time"
    problem = pause_problem(spell, zone)
    if problem:
        yield "ROSTER-BREAK", problem
    if row.paid_minutes != spell.paid_minutes:
        yield (
            "ROSTER-PAID",
            f"{row.paid_minutes} paid minutes are written; start, end and breaks come to {spell.paid_minutes}",
        )
    if template:
        expected = template_spell(template, row.day, row.employee, zone)
        if (spell.start, spell.end, spell.pauses) != (expected.start, expected.end, expected.pauses):
            yield (
                "ROSTER-TIMES",
                f"the shift is written as {_times(spell, zone)}; template {row.template} says {_times(expected, zone)}",
            )


def _times(spell: Spell, zone: ZoneInfo) -> str:
    breaks = ", ".join(
        f"{clock_text(each.start, zone)} for {(each.end - each.start) // 60} min {'paid' if each.paid else 'unpaid'}"
        for each in spell.pauses
    )
    times = f"{clock_text(spell.start, zone)}-{clock_text(spell.end, zone)}"
    return f"{times} with breaks {breaks}" if breaks else f"{times} without breaks"
