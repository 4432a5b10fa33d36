"""What is published for a span of days: the publications of each hall, and the days for which each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.pay import PayLine
from shiftbid.domain.roster import Assignment, Roster
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import pack_for_country
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.publication import HallPublication, Publication

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PublishedSpan:
    """A hall's publication and the days for which it holds.

    Attributes
    ----------
    pack
        Id of the rule pack that it was planned under.
    days
        Days of its period that no publication of a later period has taken over.
    """

    publication: HallPublication
    calendar: Calendar
    pack: str
    days: frozenset[date]

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Shifts on its days."""
        return tuple(each for each in self.publication.roster.assignments if each.shift.day in self.days)


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """What is published for a period, hall by hall and in order of time."""

    period: Period
    spans: tuple[PublishedSpan, ...]

    @property
    def by_hall(self) -> Mapping[str, tuple[PublishedSpan, ...]]:
        """Spans of each hall."""
        return {hall: tuple(spans) for hall, spans in groupby(self.spans, key=lambda each: each.publication.hall.id)}


def published_plan(unit: UnitOfWork, hall: str | None, period: Period | None) -> PublishedPlan:
    """Read what is published.

    Parameters
    ----------
    hall
        All halls with a publication where None.
    period
        The latest period published for every one of the halls where None.

    Raises
    ------
    InputError
        There is no such hall, nothing is published, or some days of the period are not; every gap is named.
    """
    halls = _halls(unit, hall)
    wanted = period or _latest(unit, halls)
    spans: list[PublishedSpan] = []
    problems: list[str] = []
    for each in halls:
        owners = _owners(unit.publications.periods(each), wanted)
        problems += [
            f"hall {each} has no published roster for {text}; publish one or choose another period"
            for text in _gaps(day for day in wanted.days if day not in owners)
        ]
        spans += list(_spans(unit, each, owners))
    if problems:
        raise InputError("published roster", problems)
    return PublishedPlan(wanted, tuple(spans))


def span_lines(span: PublishedSpan) -> tuple[PayLine, ...]:
    """Pay lines of the shifts on a publication's days, whichever day each is paid on."""
    shift_days = {each.shift.id: each.shift.day for each in span.publication.roster.assignments}
    return tuple(line for line in span.publication.pay_lines if shift_days.get(line.source, line.day) in span.days)


def people_of(spans: Sequence[PublishedSpan]) -> tuple[Employee, ...]:
    """Everybody on the staff lists, as the latest of them says, in the lists' order."""
    return tuple({each.id: each for span in spans for each in span.publication.employees}.values())


def roster_publication(plan: PublishedPlan) -> Publication:
    """Give the rosters of a plan's days as one publication, for the exporters of rosters."""
    days = frozenset(plan.period.days)
    halls: list[HallPublication] = []
    for spans in plan.by_hall.values():
        within = [span for span in spans if span.days & days]
        latest = within[-1].publication
        assignments = tuple(each for span in within for each in span.assignments if each.shift.day in days)
        roster = replace(
            latest.roster,
            period=plan.period,
            version=max(span.publication.roster.version for span in within),
            assignments=assignments,
        )
        leave = dict.fromkeys(away for span in within for away in span.publication.leave)
        halls.append(replace(latest, roster=roster, employees=people_of(within), leave=tuple(leave)))
    return Publication(plan.period, common_calendar(plan), {}, tuple(halls), (), ())


def earlier_rosters(unit: UnitOfWork, span: PublishedSpan) -> tuple[Roster, ...]:
    """Rosters of the earlier versions of a publication, oldest first."""
    present = span.publication.roster
    found = (unit.publications.roster(present.hall, present.period, n) for n in range(1, present.version))
    return tuple(each for each in found if each is not None)


def common_calendar(plan: PublishedPlan) -> Calendar:
    """Calendar of all spans; raises InputError where the halls stand in places with different holidays."""
    places = {(span.publication.hall.country, span.publication.hall.subdivision) for span in plan.spans}
    if len(places) > 1:
        raise InputError("--hall", ["the halls stand in places with different holidays; export one hall at a time"])
    last = plan.spans[-1].calendar
    return replace(
        last,
        special={day: kind for span in plan.spans for day, kind in span.calendar.special.items()},
        names={day: name for span in plan.spans for day, name in span.calendar.names.items()},
        projected_years=frozenset(year for span in plan.spans for year in span.calendar.projected_years),
    )


def _halls(unit: UnitOfWork, hall: str | None) -> Sequence[str]:
    known = [each.id for each in unit.halls.all()]
    if hall is not None and hall not in known:
        raise InputError("--hall", [f"{hall!r} is not in the database; it has {', '.join(known) or 'no halls'}"])
    found = [each for each in known if hall in (None, each) and unit.publications.periods(each)]
    if not found:
        what = "no hall has" if hall is None else f"hall {hall} does not have"
        raise InputError("published roster", [f"{what} one yet; plan and publish first"])
    return found


def _latest(unit: UnitOfWork, halls: Sequence[str]) -> Period:
    latest = {unit.publications.periods(hall)[-1] for hall in halls}
    if len(latest) > 1:
        shown = ", ".join(f"{each.first}/{each.last}" for each in sorted(latest, key=lambda each: each.first))
        raise InputError("--period", [f"the halls were published for different periods ({shown}); give one"])
    return latest.pop()


def _owners(periods: Iterable[Period], wanted: Period) -> Mapping[date, Period]:
    """The period that each day is published in; the one that starts last where several are.

    The day before is looked at too: a shift that starts on it may end, and be paid, within.
    """
    days = (wanted.first - DAY, *wanted.days)
    return {day: each for each in sorted(periods, key=lambda one: (one.first, one.last)) for day in days if day in each}


def _spans(unit: UnitOfWork, hall: str, owners: Mapping[date, Period]) -> Iterator[PublishedSpan]:
    for period in sorted(set(owners.values()), key=lambda each: each.first):
        publication = unit.publications.latest(hall, period)
        context = unit.publications.context(hall, period, unit.publications.version(hall, period))
        if publication is not None and context is not None:
            days = frozenset(day for day, owner in owners.items() if owner == period)
            place = publication.hall.country, publication.hall.subdivision
            pack = str(context.settings.get("pack") or pack_for_country(*place))
            yield PublishedSpan(publication, context.calendar, pack, days)


def _gaps(days: Iterable[date]) -> Iterator[str]:
    """Days as spans of consecutive ones."""
    runs = groupby(enumerate(days), key=lambda numbered: numbered[1].toordinal() - numbered[0])
    for _, run in runs:
        found = [day for _, day in run]
        yield f"{found[0]}" if len(found) == 1 else f"{found[0]} to {found[-1]}"
