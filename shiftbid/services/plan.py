"""Plan halls through the whole chain: footfall, demand, menus, vote, bids, award, roster, certificate, TOIL, pay.

The chain is walked stage by stage, each stage over all halls, as plain data from stage to stage; nothing is stored or
written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.errors import InputError
from shiftbid.domain.roster import Roster, RosterState
from shiftbid.rules.finding import Finding
from shiftbid.services.certificate_report import CertificateReport, report_on
from shiftbid.services.certification import certify_roster
from shiftbid.services.checked_roster import check_roster
from shiftbid.services.plan_needs import Needed, plan_needs
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.plan_rosters import Rostered, plan_rosters
from shiftbid.services.plan_settings import plan_settings
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, Publication
from shiftbid.services.roster_pay import roster_pay_lines
from shiftbid.services.second_opinion import SecondOpinionOrder
from shiftbid.services.secrets import SecretSource
from shiftbid.services.situations import situations_of
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.services.stage_log import StageLog
from shiftbid.services.toil_return import edition_of, post_worked

PLAYS_OF_EACH_DAY = 5

# Rough seconds of each stage on two cores; they only place the progress bar.
EXPECTED_SECONDS = {
    "forecast": 8.0,
    "demand": 4.0,
    "menus": 6.0,
    "vote": 3.0,
    "award": 25.0,
    "findings": 0.3,
    "certificate": 1.0,
    "second opinion": 3.0,
    "TOIL and pay": 0.1,
}


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
    needed = plan_needs(request, halls, log)
    rostered = plan_rosters(request, halls, needed, voice, secret, log)
    return publication_of(request, halls, needed, rostered, log)


def publication_of(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    rostered: Mapping[str, Rostered],
    log: StageLog,
) -> Publication:
    """Last part of the chain: what the awarded rosters come to, checked, certified and paid."""
    findings = _findings(request, halls, rostered, log)
    certificates = _certificates(halls, needed, rostered, log)
    reports = _certificate_reports(request, halls, needed, rostered, certificates, log)
    published = _publications(request, halls, needed, rostered, findings, certificates, log)
    return Publication(
        period=request.period,
        calendar=request.calendar,
        settings=plan_settings(request, published),
        halls=published,
        certificates=reports,
        reports=log.reports,
    )


def _findings(
    request: PlanRequest, halls: Sequence[HallInputs], rostered: Mapping[str, Rostered], log: StageLog
) -> Mapping[str, tuple[Finding, ...]]:
    with log.stage("findings") as note:
        findings = {
            each.hall.id: check_roster(
                rostered[each.hall.id].held_round.assignments,
                situations_of(
                    rostered[each.hall.id].staff, each.hall, request.period, request.calendar, request.pack, ()
                ),
                request.pack,
            ).whole_roster_findings
            for each in halls
        }
        note.counts = {"findings": sum(len(each) for each in findings.values())}
        note.outcome = f"{note.counts['findings']} rules broken under pack {request.pack.id}"
    return findings


def _certificates(
    halls: Sequence[HallInputs], needed: Mapping[str, Needed], rostered: Mapping[str, Rostered], log: StageLog
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


def _certificate_reports(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    rostered: Mapping[str, Rostered],
    certificates: Mapping[str, tuple[CertificateRow, ...]],
    log: StageLog,
) -> tuple[CertificateReport, ...]:
    with log.stage("second opinion") as note:
        reports = tuple(
            report_on(
                each.hall,
                needed[each.hall.id].days,
                [assignment.shift for assignment in rostered[each.hall.id].held_round.assignments],
                rostered[each.hall.id].election.adopted.templates,
                certificates[each.hall.id],
                SecondOpinionOrder(PLAYS_OF_EACH_DAY, request.seed),
                log.hear,
            )
            for each in halls
        )
        note.counts = {"repairs": sum(len(each.repairs) for each in reports)}
        note.outcome = _told_twice(reports)
    return reports


def _told_twice(reports: Sequence[CertificateReport]) -> str:
    """Shares in time of all customers of the halls, certified and simulated, for the summary table."""
    pairs = [
        (totals.customers, opinion)
        for report in reports
        for totals, opinion in zip(report.totals, report.opinion.classes, strict=True)
    ]
    customers = max(1.0, sum(weight for weight, _ in pairs))
    certified = sum(weight * opinion.certified_share for weight, opinion in pairs) / customers
    simulated = sum(weight * opinion.simulated_share for weight, opinion in pairs) / customers
    return f"{certified:.1%} of customers in time as certified, {simulated:.1%} in simulation"


def _publications(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    rostered: Mapping[str, Rostered],
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
    needed: Needed,
    rostered: Rostered,
    findings: tuple[Finding, ...],
    certificate: tuple[CertificateRow, ...],
) -> HallPublication:
    hall, staff, assignments = inputs.hall, rostered.staff, rostered.held_round.assignments
    lines = roster_pay_lines(staff, assignments, request.calendar, request.pack, hall, request.period)
    books = post_worked(rostered.books, edition_of(hall.id, request.period, inputs.version), lines)
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
        menus=(*rostered.paper.menus, rostered.election.adopted),
        adopted_menu=rostered.election.adopted.id,
        election=rostered.election.record,
        bidding_round=rostered.held_round.record,
        roster=Roster(hall.id, request.period, inputs.version, RosterState.PUBLISHED, assignments),
        findings=findings,
        certificate=certificate,
        lots=books.lots,
        journal=books.journal,
        pay_lines=lines,
        facts=staff.facts,
    )
