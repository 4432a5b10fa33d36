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
from shiftbid.domain.desk import DESK_FORM, Desk
from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.what_if import CounterTrial, Express, WhatIf


def what_if(
    context: typer.Context,
    arrivals: Annotated[Path, typer.Option(help="CSV: hall,start,end,class,arrivals.")],
    service_minutes: Annotated[float, typer.Option(help="Mean minutes a counter spends on a customer.")],
    max_counters: Annotated[
        int, typer.Option(min=1, help="Counters of a hall, its general desk's where --desk is given.")
    ],
    vip_service_minutes: Annotated[
        float | None, typer.Option(help="Mean minutes for a VIP, where they differ from the others'.")
    ] = None,
    desks: Annotated[
        list[str] | None, typer.Option("--desk", help=f"Own desk for services that need a skill: {DESK_FORM}.")
    ] = None,
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
    counters: Annotated[
        Path | None, typer.Option(help="CSV: hall,start,end,counters; what --change more or fewer do in each hour.")
    ] = None,
    change: Annotated[
        int | None, typer.Option(help="Counters more, or fewer if negative, to try on --counters; 1 if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Price promises and try other ways to serve the same footfall, under the exact queue model."""
    from shiftbid.services.arrival_days import ServiceTimes
    from shiftbid.services.what_if import WhatIfOrder

    application: Application = context.obj
    with reported_errors():
        order = WhatIfOrder(
            arrivals=arrivals,
            service=ServiceTimes(service_minutes, vip_service_minutes),
            promises=tuple(Promise.parse(text) for text in promises or [str(Promise())]),
            max_counters=max_counters,
            minimum_heads=minimum_heads,
            desks=tuple(Desk.parse(text) for text in desks or []),
            diverted=_diverted(diverted or []),
            express=_express(express),
            vip_room=vip_room,
            trial=_trial(counters, change),
        )
        found = application.what_if(order)
    sys.stdout.write(_as_json(found) if as_json else "\n".join(_lines(found, order.trial)) + "\n")


def _as_json(found: WhatIf) -> str:
    tried = [{**asdict(each), "start": each.start.isoformat(timespec="minutes")} for each in found.tried]
    return json.dumps({"answers": [asdict(each) for each in found.answers], "tried": tried}) + "\n"


def _lines(found: WhatIf, trial: CounterTrial | None) -> Iterator[str]:
    width = max(len("variant"), *(len(each.variant) for each in found.answers))
    promise_width = max(len("promise"), *(len(each.promise) for each in found.answers))
    yield f"{'variant':<{width}}  {'promise':<{promise_width}}  {'heads':>5}  {'counter-hours':>13}  hours missed"
    for each in found.answers:
        yield (
            f"{each.variant:<{width}}  {each.promise:<{promise_width}}  {each.most_heads:>5}  "
            f"{each.counter_hours:>13,.1f}  {each.missed_hours:>12}"
        )
    if trial is not None:
        yield ""
        yield f"Hours of the day that miss the promise with {trial.change:+d} at the counters in one hour:"
        yield from (
            f"  {each.hall}, {each.start:%Y-%m-%d %H:%M}: {each.missed_before} before, {each.missed_after} after"
            for each in found.tried
        )


def _trial(counters: Path | None, change: int | None) -> CounterTrial | None:
    from shiftbid.services.what_if import CounterTrial

    if counters is not None:
        return CounterTrial(counters, 1 if change is None else change)
    if change is not None:
        raise InputError("--change", ["says how many counters to add: name the file that holds them with --counters"])
    return None


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
