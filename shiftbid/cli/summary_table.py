"""The summary of a planning run as a table."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from shiftbid.domain.outcome import Stage
from shiftbid.services.publication import Publication, StageReport

NARROWEST = 100
SMALL = 10


def print_summary(publication: Publication, notes: list[str]) -> None:
    """Print one row a stage: seconds, what came out, objective, bound and gap; then the notes."""
    console = Console()
    if console.width < NARROWEST:
        console = Console(width=NARROWEST)
    table = Table(title=_title(publication), title_justify="left", header_style="bold")
    table.add_column("stage", no_wrap=True)
    table.add_column("seconds", justify="right")
    table.add_column("outcome", ratio=1)
    for name in ("objective", "bound", "gap"):
        table.add_column(name, justify="right", no_wrap=True)
    for report in publication.reports:
        table.add_row(report.name, f"{report.seconds:.1f}", report.outcome, "", "", "", style=_style(report))
        for stage in report.stages:
            table.add_row(f"  {stage.name}", f"{stage.seconds:.1f}", stage.unit, *_figures(stage))
    total = sum(report.seconds for report in publication.reports)
    table.add_section()
    table.add_row("whole chain", f"{total:.1f}", "", "", "", "", style="bold")
    console.print(table)
    for note in notes:
        console.print(note, style="dim", highlight=False)


def _title(publication: Publication) -> str:
    halls = publication.halls
    place = halls[0].hall.name if len(halls) == 1 else f"{len(halls)} halls"
    staff = sum(len(each.employees) for each in halls)
    return f"{place}, {staff} staff, {publication.period.first} to {publication.period.last}"


def _style(report: StageReport) -> str:
    return "bold" if report.stages else ""


def _figures(stage: Stage) -> tuple[str, str, str]:
    if stage.objective is None:
        return "none", "", stage.status.value
    bound = "" if stage.bound is None else _number(stage.bound)
    gap = "" if stage.gap is None else f"{stage.gap:.1%}"
    return _number(stage.objective), bound, gap


def _number(value: float) -> str:
    """Whole numbers as such; small ones with the digits in which they differ."""
    small = abs(value) < SMALL and value != round(value)
    return f"{value:,.3f}" if small else f"{value:,.0f}"
