from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import dated
from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import CheckedRoster, RosterEdit, check_publication
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_board import Cell, Gesture, Refusal, RosterBoard, board_of
from shiftbid.services.roster_draft import RosterDraft
from tests.gui.fake_hall import CALENDAR, FIRST, HALL, TEMPLATES, ZONE, fake_publication

PACK = load_pack("HOUSE", FIRST)
EARLY, LATE, *_ = TEMPLATES


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def cell(person: int, number: int) -> Cell:
    return f"e{person:03d}", day(number)


def with_shifts(*shifts: tuple[int, int, str]) -> tuple[HallPublication, CheckedRoster]:
    """A week of four people with shifts given by person, day and template."""
    published = fake_publication(weeks=1, people=4)
    known = {each.id: each for each in TEMPLATES}
    taken = tuple(
        Assignment(f"e{person:03d}", dated(known[template], HALL.id, day(number), ZONE), pinned=template == "noon-6h")
        for person, number, template in shifts
    )
    period = published.roster.period
    changed = replace(published, roster=Roster(HALL.id, period, 1, RosterState.PUBLISHED, taken))
    return changed, check_publication(changed, CALENDAR, PACK)


def board_with(*shifts: tuple[int, int, str]) -> RosterBoard:
    return board_of(*with_shifts(*shifts))


def after(board: RosterBoard, edit: RosterEdit | Refusal) -> set[tuple[int, int, str]]:
    assert isinstance(edit, RosterEdit)
    roster = board.roster.effect(edit).roster
    return {(int(each.employee[1:]), (each.shift.day - FIRST).days, each.shift.template) for each in roster.assignments}


@pytest.mark.parametrize(
    ("cells", "down", "across", "expected"),
    [
        ([(0, 0)], 1, 0, {(1, 0, "early-8h"), (0, 1, "late-8h")}),
        ([(0, 0)], 0, 1, {(0, 1, "early-8h"), (0, 0, "late-8h")}),
        ([(0, 0), (0, 1)], 1, 1, {(1, 1, "early-8h"), (1, 2, "late-8h")}),
        # Overlapping itself by a day: the free day changes places with the first of them.
        ([(0, 0), (0, 1)], 0, 1, {(0, 1, "early-8h"), (0, 2, "late-8h")}),
        # Free cells among those chosen stay where they are.
        ([(0, 0), (1, 0)], 0, 3, {(0, 3, "early-8h"), (0, 1, "late-8h")}),
    ],
)
def test_dragged_shifts_change_places_with_what_stands_there(
    cells: Sequence[tuple[int, int]], down: int, across: int, expected: set[tuple[int, int, str]]
) -> None:
    board = board_with((0, 0, "early-8h"), (0, 1, "late-8h"))
    assert after(board, board.dragged([cell(*each) for each in cells], down, across, Gesture.MOVE)) == expected


def test_a_copy_leaves_what_it_was_made_of_and_no_pin() -> None:
    board = board_with((0, 0, "noon-6h"), (1, 0, "late-8h"))
    edit = board.dragged([cell(0, 0)], 1, 0, Gesture.COPY)
    assert after(board, edit) == {(0, 0, "noon-6h"), (1, 0, "noon-6h")}
    assert isinstance(edit, RosterEdit)
    assert [each.pinned for each in edit.added] == [False]


def test_a_move_keeps_the_pin() -> None:
    board = board_with((0, 0, "noon-6h"))
    edit = board.dragged([cell(0, 0)], 2, 1, Gesture.MOVE)
    assert isinstance(edit, RosterEdit)
    assert [(each.employee, each.pinned) for each in edit.added] == [("e002", True)]


def test_what_cannot_be_is_refused() -> None:
    board = board_with((0, 0, "early-8h"), (0, 5, "evening-5h"))
    assert board.dragged([cell(1, 1)], 1, 0, Gesture.MOVE) is Refusal.NOTHING
    assert board.dragged([cell(0, 0)], -1, 0, Gesture.MOVE) is Refusal.OUTSIDE
    assert board.dragged([cell(0, 0)], 0, -1, Gesture.MOVE) is Refusal.OUTSIDE
    # On Sundays the hall closes before the evening shift ends.
    assert board.dragged([cell(0, 5)], 0, 1, Gesture.MOVE) is Refusal.NOT_OFFERED
    assert board.dragged([cell(0, 0)], 0, 0, Gesture.MOVE) is Refusal.NOTHING
    assert board.assigned([cell(0, 6)], "evening-5h") is Refusal.NOT_OFFERED
    assert board.pinned([cell(1, 1)]) is Refusal.NOTHING
    assert board.cleared([cell(1, 1)]) is Refusal.NOTHING


def test_a_template_is_given_to_every_cell_that_has_it() -> None:
    board = board_with((0, 4, "early-8h"))
    week = [cell(0, number) for number in range(4, 7)]
    assert after(board, board.assigned(week, "evening-5h")) == {(0, 4, "evening-5h"), (0, 5, "evening-5h")}


