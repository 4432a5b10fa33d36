"""Edits of a roster: what is kept up to date edit by edit is what a whole check finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.situation import Situation
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_roster
from tests.rules.random_weeks import Weeks, random_weeks
from tests.rules.worked_case import person

PACKS = [load_pack(pack_id, date(2026, 3, 2)) for pack_id in pack_ids()]
EVERY_RULE = replace(PACKS[0], rules=tuple({rule.id: rule for pack in PACKS for rule in pack.rules}.values()))
PEOPLE = ("ann", "bo", "cai")


@dataclass(frozen=True, slots=True)
class Drawn:
    """People of a hall, the shifts that there are, and who takes which of them."""

    situations: Mapping[str, Situation]
    shifts: Sequence[Shift]
    assignments: Sequence[Assignment]

    def checked(self) -> CheckedRoster:
        """Check the roster whole, against every rule of every pack."""
        return check_roster(self.assignments, self.situations, EVERY_RULE)


@st.composite
def rosters(draw: st.DrawFn) -> Drawn:
    """Three people in the same two weeks: one with a history, one with leave besides, one with neither."""
    seen = draw(random_weeks()).situation
    situations = {
        name: replace(
            seen,
            employee=replace(seen.employee, id=name, name=name),
            history=() if name == "cai" else seen.history,
            leave=seen.leave if name == "bo" else (),
        )
        for name in PEOPLE
    }
    # Most shifts go to the first: a person with many shifts is near the limits.
    takers = [draw(st.sampled_from(("ann", "ann", "ann", "ann", "bo", "cai", ""))) for _ in seen.candidates]
    taken = [Assignment(name, shift) for name, shift in zip(takers, seen.candidates, strict=True) if name]
    return Drawn(situations, seen.candidates, taken)


@st.composite
def edits(draw: st.DrawFn, roster: CheckedRoster, shifts: Sequence[Shift]) -> RosterEdit:
    """An edit that the roster allows."""
    taken = roster.assignments
    held = {(each.employee, each.shift.id) for each in taken}
    free = [(name, shift) for name in PEOPLE for shift in shifts if (name, shift.id) not in held]
    swaps = [
        (one, other)
        for one in taken
        for other in taken
        if not {(one.employee, other.shift.id), (other.employee, one.shift.id)} & held
    ]
    strategies = [st.just(RosterEdit())]
    if free:
        strategies.append(st.sampled_from(free).map(lambda chosen: RosterEdit.assign(*chosen)))
    if taken:
        strategies.append(st.sampled_from(taken).map(RosterEdit.remove))
    if free and taken:
        moves = st.tuples(st.sampled_from(taken), st.sampled_from(free))
        strategies.append(moves.map(lambda move: RosterEdit.move(move[0], *move[1])))
    if swaps:
        strategies.append(st.sampled_from(swaps).map(lambda pair: RosterEdit.swap(*pair)))
    return draw(st.one_of(strategies))


@settings(max_examples=20, deadline=None)
@given(drawn=rosters(), data=st.data())
def test_findings_kept_through_edits_are_those_of_a_whole_check(drawn: Drawn, data: st.DataObject) -> None:
    roster = drawn.checked()
    for _ in range(5):
        before = roster.whole_roster_findings
        effect = roster.effect(data.draw(edits(roster, drawn.shifts)))
        assert roster.whole_roster_findings == before
        roster = effect.roster
        whole = check_roster(roster.assignments, drawn.situations, EVERY_RULE).whole_roster_findings
        assert roster.whole_roster_findings == whole
        assert sorted(effect.findings_added, key=repr) == sorted(set(whole) - set(before), key=repr)
        assert sorted(effect.findings_removed, key=repr) == sorted(set(before) - set(whole), key=repr)


def _shift(number: int, day: date, first_hour: int, hours: int) -> Shift:
    start = instant(day, first_hour * 60, "Europe/Madrid")
    return Shift(f"s{number}", "hall", "", day, Interval(start, start + hours * 3600))


def test_a_shift_that_ends_in_the_next_week_may_break_a_rule_of_the_week_after_that() -> None:
    spain = load_pack("ES", date(2026, 3, 2))
    first = date(2026, 4, 13)
    # The longest rest after Monday's is of 62 h, and of 32 h in the third week.
    starts = [(9, 8), (12, 8), (15, 8), (16, 14), (18, 8), (19, 8)]
    own = [_shift(number, first + timedelta(days=day), hour, 10) for number, (day, hour) in enumerate(starts)]
    situation = Situation(person(), Period.of_weeks(first, 3), "Europe/Madrid", Calendar({}), ())
    until_monday_morning = _shift(9, date(2026, 4, 19), 14, 11)
    roster = check_roster([Assignment("ada", each) for each in own], {"ada": situation}, spain)
    added = roster.effect(RosterEdit.assign("ada", until_monday_morning)).findings_added
    third_week = Period.of_weeks(date(2026, 4, 27), 1).interval("Europe/Madrid")
    assert third_week in [each.span for each in added if each.rule == "ES-WEEKLY-REST"]
    assert roster.why_not("ada", until_monday_morning) == added


@settings(max_examples=80, deadline=None)
@given(seen=random_weeks(6), data=st.data())
def test_what_speaks_against_a_shift_is_what_taking_it_would_add(seen: Weeks, data: st.DataObject) -> None:
    situation = seen.situation
    assume(situation.candidates)
    shift = data.draw(st.sampled_from(situation.candidates))
    others = [Assignment("ada", each) for each in situation.candidates if each != shift]
    roster = check_roster(others, {"ada": situation}, EVERY_RULE)
    added = roster.effect(RosterEdit.assign("ada", shift)).findings_added
    assert roster.why_not("ada", shift) == added
    assert roster.why_not_each(shift) == {"ada": added}
