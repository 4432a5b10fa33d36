"""Time off in lieu: entries that balance, lots that are never overdrawn or used late, accruals from rostered shifts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import day_text, duration_text
from shiftbid.verifier.finding import Kind, VerifierFinding
from shiftbid.verifier.folder import Published
from shiftbid.verifier.people import Work
from shiftbid.verifier.roster import name_of
from shiftbid.verifier.rows import StaffRow, ToilRow

BANK, HELD, ADVANCED, USED = "bank", "held", "advanced", "used"
ACCOUNTS = (BANK, HELD, ADVANCED, USED, "earned", "expired", "paid_out")
ACCRUE, USE, TAKE = "accrue", "use", "take"
TAKINGS = {USE: BANK, TAKE: HELD}
"""Account from which each kind of entry takes minutes for a day off."""


def check_toil(published: Published, work: Work) -> Iterator[VerifierFinding]:
    """Check the journal of ``toil.csv`` in the order in which it was written."""
    journal = _Journal({each.employee: each for each in published.staff})
    entries: defaultdict[str, list[ToilRow]] = defaultdict(list)
    for row in published.toil:
        entries[row.entry].append(row)
    shifts = {(spell.employee, f"{spell.hall}/{spell.template}/{spell.day.isoformat()}") for spell in work.spells}
    for rows in entries.values():
        yield from journal.posted(rows)
        first = rows[0]
        in_period = work.place.first <= first.effective <= work.place.last
        if first.kind == ACCRUE and in_period and (first.employee, first.source) not in shifts:
            yield journal.finding(
                "TOIL-SOURCE", first, f"earns time off for {first.source or 'nothing'}, no rostered shift of theirs"
            )


def used_minutes(published: Published, first: date, last: date) -> dict[tuple[str, date], int]:
    """Minutes of time off taken, by person and day, from first to last day."""
    used: defaultdict[tuple[str, date], int] = defaultdict(int)
    for row in published.toil:
        if row.account == USED and first <= row.effective <= last:
            used[row.employee, row.effective] += row.minutes
    return dict(used)


class _Journal:
    """Balances of lots while the journal is read from its beginning."""

    def __init__(self, staff: dict[str, StaffRow]) -> None:
        self.staff = staff
        self.minutes: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.owner: dict[str, tuple[str, date, date]] = {}

    def finding(self, rule: str, row: ToilRow, what: str) -> VerifierFinding:
        sentence = f"toil.csv row {row.row}, {name_of(row.employee, self.staff)} on {day_text(row.effective)}: {what}."
        return VerifierFinding(Kind.TOIL, rule, row.employee, row.effective.isoformat(), sentence)

    def posted(self, rows: list[ToilRow]) -> Iterator[VerifierFinding]:
        """Post one entry and say what is wrong with it."""
        first = rows[0]
        if len({(row.employee, row.effective, row.kind) for row in rows}) > 1:
            yield self.finding("TOIL-ENTRY", first, f"entry {first.entry} has rows of different people, days or kinds")
        if sum(row.minutes for row in rows) != 0:
            total = sum(row.minutes for row in rows)
            yield self.finding("TOIL-BALANCE", first, f"entry {first.entry} sums to {total} minutes instead of 0")
        if first.employee not in self.staff:
            yield self.finding("TOIL-PERSON", first, "this employee is not in staff.csv")
        for row in rows:
            yield from self._row(row)
        for lot, account in dict.fromkeys((row.lot, row.account) for row in rows):
            left = self.minutes[lot, account]
            if account in (BANK, HELD) and left < 0:
                yield self.finding("TOIL-OVERDRAWN", first, f"lot {lot} is overdrawn by {duration_text(-left)}")
            if account == ADVANCED and left > 0:
                what = f"pays {duration_text(left)} more back to lot {lot} than was taken in advance"
                yield self.finding("TOIL-ADVANCE", first, what)

    def _row(self, row: ToilRow) -> Iterator[VerifierFinding]:
        employee, earned, expires = self.owner.setdefault(row.lot, (row.employee, row.effective, row.expires))
        if row.account not in ACCOUNTS:
            yield self.finding("TOIL-ACCOUNT", row, f"there is no account {row.account!r}")
        if (row.employee, row.expires) != (employee, expires):
            yield self.finding(
                "TOIL-LOT", row, f"lot {row.lot} belongs to {employee} and expires on {expires.isoformat()}"
            )
        self.minutes[row.lot, row.account] += row.minutes
        if row.account == TAKINGS.get(row.kind):
            if row.effective > expires:
                yield self.finding(
                    "TOIL-EXPIRED", row, f"takes {duration_text(-row.minutes)} of lot {row.lot}, which had expired"
                )
            if row.effective < earned:
                yield self.finding(
                    "TOIL-EARLY", row, f"takes {duration_text(-row.minutes)} of lot {row.lot} before it was earned"
                )
