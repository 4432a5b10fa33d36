"""Claims and swaps through their use cases, on both databases: checks, agreements, races, and what goes on record."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import timedelta

import pytest

from shiftbid.domain.account import User
from shiftbid.domain.case import Case, CaseState
from shiftbid.domain.errors import AccessError, InputError, ShiftbidError
from shiftbid.domain.exchange import Move
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.poll import Poll, PollAct, PollKind
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import day_interval
from shiftbid.services.case_port import Seat
from shiftbid.services.exchange_board import exchange_board
from shiftbid.services.exchange_cases import exchange_of, standing_of
from shiftbid.services.exchange_effect import effect_of
from shiftbid.services.exchange_ground import published_roster
from shiftbid.services.exchange_search import find_swaps
from shiftbid.services.exchanges import agree, approve, claim_shift, offer_shift, propose_swap, refuse, withdraw
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import unheard
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock, at_once
from tests.storage.exchange_roster import (
    ANA,
    BEFORE,
    BO,
    CAI,
    CALENDAR,
    DEE,
    MANAGER,
    MONDAY,
    NAME,
    NORTH,
    OWN_MANAGER,
    STAFF,
    WEEK,
    ZONE,
    shift,
    store_week,
)
from tests.storage.raw_sql import run_unguarded


@pytest.fixture
def clock() -> Clock:
    return Clock(BEFORE)


@pytest.fixture
def units(url: str, clock: Clock) -> Generator[UnitOfWorkFactory]:
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            store_week(unit)
            unit.commit()
        yield database.unit_of_work


@pytest.fixture
def approving(units: UnitOfWorkFactory) -> UnitOfWorkFactory:
    """The same, where a manager approves exchanges."""
    with units() as unit:
        unit.agreements.set_terms(NORTH.id, HallTerms(manager_approves=True), MANAGER.id)
        unit.commit()
    return units


def held(units: UnitOfWorkFactory) -> set[tuple[str, str]]:
    with units() as unit:
        latest = unit.publications.latest(NORTH.id, WEEK)
    assert latest is not None
    return {(each.employee, each.shift.id) for each in latest.roster.assignments}


def version(units: UnitOfWorkFactory) -> int:
    with units() as unit:
        return unit.publications.version(NORTH.id, WEEK)


def claim(units: UnitOfWorkFactory, by: User, wanted: str) -> Case:
    return claim_shift(units, NAME, by, wanted, unheard)


def test_a_shift_given_away_goes_to_who_claims_it_as_the_next_version(units: UnitOfWorkFactory, url: str) -> None:
    offer = offer_shift(units, NAME, ANA, shift("early", 0), ())
    case = claim(units, DEE, shift("early", 0))
    assert (case.state, version(units)) == (CaseState.DONE, 2)
    assert ("dee", shift("early", 0)) in held(units)
    assert ("ana", shift("early", 0)) not in held(units)
    with units() as unit:
        answered, latest = unit.cases.get(offer.id), unit.publications.latest(NORTH.id, WEEK)
        paths = [record.path for record in unit.records.all()]
    assert answered is not None
    assert answered.state is CaseState.DONE
    assert latest is not None
    (change,) = latest.bidding_round["changes"]
    assert (change["kind"], change["reason"], change["version"]) == ("claim", case.id, 2)
    assert change["added"] == [{"date": MONDAY.isoformat(), "employee": "dee", "template": "early"}]
    assert {f"{offer.id}/open", f"{offer.id}/1-carry-out", f"{case.id}/open", f"{case.id}/1-carry-out"} <= set(paths)
    assert check(url) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_an_open_shift_is_claimed_while_heads_are_missing(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        board = exchange_board(unit, NAME)
    assert [(each.shift.id, each.places, each.half_hours) for each in board.open_shifts] == [(shift("late", 2), 1, 4)]
    assert claim(units, BO, shift("late", 2)).state is CaseState.DONE
    with pytest.raises(InputError, match=r"Bo was first and has late on .* by exchange 1 \(done\)"):
        claim(units, ANA, shift("late", 2))
    with units() as unit:
        assert exchange_board(unit, NAME).open_shifts == ()


def test_of_two_who_claim_one_shift_at_one_instant_one_wins_and_the_other_hears_why(
    units: UnitOfWorkFactory, url: str
) -> None:
    offer_shift(units, NAME, ANA, shift("early", 1), ())
    outcomes = at_once([lambda by=by: claim(units, by, shift("early", 1)) for by in (CAI, DEE)])
    won = [each for each in outcomes if isinstance(each, Case)]
    (lost,) = [each for each in outcomes if isinstance(each, ShiftbidError)]
    assert len(won) == 1
    winner = exchange_of(won[0]).concerned
    assert isinstance(lost, InputError)
    assert f"{next(each.title() for each in winner if each != 'ana')} was first" in str(lost)
    assert version(units) == 2
    assert check(url) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_two_claims_of_one_open_place_wait_for_one_manager(approving: UnitOfWorkFactory) -> None:
    case = claim(approving, BO, shift("late", 2))
    assert (case.state, version(approving)) == (CaseState.OPEN, 1)
    with pytest.raises(InputError, match=r"Bo was first .* \(open\)"):
        claim(approving, ANA, shift("late", 2))
    refuse(approving, case.id, MANAGER, "too dear")
    again = claim(approving, ANA, shift("late", 2))
    assert approve(approving, again.id, MANAGER, unheard).state is CaseState.DONE


def test_the_database_lets_one_case_alone_hold_a_seat(approving: UnitOfWorkFactory) -> None:
    first = claim(approving, BO, shift("late", 2))
    with approving() as unit, pytest.raises(ShiftbidError, match="Somebody else changed the same data first"):
        unit.cases.open(replace(first, number=2, steps=()), [Seat(shift("late", 2), "open/1")])


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_swap_waits_for_the_other_and_then_for_the_manager(approving: UnitOfWorkFactory, url: str) -> None:
    case = propose_swap(approving, NAME, ANA, shift("early", 0), Seat(shift("late", 0), "bo"), unheard)
    assert standing_of(case).waits_for == ("bo",)
    with pytest.raises(AccessError, match="it waits for Bo"):
        agree(approving, case.id, ANA, unheard)
    with pytest.raises(InputError, match="cannot be approved: it waits for Bo"):
        approve(approving, case.id, MANAGER, unheard)
    agreed = agree(approving, case.id, BO, unheard)
    assert standing_of(agreed).waits_for_manager
    with pytest.raises(AccessError, match="Only a manager"):
        approve(approving, case.id, CAI, unheard)
    assert version(approving) == 1
    done = approve(approving, case.id, MANAGER, unheard)
    assert done.state is CaseState.DONE
    assert {("ana", shift("late", 0)), ("bo", shift("early", 0))} <= held(approving)
    with pytest.raises(InputError, match="is done: nothing more"):
        agree(approving, case.id, BO, unheard)
    assert check(url) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_manager_does_not_approve_an_exchange_of_their_own(approving: UnitOfWorkFactory) -> None:
    wanted = Seat(shift("early", 3), "cai")
    case = propose_swap(approving, NAME, OWN_MANAGER, shift("late", 3), wanted, unheard)
    agree(approving, case.id, CAI, unheard)
    with pytest.raises(AccessError, match="another manager approves"):
        approve(approving, case.id, OWN_MANAGER, unheard)


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    ("by", "taken", "problem"),
    [
        (BO, shift("early", 0), "Bo"),
        (CAI, shift("vip-late", 2), "lacks the skill|no heads are missing"),
        (CAI, shift("late", 1), "nobody gives late"),
        (DEE, shift("late", 2), "Dee has late on 2026-03-11 .* already"),
        (CAI, "north/early/2026-03-15", "there is no shift north/early/2026-03-15"),
    ],
)
def test_a_claim_that_may_not_be_is_refused_before_anybody_is_asked(
    units: UnitOfWorkFactory, by: User, taken: str, problem: str
) -> None:
    offer_shift(units, NAME, ANA, shift("early", 0), ())
    with pytest.raises(InputError, match=problem):
        claim(units, by, taken)
    assert version(units) == 1


@pytest.mark.parametrize("backend", ["sqlite"])
def test_leave_that_came_after_the_publication_counts(units: UnitOfWorkFactory) -> None:
    away = Leave("bo", day_interval(MONDAY + timedelta(days=2), ZONE), LeaveKind.ANNUAL)
    with units() as unit:
        unit.staff.replace(NORTH.id, replace(STAFF, leave=(away,)))
        unit.commit()
    with pytest.raises(InputError, match="leave"):
        claim(units, BO, shift("late", 2))


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_shift_that_has_begun_is_not_exchanged(units: UnitOfWorkFactory, clock: Clock) -> None:
    clock.now = BEFORE + 12 * 24 * 3600 + 15 * 3600
    with pytest.raises(InputError, match="has begun already"):
        claim(units, BO, shift("late", 2))
    with pytest.raises(InputError, match="has begun already"):
        offer_shift(units, NAME, ANA, shift("early", 0), ())


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize(
    ("gives", "takes", "problem"),
    [
        (shift("late", 0), (), "Ana does not have shift"),
        (shift("early", 0), (shift("early", 1),), "the person's own already"),
        (shift("early", 0), ("nothing",), "there is no shift nothing"),
        (shift("early", 0), tuple(f"s{n}" for n in range(11)), "name at most 10"),
    ],
)
def test_an_offer_that_cannot_stand_is_refused(
    units: UnitOfWorkFactory, gives: str, takes: tuple[str, ...], problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        offer_shift(units, NAME, ANA, gives, takes)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_shift_is_offered_once_and_an_offer_is_taken_back_by_its_owner(units: UnitOfWorkFactory) -> None:
    offer = offer_shift(units, NAME, ANA, shift("early", 0), ())
    with pytest.raises(InputError, match="offered already, in offer 1"):
        offer_shift(units, NAME, ANA, shift("early", 0), (shift("late", 2),))
    with pytest.raises(AccessError, match="Only whoever opened"):
        withdraw(units, offer.id, BO)
    assert withdraw(units, offer.id, ANA).state is CaseState.WITHDRAWN
    with pytest.raises(InputError, match="nobody gives"):
        claim(units, DEE, shift("early", 0))
    with pytest.raises(InputError, match="does not follow"):
        withdraw(units, offer.id, ANA)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_cycles_are_found_from_offers_and_everybody_in_them_is_asked(units: UnitOfWorkFactory, url: str) -> None:
    # Ana may not take Bo's: she works that morning.
    offer_shift(units, NAME, ANA, shift("early", 4), (shift("late", 1),))
    offer_shift(units, NAME, BO, shift("late", 1), (shift("early", 4),))
    assert find_swaps(units, NAME, DEE, unheard) == ()
    offers = [
        offer_shift(units, NAME, ANA, shift("early", 0), (shift("early", 2),)),
        offer_shift(units, NAME, CAI, shift("early", 2), (shift("late", 0), shift("late", 1))),
        offer_shift(units, NAME, BO, shift("late", 0), (shift("early", 0),)),
    ]
    with pytest.raises(AccessError, match="was not on the staff list"):
        find_swaps(units, NAME, replace(ANA, employee="zoe"), unheard)
    (case,) = find_swaps(units, NAME, MANAGER, unheard)
    assert exchange_of(case).moves == (
        Move("ana", shift("early", 0), shift("early", 2)),
        Move("bo", shift("late", 0), shift("early", 0)),
        Move("cai", shift("early", 2), shift("late", 0)),
    )
    assert find_swaps(units, NAME, MANAGER, unheard) == ()
    with pytest.raises(InputError, match="is part of exchange 1, not yet decided"):
        propose_swap(units, NAME, DEE, shift("late", 3), Seat(shift("early", 0), "ana"), unheard)
    agree(units, case.id, ANA, unheard)
    agree(units, case.id, BO, unheard)
    assert version(units) == 1
    assert agree(units, case.id, CAI, unheard).state is CaseState.DONE
    assert {("ana", shift("early", 2)), ("bo", shift("early", 0)), ("cai", shift("late", 0))} <= held(units)
    with units() as unit:
        states = [found.state for each in offers if (found := unit.cases.get(each.id)) is not None]
    assert states == [CaseState.DONE] * 3
    assert check(url) == []


@pytest.mark.parametrize("backend", ["sqlite"])
def test_one_of_the_people_concerned_refuses_without_a_reason(units: UnitOfWorkFactory) -> None:
    case = propose_swap(units, NAME, ANA, shift("early", 0), Seat(shift("late", 0), "bo"), unheard)
    with pytest.raises(AccessError, match="Only a manager"):
        refuse(units, case.id, CAI, "no")
    with pytest.raises(InputError, match="give the reason"):
        refuse(units, case.id, MANAGER, " ")
    assert refuse(units, case.id, BO, "").state is CaseState.REFUSED
    again = propose_swap(units, NAME, ANA, shift("early", 0), Seat(shift("late", 0), "bo"), unheard)
    assert again.number == 2


@pytest.mark.parametrize("backend", ["sqlite"])
def test_an_exchange_that_no_longer_fits_is_not_carried_out(units: UnitOfWorkFactory) -> None:
    case = propose_swap(units, NAME, ANA, shift("early", 0), Seat(shift("early", 2), "cai"), unheard)
    claim(units, ANA, shift("late", 2))
    with pytest.raises(InputError, match="Ana"):
        agree(units, case.id, CAI, unheard)
    with units() as unit:
        assert unit.cases.get(case.id) == case


@pytest.mark.parametrize("backend", ["sqlite"])
def test_nothing_is_exchanged_before_the_award_or_after_the_end_of_a_round(units: UnitOfWorkFactory) -> None:
    bidding = Poll(PollKind.ROUND, NORTH.id, WEEK, 1, MANAGER.id, BEFORE - 9, BEFORE + 9, OWN_MANAGER.id, "key", "{}")
    with units() as unit:
        unit.polls.open(bidding, "locked")
        unit.commit()
    with pytest.raises(InputError, match="is open: shifts are exchanged between award and final"):
        offer_shift(units, NAME, ANA, shift("early", 0), ())
    with units() as unit:
        assert not exchange_board(unit, NAME).is_over
        unit.polls.add_step(bidding, PollAct.WITHDRAW, MANAGER.id, "{}")
        unit.commit()
    offer_shift(units, NAME, ANA, shift("early", 0), ())


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_final_round_leaves_nothing_open(units: UnitOfWorkFactory, clock: Clock) -> None:
    offer_shift(units, NAME, ANA, shift("early", 0), ())
    proposed = propose_swap(units, NAME, CAI, shift("early", 2), Seat(shift("late", 0), "bo"), unheard)
    bidding = Poll(PollKind.ROUND, NORTH.id, WEEK, 1, MANAGER.id, BEFORE, BEFORE + 9, OWN_MANAGER.id, "key", "{}")
    with units() as unit:
        unit.polls.open(bidding, "locked")
        clock.now = BEFORE + 9
        for act in (PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD, PollAct.FINISH):
            bidding = bidding.after(unit.polls.add_step(bidding, act, MANAGER.id, "{}"))
        unit.commit()
    with pytest.raises(InputError, match="is final"):
        agree(units, proposed.id, BO, unheard)
    with units() as unit:
        board = exchange_board(unit, NAME)
    assert (board.is_over, board.offers, board.open_shifts, len(board.exchanges)) == (True, (), (), 1)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_claim_is_not_approved_once_nobody_is_missing(approving: UnitOfWorkFactory) -> None:
    case = claim(approving, BO, shift("late", 2))
    with approving() as unit:
        latest = unit.publications.latest(NORTH.id, WEEK)
        assert latest is not None
        (dees,) = (each for each in latest.roster.assignments if each.shift.id == shift("late", 2))
        taken = (*latest.roster.assignments, replace(dees, employee="ana"))
        roster = replace(latest.roster, version=2, assignments=taken)
        unit.publications.publish(replace(latest, roster=roster), CALENDAR, {"pack": "HOUSE"})
        unit.commit()
    with pytest.raises(InputError, match="no heads are missing there any more"):
        approve(approving, case.id, MANAGER, unheard)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_pinned_shift_stays_where_it_is(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        latest = unit.publications.latest(NORTH.id, WEEK)
        assert latest is not None
        pinned = tuple(replace(each, pinned=True) for each in latest.roster.assignments)
        roster = replace(latest.roster, version=2, assignments=pinned)
        unit.publications.publish(replace(latest, roster=roster), CALENDAR, {"pack": "HOUSE"})
        unit.commit()
    with pytest.raises(InputError, match="is pinned to Ana: a manager has to release it first"):
        offer_shift(units, NAME, ANA, shift("early", 0), ())


@pytest.mark.parametrize("backend", ["sqlite"])
def test_what_an_exchange_would_do_is_shown_before(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        roster = published_roster(unit, NORTH.id, WEEK)
    gained = effect_of(roster, [Move("bo", None, shift("late", 2))], unheard)
    lost = effect_of(roster, [Move("ana", shift("early", 0), None)], unheard)
    swapped = effect_of(
        roster,
        [Move("ana", shift("early", 0), shift("late", 0)), Move("bo", shift("late", 0), shift("early", 0))],
        unheard,
    )
    assert (gained.missing_half_hours, gained.problems) == (-4, ())
    assert lost.missing_half_hours == 8
    assert lost.quarters_kept < 0
    assert len(lost.problems) == 2
    assert (swapped.missing_half_hours, swapped.quarters_kept, swapped.problems) == (0, 0, ())


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_changed_case_is_found(units: UnitOfWorkFactory, url: str) -> None:
    offer_shift(units, NAME, ANA, shift("early", 0), ())
    assert check(url) == []
    run_unguarded(url, "UPDATE roster_case SET opened_by = 'u-bo'")
    assert [each for each in check(url) if "/offer/1/open is not what the hash chain says" in each]
