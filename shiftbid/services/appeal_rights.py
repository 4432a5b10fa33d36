"""Who answers an appeal, and who decides it."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.account import Role, User
from shiftbid.domain.case import Case, CaseAct
from shiftbid.domain.poll import PollAct, PollKind
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class DecisionRights:
    """What decides who may decide the appeals about a roster.

    Attributes
    ----------
    trustees, awarding
        Ids of the users who hold the keys of its rounds, and of those who opened or awarded one.
    employees
        Everybody on the hall's staff list.
    """

    trustees: frozenset[str]
    awarding: frozenset[str]
    employees: frozenset[str]

    def obstacle(self, case: Case, by: User) -> str:
        """Why a user may not decide an appeal, as the rest of a sentence that begins with the name; empty if they may.

        Neither the raiser nor who answered does, nor the raiser's managers, nor colleagues without a round's key.
        """
        answer = case.step(CaseAct.ANSWER)
        manages = by.role is Role.MANAGER and by.employee in self.employees
        if by.id in (case.opened_by, answer.by if answer else None):
            return "raised or answered it"
        if by.id in self.awarding or manages:
            return "manages the hall or held its round"
        if by.role is Role.STAFF and by.id not in self.trustees:
            return "is neither a manager, a payroll clerk nor the round's trustee"
        return ""


def decision_rights(unit: UnitOfWork, hall: str, period: Period) -> DecisionRights:
    """Read who may decide the appeals about a roster."""
    rounds = [each for each in unit.polls.of_hall(hall) if each.kind is PollKind.ROUND and each.period == period]
    awarded = {step.by for each in rounds for step in each.steps if step.act is PollAct.AWARD}
    return DecisionRights(
        trustees=frozenset(each.trustee for each in rounds),
        awarding=frozenset(awarded.union(each.opened_by for each in rounds)),
        employees=frozenset(each.id for each in unit.staff.of_hall(hall).employees),
    )


def may_answer(employee: str, by: User) -> bool:
    """Whether a user answers the appeal of an employee: managers do, but not their own."""
    return by.role is Role.MANAGER and by.employee != employee
