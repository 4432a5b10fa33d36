"""Why a published roster leaves demand uncovered: conflicts among its needs, its rules and its people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shiftbid.domain.calendar import Calendar
from shiftbid.rules.book import RulePack
from shiftbid.services.borrowed_staff import possible_loans
from shiftbid.services.conflict_wording import ConflictWords, conflict_sentence, loan_sentences, repair_sentences
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_plan import PublishedSpan
from shiftbid.services.published_staff import published_staff
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.services.told_conflict import HallExplanation, ToldConflict
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.explanation.conflict import Explanation, explain

STAGE = "conflicts"
STEP_WORK = 1.0
"""Deterministic seconds of one solve; a day of a hall takes a few hundredths."""


def explain_missing(
    publication: HallPublication, calendar: Calendar, pack: RulePack, seed: int, listener: ProgressListener
) -> tuple[Explanation, ConflictWords]:
    """Say why not all demand of a published period can be met with its adopted templates, and how to word it."""
    hall, period = publication.hall, publication.roster.period
    staff = published_staff(publication)
    adopted = next(menu.templates for menu in publication.menus if menu.id == publication.adopted_menu)
    shifts = candidate_shifts(adopted, hall, period.days)
    pinned = {(each.employee, each.shift.id) for each in publication.roster.assignments if each.pinned}
    people = tuple(
        AwardPerson(
            employee=employee,
            contract_minutes=0,
            candidates=shifts,
            fixed=situation.fixed,
            clauses=tuple(pack.clauses(situation)),
            points={},
            day_off_points={},
            pinned=frozenset(shift.id for shift in shifts if (employee, shift.id) in pinned),
        )
        for employee, situation in situations_of(staff, hall, period, calendar, pack, shifts).items()
    )
    explanation = explain(
        AwardProblem(publication.demand, people, None),
        hall.zone,
        CpSatWork(STEP_WORK, seed),
        lambda share, text: listener(Progress(STAGE, share, text)),
    )
    names = {each.id: each.name for each in publication.employees}
    return explanation, ConflictWords(pack, names, {shift.id: shift for shift in shifts}, hall.zone)


@dataclass(frozen=True, slots=True)
class ExplainOrder:
    """Whose latest plan is to be explained: every hall's where `hall` is None; sentences in ``en`` or ``zh``."""

    url: str | None
    hall: str | None
    language: str


class Explainer(Protocol):
    """Explains published plans from a database."""

    def __call__(self, order: ExplainOrder, listener: ProgressListener) -> tuple[HallExplanation, ...]:
        """Raises InputError where the hall is unknown or nothing is published."""
        ...


def told(
    hall: str,
    explanation: Explanation,
    words: ConflictWords,
    language: str,
    neighbours: Sequence[PublishedSpan] = (),
) -> HallExplanation:
    """Put an explanation into words, and name who of the neighbour halls could be borrowed."""
    conflicts = tuple(
        ToldConflict(
            hall,
            each.first,
            each.last,
            conflict_sentence(each, words, language),
            each.missing,
            each.minimal,
            (
                *repair_sentences(each, words, language),
                *loan_sentences(possible_loans(each, words.shifts, neighbours), words, language),
            ),
        )
        for each in explanation.conflicts
    )
    return HallExplanation(hall, conflicts, explanation.decided)
