"""A stored publication as planning gave it, so that its files can be written again, such as after a swap."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.errors import InputError
from shiftbid.services.certificate_report import CertificateReport, report_on
from shiftbid.services.hall_days import hall_days
from shiftbid.services.plan import PLAYS_OF_EACH_DAY
from shiftbid.services.ports import PublicationContext, UnitOfWork
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, Publication
from shiftbid.services.published_plan import PublishedPlan
from shiftbid.services.second_opinion import SecondOpinionOrder


def stored_publication(unit: UnitOfWork, plan: PublishedPlan, listener: ProgressListener) -> Publication:
    """Give the latest versions of whole published periods with their certificates in short, made anew.

    Raises InputError where the days are not one published period of each hall, or the halls were planned apart.
    """
    halls = [span.publication for span in plan.spans]
    if any(each.roster.period != plan.period for each in halls):
        raise InputError("--period", ["the files of a publication are those of one published period: give its days"])
    contexts = [_context(unit, each) for each in halls]
    if any(each != contexts[0] for each in contexts):
        raise InputError("--hall", ["the halls were planned apart: export one hall at a time"])
    seed = int(contexts[0].settings["seed"])
    return Publication(
        period=plan.period,
        calendar=contexts[0].calendar,
        settings=contexts[0].settings,
        halls=tuple(halls),
        certificates=_reports(halls, seed, listener),
        reports=(),
    )


def _context(unit: UnitOfWork, publication: HallPublication) -> PublicationContext:
    roster = publication.roster
    context = unit.publications.context(roster.hall, roster.period, roster.version)
    if context is None:
        raise InputError("roster", [f"version {roster.version} of {roster.hall} is not in the database any more"])
    return context


def _reports(halls: Sequence[HallPublication], seed: int, listener: ProgressListener) -> tuple[CertificateReport, ...]:
    return tuple(
        report_on(
            each.hall,
            hall_days(each.hall, each.forecast, each.roster.period, each.busy_threshold_per_hour),
            [assignment.shift for assignment in each.roster.assignments],
            next(menu.templates for menu in each.menus if menu.id == each.adopted_menu),
            each.certificate,
            SecondOpinionOrder(PLAYS_OF_EACH_DAY, seed),
            listener,
        )
        for each in halls
    )
