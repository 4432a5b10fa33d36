"""Edits of a roster: what is kept up to date edit by edit is what a whole check finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.situation import Situation
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_roster
from tests.rules.random_weeks import Weeks, random_weeks

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
