"""``shiftbid certify``: the waits that given counters lead to."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import BROKEN, reported_errors
from shiftbid.domain.promise import Promise
from shiftbid.services.application import Application


def certify(
    context: typer.Context,
    arrivals: Annotated[Path, typer.Option(help="CSV: hall,start,end,class,arrivals.")],
    counters: Annotated[Path, typer.Option(help="CSV: hall,start,end,counters.")],
    service_minutes: Annotated[float, typer.Option(help="Mean minutes a counter spends on a customer.")],
    out: Annotated[Path, typer.Option(help="CSV to write: one row a quarter hour and class.")],
    vip_service_minutes: Annotated[
        float | None, typer.Option(help="Mean minutes for a VIP, where they differ from the others'.")
    ] = None,
    promise: Annotated[str, typer.Option(help="kind:level:VIP busy,others busy,quiet minutes.")] = "share:0.9:10,15,5",
    require_promise: Annotated[bool, typer.Option("--require-promise", help="Exit 1 where an hour misses.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Certify the waits customers will see, by quarter hour and class, under the exact queue model."""
    from shiftbid.services.arrival_days import ServiceTimes
    from shiftbid.services.certify_tables import CertifyOrder

    application: Application = context.obj
    with reported_errors():
        service = ServiceTimes(service_minutes, vip_service_minutes)
        order = CertifyOrder(arrivals, counters, service, Promise.parse(promise), out)
        quarters = application.certify(order)
    kept, at_plus10 = sum(each.kept for each in quarters), sum(each.kept_at_plus10 for each in quarters)
    if as_json:
        found = {"quarter_hours": len(quarters), "kept": kept, "kept_at_plus10": at_plus10}
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        sys.stdout.write(f"Promise kept in {kept} of {len(quarters)} rows, {at_plus10} with 10 % more customers.\n")
    if require_promise and kept < len(quarters):
        raise typer.Exit(BROKEN)
