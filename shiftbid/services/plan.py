"""Plan halls through the whole chain: footfall, demand, menus, vote, bids, award, roster, certificate, TOIL, pay.

The chain is walked stage by stage, each stage over all halls, as plain data from stage to stage; nothing is stored or
written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import FootfallCount, FootfallSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.roster import Roster, RosterState
from shiftbid.domain.timeline import Period
from shiftbid.payroll.pay_lines import leave_lines, pay_lines
from shiftbid.rules.book import RulePack
from shiftbid.rules.finding import Finding
from shiftbid.services.bidding_round import HeldRound, RoundRequest, hold_round
from shiftbid.services.certification import certify_roster
from shiftbid.services.demand_from_footfall import HallDemand, demand_of
from shiftbid.services.election import HeldElection, hold_election
from shiftbid.services.footfall_forecast import CountedHall, forecast_footfall
from shiftbid.services.hall_days import HallDay, busy_threshold_per_hour, hall_days
from shiftbid.services.menu_design import MenuRequest, menus_for
from shiftbid.services.plan_settings import plan_settings
from shiftbid.services.ports import StaffList
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, Publication
from shiftbid.services.roster_findings import findings_of
from shiftbid.services.secrets import SecretSource
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.services.stage_log import StageLog
from shiftbid.services.toil_return import ToilBooks, give_back_on_quiet_days, post_accruals
from shiftbid.solver.menus import DesignedMenus
from shiftbid.solver.work_limit import WorkLimit

# Rough seconds of each stage on two cores; they only place the progress bar.
EXPECTED_SECONDS = {
    "forecast": 8.0,
    "demand": 4.0,
    "menus": 6.0,
    "vote": 0.1,
    "award": 25.0,
    "findings": 0.3,
    "certificate": 1.0,
    "TOIL and pay": 0.1,
}
TOLERANCE_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class HallInputs:
    """What planning knows of one hall.

    Attributes
    ----------
    books
        TOIL that people bring into the period.
    version
        Number of the roster version that publishing will make.
    """

    hall: Hall
    staff: StaffList
    history: tuple[FootfallCount, ...]
    books: ToilBooks
    version: int = 1


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What to plan: a period under a calendar and a rule pack, reproducible by seed and work limit.

    Attributes
    ----------
    workers
        Threads that learn the forecast; the outcome does not depend on it.
    """

    period: Period
    calendar: Calendar
    pack: RulePack
    seed: int
    limit: WorkLimit
    workers: int = 1


@dataclass(frozen=True, slots=True)
class _Needed:
    """What a hall needs in the period."""

    forecast: tuple[FootfallSlot, ...]
    threshold_per_hour: float
    days: tuple[HallDay, ...]
    demand: HallDemand


@dataclass(frozen=True, slots=True)
class _Rostered:
    """What the staff chose and were awarded."""

    staff: StaffList
    designed: DesignedMenus
    election: HeldElection
    held_round: HeldRound
    books: ToilBooks


def plan_halls(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    voice: StaffVoice,
    secret: SecretSource,
    listener: ProgressListener,
) -> Publication:
    """Plan halls of one zone and country for a period.

    Raises InputError where the inputs cannot be planned (no footfall before the period, no legal template), naming
    what to mend. A roster that leaves demand uncovered is a result, not an error.
    """
    if not halls:
        raise InputError("plan", ["no hall is given; import a hall first"])
    log = StageLog(listener, EXPECTED_SECONDS)
    needed = _needs(request, halls, log)
    rostered = _rosters(request, halls, needed, voice, secret, log)
    findings = _findings(request, halls, rostered, log)
    certificates = _certificates(halls, needed, rostered, log)
    published = _publications(request, halls, needed, rostered, findings, certificates, log)
    return Publication(
        period=request.period,
        calendar=request.calendar,
        settings=plan_settings(request.pack, request.seed, published),
        halls=published,
        reports=log.reports,
    )


def _needs(request: PlanRequest, halls: Sequence[HallInputs], log: StageLog) -> Mapping[str, _Needed]:
    with log.stage("forecast") as note:
        counted = [CountedHall(each.hall, each.history) for each in halls]
        forecast = forecast_footfall(counted, request.period, request.seed, request.workers, log.hear)
        customers = sum(slot.mean for slots in forecast.by_hall.values() for slot in slots)
        note.outcome = f"{customers:,.0f} customers expected ({forecast.method})"
        note.counts = {"hours": sum(len(slots) for slots in forecast.by_hall.values())}
    needed: dict[str, _Needed] = {}
    with log.stage("demand") as note:
        for each in halls:
            slots = forecast.by_hall[each.hall.id]
            threshold = busy_threshold_per_hour(slots)
            days = hall_days(each.hall, slots, request.period, threshold)
            needed[each.hall.id] = _Needed(slots, threshold, days, demand_of(each.hall, days, log.hear))
        hours = sum(each.demand.counter_hours for each in needed.values())
        stationary = sum(each.demand.stationary_counter_hours for each in needed.values())
        note.outcome = f"{hours:,.0f} counter-hours keep the promise (stationary formula {stationary:,.0f})"
        note.counts = {
            "half_hours": sum(len(each.demand.slots) for each in needed.values()),
            "hours_beyond_all_counters": sum(each.demand.missed_hours for each in needed.values()),
        }
    return needed


