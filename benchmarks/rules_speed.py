"""How long findings take: ``python -m benchmarks.rules_speed [--people N] [--packs ID…] [--weeks-before W]``.

A hall of 200 people in a month of 31 days, five shifts a week each, eight kinds of shift of eight hours. Per pack: the
findings of the whole roster, of one edit (a shift moved from one person to another), and who could take a shift, asked
of everybody. Times are processor times, so that other programs do not count; the least of some runs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.situation import Situation
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_roster

ZONE = "Europe/Madrid"
MONTH = Period(date(2026, 3, 1), date(2026, 3, 31))
HOUR = 60
TEMPLATES = tuple(
    ShiftTemplate(f"t{n}", (7 + n) * HOUR, (16 + n) * HOUR, (TemplateBreak((11 + n) * HOUR, HOUR, paid=False),))
    for n in range(8)
)
DAYS_WORKED_A_WEEK = 5
EDITS = 10


def month_of(people: int, pack_id: str, weeks_before: int) -> tuple[Sequence[Assignment], Mapping[str, Situation]]:
    """Give a roster of a month, and what the rules look at for each person, with the weeks worked before it."""
    pack = load_pack(pack_id, MONTH.first)
    assignments: list[Assignment] = []
    situations: dict[str, Situation] = {}
    for number in range(people):
        name = f"p{number:03}"
        employee = Employee(
            name,
            name,
            "H",
            40 * HOUR,
            HoursSystem.STANDARD,
            frozenset({"counter"}),
            date(1990, 1, 1),
            date(2020, 1, 1),
            3000,
        )
        before = [MONTH.first - timedelta(days=n) for n in range(7 * weeks_before, 0, -1)]
        history = tuple(_shifts(number, before))
        situations[name] = Situation(
            employee, MONTH, ZONE, Calendar({}), (), history, week_starts_on=pack.week_starts_on
        )
        assignments += [Assignment(name, shift) for shift in _shifts(number, MONTH.days)]
    return assignments, situations


def _shifts(number: int, days: Sequence[date]) -> Sequence[Shift]:
    """Shifts on five days a week: everybody has other days off, and another shift every week."""
    return [
        dated(TEMPLATES[(number + index // 7) % len(TEMPLATES)], "H", day, ZONE)
        for index, day in enumerate(days)
        if (day.weekday() - number) % 7 < DAYS_WORKED_A_WEEK
    ]


def edits_of(roster: CheckedRoster) -> Sequence[RosterEdit]:
    """Give edits that move a shift to the next person who does not have it."""
    names = sorted(roster.people)
    held = {(each.employee, each.shift.id) for each in roster.assignments}
    edits: list[RosterEdit] = []
    for each in roster.assignments[:: max(1, len(roster.assignments) // EDITS)]:
        others = (name for name in names if (name, each.shift.id) not in held)
        edits += [RosterEdit.move(each, other, each.shift) for other in others][:1]
    return edits


def main(arguments: Sequence[str] | None = None) -> int:
    """Time every pack and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules_speed", description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--packs", nargs="+", choices=pack_ids(), default=pack_ids(), metavar="ID")
    parser.add_argument("--weeks-before", type=int, default=0, help="weeks worked before the month, for averages")
    parser.add_argument("--runs", type=int, default=3)
    parsed = parser.parse_args(arguments)
    sys.stdout.write(f"{parsed.people} people, {len(MONTH.days)} days, {parsed.weeks_before} weeks before, ms\n")
    sys.stdout.write(f"{'pack':<12}{'findings':>9}{'whole':>9}{'edit':>9}{'ratio':>9}{'who can':>9}\n")
    for pack_id in parsed.packs:
        pack = load_pack(pack_id, MONTH.first)
        check = partial(check_roster, *month_of(parsed.people, pack_id, parsed.weeks_before), pack)
        roster = check()
        edits = edits_of(roster)
        whole = _milliseconds(check, parsed.runs)
        edit = max(_milliseconds(partial(roster.effect, each), parsed.runs) for each in edits)
        asked = _milliseconds(partial(roster.why_not_each, edits[0].added[0].shift), parsed.runs)
        found = len(roster.whole_roster_findings)
        sys.stdout.write(f"{pack_id:<12}{found:>9}{whole:>9.1f}{edit:>9.2f}{whole / edit:>9.0f}{asked:>9.1f}\n")
    return 0


def _milliseconds(run: Callable[[], object], runs: int) -> float:
    times: list[float] = []
    for _ in range(runs):
        began = time.process_time()
        run()
        times.append(time.process_time() - began)
    return min(times) * 1e3


if __name__ == "__main__":
    sys.exit(main())