def test_pins_are_set_then_taken_off() -> None:
    board = board_with((0, 0, "early-8h"), (1, 0, "noon-6h"))
    both = [cell(0, 0), cell(1, 0)]
    first = board.pinned(both)
    assert isinstance(first, RosterEdit)
    assert [(each.employee, each.pinned) for each in first.added] == [("e000", True)]
    second = board.on(board.roster.effect(first).roster).pinned(both)
    assert isinstance(second, RosterEdit)
    assert {(each.employee, each.pinned) for each in second.added} == {("e000", False), ("e001", False)}


def test_cells_are_pasted_with_their_gaps_and_cut_off_at_the_edge() -> None:
    board = board_with((0, 0, "early-8h"), (1, 1, "late-8h"), (2, 3, "early-8h"))
    clipping = board.copied([cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)])
    pasted = after(board, board.pasted(clipping, cell(2, 2)))
    assert pasted == {(0, 0, "early-8h"), (1, 1, "late-8h"), (2, 2, "early-8h"), (3, 3, "late-8h")}
    assert (3, 2, "early-8h") in after(board, board.pasted(clipping, cell(3, 2)))
    sunday = board_with((0, 5, "evening-5h"))
    assert sunday.pasted(sunday.copied([cell(0, 5)]), cell(0, 6)) is Refusal.NOT_OFFERED


def test_fills_repeat_the_first_row_or_day() -> None:
    board = board_with((0, 4, "evening-5h"), (1, 5, "late-8h"))
    block = [cell(person, number) for person in range(3) for number in range(4, 7)]
    down = after(board, board.filled_down(block))
    assert down == {(0, 4, "evening-5h"), (1, 4, "evening-5h"), (2, 4, "evening-5h")}
    right = after(board, board.filled_right([cell(0, 4), cell(0, 5), cell(0, 6)]))
    assert right == {(0, 4, "evening-5h"), (0, 5, "evening-5h"), (1, 5, "late-8h")}


def test_a_bar_goes_to_another_person_and_another_time() -> None:
    board = board_with((0, 0, "early-8h"), (1, 0, "late-8h"))
    assert after(board, board.put(cell(0, 0), cell(1, 0), "evening-5h", Gesture.MOVE)) == {
        (0, 0, "late-8h"),
        (1, 0, "evening-5h"),
    }
    assert after(board, board.put(cell(0, 0), cell(2, 0), "early-8h", Gesture.COPY)) == {
        (0, 0, "early-8h"),
        (1, 0, "late-8h"),
        (2, 0, "early-8h"),
    }
    assert board.put(cell(0, 0), cell(0, 0), "early-8h", Gesture.MOVE) is Refusal.NOTHING
    assert board.put(cell(0, 0), cell(0, 0), "no-such", Gesture.MOVE) is Refusal.NOT_OFFERED


def test_undo_and_redo_go_through_every_edit() -> None:
    board = board_with((0, 0, "early-8h"))
    draft = RosterDraft(board.roster)
    states = [draft.now.assignments]
    gestures: tuple[Callable[[RosterBoard], RosterEdit | Refusal], ...] = (
        lambda one: one.dragged([cell(0, 0)], 1, 0, Gesture.MOVE),
        lambda one: one.assigned([cell(2, 2), cell(3, 3)], "late-8h"),
        lambda one: one.pinned([cell(1, 0)]),
        lambda one: one.cleared([cell(2, 2)]),
    )
    for gesture in gestures:
        edit = gesture(board.on(draft.now))
        assert isinstance(edit, RosterEdit)
        draft = draft.with_edit(edit)
        states.append(draft.now.assignments)
    assert len(set(states)) == len(states)
    for state in reversed(states[:-1]):
        draft = draft.undo()
        assert draft.now.assignments == state
    assert draft.undo() == draft
    assert draft.difference == RosterEdit()
    for state in states[1:]:
        draft = draft.redo()
        assert draft.now.assignments == state
    assert draft.redo() == draft


def test_a_new_edit_forgets_what_was_undone() -> None:
    board = board_with((0, 0, "early-8h"))
    first = board.dragged([cell(0, 0)], 1, 0, Gesture.MOVE)
    second = board.dragged([cell(0, 0)], 2, 0, Gesture.MOVE)
    assert isinstance(first, RosterEdit)
    assert isinstance(second, RosterEdit)
    draft = RosterDraft(board.roster).with_edit(first).undo().with_edit(second)
    assert not draft.undone
    assert [(each.employee, each.shift.day) for each in draft.now.assignments] == [cell(2, 0)]


def test_a_draft_knows_what_it_breaks_and_mends() -> None:
    board = board_with((0, 2, "early-8h"))
    draft = RosterDraft(board.roster)
    to_the_sick = board.dragged([cell(0, 2)], 1, 0, Gesture.MOVE)
    assert isinstance(to_the_sick, RosterEdit)
    worse = draft.with_edit(to_the_sick)
    assert {each.employee for each in worse.findings_added} == {"e001"}
    back = board.on(worse.now).dragged([cell(1, 2)], 1, 0, Gesture.MOVE)
    assert isinstance(back, RosterEdit)
    mended = worse.with_edit(back)
    assert mended.findings_added == ()
    assert mended.employees == ("e000", "e001", "e002")
    assert RosterDraft(worse.now).with_edit(back).findings_removed == worse.findings_added
