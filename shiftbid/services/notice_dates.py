"""Whether dates keep the notice that law and agreement ask for: how many days before its period a roster is known.

The law's part is judged by the pack's own rules. What the pack calls illegal no reason lifts; what the hall has agreed
beyond the law, and rules that a pack only asks consent for, may be passed over for a reason that goes on record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.hall import Hall
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.schedule_notice import SchedulePosting
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import MINUTES_PER_DAY, Period, local_day
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.finding import Finding, Severity
from shiftbid.rules.situation import Situation
from shiftbid.services.ports import UnitOfWork

NOTICE_LAWS = frozenset({"notice_in_days", "notice_in_hours"})
AGREED = "agreed notice"


@dataclass(frozen=True, slots=True)
class NoticeShortfall:
    """A notice that a date does not keep.

    Attributes
    ----------
    rule, article
        The rule that asks for it, and where it stands.
    missing_days
        By how many days the date comes too late.
    may_be_waived
        Whether a reason is enough to publish all the same.
    """

    rule: str
    article: str
    sentence: str
    missing_days: int
    may_be_waived: bool

    def __str__(self) -> str:
        days = "1 day" if self.missing_days == 1 else f"{self.missing_days} days"
        return f"{self.sentence} {self.rule} ({self.article}): {days} short."


@dataclass(frozen=True, slots=True)
class PublishedOn:
    """A roster that is to be known on a day.

    Attributes
    ----------
    moment
        Instant of publication, in UTC seconds.
    """

    hall: Hall
    period: Period
    moment: int

    @property
    def day(self) -> date:
        """Local day of publication."""
        return local_day(self.moment, self.hall.zone)


@dataclass(frozen=True, slots=True)
class WaivableNotice(Problem):
    """A notice that is too short, unless a reason is given for it; screens and commands say where it is given."""


def notice_shortfalls(published: PublishedOn, pack: RulePack, terms: HallTerms) -> tuple[NoticeShortfall, ...]:
    """Every notice that publishing a roster at a moment does not keep; none for a period that is over already."""
    if published.period.last < published.day:
        return ()
    return (*_by_law(published, pack), *_by_agreement(published, terms))


def refuse_late_publication(
    unit: UnitOfWork, halls: Sequence[Hall], period: Period, pack: RulePack, late_because: str
) -> None:
    """Raise InputError where publishing now leaves some hall less notice than law and agreement ask for.

    Parameters
    ----------
    late_because
        The reason for which the roster comes late all the same; empty for none.
    """
    problems = notice_problems(publication_shortfalls(unit, halls, period, pack), late_because)
    if problems:
        raise InputError("publication", problems)


def publication_shortfalls(
    unit: UnitOfWork, halls: Sequence[Hall], period: Period, pack: RulePack
) -> tuple[NoticeShortfall, ...]:
    """Every notice that publishing now would not keep, hall by hall."""
    now = unit.polls.now()
    return tuple(
        shortfall
        for hall in halls
        for shortfall in notice_shortfalls(PublishedOn(hall, period, now), pack, unit.agreements.terms_of(hall.id))
    )


def notice_problems(shortfalls: Sequence[NoticeShortfall], late_because: str) -> Sequence[Problem]:
    """What stands in the way of dates that leave too little notice: all that no reason lifts, and the rest without one.

    Parameters
    ----------
    late_because
        The reason for which the roster comes late all the same; empty for none.
    """
    barred = "The law knows no exception: choose an earlier date or a later period."
    waivable = "Choose an earlier date, or give the reason why it comes late."
    return [
        WaivableNotice(f"{each} {waivable}") if each.may_be_waived else Problem(f"{each} {barred}")
        for each in shortfalls
        if not (each.may_be_waived and late_because.strip())
    ]


def _by_law(published: PublishedOn, pack: RulePack) -> Iterator[NoticeShortfall]:
    rules = tuple(rule for rule in pack.rules if rule.law in NOTICE_LAWS)
    posting = SchedulePosting("posting", published.day, published.period.first)
    numbers = {rule.id: rule.numbers for rule in rules}
    for finding in _findings(replace(pack, rules=rules), published, posting):
        needed = numbers[finding.rule]
        needed_days = needed.get("notice_days", -(-needed.get("notice_minutes", 0) // MINUTES_PER_DAY))
        yield NoticeShortfall(
            rule=finding.rule,
            article=finding.article,
            sentence=finding.sentence,
            missing_days=needed_days - posting.notice_days,
            may_be_waived=finding.severity is not Severity.ILLEGAL,
        )


def _findings(pack: RulePack, published: PublishedOn, posting: SchedulePosting) -> Iterator[Finding]:
    """Findings of the notice rules for anybody on the hall's staff: they look at the dates alone."""
    hall, period = published.hall, published.period
    anybody = Employee(
        id="staff",
        name=f"The staff of {hall.name}",
        hall=hall.id,
        contract_minutes=0,
        system=HoursSystem.STANDARD,
        skills=frozenset(),
        born=date.min,
        employed_from=date.min,
        rate_cents=0,
    )
    situation = Situation(
        employee=anybody,
        period=period,
        zone=hall.zone,
        calendar=Calendar({}, {}, pack.weekly_rest_days, frozenset()),
        candidates=(),
        circumstances=Circumstances(postings=(posting,)),
    )
    yield from check(pack, situation, frozenset())


def _by_agreement(published: PublishedOn, terms: HallTerms) -> Iterator[NoticeShortfall]:
    given = (published.period.first - published.day).days
    if given < terms.notice_days:
        yield NoticeShortfall(
            rule=AGREED,
            article=f"terms of {published.hall.name}",
            sentence=(
                f"The roster from {published.period.first} on would be known {given} days before; the hall has agreed "
                f"{terms.notice_days}."
            ),
            missing_days=terms.notice_days - given,
            may_be_waived=True,
        )
