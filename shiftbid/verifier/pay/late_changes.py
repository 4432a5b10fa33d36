"""What late changes of a published roster cost, as ``round.json`` tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import MINUTE
from shiftbid.verifier.pay.tables import LateChangePay, LateChangeSums
from shiftbid.verifier.round_record import AwardRecord, ChangeRecord
from shiftbid.verifier.rows import TemplateRow
from shiftbid.verifier.spells import Spell, template_spell

EMPLOYERS = ("edit", "repair")


@dataclass(frozen=True, slots=True)
class LateChange:
    """A change of one person's day: notice, and minutes added, moved and cut."""

    employee: str
    day: date
    notice_minutes: int
    added: int
    moved: int
    cut: int


def late_changes(
    changes: Iterable[ChangeRecord], templates: Mapping[str, TemplateRow], zone: ZoneInfo
) -> Iterator[LateChange]:
    """Changes that the employer made after the award; what is lost and taken on one day is one change."""
    for change in changes:
        if change.kind not in EMPLOYERS:
            continue
        lost, taken = (_spells(rows, templates, zone) for rows in (change.dropped, change.added))
        for employee, day in sorted(lost.keys() | taken.keys()):
            for before, after in zip_longest(lost[employee, day], taken[employee, day]):
                yield _change(before, after, change.at)


def owed_minutes(change: LateChange, table: LateChangePay) -> int:
    """Minutes of pay for a change; part of a minute counts as one."""
    if change.notice_minutes >= table.notice_minutes:
        return 0
    by_share = change.notice_minutes < table.cut_notice_minutes
    if change.cut > table.tolerance_minutes and by_share:
        return -(-change.cut * table.cut_percent // 100)
    flat = max(change.added, change.moved, 0 if by_share else change.cut)
    return table.added_minutes if flat > table.tolerance_minutes else 0


def owed_cents(change: LateChange, table: LateChangeSums) -> int:
    """Cents for a change."""
    sums = table.cut if change.cut else table.added if change.added or change.moved else ()
    return next((cents for notice, cents in sums if change.notice_minutes < notice), 0)


def _spells(
    rows: Iterable[AwardRecord], templates: Mapping[str, TemplateRow], zone: ZoneInfo
) -> defaultdict[tuple[str, date], list[Spell]]:
    """Spells by person and day in order of start; one of an unknown template is found when the award is checked."""
    found: defaultdict[tuple[str, date], list[Spell]] = defaultdict(list)
    for row in rows:
        if row.template in templates:
            found[row.employee, row.day].append(template_spell(templates[row.template], row.day, row.employee, zone))
    for spells in found.values():
        spells.sort(key=lambda spell: (spell.start, spell.end))
    return found


def _change(before: Spell | None, after: Spell | None, at: int) -> LateChange:
    known = [spell for spell in (before, after) if spell is not None]
    had, has = (spell.paid_minutes if spell else 0 for spell in (before, after))
    first, last = known[0], known[-1]
    return LateChange(
        employee=first.employee,
        day=first.day,
        notice_minutes=max(0, first.start - at) // MINUTE,
        added=max(0, has - had),
        moved=max(abs(first.start - last.start), abs(first.end - last.end)) // MINUTE,
        cut=max(0, had - has),
    )
