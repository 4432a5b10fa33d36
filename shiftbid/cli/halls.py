"""``shiftbid halls``: the halls of a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.domain.desk import DESK_FORM, Desk
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Duties, Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import zone_info
from shiftbid.services.application import Application
from shiftbid.services.default_zone import default_zone

halls = typer.Typer(no_args_is_help=True, help="Halls that are planned here.")

HallId = Annotated[str, typer.Argument(help="Short id of the hall: letters, digits, . - _")]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
Name = Annotated[str | None, typer.Option(help="Name that people read; the id by default.")]
Opening = Annotated[str | None, typer.Option(help="Such as '09:00-19:00' or 'mon-fri 08:00-18:00, sat 10:00-16:00'.")]
Counters = Annotated[int | None, typer.Option(min=1, help="Counters that can be staffed at the same time.")]
ServiceMinutes = Annotated[float | None, typer.Option(min=0.1, help="Mean minutes a counter spends on a customer.")]
VipServiceMinutes = Annotated[
    float | None, typer.Option(min=0.1, help="Mean minutes for a VIP, where they differ from the others'.")
]
MinimumHeads = Annotated[int | None, typer.Option(min=0, help="Heads whenever the hall is open.")]
PromiseText = Annotated[str | None, typer.Option("--promise", help="kind:level:VIP busy,others busy,quiet minutes.")]
DutyMinutes = Annotated[int | None, typer.Option(help="Minutes of work before opening or after closing.")]
DutyHeads = Annotated[int | None, typer.Option(min=1, help="People needed for either.")]
Desks = Annotated[
    list[str] | None,
    typer.Option("--desk", help=f"Counters for services that need a skill: {DESK_FORM}. More than one may be given."),
]


@halls.command()
def add(
    context: typer.Context,
    hall: HallId,
    country: Annotated[str, typer.Option(help="Country of the holidays and the law, such as CN.")],
    opening: Annotated[str, typer.Option(help="Such as '09:00-19:00' or 'mon-fri 08:00-18:00, sat 10:00-16:00'.")],
    counters: Annotated[int, typer.Option(min=1, help="Counters that can be staffed at the same time.")],
    service_minutes: Annotated[float, typer.Option(min=0.1, help="Mean minutes a counter spends on a customer.")],
    subdivision: Annotated[str | None, typer.Option(help="Part of the country, such as AUK.")] = None,
    timezone: Annotated[str | None, typer.Option(help="Zone of the hall's clock; the place's own by default.")] = None,
    name: Name = None,
    vip_service_minutes: VipServiceMinutes = None,
    minimum_heads: MinimumHeads = None,
    promise: PromiseText = None,
    opening_duty: DutyMinutes = None,
    closing_duty: DutyMinutes = None,
    duty_heads: DutyHeads = None,
    desks: Desks = None,
    url: Url = None,
) -> None:
    """Add a hall. Staff and footfall are imported next: shiftbid import staff, shiftbid import footfall."""
    application: Application = context.obj
    with reported_errors():
        zone = timezone or default_zone(country, subdivision)
        zone_info(zone)
        new = Hall(
            id=hall,
            name=name or hall,
            zone=zone,
            country=country,
            subdivision=subdivision,
            opening=OpeningHours.parse(opening),
            promise=Promise.parse(promise) if promise else Promise(),
            service_minutes=service_minutes,
            counters=counters,
            minimum_heads=1 if minimum_heads is None else minimum_heads,
            duties=Duties(opening_duty or 0, closing_duty or 0, duty_heads or 1),
            desks=tuple(Desk.parse(text) for text in desks or []),
            vip_service_minutes=vip_service_minutes,
        )
        with application.hall_desk(url) as desk:
            desk.add(new)
    sys.stdout.write(f"{new.name} ({new.id}) is there; its clock is that of {zone}.\n")


@halls.command()
def change(
    context: typer.Context,
    hall: HallId,
    name: Name = None,
    opening: Opening = None,
    counters: Counters = None,
    service_minutes: ServiceMinutes = None,
    vip_service_minutes: VipServiceMinutes = None,
    minimum_heads: MinimumHeads = None,
    promise: PromiseText = None,
    opening_duty: DutyMinutes = None,
    closing_duty: DutyMinutes = None,
    duty_heads: DutyHeads = None,
    desks: Desks = None,
    dropped: Annotated[
        list[str] | None, typer.Option("--drop-desk", help="Skill of a desk whose services the general one takes over.")
    ] = None,
    url: Url = None,
) -> None:
    """Change what is given of a hall; what is published keeps the details it was made with."""
    application: Application = context.obj
    with reported_errors(), application.hall_desk(url) as desk:
        before = desk.get(hall)
        duties = before.duties
        desk.change(
            replace(
                before,
                name=before.name if name is None else name,
                opening=before.opening if opening is None else OpeningHours.parse(opening),
                counters=before.counters if counters is None else counters,
                service_minutes=before.service_minutes if service_minutes is None else service_minutes,
                minimum_heads=before.minimum_heads if minimum_heads is None else minimum_heads,
                promise=before.promise if promise is None else Promise.parse(promise),
                duties=Duties(
                    duties.opening_minutes if opening_duty is None else opening_duty,
                    duties.closing_minutes if closing_duty is None else closing_duty,
                    duties.heads if duty_heads is None else duty_heads,
                ),
                vip_service_minutes=before.vip_service_minutes if vip_service_minutes is None else vip_service_minutes,
                desks=_changed_desks(before.desks, [Desk.parse(text) for text in desks or []], dropped or []),
            )
        )
    sys.stdout.write(f"{hall} is changed; what is published stays as it is.\n")


@halls.command("list")
def list_halls(
    context: typer.Context,
    url: Url = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """List the halls."""
    application: Application = context.obj
    with reported_errors(), application.hall_desk(url) as desk:
        known = desk.all()
    rows = [
        {
            "hall": each.id,
            "name": each.name,
            "country": each.country,
            "subdivision": each.subdivision,
            "zone": each.zone,
            "opening": str(each.opening),
            "counters": each.counters,
            "service_minutes": each.service_minutes,
            "vip_service_minutes": each.vip_service_minutes,
            "desks": [str(desk) for desk in each.desks],
            "promise": str(each.promise),
        }
        for each in known
    ]
    if as_json:
        sys.stdout.write(json.dumps({"halls": rows}, ensure_ascii=False) + "\n")
        return
    for each in known:
        desks = "".join(f"; desk {desk}" for desk in each.desks)
        sys.stdout.write(f"{each.id}: {each.name}, {each.opening}, {each.counters} counters, {each.promise}{desks}\n")
    if not rows:
        sys.stdout.write("No hall yet: shiftbid halls add --help\n")


def _changed_desks(before: Sequence[Desk], given: Sequence[Desk], dropped: Sequence[str]) -> tuple[Desk, ...]:
    """Desks as they stood, those of a given skill replaced, new ones behind, dropped ones left out."""
    known = {desk.skill: desk for desk in before}
    unknown = sorted(set(dropped) - known.keys())
    if unknown:
        there = ", ".join(known) or "no desk beside the general one"
        raise InputError("--drop-desk", [f"the hall has no desk {skill!r}; it has {there}" for skill in unknown])
    wanted = {**known, **{desk.skill: desk for desk in given}}
    return tuple(desk for skill, desk in wanted.items() if skill not in dropped)
