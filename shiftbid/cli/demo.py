"""``shiftbid demo``: the whole chain without a window."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import BROKEN, reported_errors
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.cli.rules_note import RULES_HELP, rules_note
from shiftbid.cli.summary_table import print_summary
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Duties, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.services.default_zone import default_zone
from shiftbid.services.demo_order import DemoOrder, DemoRunner
from shiftbid.services.own_footfall import FIELDS, FootfallField, FootfallFile
from shiftbid.services.samples import SampleOptions


class SampleName(StrEnum):
    """The samples that come with the program."""

    AUCKLAND = "auckland"
    OPERATOR = "operator"


class MissingRowsMeaning(StrEnum):
    """What an hour without a row means."""

    REFUSE = "refuse"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    INFER = "infer"


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Folder for the published files.")],
    sample: Annotated[SampleName, typer.Option(help="Sample network to plan.")] = SampleName.AUCKLAND,
    halls: Annotated[int, typer.Option(help="Halls to plan.")] = 1,
    weeks: Annotated[int, typer.Option(help="Weeks to plan.")] = 4,
    footfall: Annotated[
        Path | None, typer.Option(help="Your own hourly counts instead of a sample (CSV, .gz).")
    ] = None,
    sites: Annotated[str, typer.Option(help="Sites (columns or halls) to plan, joined by commas.")] = "",
    country: Annotated[str | None, typer.Option(help="Country of the holidays and the law, such as NZ.")] = None,
    subdivision: Annotated[str | None, typer.Option(help="Part of the country, such as AUK.")] = None,
    timezone: Annotated[str | None, typer.Option(help="Zone of the halls' clock, such as Pacific/Auckland.")] = None,
    rules: Annotated[str | None, typer.Option(help=RULES_HELP)] = None,
    start: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day of the period.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of everything random: same seed, same files.")] = 1,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Cores to use; the outcome does not depend on it. All where left out.")
    ] = None,
    staff: Annotated[int, typer.Option(help="Staff of each hall.")] = 30,
    vip_share: Annotated[float, typer.Option(help="Share of VIP customers, 0 to 1.")] = 0.15,
    visits_per_day: Annotated[float | None, typer.Option(help="Customers on a mean open day of a hall.")] = None,
    scale: Annotated[float | None, typer.Option(help="Customers for each person counted.")] = None,
    opening: Annotated[str | None, typer.Option(help="Such as '09:00-19:00' or 'mon-fri 08:00-18:00'.")] = None,
    promise: Annotated[str, typer.Option(help="kind:level:VIP busy,others busy,quiet minutes.")] = "share:0.9:10,15,5",
    staff_to: Annotated[
        str, typer.Option(help="Footfall to staff for: mean, +10% or a forecast quantile such as q0.8.")
    ] = "mean",
    service_minutes: Annotated[float, typer.Option(help="Mean minutes a counter spends on a customer.")] = 6.0,
    opening_duty: Annotated[int, typer.Option(help="Minutes of work before opening, in half hours.")] = 0,
    closing_duty: Annotated[int, typer.Option(help="Minutes of work after closing, in half hours.")] = 0,
    duty_heads: Annotated[int, typer.Option(help="People needed for either.")] = 1,
    columns: Annotated[list[str] | None, typer.Option("--map", help="COLUMN=FIELD; hall, time, count, class.")] = None,
    missing_rows: Annotated[
        MissingRowsMeaning, typer.Option(help="What an hour without a row means.")
    ] = MissingRowsMeaning.REFUSE,
    encoding: Annotated[str, typer.Option(help="Text encoding of the file.")] = "utf-8",
    require_promise: Annotated[
        bool, typer.Option("--require-promise", help="Exit 1 where an hour misses its promise.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print summary.json and nothing else.")] = False,
) -> None:
    """Plan a sample network, or your own footfall, through every stage and publish the files into a folder."""
    runner: DemoRunner = context.obj.demo
    with reported_errors():
        place = _Place(country, subdivision, timezone)
        order = DemoOrder(
            sample=sample.value,
            options=SampleOptions(
                halls=halls,
                weeks=weeks,
                start=start.date() if start else None,
                seed=seed,
                sites=_listed(sites),
                staff_per_hall=staff,
                vip_share=vip_share,
                visits_per_day=visits_per_day,
                visits_per_count=scale,
                opening=OpeningHours.parse(opening) if opening else None,
                service_minutes=service_minutes,
                duties=Duties(opening_duty, closing_duty, duty_heads),
                promise=Promise.parse(promise),
            ),
            footfall=_footfall_file(footfall, place, columns or [], _listed(sites), missing_rows, encoding),
            country=country,
            subdivision=subdivision,
            zone=timezone,
            pack=rules,
            workers=workers or os.cpu_count() or 1,
            staff_to=StaffingLevel.parse(staff_to),
        )
        with progress_on_terminal("plan") as listener:
            outcome = runner(order, out, listener)
    if as_json:
        sys.stdout.write((outcome.folder / "summary.json").read_text(encoding="utf-8"))
    else:
        notes = [rules_note(outcome.publication.settings), outcome.credit, f"Published in {outcome.folder}"]
        print_summary(outcome.publication, notes)
    legal = not any(hall.findings for hall in outcome.publication.halls)
    kept = all(row.kept for hall in outcome.publication.halls for row in hall.certificate)
    if not legal or (require_promise and not kept):
        raise typer.Exit(BROKEN)


@dataclass(frozen=True, slots=True)
class _Place:
    country: str | None
    subdivision: str | None
    timezone: str | None

    def zone(self) -> str:
        """Zone of somebody's own counts: the one given, else the country's."""
        if self.country is None:
            raise InputError(
                "--footfall", ["give --country (and --subdivision), so that its holidays and law are known"]
            )
        return self.timezone or default_zone(self.country, self.subdivision)


def _footfall_file(
    path: Path | None,
    place: _Place,
    columns: list[str],
    sites: tuple[str, ...],
    missing_rows: MissingRowsMeaning,
    encoding: str,
) -> FootfallFile | None:
    if path is None:
        return None
    return FootfallFile(path, place.zone(), _column_map(columns), sites, encoding, missing_rows.value)


def _column_map(entries: list[str]) -> dict[str, FootfallField]:
    fields: dict[str, FootfallField] = {field: field for field in FIELDS}
    columns: dict[str, FootfallField] = {}
    wrong: list[str] = []
    for entry in entries:
        column, _, name = entry.rpartition("=")
        field = fields.get(name)
        if column and field:
            columns[column] = field
        else:
            wrong.append(f"{entry!r}: write COLUMN=FIELD with FIELD one of {', '.join(FIELDS)}")
    if wrong:
        raise InputError("--map", wrong)
    return columns


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
