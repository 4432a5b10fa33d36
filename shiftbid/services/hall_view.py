"""What a screen shows of a hall and period: the latest publication, and what stands in the hall's books around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.request import TimeOffRequest
from shiftbid.domain.timeline import Period, local_day
from shiftbid.payroll.toil_statement import statement
from shiftbid.rules.book import RulePack, load_pack, pack_for_country
from shiftbid.services.pay_close import PayPreview, preview_pay
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.proposal_text import JudgedProposal
from shiftbid.services.proposals import commenters, judged_proposals
from shiftbid.services.publication import HallPublication
from shiftbid.services.stored_draft import StoredDraft
from shiftbid.services.toil_desk import PersonStatement


@dataclass(frozen=True, slots=True)
class HallView:
    """A hall and period as screens show them.

    Attributes
    ----------
    calendar, pack
        What the publication was planned under.
    on
        Day on which statements and requests stand: today, or the period's last day once it is over.
    planned_until
        Last day of the hall that any publication holds.
    statements
        Time off in lieu of everybody on the publication's staff list, in the list's order.
    requests
        Every request for time off of these people.
    pay
        What closing the period would pay; None where it cannot be reckoned.
    pay_problem
        Why it cannot; empty where it can.
    terms
        What the hall has agreed beyond the law.
    draft
        Edits of the roster that this person has kept and not published.
    proposals
        Templates proposed for the hall's next vote, with what was said of them.
    commenters
        Name of everybody who may have said it, by user id.
    is_over
        Whether the period's last day has passed.
    editable
        Whether this person may publish changes of the roster.
    """

    publication: HallPublication
    calendar: Calendar
    pack: RulePack
    on: date
    planned_until: date
    statements: tuple[PersonStatement, ...]
    requests: tuple[TimeOffRequest, ...]
    pay: PayPreview | None
    pay_problem: str
    terms: HallTerms
    draft: StoredDraft | None = None
    proposals: tuple[JudgedProposal, ...] = ()
    commenters: Mapping[str, str] = field(default_factory=dict[str, str])
    is_over: bool = False
    editable: bool = False


def hall_view(unit: UnitOfWork, hall: str, period: Period, now: int) -> HallView | None:
    """Read a hall and period as they stand at an instant (UTC seconds); None where nothing is published for them."""
    publication = unit.publications.latest(hall, period)
    context = unit.publications.context(hall, period, unit.publications.version(hall, period))
    if publication is None or context is None:
        return None
    today = local_day(now, publication.hall.zone)
    on = min(today, period.last)
    pay, pay_problem = _pay(unit, hall, period)
    place = publication.hall.country, publication.hall.subdivision
    people = [person.id for person in publication.employees]
    lots, entries = unit.journal.lots_by_person(people), unit.journal.entries_by_person(people)
    requests = unit.requests.by_person(people)
    return HallView(
        publication=publication,
        calendar=context.calendar,
        pack=load_pack(str(context.settings.get("pack") or pack_for_country(*place)), period.first),
        on=on,
        planned_until=max(each.last for each in unit.publications.periods(hall)),
        statements=tuple(
            PersonStatement(
                person.name,
                hall,
                statement(person.id, lots.get(person.id, ()), entries.get(person.id, ()), on),
            )
            for person in publication.employees
        ),
        requests=tuple(each for person in people for each in requests.get(person, ())),
        pay=pay,
        pay_problem=pay_problem,
        terms=unit.agreements.terms_of(hall),
        proposals=judged_proposals(unit, hall),
        commenters=commenters(unit),
        is_over=period.last < today,
    )


def _pay(unit: UnitOfWork, hall: str, period: Period) -> tuple[PayPreview | None, str]:
    """A period whose pay cannot be reckoned is shown all the same, with what stands in the way."""
    try:
        return preview_pay(unit, hall, period), ""
    except InputError as error:
        return None, str(error)
