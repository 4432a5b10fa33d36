"""A published roster that is changed by hand, by a swap or a claim: made anew in full, as the next version.

The award stays what it was; the round's record says what was changed after it, by whom and why, so that award and
changes together give the roster (docs/formats/records.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.timeline import Period
from shiftbid.domain.toil import EntryKind, JournalEntry, ToilAccount
from shiftbid.payroll.toil_editions import take_day_off
from shiftbid.payroll.toil_ledger import Change
from shiftbid.rules.book import RulePack
from shiftbid.services.certification import recertify_roster
from shiftbid.services.checked_roster import check_publication
from shiftbid.services.hall_days import hall_days
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.published_pack import pack_of
from shiftbid.services.published_staff import published_staff
from shiftbid.services.publishing import publish_hall
from shiftbid.services.roster_pay import roster_pay_lines
from shiftbid.services.schedule_changes import schedule_changes
from shiftbid.services.toil_return import (
    ToilBooks,
    edition_of,
    house_policy,
    post_accruals,
    post_worked,
    without_earlier_version,
)


class ChangeKind(StrEnum):
    """What changed a published roster."""

    EDIT = "edit"
    SWAP = "swap"
    CLAIM = "claim"
    REPAIR = "repair"


@dataclass(frozen=True, slots=True)
class RosterChange:
    """Why a roster differs from the version before.

    Attributes
    ----------
    by, at
        Who changed it, and when (UTC seconds).
    """

    kind: ChangeKind
    by: str
    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class RosterDifference:
    """Shifts that people lose and take from one roster to another, pins aside."""

    dropped: tuple[Assignment, ...]
    added: tuple[Assignment, ...]

    @property
    def employees(self) -> frozenset[str]:
        """Everybody whose shifts differ."""
        return frozenset(each.employee for each in (*self.dropped, *self.added))


def difference(before: Sequence[Assignment], after: Sequence[Assignment]) -> RosterDifference:
    """Compare two rosters; each side in order of start and employee."""
    return RosterDifference(_without(before, after), _without(after, before))


def publish_revision(
    unit: UnitOfWork,
    hall: str,
    period: Period,
    base_version: int,
    assignments: Sequence[Assignment],
    change: RosterChange,
    listener: ProgressListener,
) -> HallPublication:
    """Publish changed assignments as the version after `base_version`, within a unit of work that the caller commits.

    Findings, time off in lieu and pay are computed anew from what was published with the base version, and so is the
    certificate of the days whose heads change.

    Raises
    ------
    InputError
        Nothing is published, another version was published since, the roster is locked, or nothing is changed.
    """
    latest = unit.publications.latest(hall, period)
    context = unit.publications.context(hall, period, unit.publications.version(hall, period))
    if latest is None or context is None:
        raise InputError("roster", [f"nothing is published for {hall} from {period.first} to {period.last}"])
    if latest.roster.version != base_version:
        raise InputError(
            "roster",
            [
                f"version {latest.roster.version} was published since version {base_version} was opened; "
                "open it and make the changes there"
            ],
        )
    books = ToilBooks(
        tuple(lot for each in latest.employees for lot in unit.journal.lots(each.id)),
        tuple(entry for each in latest.employees for entry in unit.journal.entries(each.id)),
    )
    published = revised(latest, context.calendar, pack_of(latest, context), books, assignments, change, listener)
    publish_hall(unit, published, context.calendar, context.settings)
    return published


def revised(
    before: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    books: ToilBooks,
    assignments: Sequence[Assignment],
    change: RosterChange,
    listener: ProgressListener,
) -> HallPublication:
    """The version after a publication, with other assignments.

    Parameters
    ----------
    books
        Lots and journal of the hall's staff, with what the version before has posted.

    Raises
    ------
    InputError
        The roster is locked, or the assignments are those of the version before.
    """
    if before.roster.state is RosterState.LOCKED:
        raise InputError("roster", [f"version {before.roster.version} is locked; reopen the period first"])
    if set(assignments) == set(before.roster.assignments):
        raise InputError("roster", [f"nothing differs from version {before.roster.version}; change a shift first"])
    hall, period = before.hall, before.roster.period
    in_order = tuple(sorted(assignments, key=lambda each: (each.shift.span, each.employee)))
    roster = Roster(hall.id, period, before.roster.version + 1, RosterState.PUBLISHED, in_order)
    changed = replace(before, roster=roster, bidding_round=_with_change(before, roster, change))
    days = hall_days(hall, before.forecast, period, before.busy_threshold_per_hour)
    changes = schedule_changes(changed)
    lines = roster_pay_lines(published_staff(before), in_order, calendar, pack, hall, period, changes)
    edition = edition_of(hall.id, period, roster.version)
    reposted = post_worked(_reposted(before, books, roster), edition, lines)
    return replace(
        changed,
        findings=check_publication(changed, calendar, pack).whole_roster_findings,
        certificate=recertify_roster(
            hall,
            days,
            before.certificate,
            (each.shift for each in before.roster.assignments),
            [each.shift for each in in_order],
            listener,
        ),
        lots=reposted.lots,
        journal=reposted.journal,
        pay_lines=lines,
    )


def _reposted(before: HallPublication, books: ToilBooks, roster: Roster) -> ToilBooks:
    """Take back what the version before had posted; give the same days off again and post what the new roster earns."""
    edition = edition_of(roster.hall, roster.period, roster.version)
    superseded = edition_of(roster.hall, roster.period, before.roster.version)
    given = _days_off_given(books, superseded)
    recalled = without_earlier_version(books, roster.hall, roster.period, roster.version)
    ledgers, policy = recalled.ledgers(), house_policy(roster.period.first)
    takings: list[Change] = []
    problems: list[str] = []
    for entry in given:
        taken = take_day_off(ledgers[entry.employee], entry.effective, _minutes_used(entry), edition, policy)
        if taken is None:
            problems.append(
                f"{entry.employee} can no longer pay for the day off in lieu on {entry.effective}: the minutes were "
                "spent since; plan the period again"
            )
        else:
            ledgers[entry.employee].post(taken)
            takings.append(taken)
    if problems:
        raise InputError("time off in lieu", problems)
    return post_accruals(recalled.with_changes(takings), edition, roster.assignments)


def _days_off_given(books: ToilBooks, edition: str) -> tuple[JournalEntry, ...]:
    """Days off in lieu that a version itself gave and that still stand, not those that people had asked for."""
    ledgers = books.ledgers()
    return tuple(
        entry
        for entry in books.journal
        if entry.kind is EntryKind.USE
        and entry.id.startswith(f"{edition}/")
        and ledgers[entry.employee].answer_to(entry.id) is None
    )


def _minutes_used(entry: JournalEntry) -> int:
    return sum(posting.minutes for posting in entry.postings if posting.account is ToilAccount.USED)


def _with_change(before: HallPublication, roster: Roster, change: RosterChange) -> JsonObject:
    moved = difference(before.roster.assignments, roster.assignments)
    record = {
        "version": roster.version,
        "kind": change.kind.value,
        "by": change.by,
        "at": datetime.fromtimestamp(change.at, UTC).isoformat(),
        "reason": change.reason,
        "dropped": [_named(each) for each in moved.dropped],
        "added": [_named(each) for each in moved.added],
    }
    return {**before.bidding_round, "changes": [*before.bidding_round.get("changes", ()), record]}


def _named(assignment: Assignment) -> JsonObject:
    shift = assignment.shift
    return {"employee": assignment.employee, "date": shift.day.isoformat(), "template": shift.template}


def _without(some: Sequence[Assignment], others: Sequence[Assignment]) -> tuple[Assignment, ...]:
    known = {(each.employee, each.shift.id) for each in others}
    left = (each for each in some if (each.employee, each.shift.id) not in known)
    return tuple(sorted(left, key=lambda each: (each.shift.span, each.employee)))
