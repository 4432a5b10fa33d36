"""Design the menus of shift templates that are put to the vote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.services.demand_from_footfall import COUNTER_SKILL
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.solver.candidates import TemplateShape, candidate_templates
from shiftbid.solver.menus import DesignedMenus, MenuProblem, design_menus
from shiftbid.solver.work_limit import WorkLimit

MENU_COUNT = 3
MOST_TEMPLATES = 7
WORKDAYS_PER_WEEK = 5
LENGTHS_MINUTES = (240, 300, 360, 450, 480, 510, 540)
LONGEST_WORK_MINUTES = 480
BREAK_AFTER_MINUTES = 360
BREAK_MINUTES = 30
TOIL_PEAK_START_MINUTE = 11 * 60
TOIL_PEAK_MINUTES = 30


@dataclass(frozen=True, slots=True)
class MenuRequest:
    """What menus of a hall and period must serve, and with whom."""

    hall: Hall
    period: Period
    demand: tuple[DemandSlot, ...]
    employees: tuple[Employee, ...]
    calendar: Calendar
    pack: RulePack
    seed: int
    tolerance_half_hours: int


def menus_for(request: MenuRequest, limit: WorkLimit, listener: ProgressListener) -> DesignedMenus:
    """A few clearly different menus, each proven to cover the demand within the tolerance.

    Simple: one shape of break for all lengths, and shifts that start late carry the house's TOIL tariff.
    Raises InputError where the hall never opens or no template is legal under the pack.
    """
    hall = request.hall
    spans = [span for day in request.period.days if (span := hall.staffed_span(day))]
    if not spans:
        raise InputError("opening hours", [f"{hall.name} never opens in the period; give opening hours"])
    shape = TemplateShape(
        earliest_start_minute=min(start for start, _ in spans),
        latest_end_minute=max(end for _, end in spans),
        lengths_minutes=LENGTHS_MINUTES,
        break_after_minutes=BREAK_AFTER_MINUTES,
        break_minutes=BREAK_MINUTES,
        skill=COUNTER_SKILL,
    )
    legal = tuple(_with_tariff(template) for template in candidate_templates(shape) if _is_legal(template, request))
    if not legal:
        raise InputError(
            "shift templates",
            [f"no shift between opening and closing of {hall.name} is legal under pack {request.pack.id}"],
        )
    problem = MenuProblem(
        hall=hall.id,
        zone=hall.zone,
        demand=request.demand,
        candidates=legal,
        max_templates=MOST_TEMPLATES,
        weekly_shift_capacity=WORKDAYS_PER_WEEK * len(request.employees),
        weekly_minute_capacity=sum(employee.contract_minutes for employee in request.employees),
        tolerance_half_hours=request.tolerance_half_hours,
    )
    return design_menus(
        problem, MENU_COUNT, request.seed, limit, lambda share, text: listener(Progress("menus", share, text))
    )


def _with_tariff(template: ShiftTemplate) -> ShiftTemplate:
    """Short shifts over the peak are the ones nobody asks for: taking one earns time off."""
    adapted = template.paid_minutes < BREAK_AFTER_MINUTES and template.start_minute >= TOIL_PEAK_START_MINUTE
    return replace(template, toil_minutes=TOIL_PEAK_MINUTES if adapted else 0)


def _ordinary_day(period: Period, calendar: Calendar) -> date:
    """First working day of the period: what the law says of Sundays and holidays is no fault of a template."""
    return next((day for day in period.days if calendar.class_of(day) is DayClass.WORKDAY), period.first)


def _is_legal(template: ShiftTemplate, request: MenuRequest) -> bool:
    """Whether a full-timer without history may take the template on its own on an ordinary day."""
    day = _ordinary_day(request.period, request.calendar)
    person = Employee(
        id="anybody",
        name="anybody",
        hall=request.hall.id,
        contract_minutes=DAYS_PER_WEEK * LONGEST_WORK_MINUTES,
        system=HoursSystem.STANDARD,
        skills=frozenset({template.skill}),
        born=date(day.year - 30, 1, 1),
        employed_from=day - timedelta(days=365),
        rate_cents=0,
    )
    shift = dated(template, request.hall.id, day, request.hall.zone)
    situation = Situation(
        person,
        request.period,
        request.hall.zone,
        request.calendar,
        (shift,),
        week_starts_on=request.pack.week_starts_on,
    )
    return next(iter(check(request.pack, situation, {shift.id})), None) is None
