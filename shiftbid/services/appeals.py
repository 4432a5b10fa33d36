"""Appeals against an award: raised, answered with the recomputed reason, decided by somebody else, counted by cause."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import Role, User
from shiftbid.domain.appeal import (
    URGENT_WITHIN_SECONDS,
    Appeal,
    AppealCause,
    AppealStanding,
    CauseStatistics,
    statistics_of,
)
from shiftbid.domain.case import Case, CaseAct, CaseKind, CaseState
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.services.accounts import require
from shiftbid.services.appeal_rights import decision_rights, may_answer
from shiftbid.services.case_records import record_case, record_case_step
from shiftbid.services.exchange_ground import published_roster
from shiftbid.services.exchange_steps import RosterName, employee_on, held_case, new_case
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener

DECISIONS = frozenset({CaseAct.UPHOLD, CaseAct.DISMISS})


def raise_appeal(
    units: UnitOfWorkFactory, name: RosterName, by: User, shift: str, cause: AppealCause, text: str
) -> Case:
    """Complain about a shift that one has, or has not; urgent where it starts within three days.

    Raises
    ------
    AccessError
        The user is nobody on the roster's staff list.
    InputError
        There is no such shift, nothing is said, or the person's appeal about it is not decided yet.
    """
    with units() as unit:
        unit.cases.hold(name.hall)
        roster = published_roster(unit, name.hall, name.period)
        employee = employee_on(roster, by)
        known = roster.shifts.get(shift)
        problems = [] if text.strip() else ["say in a sentence what is wrong"]
        if known is None:
            problems.append(f"there is no shift {shift}: write TEMPLATE:DATE of an adopted template")
        problems += [
            f"appeal {each.number} about it is not decided yet"
            for each in _standings(unit, name)
            if (each.appeal.employee, each.appeal.shift) == (employee, shift)
            and each.state in (CaseState.OPEN, CaseState.ANSWERED)
        ]
        if known is None or problems:
            raise InputError("appeal", problems)
        now, terms = unit.cases.now(), unit.agreements.terms_of(name.hall)
        urgent = known.span.start < now + URGENT_WITHIN_SECONDS
        minutes = terms.urgent_appeal_minutes if urgent else terms.appeal_minutes
        appeal = Appeal(employee, shift, cause, text.strip(), urgent, now + minutes * SECONDS_PER_MINUTE)
        case = record_case(unit, new_case(unit, name, CaseKind.APPEAL, by, canonical_json(asdict(appeal))))
        unit.commit()
    return case


def answer_appeal(units: UnitOfWorkFactory, case_id: str, by: User, text: str, listener: ProgressListener) -> Case:
    """Answer an appeal as a manager; the reason, found anew, goes on record beside the words.

    Raises AccessError for others, InputError where it is answered already.
    """
    # Finding the reason certifies rosters; a screen that only reads appeals loads nothing of that.
    from shiftbid.services.appeal_reason import recomputed_reason

    require(by, Role.MANAGER)
    with units() as unit:
        case = _held_appeal(unit, case_id)
        appeal = appeal_of(case)
        if not may_answer(appeal.employee, by):
            raise AccessError(f"{by.name} raised appeal {case.number}: another manager answers it.")
        roster = published_roster(unit, case.hall, case.period)
        found = recomputed_reason(roster, appeal.employee, appeal.shift, listener)
        content = {"text": text.strip(), "version": roster.publication.roster.version, **asdict(found)}
        answered = record_case_step(unit, case, CaseAct.ANSWER, by.id, canonical_json(content))
        unit.commit()
    return answered


def uphold_appeal(units: UnitOfWorkFactory, case_id: str, by: User, reason: str) -> Case:
    """Find an appeal right; raises as `dismiss_appeal`."""
    return _decided(units, case_id, by, CaseAct.UPHOLD, reason)


def dismiss_appeal(units: UnitOfWorkFactory, case_id: str, by: User, reason: str) -> Case:
    """Find an appeal wrong.

    Raises
    ------
    AccessError
        The user raised or answered it, is a manager of the raiser, or is neither manager, payroll clerk nor trustee.
    InputError
        It is not answered yet or decided already, or no reason is given.
    """
    return _decided(units, case_id, by, CaseAct.DISMISS, reason)


def appeals_of(unit: UnitOfWork, name: RosterName) -> tuple[tuple[Case, AppealStanding], ...]:
    """Appeals about a roster in order of number, each with how it stands."""
    return tuple((case, standing_of_appeal(case)) for case in _cases(unit, name))


def appeal_statistics(unit: UnitOfWork, hall: str) -> Mapping[AppealCause, CauseStatistics]:
    """What became of all appeals of a hall, by cause."""
    standings = [standing_of_appeal(case) for case in unit.cases.of_hall(hall, CaseKind.APPEAL)]
    return statistics_of(standings, unit.cases.now())


def appeal_of(case: Case) -> Appeal:
    """Read an appeal back."""
    content = json.loads(case.content)
    return Appeal(
        content["employee"],
        content["shift"],
        AppealCause(content["cause"]),
        content["text"],
        content["urgent"],
        content["due_at"],
    )


def standing_of_appeal(case: Case) -> AppealStanding:
    """How an appeal stands."""
    decided = next((step.at for step in case.steps if step.act in DECISIONS), None)
    return AppealStanding(case.id, case.number, appeal_of(case), case.state, case.opened_at, decided)


def _decided(units: UnitOfWorkFactory, case_id: str, by: User, act: CaseAct, reason: str) -> Case:
    if not reason.strip():
        raise InputError("appeal", ["give the reason for the decision; the person reads it"])
    with units() as unit:
        case = _held_appeal(unit, case_id)
        _refuse_decider(unit, case, by)
        content = canonical_json({"reason": reason.strip()})
        decided = record_case_step(unit, case, act, by.id, content)
        unit.commit()
    return decided


def _refuse_decider(unit: UnitOfWork, case: Case, by: User) -> None:
    """Raise AccessError for whoever may not decide."""
    obstacle = decision_rights(unit, case.hall, case.period).obstacle(case, by)
    if obstacle:
        raise AccessError(
            f"{by.name} {obstacle}, and so does not decide appeal {case.number}: another hall's manager, a payroll "
            "clerk or the round's trustee does."
        )


def _held_appeal(unit: UnitOfWork, case_id: str) -> Case:
    case = held_case(unit, case_id)
    if case.kind is not CaseKind.APPEAL:
        raise InputError(f"case {case_id}", ["is no appeal"])
    return case


def _cases(unit: UnitOfWork, name: RosterName) -> Sequence[Case]:
    return [each for each in unit.cases.of_roster(name.hall, name.period) if each.kind is CaseKind.APPEAL]


def _standings(unit: UnitOfWork, name: RosterName) -> Sequence[AppealStanding]:
    return [standing_of_appeal(case) for case in _cases(unit, name)]
