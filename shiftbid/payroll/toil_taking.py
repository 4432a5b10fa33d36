"""Minutes that are taken: at once, or held from the request for a day off until it is answered and taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_advance import debts, refuse_overdraft, settlements
from shiftbid.payroll.toil_ledger import Asked, Change, ToilLedger, entry_of, moved_minutes
from shiftbid.payroll.toil_policy import ToilPolicy, Validity

Part = tuple[str, int]
"""A lot, and minutes of it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Minutes that a person takes off.

    Attributes
    ----------
    key
        Idempotency key.
    day
        Day from which they are taken (of a hold: reserved).
    day_off
        Day on which the person is away, if that is another: lots must last until then.
    kinds
        Kinds of lots that may be drawn on; all where None.
    """

    key: str
    minutes: int
    day: date
    source: str
    day_off: date | None = None
    kinds: frozenset[LotKind] | None = None


def use(ledger: ToilLedger, taking: Taking, policy: ToilPolicy) -> Change:
    """Take minutes from the lots that expire first; what they lack is an advance, down to the policy's floor.

    The same taking again changes nothing. Raises InputError where the minutes do not suffice or the key stands for
    something else.
    """
    if _repeated(ledger, taking, EntryKind.USE):
        return Change()
    parts, short = parts_of(ledger, taking.minutes, taking.day, taking.day_off or taking.day, taking.kinds)
    if not short:
        return Change(entries=(_drawn(ledger, taking, EntryKind.USE, parts),))
    refuse_overdraft(ledger, policy, short, f"{taking.source or taking.key} of {taking.minutes} minutes")
    advance = Lot(
        f"advance/{taking.key}", ledger.employee, LotKind.ADVANCE, short, _longest(policy).last_day(taking.day)
    )
    entry = _drawn(ledger, taking, EntryKind.USE, parts)
    advanced = (Posting(ToilAccount.ADVANCED, advance.id, -short), Posting(ToilAccount.USED, advance.id, short))
    return Change((advance,), (replace(entry, postings=(*entry.postings, *advanced)),))


def hold(ledger: ToilLedger, taking: Taking) -> Change:
    """Reserve minutes for a day off, so that nobody can ask for them twice; there is no hold on an advance.

    The same hold again changes nothing. Raises InputError where the minutes do not suffice or the key stands for
    something else.
    """
    if _repeated(ledger, taking, EntryKind.HOLD):
        return Change()
    parts, short = parts_of(ledger, taking.minutes, taking.day, taking.day_off or taking.day, taking.kinds)
    if short:
        free = taking.minutes - short
        raise InputError("TOIL", [f"{taking.minutes} minutes are asked for, {free} are free on {taking.day}"])
    return Change(entries=(_drawn(ledger, taking, EntryKind.HOLD, parts),))


def release(ledger: ToilLedger, key: str, held: str, day: date, source: str) -> Change:
    """Give the minutes of a hold back to their lots, also where these have expired meanwhile.

    Counts from the given day or from that of the hold, whichever is later. Raises InputError where there is no such
    hold, it is answered already, or the key stands for something else.
    """
    return _answer(ledger, key, held, day, source, EntryKind.RELEASE)


def take(ledger: ToilLedger, key: str, held: str, day: date, source: str) -> Change:
    """Use the minutes of a hold on the day off; raises InputError as `release` does."""
    return _answer(ledger, key, held, day, source, EntryKind.TAKE)


def parts_of(
    ledger: ToilLedger,
    minutes: int,
    day: date,
    day_off: date,
    kinds: frozenset[LotKind] | None = None,
    without: str | None = None,
) -> tuple[Sequence[Part], int]:
    """Parts of the lots that expire first and make up the minutes, and how many minutes they lack.

    Drawn on are lots of the `kinds`, all but the one `without`, earned by `day` and valid on `day_off`.
    """
    left = minutes
    parts: list[Part] = []
    for lot in open_lots(ledger):
        if not left:
            break
        if lot.expires < day_off or lot.id == without or not (kinds is None or lot.kind in kinds):
            continue
        taken = min(left, ledger.free_minutes(lot.id, day))
        if taken:
            parts.append((lot.id, taken))
            left -= taken
    return parts, left


def open_lots(ledger: ToilLedger) -> list[Lot]:
    """Lots with minutes in the bank, in the order in which they are used: earliest expiry first."""
    return sorted(
        (ledger.lots[lot] for lot in ledger.standing_minutes(ToilAccount.BANK)), key=lambda lot: (lot.expires, lot.id)
    )


def _repeated(ledger: ToilLedger, taking: Taking, kind: EntryKind) -> bool:
    if ledger.repeats(taking.key, Asked(kind, taking.day, taking.source, taking.minutes)):
        return True
    if taking.minutes <= 0:
        raise InputError("TOIL", [f"{taking.key} takes {taking.minutes} minutes; give a positive number"])
    return False


def _drawn(ledger: ToilLedger, taking: Taking, kind: EntryKind, parts: Sequence[Part]) -> JournalEntry:
    target = ToilAccount.HELD if kind is EntryKind.HOLD else ToilAccount.USED
    moves = [(ToilAccount.BANK, target, lot, minutes) for lot, minutes in parts]
    return entry_of(taking.key, ledger.employee, taking.day, kind, moves, taking.source)


def _answer(ledger: ToilLedger, key: str, held: str, day: date, source: str, kind: EntryKind) -> Change:
    placed = ledger.entries.get(held)
    if placed is None or placed.kind is not EntryKind.HOLD:
        raise InputError("TOIL", [f"{held} is no hold in the journal of {ledger.employee}"])
    effective = max(day, placed.effective)
    if ledger.repeats(key, Asked(kind, effective, source, moved_minutes(placed, ToilAccount.HELD), None, held)):
        return Change()
    before = ledger.answer_to(held)
    if before is not None:
        raise InputError("TOIL", [f"hold {held} was answered already, by {before.id} ({before.kind.value})"])
    target = ToilAccount.BANK if kind is EntryKind.RELEASE else ToilAccount.USED
    parts = [(each.lot, each.minutes) for each in placed.postings if each.account is ToilAccount.HELD]
    moves = [(ToilAccount.HELD, target, lot, minutes) for lot, minutes in parts]
    entry = entry_of(key, ledger.employee, effective, kind, moves, source, held)
    if kind is EntryKind.TAKE:
        return Change(entries=(entry,))
    return Change(entries=(entry, *settlements(ledger.employee, key, effective, dict(parts), debts(ledger))))


def _longest(policy: ToilPolicy) -> Validity:
    """An advance that comes back lasts as long as the longest of the policy's kinds."""
    validities = [terms.validity for terms in policy.terms.values()]
    return max(validities, key=lambda each: (each == Validity(), each.months * 31 + each.days), default=Validity())
