from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from shiftbid.domain.errors import StorageError
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import RosterEdit, check_publication
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_board import Refusal, RosterBoard, board_of
from shiftbid.services.roster_draft import RosterDraft
from shiftbid.services.stored_draft import restored, stored
from shiftbid.storage.draft_files import DraftFiles
from tests.gui.fake_hall import CALENDAR, FIRST, HALL, fake_publication

PACK = load_pack("HOUSE", FIRST)
PERIOD = Period.of_weeks(FIRST, 1)


@pytest.fixture(scope="module")
def published() -> HallPublication:
    return fake_publication(weeks=1, people=12)


def board_for(published: HallPublication) -> RosterBoard:
    return board_of(published, check_publication(published, CALENDAR, PACK))


def drafted(board: RosterBoard) -> RosterDraft:
    """The first person's first shift goes, then the second person's is pinned."""
    draft = RosterDraft(board.roster)
    for number, gesture in enumerate((RosterBoard.cleared, RosterBoard.pinned)):
        held = next(each for each in board.roster.people[board.people[number]].assignments)
        edit = gesture(board.on(draft.now), [(held.employee, held.shift.day)])
        assert not isinstance(edit, Refusal)
        draft = draft.with_edit(edit)
    return draft


def test_a_kept_draft_comes_back_edit_by_edit(published: HallPublication, tmp_path: Path) -> None:
    board = board_for(published)
    draft, files = drafted(board), DraftFiles(tmp_path / "drafts")
    files.keep(stored(draft, published.roster))
    kept = files.find(HALL.id, PERIOD)
    assert kept is not None
    assert kept.is_of(published.roster)
    found = restored(kept, board)
    assert (found.draft.edits, found.lost) == (draft.edits, 0)
    assert found.draft.undo().edits == draft.edits[:1]


def test_edits_that_no_longer_fit_are_counted_and_left_out(published: HallPublication) -> None:
    board = board_for(published)
    draft = drafted(board)
    gone = draft.edits[0].removed[0]
    left = tuple(each for each in published.roster.assignments if each != gone)
    later = replace(published, roster=replace(published.roster, version=2, assignments=left))
    kept = stored(draft, published.roster)
    assert not kept.is_of(later.roster)
    found = restored(kept, board_for(later))
    assert (len(found.draft.edits), found.lost) == (1, 1)


def test_a_shift_that_is_not_offered_any_more_is_left_out(published: HallPublication) -> None:
    board = board_for(published)
    held = published.roster.assignments[0]
    other = next(each for each in board.people if each != held.employee)
    draft = RosterDraft(board.roster).with_edit(RosterEdit.move(held, other, replace(held.shift, id="no/such/shift")))
    assert restored(stored(draft, published.roster), board).lost == 1


def test_a_draft_without_edits_is_forgotten(published: HallPublication, tmp_path: Path) -> None:
    files = DraftFiles(tmp_path)
    draft = drafted(board_for(published))
    files.keep(stored(draft, published.roster))
    files.keep(stored(draft.undo().undo(), published.roster))
    assert files.find(HALL.id, PERIOD) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", "[]", '{"format": "another"}', '{"format": "shiftbid-draft-1", "version": 1}'])
def test_a_damaged_draft_says_which_file_to_move_away(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{HALL.id}_{PERIOD.first}_{PERIOD.last}.json").write_text(text, encoding="utf-8")
    with pytest.raises(StorageError, match="move it away"):
        DraftFiles(tmp_path).find(HALL.id, PERIOD)


def test_a_folder_that_cannot_be_written_is_told(published: HallPublication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot keep the draft"):
        DraftFiles(tmp_path / "file" / "drafts").keep(stored(drafted(board_for(published)), published.roster))
