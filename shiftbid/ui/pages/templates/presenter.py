"""Menus of shift templates over the demand of a day, and what other hours of a template would do. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.ballot import Menu
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.timeline import Interval, day_interval, local_day
from shiftbid.services.day_cover import CoverSlot, cover_of, hour_axis
from shiftbid.services.publication import HallPublication

HALF_HOUR_MINUTES = 30
STEP_MINUTES = 15
Tried = Mapping[str, ShiftTemplate]
"""Templates with other hours than the menu's own, by id."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """A template on a day, and the heads that work it in the menu's best use."""

    template: ShiftTemplate
    shift: Shift
    heads: int


@dataclass(frozen=True, slots=True)
class MenuFigures:
    """What a menu's use comes to over the period: head half-hours, all skills together, and paid minutes."""

    missing_half_hours: float
    surplus_half_hours: float
    paid_minutes: int


@dataclass(frozen=True, slots=True)
class MenuDay:
    """A menu on a day.

    Attributes
    ----------
    axis
        Whole hours that every menu of the day fits into, so that they stand side by side on one scale.
    figures, designed
        With the hours that are tried, and as designed.
    """

    menu: Menu
    adopted: bool
    zone: str
    axis: Interval
    rows: tuple[MenuRow, ...]
    cover: tuple[CoverSlot, ...]
    figures: MenuFigures
    designed: MenuFigures

    @property
    def gap(self) -> float:
        """How far the menu's objective may lie above the best possible at most, as a share; 0 where it is proven."""
        if self.menu.objective <= self.menu.bound:
            return 0.0
        return (self.menu.objective - self.menu.bound) / max(1.0, abs(self.menu.objective))


def menu_days(publication: HallPublication, day: date, tried: Mapping[str, Tried]) -> tuple[MenuDay, ...]:
    """Every menu on a day, the adopted one first; `tried` holds templates with other hours by menu."""
    whole_day = day_interval(day, publication.hall.zone)
    demand = [slot for slot in publication.demand if slot.slot.overlaps(whole_day)]
    ordered = sorted(publication.menus, key=lambda menu: menu.id != publication.adopted_menu)
    rows = {menu.id: tuple(_rows(publication, menu, day, tried.get(menu.id, {}))) for menu in ordered}
    spans = [row.shift.span for each in rows.values() for row in each] + [slot.slot for slot in demand]
    axis = hour_axis(spans, whole_day)
    designed = {menu.id: figures_of(publication, menu, {}) for menu in ordered}
    return tuple(
        MenuDay(
            menu=menu,
            adopted=menu.id == publication.adopted_menu,
            zone=publication.hall.zone,
            axis=axis,
            rows=rows[menu.id],
            cover=cover_of(demand, [(row.shift, row.heads) for row in rows[menu.id]]),
            figures=figures_of(publication, menu, tried[menu.id]) if tried.get(menu.id) else designed[menu.id],
            designed=designed[menu.id],
        )
        for menu in ordered
    )


def figures_of(publication: HallPublication, menu: Menu, tried: Tried) -> MenuFigures:
    """Missing and surplus head half-hours and paid minutes of a menu's use over the period."""
    missing = surplus = 0.0
    paid = 0
    for day, demand in _demand_by_day(publication).items():
        rows = tuple(_rows(publication, menu, day, tried))
        paid += sum(row.shift.paid_minutes * row.heads for row in rows)
        for each in cover_of(demand, [(row.shift, row.heads) for row in rows]):
            half_hours = each.slot.minutes / HALF_HOUR_MINUTES
            missing += each.missing_heads * half_hours
            surplus += each.surplus_heads * half_hours
    return MenuFigures(missing, surplus, paid)


def with_edges(template: ShiftTemplate, start_by: int, end_by: int) -> ShiftTemplate | None:
    """A template that starts and ends by some minutes later (negative: earlier); None where its breaks forbid it."""
    try:
        return replace(template, start_minute=template.start_minute + start_by, end_minute=template.end_minute + end_by)
    except InputError:
        return None


def _rows(publication: HallPublication, menu: Menu, day: date, tried: Tried) -> Iterator[MenuRow]:
    heads = {each.template: each.heads for each in menu.use if each.day == day}
    for template in sorted(menu.templates, key=lambda each: (each.start_minute, each.end_minute, each.id)):
        chosen = tried.get(template.id, template)
        if day.weekday() in template.weekdays:
            shift = dated(chosen, publication.hall.id, day, publication.hall.zone)
            yield MenuRow(chosen, shift, heads.get(template.id, 0))


def _demand_by_day(publication: HallPublication) -> Mapping[date, Sequence[DemandSlot]]:
    days: dict[date, list[DemandSlot]] = {}
    for each in publication.demand:
        days.setdefault(local_day(each.slot.start, publication.hall.zone), []).append(each)
    return days
