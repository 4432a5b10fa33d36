"""``shiftbid what-if``: heads and counter-hours under other promises, customers and counters."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.what_if import Express, WhatIf


def what_if(
    context: typer.Context,
    arrivals: Annotated[Path, typer.Option(help="CSV: hall,start,end,class,arrivals.")],
    service_minutes: Annotated[float, typer.Option(help="Mean minutes a counter spends on a customer.")],
    max_counters: Annotated[int, typer.Option(min=1, help="Counters of a hall.")],
    minimum_heads: Annotated[int, typer.Option(min=0, help="Heads whenever a hall is open.")] = 1,
    promises: Annotated[
        list[str] | None, typer.Option("--promise", help="Promise to price; the first holds for the other questions.")
    ] = None,
    diverted: Annotated[
        list[str] | None, typer.Option("--divert", help="CLASS=SHARE who serve themselves or stay online.")
    ] = None,
    express: Annotated[
        str | None, typer.Option(help="SHARE=MINUTES: own counters for a hot service with that service time.")
    ] = None,
    vip_room: Annotated[bool, typer.Option("--vip-room", help="VIPs have counters that serve nobody else.")] = False,
    counters: Annotated[Path | None, typer.Option(help="CSV: hall,start,end,counters, to change by --change.")] = None,
    change: Annotated[int, typer.Option(help="Counters more, or fewer if negative, to try in each hour.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Price promises and try other ways to serve the same footfall, under the exact queue model."""
    from shiftbid.services.what_if import CounterTrial, WhatIfOrder

    application: Application = context.obj
    with reported_errors():
        order = WhatIfOrder(
            arrivals=arrivals,
            service_minutes=service_minutes,
            promises=tuple(Promise.parse(text) for text in promises or [str(Promise())]),
            max_counters=max_counters,
            minimum_heads=minimum_heads,
            diverted=_diverted(diverted or []),
            express=_express(express),
            vip_room=vip_room,
            trial=CounterTrial(counters, change) if counters else None,
        )
        found = application.what_if(order)
    sys.stdout.write(_as_json(found) if as_json else "\n".join(_lines(found, change)) + "\n")


def _as_json(found: WhatIf) -> str:
    tried = [{**asdict(each), "start": each.start.isoformat(timespec="minutes")} for each in found.tried]
    return json.dumps({"answers": [asdict(each) for each in found.answers], "tried": tried}) + "\n"


def _lines(found: WhatIf, change: int) -> Iterator[str]:
    width = max(len("variant"), *(len(each.variant) for each in found.answers))
    promise_width = max(len("promise"), *(len(each.promise) for each in found.answers))
    yield f"{'variant':<{width}}  {'promise':<{promise_width}}  {'heads':>5}  {'counter-hours':>13}  hours missed"
    for each in found.answers:
        yield (
            f"{each.variant:<{width}}  {each.promise:<{promise_width}}  {each.most_heads:>5}  "
            f"{each.counter_hours:>13,.1f}  {each.missed_hours:>12}"
        )
    if found.tried:
        yield ""
        yield f"Hours of the day that miss the promise with {change:+d} at the counters in one hour:"
        yield from (
            f"  {each.hall}, {each.start:%Y-%m-%d %H:%M}: {each.missed_before} before, {each.missed_after} after"
            for each in found.tried
        )


def _diverted(entries: list[str]) -> dict[CustomerClass, float]:
    shares: dict[CustomerClass, float] = {}
    wrong: list[str] = []
    for entry in entries:
        name, _, written = entry.partition("=")
        share = _number(written)
        if share is None or name not in tuple(CustomerClass):
            wrong.append(f"{entry!r}: write CLASS=SHARE with CLASS {' or '.join(CustomerClass)}, such as regular=0.2")
        else:
            shares[CustomerClass(name)] = share
    if wrong:
        raise InputError("--divert", wrong)
    return shares


def _express(text: str | None) -> Express | None:
    from shiftbid.services.what_if import Express

    if text is None:
        return None
    share, minutes = (_number(part) for part in text.partition("=")[::2])
    if share is None or minutes is None:
        raise InputError("--express", [f"{text!r}: write SHARE=MINUTES, such as 0.3=2"])
    return Express(share, minutes)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
