"""The demand of a whole period, day by day, in the form in which elections of templates take it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.ballot import ADOPTED_ID, ADOPTED_TITLE, Menu, TemplateHeads
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import week_start
from shiftbid.solver.adopted_set import Adopted
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.demand_days import day_kinds
from shiftbid.solver.template_cover import CoverModel, CoverProblem, CoverUse, HeadsLimit, missing_heads

_MONDAY = 0
_MINUTES_PER_HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class PeriodNeed:
    """What a hall needs in a period, and what its staff can take.

    Attributes
    ----------
    demand
        Half-hours of the whole period.
    capacities
        What staff can take in a calendar week (from Monday), by skills.
    most_paid_minutes
        What all heads of the period may be paid together; None: no limit.
    """

    hall: str
    zone: str
    demand: tuple[DemandSlot, ...]
    capacities: tuple[Capacity, ...]
    most_paid_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class DatedUse:
    """A template on a day: where heads of an election over a period stand."""

    day: date
    template: ShiftTemplate

    @property
    def id(self) -> str:
        """Name in the cover problem."""
        return f"{self.day.isoformat()} {self.template.id}"


@dataclass(frozen=True, slots=True)
class PeriodCover:
    """A cover problem over a period: heads of each day are their own, staff limits hold week by week.

    Attributes
    ----------
    uses
        What each use of the problem stands for, by its id.
    """

    templates: tuple[ShiftTemplate, ...]
    problem: CoverProblem
    uses: Mapping[str, DatedUse]


def period_cover(need: PeriodNeed, templates: Sequence[ShiftTemplate], seats: int) -> PeriodCover:
    """Write the need of a period as a cover problem over the templates on the ballot."""
    demand_heads: list[int] = []
    covered: dict[DatedUse, set[int]] = {}
    for kind in day_kinds(need.demand, templates, need.hall, need.zone):
        for day in kind.days:
            for heads, staff in zip(kind.needs, kind.staffing, strict=True):
                for number in staff:
                    covered.setdefault(DatedUse(day, templates[number]), set()).add(len(demand_heads))
                demand_heads.append(heads)
    uses = {use.id: use for use in covered}
    problem = CoverProblem(
        tuple(demand_heads),
        tuple(template.id for template in templates),
        tuple(CoverUse(use.id, use.template.id, frozenset(slots)) for use, slots in covered.items()),
        (*_limits(uses, need.capacities), *_paid_limit({name: use.template for name, use in uses.items()}, need)),
        seats,
    )
    return PeriodCover(tuple(templates), problem, uses)


def relaxed_cover(need: PeriodNeed, templates: Sequence[ShiftTemplate], seats: int) -> CoverProblem:
    """Write the need with all days that the same templates staff added up: small, and easier to cover, never harder.

    What covers the period covers this with the sums of its heads, so a limit proven here holds there.
    """
    demand_heads: list[int] = []
    uses: list[CoverUse] = []
    of_template: dict[str, list[str]] = {}
    weeks: set[date] = set()
    needs: dict[tuple[tuple[int, ...], ...], list[int]] = {}
    for kind in day_kinds(need.demand, templates, need.hall, need.zone):
        weeks.update(week_start(day, _MONDAY) for day in kind.days)
        total = needs.setdefault(kind.staffing, [0] * len(kind.needs))
        for slot, heads in enumerate(kind.needs):
            total[slot] += heads * len(kind.days)
    for group, (staffing, total) in enumerate(needs.items()):
        for number, template in enumerate(templates):
            slots = frozenset(len(demand_heads) + slot for slot, staff in enumerate(staffing) if number in staff)
            if slots:
                uses.append(CoverUse(f"{group} {template.id}", template.id, slots))
                of_template.setdefault(template.id, []).append(uses[-1].id)
        demand_heads += total
    limits: list[HeadsLimit] = []
    for capacity in need.capacities:
        able = [template for template in templates if template.skill in capacity.skills]
        shifts = {use: 1 for template in able for use in of_template.get(template.id, ())}
        minutes = {use: template.paid_minutes for template in able for use in of_template.get(template.id, ())}
        limits.append(HeadsLimit(shifts, capacity.weekly_shifts * len(weeks)))
        limits.append(HeadsLimit(minutes, capacity.weekly_minutes * len(weeks)))
    paid = {use: template for template in templates for use in of_template.get(template.id, ())}
    limits += _paid_limit(paid, need)
    names = tuple(template.id for template in templates)
    return CoverProblem(tuple(demand_heads), names, tuple(uses), tuple(limits), seats)


def adopted_menu(menu: Menu, cover: PeriodCover) -> Adopted:
    """A menu as a full set of the problem, its use as the heads; seats left over go to templates without heads.

    The templates that fill up are the first of the ballot, in its order.
    """
    own = {template.id for template in menu.templates}
    others = [template for template in cover.problem.templates if template not in own]
    chosen = frozenset(own) | frozenset(others[: cover.problem.adopted_count - len(own)])
    heads = {
        f"{use.day.isoformat()} {use.template}": use.heads
        for use in menu.use
        if f"{use.day.isoformat()} {use.template}" in cover.uses
    }
    return Adopted(chosen, heads, missing_heads(cover.problem, heads))


def cheapest_menu(cover: PeriodCover, adopted: Adopted, allowed_missing_heads: int, work: CpSatWork) -> Menu:
    """The adopted set with the heads that cost the fewest paid hours within the cover limit.

    Within the limit of work the heads found are the best known, and the menu's bound says how far off they can be.
    """
    model = CoverModel(cover.problem)
    model.require(adopted.templates)
    model.model.add(model.missing_heads <= allowed_missing_heads)
    paid_minutes = {name: use.template.paid_minutes for name, use in cover.uses.items()}
    for use, heads in zip(cover.problem.uses, model.heads, strict=True):
        model.model.add_hint(heads, adopted.heads.get(use.id, 0))
    model.model.minimize(model.weighted_heads(paid_minutes))
    answer = solve_rows(model.model, work)
    heads = dict(adopted.heads)
    if answer.values:
        chosen = (answer.values[column.index] for column in model.heads)
        heads = dict(zip((use.id for use in cover.problem.uses), chosen, strict=True))
    return _menu(cover, adopted.templates, heads, max(0.0, answer.bound) if answer.values else 0.0)


def _paid_limit(uses: Mapping[str, ShiftTemplate], need: PeriodNeed) -> Iterator[HeadsLimit]:
    """The limit on paid minutes, where there is one; `uses` holds the template of each use."""
    if need.most_paid_minutes is not None:
        yield HeadsLimit({use: template.paid_minutes for use, template in uses.items()}, need.most_paid_minutes)


def _limits(uses: Mapping[str, DatedUse], capacities: Sequence[Capacity]) -> Iterator[HeadsLimit]:
    weeks: dict[date, list[DatedUse]] = {}
    for use in uses.values():
        weeks.setdefault(week_start(use.day, _MONDAY), []).append(use)
    for _, in_week in sorted(weeks.items()):
        for capacity in capacities:
            able = [use for use in in_week if use.template.skill in capacity.skills]
            yield HeadsLimit({use.id: 1 for use in able}, capacity.weekly_shifts)
            yield HeadsLimit({use.id: use.template.paid_minutes for use in able}, capacity.weekly_minutes)


def _menu(cover: PeriodCover, templates: frozenset[str], heads: Mapping[str, int], bound_minutes: float) -> Menu:
    problem = cover.problem
    placed = [(cover.uses[name], count) for name, count in sorted(heads.items()) if count]
    present = [0] * len(problem.demand_heads)
    for use in problem.uses:
        for slot in use.slots:
            present[slot] += heads.get(use.id, 0)
    paid = sum(use.template.paid_minutes * count for use, count in placed)
    return Menu(
        id=ADOPTED_ID,
        title=ADOPTED_TITLE,
        templates=tuple(template for template in cover.templates if template.id in templates),
        missing_half_hours=missing_heads(problem, heads),
        surplus_half_hours=sum(max(0, there - need) for there, need in zip(present, problem.demand_heads, strict=True)),
        paid_minutes=paid,
        objective=paid / _MINUTES_PER_HALF_HOUR,
        bound=min(bound_minutes, paid) / _MINUTES_PER_HALF_HOUR,
        use=tuple(TemplateHeads(use.day, use.template.id, count) for use, count in placed),
    )
