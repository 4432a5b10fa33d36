"""Appeals through their use cases: who raises, answers and decides, by when, and what the chain holds of it."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import replace

import pytest

from shiftbid.domain.account import Role, User
from shiftbid.domain.appeal import AppealCause
from shiftbid.domain.case import Case, CaseAct, CaseState
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import Poll, PollKind
from shiftbid.services.appeal_reason import FoundReason, recomputed_reason
from shiftbid.services.appeal_sheets import AppealDuty
from shiftbid.services.appeals import (
    answer_appeal,
    appeal_of,
    appeal_statistics,
    appeals_of,
    dismiss_appeal,
    raise_appeal,
    uphold_appeal,
)
from shiftbid.services.exchange_ground import published_roster
from shiftbid.services.exchanges import withdraw
from shiftbid.services.hall_matters import entrusted_appeals, hall_matters
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import unheard
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import (
    ANA,
    BEFORE,
    BO,
    CAI,
    MANAGER,
    NAME,
    NORTH,
    OWN_MANAGER,
    WEEK,
    shift,
    store_week,
)

OTHER_MANAGER = User("kim", "Kim", Role.MANAGER, None, "$")
CLERK = User("tama", "Tama", Role.PAYROLL, None, "$")
HOUR = 3600


@pytest.fixture
def clock() -> Clock:
    return Clock(BEFORE)


@pytest.fixture
def units(url: str, clock: Clock) -> Generator[UnitOfWorkFactory]:
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            store_week(unit)
            for user in (OTHER_MANAGER, CLERK):
                unit.users.add(user)
            unit.commit()
        yield database.unit_of_work


def raised(units: UnitOfWorkFactory, by: User = ANA, about: str = shift("late", 2)) -> Case:
    return raise_appeal(units, NAME, by, about, AppealCause.LOST_WISH, "I wished for it.")


def test_an_appeal_goes_from_raising_to_decision_and_stands_on_record(
    units: UnitOfWorkFactory, clock: Clock, url: str
) -> None:
    case = raised(units)
    appeal = appeal_of(case)
    assert (appeal.urgent, appeal.due_at) == (False, BEFORE + 48 * HOUR)
    with pytest.raises(InputError, match="appeal 1 about it is not decided yet"):
        raised(units)
    with pytest.raises(InputError, match="does not follow"):
        uphold_appeal(units, case.id, OTHER_MANAGER, "right")
    answered = answer_appeal(units, case.id, MANAGER, "Dee was asked first.", unheard)
    step = answered.step(CaseAct.ANSWER)
    assert step is not None
    answer = json.loads(step.content)
    assert (answer["reason"], answer["recorded"], answer["version"]) == ("free", None, 1)
    clock.now += 24 * HOUR
    decided = uphold_appeal(units, case.id, OTHER_MANAGER, "A head is missing there.")
    assert decided.state is CaseState.UPHELD
    with units() as unit:
        ((_, standing),) = appeals_of(unit, NAME)
        statistics = appeal_statistics(unit, NORTH.id)[AppealCause.LOST_WISH]
    assert not standing.is_late(clock.now + 100 * HOUR)
    assert (statistics.raised, statistics.upheld, statistics.late, statistics.median_minutes) == (1, 1, 0, 24 * 60)
    assert check(url) == []


@pytest.mark.parametrize(
    ("by", "refusal"),
    [
        (ANA, "raised or answered it"),
        (MANAGER, "raised or answered it"),
        (OWN_MANAGER, "manages the hall or held its round"),
        (BO, "is neither a manager"),
        (OTHER_MANAGER, None),
        (CLERK, None),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_nobody_decides_who_manages_the_raiser(units: UnitOfWorkFactory, by: User, refusal: str | None) -> None:
    case = raised(units)
    answer_appeal(units, case.id, MANAGER, "", unheard)
    if refusal is None:
        assert dismiss_appeal(units, case.id, by, "as recorded").state is CaseState.DISMISSED
        return
    with pytest.raises(AccessError, match=refusal):
        dismiss_appeal(units, case.id, by, "as recorded")


@pytest.mark.parametrize("backend", ["sqlite"])
def test_who_opened_the_round_does_not_decide_but_its_trustee_may(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.polls.open(
            Poll(PollKind.ROUND, NORTH.id, WEEK, 1, OTHER_MANAGER.id, BEFORE - 9, BEFORE + 9, CAI.id, "key", "{}"), "k"
        )
        unit.commit()
    case = raised(units)

    def duties(by: User) -> list[AppealDuty | None]:
        with units() as unit:
            board = entrusted_appeals(unit, by)
        return [] if board is None else [each.duty for each in board.appeals]

    assert (duties(CAI), duties(BO)) == ([None], []), "a trustee waits for the answer; colleagues see nothing"
    answer_appeal(units, case.id, MANAGER, "", unheard)
    assert duties(CAI) == [AppealDuty.DECIDE]
    with units() as unit:
        roster = published_roster(unit, NORTH.id, WEEK)
        seen = {by.id: hall_matters(unit, roster, by).appeals.appeals[0].duty for by in (MANAGER, CLERK)}
    assert seen == {MANAGER.id: None, CLERK.id: AppealDuty.DECIDE}
    with pytest.raises(AccessError, match="manages the hall or held its round"):
        uphold_appeal(units, case.id, OTHER_MANAGER, "right")
    with pytest.raises(InputError, match="give the reason"):
        uphold_appeal(units, case.id, CAI, " ")
    assert uphold_appeal(units, case.id, CAI, "right").state is CaseState.UPHELD


@pytest.mark.parametrize("backend", ["sqlite"])
def test_staff_answer_nothing_and_managers_not_their_own(units: UnitOfWorkFactory) -> None:
    case = raised(units, OWN_MANAGER)
    with pytest.raises(AccessError, match="Only a manager"):
        answer_appeal(units, case.id, BO, "", unheard)
    with pytest.raises(AccessError, match="another manager answers"):
        answer_appeal(units, case.id, OWN_MANAGER, "", unheard)
    with pytest.raises(AccessError, match="was not on the staff list"):
        raised(units, OTHER_MANAGER)
    with pytest.raises(InputError) as error:
        raise_appeal(units, NAME, ANA, "nothing", AppealCause.OTHER, " ")
    assert len(error.value.problems) == 2


@pytest.mark.parametrize("backend", ["sqlite"])
def test_an_appeal_about_a_shift_that_starts_soon_is_urgent_and_late_after_three_hours(
    units: UnitOfWorkFactory, clock: Clock
) -> None:
    clock.now = BEFORE + 9 * 24 * HOUR
    case = raised(units, CAI, shift("late", 1))
    assert appeal_of(case).due_at == clock.now + 3 * HOUR
    with units() as unit:
        ((_, standing),) = appeals_of(unit, NAME)
    assert not standing.is_late(clock.now + 3 * HOUR)
    assert standing.is_late(clock.now + 3 * HOUR + 1)
    answer_appeal(units, case.id, MANAGER, "", unheard)
    clock.now += 4 * HOUR
    dismiss_appeal(units, case.id, CLERK, "as recorded")
    withdrawn = raised(units, BO)
    withdraw(units, withdrawn.id, BO)
    clock.now += 1000 * HOUR
    with units() as unit:
        statistics = appeal_statistics(unit, NORTH.id)[AppealCause.LOST_WISH]
    assert (statistics.raised, statistics.dismissed, statistics.withdrawn, statistics.late) == (2, 1, 1, 1)


@pytest.mark.parametrize(
    ("employee", "about", "reason", "words"),
    [
        ("ana", shift("early", 0), FoundReason.HELD, "8 more half-hours would be uncovered"),
        ("bo", shift("early", 0), FoundReason.COVER, "instead of late"),
        ("cai", shift("late", 1), FoundReason.PEOPLE, "Bo have late"),
        ("ana", shift("vip-late", 2), FoundReason.LAW, "lacks the skill"),
        ("bo", shift("late", 2), FoundReason.FREE, "may be claimed"),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_the_reason_is_found_anew(
    units: UnitOfWorkFactory, employee: str, about: str, reason: FoundReason, words: str
) -> None:
    with units() as unit:
        roster = published_roster(unit, NORTH.id, WEEK)
    found = recomputed_reason(roster, employee, about, unheard)
    assert found.reason is reason
    assert words in found.sentence


@pytest.mark.parametrize("backend", ["sqlite"])
def test_what_the_record_says_stands_beside_it(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        roster = published_roster(unit, NORTH.id, WEEK)
    day = shift("late", 2).rpartition("/")[2]
    said = {"employee": "bo", "date": day, "template": "late", "sentence": "Dee was luckier."}
    record = {**roster.publication.bidding_round, "reasons": [said]}
    recorded = replace(roster, publication=replace(roster.publication, bidding_round=record))
    assert recomputed_reason(recorded, "bo", shift("late", 2), unheard).recorded == "Dee was luckier."
