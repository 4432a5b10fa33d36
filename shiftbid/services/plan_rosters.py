"""Second half of the chain: what the staff choose and are awarded, from menus to assignments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.services.bidding_round import HeldRound, RoundRequest, hold_round
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


@dataclass(frozen=True, slots=True)
class Rostered:
    """What the staff chose and were awarded."""

    staff: StaffList
    designed: DesignedMenus
    election: HeldElection
    held_round: HeldRound
    books: ToilBooks


def plan_rosters(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, Rostered]:
    """Design menus, hold the vote, hold the bidding round; by hall id."""
    designed: dict[str, DesignedMenus] = {}
    with log.stage("menus") as note:
        for each in halls:
            designed[each.hall.id] = menus_for(
                _menu_request(request, each, needed[each.hall.id].demand), request.limit, log.hear
            )
        note.counts = {"menus": sum(len(each.menus) for each in designed.values())}
        note.stages = [stage for each in designed.values() for stage in each.stages]
        note.outcome = f"{note.counts['menus']} menus proven to cover the demand"
    elections: dict[str, HeldElection] = {}
    with log.stage("vote") as note:
        for each in halls:
            menus = designed[each.hall.id].menus
            elections[each.hall.id] = hold_election(
                each.hall.id,
                request.period,
                menus,
                voice.approvals(each.hall.id, menus),
                designed[each.hall.id].most_missing_half_hours,
                secret,
            )
        note.counts = {"ballots": sum(each.ballots for each in elections.values())}
        titles = sorted({each.adopted.title for each in elections.values()})
        note.outcome = f"{note.counts['ballots']} ballots adopt: {'; '.join(titles)}"
    rostered: dict[str, Rostered] = {}
    with log.stage("award") as note:
        for each in halls:
            rostered[each.hall.id] = _award(
                request,
                each,
                needed[each.hall.id].demand,
                designed[each.hall.id],
                elections[each.hall.id],
                voice,
                secret,
                log,
            )
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
    request: PlanRequest,
    inputs: HallInputs,
    demand: HallDemand,
    designed: DesignedMenus,
    election: HeldElection,
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
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
    templates = election.adopted.templates
    shifts = candidate_shifts(templates, hall, request.period.days)
    held_round = hold_round(
        RoundRequest(
            hall=hall,
            period=request.period,
            demand=demand.slots,
            shifts=shifts,
            situations=situations_of(staff, hall, request.period, request.calendar, request.pack, shifts),
            bids=voice.bids(hall.id, templates, hall.open_days(request.period.first, request.period.last)),
            pack=request.pack,
        ),
        secret,
        request.limit,
        log.hear,
    )
    return Rostered(staff, designed, election, held_round, post_accruals(books, edition, held_round.assignments))
