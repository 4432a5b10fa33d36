"""Second half of the chain: what the staff choose and are awarded, from menus to assignments, a stage at a time.

The stages are functions of their own, because between them people may take days to vote and to bid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.bidding.round_record import ClosedRound
from shiftbid.domain.ballot import Menu
from shiftbid.services.bidding_round import HeldRound, RoundRequest, close_round, hold_round
from shiftbid.services.demand_from_footfall import HallDemand
from shiftbid.services.election import HeldElection, hold_election
from shiftbid.services.menu_design import MenuRequest, menus_for
from shiftbid.services.plan_needs import Needed
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.ports import StaffList
from shiftbid.services.secrets import SecretSource
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.services.stage_log import StageLog
from shiftbid.services.toil_return import (
    ToilBooks,
    edition_of,
    give_back_on_quiet_days,
    post_accruals,
    without_earlier_version,
)
from shiftbid.solver.menus import DesignedMenus

TOLERANCE_SHARE = 0.02

RoundCloser = Callable[[HallInputs, Menu], ClosedRound]
"""Gives the closed bids of a hall on the menu adopted there."""


@dataclass(frozen=True, slots=True)
class Rostered:
    """What the staff chose and were awarded."""

    staff: StaffList
    menus: tuple[Menu, ...]
    election: HeldElection
    held_round: HeldRound
    books: ToilBooks


@dataclass(frozen=True, slots=True)
class Voted:
    """The menus that were put to the vote, and how it ended."""

    menus: tuple[Menu, ...]
    election: HeldElection


def plan_rosters(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, Rostered]:
    """Design menus, hold the vote, hold the bidding round; by hall id."""

    def closed_round(inputs: HallInputs, menu: Menu) -> ClosedRound:
        hall, period = inputs.hall, request.period
        bids = voice.bids(hall.id, menu.templates, hall.open_days(period.first, period.last))
        return close_round(hall.id, period, bids, secret)

    designed = design_hall_menus(request, halls, needed, log)
    voted = hold_votes(request, halls, designed, voice, secret, log)
    return award_halls(request, halls, needed, voted, closed_round, log)


def design_hall_menus(
    request: PlanRequest, halls: Sequence[HallInputs], needed: Mapping[str, Needed], log: StageLog
) -> Mapping[str, DesignedMenus]:
    """Menus that cover what each hall needs; by hall id."""
    designed: dict[str, DesignedMenus] = {}
    with log.stage("menus") as note:
        for each in halls:
            designed[each.hall.id] = menus_for(
                _menu_request(request, each, needed[each.hall.id].demand), request.limit, log.hear
            )
        note.counts = {"menus": sum(len(each.menus) for each in designed.values())}
        note.stages = [stage for each in designed.values() for stage in each.stages]
        note.outcome = f"{note.counts['menus']} menus proven to cover the demand"
    return designed


def hold_votes(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    designed: Mapping[str, DesignedMenus],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, Voted]:
    """Let the staff of each hall vote on its menus at once; by hall id."""
    voted: dict[str, Voted] = {}
    with log.stage("vote") as note:
        for each in halls:
            menus = designed[each.hall.id].menus
            election = hold_election(
                each.hall.id,
                request.period,
                menus,
                voice.approvals(each.hall.id, menus),
                designed[each.hall.id].most_missing_half_hours,
                secret,
            )
            voted[each.hall.id] = Voted(menus, election)
        note.counts = {"ballots": sum(each.election.ballots for each in voted.values())}
        titles = sorted({each.election.adopted.title for each in voted.values()})
        note.outcome = f"{note.counts['ballots']} ballots adopt: {'; '.join(titles)}"
    return voted


def award_halls(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    voted: Mapping[str, Voted],
    closed_round: RoundCloser,
    log: StageLog,
) -> Mapping[str, Rostered]:
    """Award the shifts of the adopted menus on the closed bids; by hall id."""
    rostered: dict[str, Rostered] = {}
    with log.stage("award") as note:
        for each in halls:
            demand, choice = needed[each.hall.id].demand, voted[each.hall.id]
            closed = closed_round(each, choice.election.adopted)
            rostered[each.hall.id] = _award(request, each, demand, choice, closed, log)
        rounds = [each.held_round for each in rostered.values()]
        note.stages = [stage for each in rounds for stage in each.stages]
        note.counts = {
            "bids": sum(each.bids for each in rounds),
            "assignments": sum(len(each.assignments) for each in rounds),
            "bids_lost_with_reason": sum(each.lost for each in rounds),
        }
        note.outcome = f"{note.counts['assignments']} shifts awarded on {note.counts['bids']} bids"
    return rostered


def _menu_request(request: PlanRequest, inputs: HallInputs, demand: HallDemand) -> MenuRequest:
    return MenuRequest(
        hall=inputs.hall,
        period=request.period,
        demand=demand.slots,
        employees=inputs.staff.employees,
        calendar=request.calendar,
        pack=request.pack,
        seed=request.seed,
        tolerance_half_hours=_tolerance_half_hours(demand),
    )


def _tolerance_half_hours(demand: HallDemand) -> int:
    return round(TOLERANCE_SHARE * sum(slot.heads for slot in demand.slots))


def _award(
    request: PlanRequest, inputs: HallInputs, demand: HallDemand, voted: Voted, closed: ClosedRound, log: StageLog
) -> Rostered:
    hall, staff = inputs.hall, inputs.staff
    edition = edition_of(hall.id, request.period, inputs.version)
    books, days_off = give_back_on_quiet_days(
        without_earlier_version(inputs.books, hall.id, request.period, inputs.version),
        edition,
        hall,
        request.period,
        demand.slots,
        staff.employees,
        staff.leave,
    )
    staff = replace(staff, leave=(*staff.leave, *days_off))
    shifts = candidate_shifts(voted.election.adopted.templates, hall, request.period.days)
    held_round = hold_round(
        RoundRequest(
            hall=hall,
            period=request.period,
            demand=demand.slots,
            shifts=shifts,
            situations=situations_of(staff, hall, request.period, request.calendar, request.pack, shifts),
            closed=closed,
            pack=request.pack,
        ),
        request.limit,
        log.hear,
    )
    accrued = post_accruals(books, edition, held_round.assignments)
    return Rostered(staff, voted.menus, voted.election, held_round, accrued)
