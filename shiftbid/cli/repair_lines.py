"""A repair as text: its stages with what is proven, and what it would mean for somebody to take a shift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from shiftbid.domain.outcome import SolveStatus, Stage

if TYPE_CHECKING:
    from shiftbid.services.absence import StandIn


def stage_lines(status: SolveStatus, stages: Sequence[Stage]) -> Iterator[str]:
    """Value of each stage and whether it is proven least; one line where there is no repair."""
    if status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        yield f"No repair: {status.value}."
        return
    for stage in stages:
        certainty = "proven least" if stage.status is SolveStatus.OPTIMAL else f"at least {stage.bound:g}"
        yield f"{stage.name}: {stage.objective:g} {stage.unit} ({certainty})"


def stand_in_line(one: StandIn, names: Mapping[str, str]) -> str:
    """Hours, pay and time off of a shift for a person, and the first rule it would break."""
    hours = f"{one.week_minutes / 60:.1f} h that week, pay {one.cost_cents / 100:.2f}"
    earns = f", earns {one.toil_minutes} min time off" if one.toil_minutes else ""
    broken = f"; but: {one.findings[0].sentence}" if one.findings else ""
    return f"{names[one.employee]} ({one.employee}): {hours}{earns}{broken}"
