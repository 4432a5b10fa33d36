"""What the menus of a hall are made from: its demand, the templates that are legal there, what its staff can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import RulePack
from shiftbid.services.template_law import breaches_of
from shiftbid.solver.candidates import TemplateShape, candidate_templates
from shiftbid.solver.menus import MenuProblem

MOST_TEMPLATES = 7
WORKDAYS_PER_WEEK = 5
LENGTHS_MINUTES = (240, 300, 360, 450, 480, 510, 540)
BREAK_AFTER_MINUTES = 360
BREAK_MINUTES = 30
TOIL_PEAK_START_MINUTE = 11 * 60
TOIL_PEAK_MINUTES = 30


@dataclass(frozen=True, slots=True)
class MenuRequest:
    """What menus of a hall and period must serve, and with whom.

    Attributes
    ----------
    seats
        Different templates that a menu may hold; None: seven for each desk.
    proposals
        Templates that people proposed; those that the law forbids are left out.
    """

    hall: Hall
    period: Period
    demand: tuple[DemandSlot, ...]
    employees: tuple[Employee, ...]
    calendar: Calendar
    pack: RulePack
    seed: int
    tolerance_half_hours: int
    seats: int | None = None
    proposals: tuple[ShiftTemplate, ...] = ()


def menu_problem(request: MenuRequest) -> MenuProblem:
    """What menus have to cover, and the legal templates that they are made of: those of one shape, and those proposed.

    Simple: one shape of break for all lengths, and shifts that start late carry the house's TOIL tariff.
    Raises InputError where the hall never opens or no template is legal under the pack.
    """
    hall = request.hall
    spans = [span for day in request.period.days if (span := hall.staffed_span(day))]
    if not spans:
        raise InputError("opening hours", [f"{hall.name} never opens in the period; give opening hours"])
    skills = tuple(desk.skill for desk in hall.every_desk)
    shapes = (
        TemplateShape(
            earliest_start_minute=min(start for start, _ in spans),
            latest_end_minute=max(end for _, end in spans),
            lengths_minutes=LENGTHS_MINUTES,
            break_after_minutes=BREAK_AFTER_MINUTES,
            break_minutes=BREAK_MINUTES,
            skill=skill,
        )
        for skill in skills
    )
    shaped = (template for shape in shapes for template in candidate_templates(shape))
    candidates = {template.id: _with_tariff(template) for template in (*shaped, *request.proposals)}
    legal = tuple(template for template in candidates.values() if _is_legal(template, request))
    if not legal:
        raise InputError(
            "shift templates",
            [f"no shift between opening and closing of {hall.name} is legal under pack {request.pack.id}"],
        )
    return MenuProblem(
        hall=hall.id,
        zone=hall.zone,
        demand=request.demand,
        candidates=legal,
        max_templates=request.seats or MOST_TEMPLATES * len(skills),
        capacities=tuple(_capacities(skills, request.employees)),
        tolerance_half_hours=request.tolerance_half_hours,
    )


def _capacities(skills: Sequence[str], employees: Sequence[Employee]) -> Iterator[Capacity]:
    """What the people of each set of skills can take: enough for no set of desks to ask for more than its people."""
    for size in range(1, len(skills) + 1):
        for chosen in map(frozenset, combinations(skills, size)):
            able = [employee for employee in employees if employee.skills & chosen]
            minutes = sum(employee.contract_minutes for employee in able)
            yield Capacity(chosen, WORKDAYS_PER_WEEK * len(able), minutes)


def _with_tariff(template: ShiftTemplate) -> ShiftTemplate:
    """Short shifts over the peak are the ones nobody asks for: taking one earns time off."""
    adapted = template.paid_minutes < BREAK_AFTER_MINUTES and template.start_minute >= TOIL_PEAK_START_MINUTE
    return replace(template, toil_minutes=TOIL_PEAK_MINUTES if adapted else 0)


def _is_legal(template: ShiftTemplate, request: MenuRequest) -> bool:
    return next(breaches_of(template, request.hall, request.period, request.calendar, request.pack), None) is None
