"""Findings of a published roster in another language than the one they were published in."""

from __future__ import annotations

from dataclasses import replace

from shiftbid.domain.calendar import Calendar
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Finding
from shiftbid.services.checked_roster import check_roster
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.situations import situations_of

PUBLISHED_LANGUAGE = "en"


def told_findings(
    publication: HallPublication, calendar: Calendar, pack: RulePack, language: str
) -> tuple[Finding, ...]:
    """Give what was published, with the sentences in a language (``en`` or ``zh``).

    People with findings are checked again; a finding that this check does not give, as where rules have changed since,
    keeps the sentence it was published with.
    """
    found = publication.findings
    if language == PUBLISHED_LANGUAGE or not found:
        return found
    people = {each.employee for each in found}
    roster, staff = publication.roster, published_staff(publication)
    own = replace(staff, employees=tuple(each for each in staff.employees if each.id in people))
    situations = situations_of(own, publication.hall, roster.period, calendar, pack, ())
    assignments = [each for each in roster.assignments if each.employee in people]
    checked = check_roster(assignments, situations, pack, language)
    told = {
        replace(each, sentence="", article=""): each.sentence
        for person in situations
        for each in checked.findings_of(person)
    }
    return tuple(
        replace(each, sentence=told.get(replace(each, sentence="", article=""), each.sentence)) for each in found
    )
