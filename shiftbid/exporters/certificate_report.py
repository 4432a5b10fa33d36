"""``certificate_report.json``: every hall's certificate in short, as docs/formats/records.md describes it."""

from __future__ import annotations

from shiftbid.domain.timeline import format_instant
from shiftbid.services.certificate_report import CertificateReport
from shiftbid.services.publication import JsonObject, Publication
from shiftbid.services.second_opinion import SecondOpinion

CERTIFICATE_REPORT_FORMAT = "shiftbid-certificate-report-1"
DECIMALS = 6


def certificate_report(publication: Publication) -> JsonObject:
    """Give the content of ``certificate_report.json``; shares and minutes rounded to 6 decimals."""
    zones = {each.hall.id: each.hall.zone for each in publication.halls}
    return {
        "format": CERTIFICATE_REPORT_FORMAT,
        "halls": [_hall(report, zones[report.hall]) for report in publication.certificates],
    }


def _hall(report: CertificateReport, zone: str) -> JsonObject:
    return {
        "hall": report.hall,
        "totals": [
            {
                "skill": each.skill,
                "class": each.customer_class,
                "customers": round(each.customers, DECIMALS),
                "share_in_time": round(each.share_in_time, DECIMALS),
                "mean_wait_minutes": round(each.mean_wait_minutes, DECIMALS),
                "hours": each.hours,
                "hours_kept": each.hours_kept,
                "hours_kept_at_plus10": each.hours_kept_at_plus10,
            }
            for each in report.totals
        ],
        "worst_quarter_hours": [
            {
                "start": format_instant(each.quarter.start, zone),
                "skill": each.skill,
                "class": each.customer_class,
                "heads": each.heads,
                "share_in_time": each.share_in_time,
                "mean_wait_minutes": each.mean_wait_minutes,
                "promise_minutes": each.promise_minutes,
            }
            for each in report.worst
        ],
        "one_more_person": [
            {
                "date": each.day.isoformat(),
                "template": each.template,
                "paid_minutes": each.paid_minutes,
                "hours_missed_before": each.missed_before,
                "hours_missed_after": each.missed_after,
            }
            for each in report.repairs
        ],
        "second_opinion": _opinion(report.opinion),
    }


def _opinion(opinion: SecondOpinion) -> JsonObject:
    conditions = opinion.order.conditions
    return {
        "plays_of_each_day": opinion.order.plays,
        "seed": opinion.order.seed,
        "service_spread": conditions.service_spread,
        "day_factor_spread": conditions.day_factor_spread,
        "temperaments": [
            {"share": each.share, "mean_patience_minutes": each.mean_patience_minutes}
            for each in conditions.temperaments
        ],
        "classes": [
            {
                "skill": each.skill,
                "class": each.customer_class,
                "certified_share": round(each.certified_share, DECIMALS),
                "simulated_share": round(each.simulated_share, DECIMALS),
                "standard_error": round(each.standard_error, DECIMALS),
                "simulated_mean_wait_minutes": round(each.simulated_mean_wait_minutes, DECIMALS),
                "share_left": round(each.share_left, DECIMALS),
                "hours_reaching_level": round(each.hours_reaching_level, DECIMALS),
            }
            for each in opinion.classes
        ],
    }
