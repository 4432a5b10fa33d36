"""The TOIL journal: entries of two postings each, in integer minutes, and the balances they sum to.

Simple: accruals come from the tariff of adapted and peak shifts (a house benefit with no pay behind it), takings from
TOIL leave; lots are used earliest expiry first. Expiry and payout are not posted yet.

An *edition* is the text that tells one version of a roster from another, such as ``h1/2026-01-05/v2``; entries that a
roster causes carry it in their id, so that publishing a version anew can take back what the version before had posted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from shiftbid.domain.errors import BugError
from shiftbid.domain.roster import Assignment
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount

BONUS_VALID_DAYS = 180


def opening_entry(lot: Lot, effective: date) -> JournalEntry:
    """Minutes that a person brings into the journal."""
    return _credit(f"opening/{lot.id}", lot, effective, EntryKind.OPENING, "opening balance")


def accrue_for(assignment: Assignment, edition: str) -> tuple[Lot, JournalEntry] | None:
    """Lot and entry for an adapted or peak shift; None where its template has no tariff."""
    shift = assignment.shift
    if not shift.toil_minutes:
        return None
    lot = Lot(
        id=f"{edition}/{assignment.employee}/{shift.template}/{shift.day.isoformat()}",
        employee=assignment.employee,
        kind=LotKind.HOUSE_BONUS,
        minutes=shift.toil_minutes,
        expires=shift.day + timedelta(days=BONUS_VALID_DAYS),
    )
    return lot, _credit(
        f"{edition}/accrue/{assignment.employee}/{shift.template}/{shift.day.isoformat()}",
        lot,
        shift.day,
        EntryKind.ACCRUE,
        shift.id,
    )


def use(
    employee: str, day: date, minutes: int, lots: Sequence[Lot], journal: Iterable[JournalEntry], edition: str
) -> JournalEntry | None:
    """Entry that takes minutes from the person's lots, earliest expiry first; None where they do not suffice."""
    left = minutes
    postings: list[Posting] = []
    remaining = balances(journal)
    for lot in sorted((each for each in lots if each.employee == employee), key=lambda each: (each.expires, each.id)):
        taken = min(left, remaining.get(lot.id, 0)) if lot.expires >= day else 0
        if taken:
            postings += [Posting(ToilAccount.BANK, lot.id, -taken), Posting(ToilAccount.USED, lot.id, taken)]
            left -= taken
    if left or not postings:
        return None
    source = f"TOIL day off on {day.isoformat()}"
    return _entry(f"{edition}/use/{employee}/{day.isoformat()}", employee, day, EntryKind.USE, tuple(postings), source)


def reversals(journal: Iterable[JournalEntry], superseded: str, edition: str) -> tuple[JournalEntry, ...]:
    """Entries that take back what the superseded edition posted, on the day of the entry they take back."""
    return tuple(
        _entry(
            f"{edition}/reverse/{entry.id}",
            entry.employee,
            entry.effective,
            EntryKind.REVERSE,
            tuple(Posting(posting.account, posting.lot, -posting.minutes) for posting in entry.postings),
            f"superseded by {edition}",
        )
        for entry in journal
        if entry.id.startswith(f"{superseded}/") and entry.kind is not EntryKind.REVERSE
    )


def balances(journal: Iterable[JournalEntry]) -> Mapping[str, int]:
    """Minutes left in each lot."""
    left: dict[str, int] = {}
    for entry in journal:
        for posting in entry.postings:
            if posting.account is ToilAccount.BANK:
                left[posting.lot] = left.get(posting.lot, 0) + posting.minutes
    return left


def _credit(entry_id: str, lot: Lot, effective: date, kind: EntryKind, source: str) -> JournalEntry:
    postings = (Posting(ToilAccount.EARNED, lot.id, -lot.minutes), Posting(ToilAccount.BANK, lot.id, lot.minutes))
    return _entry(entry_id, lot.employee, effective, kind, postings, source)


def _entry(
    entry_id: str, employee: str, effective: date, kind: EntryKind, postings: tuple[Posting, ...], source: str
) -> JournalEntry:
    if sum(posting.minutes for posting in postings) != 0:
        raise BugError(f"TOIL entry {entry_id} does not balance")
    return JournalEntry(entry_id, employee, effective, kind, postings, source)
