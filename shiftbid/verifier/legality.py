"""The law check of a whole roster, and the program's own findings beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from shiftbid.verifier.clock import day_text, local_day
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.law import breaches
from shiftbid.verifier.law.person import Breach
from shiftbid.verifier.limits import NotPublished
from shiftbid.verifier.people import Work
from shiftbid.verifier.roster import name_of

_Judged = tuple[str, str, date, date]
"""Rule, employee, and the first and last day judged."""


def breaches_of_work(work: Work) -> tuple[Breach, ...]:
    """Every breach by anybody."""
    return tuple(breach for person in work.people.values() for breach in breaches(person, work.limits))


def law_findings(work: Work, found: Sequence[Breach]) -> Iterator[VerifierFinding]:
    """Report the breaches of all rules that do more than warn."""
    warning = {limit.rule for limit in work.limits if limit.warns}
    for breach in found:
        if breach.rule not in warning:
            yield VerifierFinding(Kind.LAW, breach.rule, breach.employee, breach.day.isoformat(), breach.sentence)


def check_findings_file(published: Published, work: Work, found: Sequence[Breach]) -> Iterator[VerifierFinding]:
    """Compare ``findings.csv`` with the breaches found here, in both directions.

    Two of the same rule and person agree where the days they were judged over meet. What is listed of rules that need
    facts beside the published files stands as it is.
    """
    zone = work.place.zone
    known = {limit.rule for limit in work.limits}
    beyond = {limit.rule for limit in work.limits if isinstance(limit, NotPublished)}
    staff = {each.employee: each for each in published.staff}
    listed: list[_Judged] = [
        (row.rule, row.employee, local_day(row.start, zone), local_day(max(row.start, row.end - 1), zone))
        for row in published.findings
        if row.rule not in beyond
    ]
    judged: list[_Judged] = [(breach.rule, breach.employee, breach.first, breach.last) for breach in found]
    for breach in found:
        if not any(_meet((breach.rule, breach.employee, breach.first, breach.last), each) for each in listed):
            yield VerifierFinding(
                Kind.CERTIFICATE,
                "FINDINGS-MISSING",
                breach.employee,
                breach.day.isoformat(),
                f"findings.csv does not list {breach.rule} for {name_of(breach.employee, staff)} "
                f"on {day_text(breach.day)}.",
            )
    for row in listed:
        rule, employee, first, _ = row
        if rule not in known:
            what = f"findings.csv lists {rule}, a rule that the pack does not have"
        elif not any(_meet(row, each) for each in judged):
            what = f"findings.csv lists {rule}, but the roster does not break it"
        else:
            continue
        sentence = f"{what}: {name_of(employee, staff)} on {day_text(first)}."
        yield VerifierFinding(Kind.CERTIFICATE, "FINDINGS-UNFOUNDED", employee, first.isoformat(), sentence)


def _meet(one: _Judged, other: _Judged) -> bool:
    same = one[:2] == other[:2]
    return same and one[2] <= other[3] and other[2] <= one[3]
