"""The paper of a vote on templates: candidates, reference menus, seats, and which sets may win; and it as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shiftbid.domain.ballot import Candidate, Menu, Origin, TemplateHeads, VoteMethod
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """What is put to the vote, fixed when the vote is opened.

    Attributes
    ----------
    seats
        Different templates that are adopted.
    candidates
        Templates that may be adopted; every template of the menus is among them.
    menus
        Sets proven to cover the demand, each good in its own way: points of reference, and proof that a set can win.
    capacities
        What the staff can take in a calendar week, by skills.
    least_missing_half_hours, least_missing_bound
        Head half-hours missing in the best cover found with so many templates, and the proven limit below them.
    most_missing_half_hours
        What a set may leave missing and still be adopted.
    most_paid_minutes
        What the heads that cover the demand with a set may be paid, and it still be adopted; None: no limit.
    """

    method: VoteMethod
    seats: int
    candidates: tuple[Candidate, ...]
    menus: tuple[Menu, ...]
    capacities: tuple[Capacity, ...]
    least_missing_half_hours: int
    least_missing_bound: int
    most_missing_half_hours: int
    most_paid_minutes: int | None = None

    @property
    def templates(self) -> tuple[ShiftTemplate, ...]:
        """The candidates' templates, in the order of the paper."""
        return tuple(candidate.template for candidate in self.candidates)

    @property
    def affordable_menus(self) -> tuple[Menu, ...]:
        """The menus within the limit on paid minutes: sets that can win."""
        most = self.most_paid_minutes
        return tuple(menu for menu in self.menus if most is None or menu.paid_minutes <= most)


def paper_object(paper: BallotPaper) -> Mapping[str, Any]:
    """Give the paper as JSON (docs/formats/records.md)."""
    return {
        "method": paper.method.value,
        "seats": paper.seats,
        "candidates": [_candidate_object(candidate) for candidate in paper.candidates],
        "menus": [menu_object(menu) for menu in paper.menus],
        "capacities": [
            {
                "skills": sorted(capacity.skills),
                "weekly_shifts": capacity.weekly_shifts,
                "weekly_minutes": capacity.weekly_minutes,
            }
            for capacity in paper.capacities
        ],
        "least_missing_half_hours": paper.least_missing_half_hours,
        "least_missing_bound": paper.least_missing_bound,
        "most_missing_half_hours": paper.most_missing_half_hours,
        "most_paid_minutes": paper.most_paid_minutes,
    }


def paper_of(record: Mapping[str, Any]) -> BallotPaper:
    """Read a paper from JSON that `paper_object` wrote; an election's record holds one too."""
    candidates = tuple(_candidate(each) for each in record["candidates"])
    templates = {candidate.template.id: candidate.template for candidate in candidates}
    return BallotPaper(
        method=VoteMethod(record["method"]),
        seats=record["seats"],
        candidates=candidates,
        menus=tuple(menu_of(each, templates) for each in record["menus"]),
        capacities=tuple(
            Capacity(frozenset(each["skills"]), each["weekly_shifts"], each["weekly_minutes"])
            for each in record["capacities"]
        ),
        least_missing_half_hours=record["least_missing_half_hours"],
        least_missing_bound=record["least_missing_bound"],
        most_missing_half_hours=record["most_missing_half_hours"],
        most_paid_minutes=record["most_paid_minutes"],
    )


def menu_object(menu: Menu) -> Mapping[str, Any]:
    """Give a menu as JSON; its templates by id."""
    return {
        "id": menu.id,
        "title": menu.title,
        "templates": [template.id for template in menu.templates],
        "missing_half_hours": menu.missing_half_hours,
        "surplus_half_hours": menu.surplus_half_hours,
        "paid_minutes": menu.paid_minutes,
        "objective": menu.objective,
        "bound": menu.bound,
        "use": [{"date": use.day.isoformat(), "template": use.template, "heads": use.heads} for use in menu.use],
    }


def menu_of(menu: Mapping[str, Any], templates: Mapping[str, ShiftTemplate]) -> Menu:
    """Read a menu from JSON that `menu_object` wrote."""
    return Menu(
        id=menu["id"],
        title=menu["title"],
        templates=tuple(templates[name] for name in menu["templates"]),
        missing_half_hours=menu["missing_half_hours"],
        surplus_half_hours=menu["surplus_half_hours"],
        paid_minutes=menu["paid_minutes"],
        objective=float(menu["objective"]),
        bound=float(menu["bound"]),
        use=tuple(
            TemplateHeads(date.fromisoformat(each["date"]), each["template"], each["heads"]) for each in menu["use"]
        ),
    )


def _candidate_object(candidate: Candidate) -> Mapping[str, Any]:
    return {
        **template_object(candidate.template),
        "origin": candidate.origin.value,
        "menus": list(candidate.menus),
    }


def template_object(template: ShiftTemplate) -> Mapping[str, Any]:
    """Give a template as JSON."""
    return {
        "template": template.id,
        "start_minute": template.start_minute,
        "end_minute": template.end_minute,
        "breaks": [
            {"start_minute": pause.start_minute, "minutes": pause.minutes, "paid": pause.paid}
            for pause in template.breaks
        ],
        "weekdays": sorted(template.weekdays),
        "skill": template.skill,
        "toil_minutes": template.toil_minutes,
    }


def _candidate(each: Mapping[str, Any]) -> Candidate:
    return Candidate(template_of(each), Origin(each["origin"]), tuple(each["menus"]))


def template_of(each: Mapping[str, Any]) -> ShiftTemplate:
    """Read a template from JSON that `template_object` wrote."""
    return ShiftTemplate(
        each["template"],
        each["start_minute"],
        each["end_minute"],
        tuple(TemplateBreak(pause["start_minute"], pause["minutes"], pause["paid"]) for pause in each["breaks"]),
        frozenset(each["weekdays"]),
        each["skill"],
        each["toil_minutes"],
    )
