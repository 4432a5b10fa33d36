"""Orders of the window about claims, swaps, appeals and proposals, done on a database; and what the window reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from shiftbid.bootstrap.desk_commands import StoredCommand
from shiftbid.domain.account import User
from shiftbid.domain.appeal import AppealCause
from shiftbid.domain.case import CaseState
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.services.case_orders import (
    AgreeToExchange,
    AnswerAppeal,
    ClaimShift,
    DecideAppeal,
    FindSwaps,
    OfferShift,
    ProposeSwap,
    RaiseAppeal,
    RefuseExchange,
    WithdrawCase,
)
from shiftbid.services.desk_orders import DeskOrder
from shiftbid.services.desk_reading import desk_view
from shiftbid.services.progress import unheard
from shiftbid.services.proposal_orders import CommentOnProposal, ProposeTemplate
from shiftbid.services.proposal_text import TemplateText
from shiftbid.storage import schema
from shiftbid.storage.database import Database
from tests.storage.exchange_roster import ANA, BEFORE, BO, CAI, DEE, MANAGER, NORTH, WEEK, shift, store_week


class Window:
    """The window's way into the database of the published week, ten days before it begins."""

    def __init__(self, url: str) -> None:
        self.url = url

    def done(self, order: DeskOrder, by: User) -> Any:
        return StoredCommand(self.url, order, by)(unheard)

    def view(self, user: User) -> Any:
        with Database(self.url) as database, database.unit_of_work() as unit:
            return desk_view(unit, user, NORTH.id, WEEK, BEFORE)


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr("shiftbid.storage.clock.seconds_now", lambda: BEFORE)
    url = f"sqlite:///{tmp_path / 'north.sqlite'}"
    schema.ensure(url)
    with Database(url) as database, database.unit_of_work() as unit:
        store_week(unit)
        unit.commit()
    return Window(url)


def test_shifts_are_offered_claimed_and_swapped(window: Window) -> None:
    where = (NORTH.id, WEEK)
    window.done(OfferShift(*where, shift("early", 0), ()), ANA)
    with pytest.raises(InputError, match="Bo has 2 shifts"):
        window.done(ClaimShift(*where, shift("early", 0)), BO)
    with pytest.raises(InputError, match=r"^换班: Bo[^\n]*[^。]（内部规定）。\nBo[^\n]*[^。]（内部规定）。$"):
        window.done(ClaimShift(*where, shift("early", 0), "zh"), BO)
    assert window.done(ClaimShift(*where, shift("early", 0)), DEE).state is CaseState.DONE
    with pytest.raises(InputError, match="Dee was first"):
        window.done(ClaimShift(*where, shift("early", 0)), CAI)
    proposed = window.done(ProposeSwap(*where, shift("early", 1), shift("late", 2), "dee"), ANA)
    (matters,) = window.view(DEE).own.matters
    assert [each.waits_for for each in matters.board.exchanges if each.case.id == proposed.id] == [("dee",)]
    assert "ana" in matters.board.holders[shift("early", 1)]
    assert window.done(AgreeToExchange(proposed.id), DEE).state is CaseState.DONE
    offered = window.done(OfferShift(*where, shift("late", 2), (shift("early", 2),)), ANA)
    window.done(OfferShift(*where, shift("early", 2), (shift("late", 2),)), CAI)
    (found,) = window.done(FindSwaps(*where), MANAGER)
    assert window.done(RefuseExchange(found.id, ""), CAI).state is CaseState.REFUSED
    assert window.done(WithdrawCase(offered.id), ANA).state is CaseState.WITHDRAWN
    board = window.view(MANAGER).matters.board
    assert board.version == 3
    assert [offer.employee for _, offer in board.offers] == ["cai"]


def test_an_appeal_is_read_by_whoever_it_concerns(window: Window) -> None:
    raised = window.done(RaiseAppeal(NORTH.id, WEEK, shift("late", 2), AppealCause.LOST_WISH, "I wished for it."), BO)
    window.done(AnswerAppeal(raised.id, "Sorry."), MANAGER)
    with pytest.raises(AccessError, match="another hall's manager"):
        window.done(DecideAppeal(raised.id, uphold=True, reason="right"), MANAGER)
    matters = window.view(MANAGER).matters
    (sheet,) = matters.appeals.appeals
    assert (sheet.name, sheet.shift.id, sheet.answer) == ("Bo", shift("late", 2), "Sorry.")
    assert "may be claimed" in sheet.found
    assert matters.appeals.statistics[AppealCause.LOST_WISH].waiting == 1
    assert [each.standing.case for each in window.view(BO).own.matters[0].appeals] == [raised.id]
    assert window.view(ANA).own.matters[0].appeals == ()
    assert matters.fairness is None, "no round was awarded"


def test_a_proposal_is_read_with_its_comments_by_everybody(window: Window) -> None:
    text = TemplateText("10:00", "14:00", "", frozenset({0, 2}), "counter")
    judged = window.done(ProposeTemplate(NORTH.id, text), ANA)
    window.done(CommentOnProposal(NORTH.id, judged.proposal.number, "The bus is late."), MANAGER)
    for seen in (window.view(BO).own, window.view(MANAGER).plan):
        (proposal,) = seen.proposals
        assert [each.text for each in proposal.proposal.comments] == ["The bus is late."]
        assert seen.commenters[proposal.proposal.by] == "Ana"
        assert proposal.covered_half_hours == judged.covered_half_hours > 0