def _rosters(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, _Needed],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, _Rostered]:
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
                _tolerance_half_hours(needed[each.hall.id].demand),
                secret,
            )
        note.counts = {"ballots": sum(each.ballots for each in elections.values())}
        titles = sorted({each.adopted.title for each in elections.values()})
        note.outcome = f"{note.counts['ballots']} ballots adopt: {'; '.join(titles)}"
    rostered: dict[str, _Rostered] = {}
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
) -> _Rostered:
    hall, staff = inputs.hall, inputs.staff
    books, days_off = give_back_on_quiet_days(
        inputs.books,
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
            seed=request.seed,
        ),
        secret,
        request.limit,
        log.hear,
    )
    return _Rostered(staff, designed, election, held_round, post_accruals(books, held_round.assignments))


def _findings(
    request: PlanRequest, halls: Sequence[HallInputs], rostered: Mapping[str, _Rostered], log: StageLog
) -> Mapping[str, tuple[Finding, ...]]:
    with log.stage("findings") as note:
        findings = {
            each.hall.id: findings_of(
                rostered[each.hall.id].held_round.assignments,
                situations_of(
                    rostered[each.hall.id].staff, each.hall, request.period, request.calendar, request.pack, ()
                ),
                request.pack,
            )
            for each in halls
        }
        note.counts = {"findings": sum(len(each) for each in findings.values())}
        note.outcome = f"{note.counts['findings']} rules broken under pack {request.pack.id}"
    return findings


def _certificates(
    halls: Sequence[HallInputs], needed: Mapping[str, _Needed], rostered: Mapping[str, _Rostered], log: StageLog
) -> Mapping[str, tuple[CertificateRow, ...]]:
    with log.stage("certificate") as note:
        certificates = {
            each.hall.id: certify_roster(
                each.hall,
                needed[each.hall.id].days,
                [assignment.shift for assignment in rostered[each.hall.id].held_round.assignments],
                log.hear,
            )
            for each in halls
        }
        rows = [row for each in certificates.values() for row in each]
        kept, at_plus10 = sum(row.kept for row in rows), sum(row.kept_at_plus10 for row in rows)
        note.counts = {"quarter_hours": len(rows), "kept": kept, "kept_at_plus10": at_plus10}
        whole = max(1, len(rows))
        note.outcome = f"promise kept in {kept / whole:.1%} of quarter hours, {at_plus10 / whole:.1%} at +10 %"
    return certificates


def _publications(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, _Needed],
    rostered: Mapping[str, _Rostered],
    findings: Mapping[str, tuple[Finding, ...]],
    certificates: Mapping[str, tuple[CertificateRow, ...]],
    log: StageLog,
) -> tuple[HallPublication, ...]:
    with log.stage("TOIL and pay") as note:
        published = tuple(
            _publication(
                request,
                each,
                needed[each.hall.id],
                rostered[each.hall.id],
                findings[each.hall.id],
                certificates[each.hall.id],
            )
            for each in halls
        )
        note.counts = {
            "journal_entries": sum(len(each.journal) for each in published),
            "pay_lines": sum(len(each.pay_lines) for each in published),
        }
        note.outcome = f"{note.counts['journal_entries']} journal entries, {note.counts['pay_lines']} pay lines"
    return published


def _publication(
    request: PlanRequest,
    inputs: HallInputs,
    needed: _Needed,
    rostered: _Rostered,
    findings: tuple[Finding, ...],
    certificate: tuple[CertificateRow, ...],
) -> HallPublication:
    hall, staff, assignments = inputs.hall, rostered.staff, rostered.held_round.assignments
    return HallPublication(
        hall=hall,
        busy_threshold_per_hour=needed.threshold_per_hour,
        employees=staff.employees,
        leave=staff.leave,
        consents=staff.consents,
        worked=staff.worked,
        history=inputs.history,
        forecast=needed.forecast,
        demand=needed.demand.slots,
        menus=rostered.designed.menus,
        adopted_menu=rostered.election.adopted.id,
        election=rostered.election.record,
        bidding_round=rostered.held_round.record,
        roster=Roster(hall.id, request.period, inputs.version, RosterState.PUBLISHED, assignments),
        findings=findings,
        certificate=certificate,
        lots=rostered.books.lots,
        journal=rostered.books.journal,
        pay_lines=(
            *pay_lines(assignments, request.calendar, request.pack, hall.zone),
            *leave_lines(staff.employees, staff.leave, request.period, hall.zone),
        ),
    )
