"""What a ticket log holds, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from shiftbid.domain.timeline import format_instant
from shiftbid.services.import_tickets import TicketReport
from shiftbid.services.ticket_model import LIMIT_MINUTES
from shiftbid.services.ticket_statistics import ServiceStatistics

ROWS_SHOWN = 20


def report_json(report: TicketReport) -> Mapping[str, object]:
    """Give everything of a report, as JSON knows it; times are local with offset."""
    return {
        "form": dict(report.form),
        "zone": report.zone,
        "rows": {"in_file": report.rows_in_file, "read": report.rows_read, "rejected": len(report.rejected)},
        "tickets": report.tickets,
        "other_halls_tickets": report.other_halls_tickets,
        "rejected": [
            {"row": each.problem.row, "reason": each.reason.value, "message": str(each.problem)}
            for each in report.rejected
        ],
        "checks": [asdict(check) for check in report.checks],
        "shares": asdict(report.shares),
        "measured": None if report.measured is None else asdict(report.measured),
        "services": [asdict(each) for each in report.services],
        "waits": [asdict(each) for each in report.waits],
        "model": None if report.model is None else asdict(report.model),
        "arrivals": [
            {
                "hall": each.hall,
                "start": format_instant(each.span.start, report.zone),
                "end": format_instant(each.span.end, report.zone),
                "class": each.customer_class.value,
                "arrivals": each.arrivals,
            }
            for each in report.arrivals
        ],
        "stored_hours": report.stored_hours,
    }


def report_text(report: TicketReport) -> str:
    """Write a report to be read; of every check the first 20 rows are named, `--json` names all."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: TicketReport) -> Iterator[str]:
    yield (
        f"{report.rows_read:,} of {report.rows_in_file:,} rows read, {len(report.rejected):,} rejected; "
        f"{report.tickets:,} tickets, {report.other_halls_tickets:,} of other halls left out."
    )
    yield "\nForm"
    yield from (f"  {name}: {value}" for name, value in report.form.items())
    yield from _rejected(report)
    yield "\nChecks"
    for check in report.checks:
        yield f"  {check.count:>7,}  {check.sentence}{_first([str(row) for row in check.rows], ', ', ': rows ')}"
        yield from (f"           {detail}" for detail in check.details[:ROWS_SHOWN])
        if len(check.details) > ROWS_SHOWN:
            yield f"           and {len(check.details) - ROWS_SHOWN:,} more"
    shares = report.shares
    yield f"\nCustomers: {shares.customers:,}"
    for name, share in (
        ("VIP", shares.vip_share),
        ("VIP of those whose class is known", shares.vip_share_of_known),
        ("class unknown", shares.unknown_class_share),
        ("no-shows", shares.no_show_share),
        ("left while waiting", shares.abandoned_share),
    ):
        yield f"  {name}: {'unknown' if share is None else f'{share:.1%}'}"
    yield "  outcomes: " + ", ".join(f"{name} {count:,}" for name, count in shares.outcomes.items())
    yield "\nService times (from 10 s to 60 min)"
    yield from (f"  {_service(each)}" for each in report.services)
    if report.measured is not None:
        yield f"  from 1 s: {_service(report.measured)}"
    yield "\nWaits of served customers"
    for each in report.waits:
        within = ", ".join(f"{share:.1%} within {minutes} min" for minutes, share in each.share_within.items())
        yield f"  {each.customer_class or 'all'}: {each.customers:,}, mean {each.mean_seconds / 60:.2f} min, {within}"
    yield from _model(report)
    if report.arrivals:
        first, last = report.arrivals[0].span.start, report.arrivals[-1].span.end
        total = sum(each.arrivals for each in report.arrivals)
        yield (
            f"\nArrivals: {total:,} in {len(report.arrivals):,} rows (quarter hour and class), "
            f"{format_instant(first, report.zone)} to {format_instant(last, report.zone)}"
        )
    if report.stored_hours:
        yield f"{report.stored_hours:,} hourly counts stored."


def _rejected(report: TicketReport) -> Iterator[str]:
    if report.rejected:
        yield "\nRejected rows"
        yield from (f"  {each.reason.value}: {each.problem}" for each in report.rejected[:ROWS_SHOWN])
        if len(report.rejected) > ROWS_SHOWN:
            yield f"  and {len(report.rejected) - ROWS_SHOWN:,} more; --json lists all"


def _model(report: TicketReport) -> Iterator[str]:
    model = report.model
    if model is None:
        yield "\nNo comparison with the queue model: it needs arrivals, waits and services."
        return
    yield f"\nObserved waits and the exact model's, latest {model.hall_days} hall-days"
    yield f"  {model.counters_from}"
    yield (
        f"  {model.mean_counters:.1f} counters on average, {model.service_minutes:.2f} min a service "
        f"({model.vip_service_minutes:.2f} for a VIP)"
    )
    for kind, customers in model.customers.items():
        yield (
            f"  {kind}: {customers:,} customers, mean {model.observed_minutes[kind]:.2f} min observed, "
            f"{model.model_minutes[kind]:.2f} modelled; within {LIMIT_MINUTES:g} min "
            f"{model.observed_share[kind]:.1%} observed, {model.model_share[kind]:.1%} modelled"
        )


def _service(each: ServiceStatistics) -> str:
    who = " ".join(part for part in (each.customer_class, each.service) if part) or "all"
    return (
        f"{who}: {each.services:,}, mean {each.mean_seconds:.1f} s, median {each.median_seconds:.0f} s, "
        f"SCV {each.scv:.2f}"
    )


def _first(texts: list[str], separator: str, lead: str) -> str:
    if not texts:
        return ""
    more = f" and {len(texts) - ROWS_SHOWN:,} more" if len(texts) > ROWS_SHOWN else ""
    return lead + separator.join(texts[:ROWS_SHOWN]) + more
