"""The published CSV files: columns and rows of each; docs/formats/files.md says what the columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.errors import BugError
from shiftbid.domain.shift import shift_breaks_text, template_breaks_text
from shiftbid.domain.staff import consents_by_name
from shiftbid.domain.staff_fact import facts_by_name
from shiftbid.domain.timeline import format_instant, format_minute
from shiftbid.exporters.plain_text import spreadsheet_safe
from shiftbid.exporters.tables import number, yes_no
from shiftbid.services.publication import HallPublication, Publication
from shiftbid.voting.ballot_paper import paper_of

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """One CSV file of a publication."""

    path: str
    columns: tuple[str, ...]
    rows: Callable[[Publication], Iterator[Row]]


def _by_hall(rows: Callable[[HallPublication], Iterator[Row]]) -> Callable[[Publication], Iterator[Row]]:
    """Rows of every hall, one hall after the other."""

    def of_all(publication: Publication) -> Iterator[Row]:
        for hall in publication.halls:
            yield from rows(hall)

    return of_all


def _forecast(of: HallPublication) -> Iterator[Row]:
    for slot in of.forecast:
        figures = (number(value) for value in (slot.mean, slot.q10, slot.q50, slot.q90))
        yield (slot.hall, format_instant(slot.slot.start, of.hall.zone), slot.customer_class, *figures)


def _history(of: HallPublication) -> Iterator[Row]:
    for each in of.history:
        count = "" if each.count is None else number(each.count)
        yield each.hall, format_instant(each.hour.start, of.hall.zone), each.customer_class, count


def _demand(of: HallPublication) -> Iterator[Row]:
    zone = of.hall.zone
    for each in of.demand:
        start, end = format_instant(each.slot.start, zone), format_instant(each.slot.end, zone)
        yield each.hall, start, end, each.skill, str(each.heads)


def _templates(of: HallPublication) -> Iterator[Row]:
    """Templates put to the vote, in order of id."""
    by_id = {template.id: template for template in paper_of(of.election).templates}
    adopted = {template.id for menu in of.menus if menu.id == of.adopted_menu for template in menu.templates}
    for _, template in sorted(by_id.items()):
        yield (
            of.hall.id,
            template.id,
            format_minute(template.start_minute),
            format_minute(template.end_minute),
            template_breaks_text(template),
            str(template.paid_minutes),
            yes_no(template.id in adopted),
            template.skill,
            ";".join(str(weekday + 1) for weekday in sorted(template.weekdays)),
            str(template.toil_minutes),
        )


def _staff(of: HallPublication) -> Iterator[Row]:
    for each in of.employees:
        yield (
            each.id,
            spreadsheet_safe(each.name),
            each.hall,
            str(each.contract_minutes),
            each.system.value,
            ";".join(sorted(each.skills)),
            each.born.isoformat(),
            each.employed_from.isoformat(),
            str(each.rate_cents),
        )


def _leave(of: HallPublication) -> Iterator[Row]:
    zone = of.hall.zone
    for each in of.leave:
        yield each.employee, format_instant(each.span.start, zone), format_instant(each.span.end, zone), each.kind.value


def _consents(of: HallPublication) -> Iterator[Row]:
    for each in consents_by_name(of.consents, of.employees):
        yield each.employee, each.rule, each.first.isoformat(), each.last.isoformat(), each.kind.value


def _worked(of: HallPublication) -> Iterator[Row]:
    """Shifts worked before the period, then those of the period: until a time clock is read, as they were planned."""
    zone = of.hall.zone
    planned = sorted(of.roster.assignments, key=lambda one: (one.employee, one.shift.span))
    for each in (*of.worked, *planned):
        span = each.shift.span
        start, end = format_instant(span.start, zone), format_instant(span.end, zone)
        yield each.employee, start, end, shift_breaks_text(each.shift, zone)


def _calendar(publication: Publication) -> Iterator[Row]:
    """Every day from the month of the first published shift to the end of the month in which the period ends."""
    calendar, period = publication.calendar, publication.period
    worked = [each.shift.day for hall in publication.halls for each in hall.worked]
    first = min((period.first, *worked)).replace(day=1)
    last = (period.last.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        projected = yes_no(day.year in calendar.projected_years)
        yield day.isoformat(), calendar.class_of(day).value, spreadsheet_safe(calendar.names.get(day, "")), projected


def _roster(of: HallPublication) -> Iterator[Row]:
    zone = of.hall.zone
    for each in sorted(of.roster.assignments, key=lambda one: (one.shift.day, one.shift.span, one.employee)):
        shift = each.shift
        yield (
            shift.hall,
            each.employee,
            shift.day.isoformat(),
            shift.template,
            format_instant(shift.span.start, zone),
            format_instant(shift.span.end, zone),
            shift_breaks_text(shift, zone),
            str(shift.paid_minutes),
            yes_no(each.pinned),
        )


def _findings(of: HallPublication) -> Iterator[Row]:
    zone = of.hall.zone
    for each in of.findings:
        start, end = format_instant(each.span.start, zone), format_instant(each.span.end, zone)
        words = spreadsheet_safe(each.sentence), spreadsheet_safe(each.article)
        yield each.rule, each.employee, start, end, each.severity.value, *words, of.hall.id


def _certificate(of: HallPublication) -> Iterator[Row]:
    zone = of.hall.zone
    for each in of.certificate:
        yield (
            each.hall,
            format_instant(each.quarter.start, zone),
            format_instant(each.quarter.end, zone),
            each.customer_class,
            yes_no(each.busy),
            number(each.arrivals),
            str(each.heads),
            number(each.mean_wait_minutes),
            number(each.p90_wait_minutes),
            number(each.share_in_time),
            number(each.promise_minutes),
            yes_no(each.kept),
            yes_no(each.kept_at_plus10),
            each.skill,
        )


def _toil(of: HallPublication) -> Iterator[Row]:
    expires = {lot.id: lot.expires.isoformat() for lot in of.lots}
    unknown = {posting.lot for entry in of.journal for posting in entry.postings} - expires.keys()
    if unknown:
        raise BugError(f"postings of lots that are not published: {', '.join(sorted(unknown))}")
    for entry in of.journal:
        for posting in entry.postings:
            yield (
                entry.id,
                entry.employee,
                entry.effective.isoformat(),
                entry.kind.value,
                posting.account.value,
                posting.lot,
                str(posting.minutes),
                expires[posting.lot],
                spreadsheet_safe(entry.source),
            )


def _payroll(of: HallPublication) -> Iterator[Row]:
    for each in of.pay_lines:
        yield (
            each.employee,
            each.day.isoformat(),
            each.hall,
            each.pay_class.value,
            str(each.minutes),
            each.rule,
            spreadsheet_safe(each.source),
            str(each.cents),
        )


def _facts(of: HallPublication) -> Iterator[Row]:
    for each in facts_by_name(of.facts, of.employees):
        if not each.is_of_health:
            yield each.employee, each.kind.value, each.value, each.first.isoformat(), each.last.isoformat()


PUBLISHED_TABLES = (
    PublishedTable("forecast.csv", ("hall", "time", "class", "mean", "q10", "q50", "q90"), _by_hall(_forecast)),
    PublishedTable("history.csv", ("hall", "time", "class", "count"), _by_hall(_history)),
    PublishedTable("demand.csv", ("hall", "start", "end", "skill", "heads"), _by_hall(_demand)),
    PublishedTable(
        "templates.csv",
        (
            *("hall", "template", "start", "end", "breaks", "paid_minutes", "adopted"),
            *("skill", "weekdays", "toil_minutes"),
        ),
        _by_hall(_templates),
    ),
    PublishedTable(
        "staff.csv",
        (
            *("employee", "name", "hall", "contract_minutes", "system", "skills", "born", "employed_from"),
            "rate_cents",
        ),
        _by_hall(_staff),
    ),
    PublishedTable("leave.csv", ("employee", "start", "end", "kind"), _by_hall(_leave)),
    PublishedTable("consents.csv", ("employee", "rule", "from", "to", "kind"), _by_hall(_consents)),
    PublishedTable("facts.csv", ("employee", "fact", "value", "from", "to"), _by_hall(_facts)),
    PublishedTable("worked.csv", ("employee", "start", "end", "breaks"), _by_hall(_worked)),
    PublishedTable("calendar.csv", ("date", "class", "name", "projected"), _calendar),
    PublishedTable(
        "roster.csv",
        ("hall", "employee", "date", "template", "start", "end", "breaks", "paid_minutes", "pinned"),
        _by_hall(_roster),
    ),
    PublishedTable(
        "findings.csv",
        ("rule", "employee", "start", "end", "severity", "sentence", "article", "hall"),
        _by_hall(_findings),
    ),
    PublishedTable(
        "certificate.csv",
        (
            *("hall", "start", "end", "class", "busy", "arrivals", "heads", "mean_wait_minutes", "p90_wait_minutes"),
            *("share_in_time", "promise_minutes", "kept", "kept_at_plus10", "skill"),
        ),
        _by_hall(_certificate),
    ),
    PublishedTable(
        "toil.csv",
        ("entry", "employee", "effective", "kind", "account", "lot", "minutes", "expires", "source"),
        _by_hall(_toil),
    ),
    PublishedTable(
        "payroll.csv",
        ("employee", "date", "hall", "pay_class", "minutes", "rule", "source", "cents"),
        _by_hall(_payroll),
    ),
)
