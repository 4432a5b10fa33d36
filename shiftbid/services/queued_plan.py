"""Plans that are ordered now and made later by whichever machine takes them up, each exactly once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import BugError, ShiftbidError
from shiftbid.domain.plan_job import JobEnd, PlanJob
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.services.notice_dates import refuse_late_publication
from shiftbid.services.plan_order import PlanOrder
from shiftbid.services.planning import PlanningGround, PlanningOrder, planning_ground, publish
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.publication import Publication
from shiftbid.solver.work_limit import WorkLimit

Planner = Callable[[PlanningGround], Publication]
"""Plans what an order asks for, from what was read for it."""


def order_plan(units: UnitOfWorkFactory, job: str, order: PlanOrder) -> PlanJob:
    """Put a plan on record as a job; InputError where a hall is unknown or too little notice is left."""
    with units() as unit:
        ground = planning_ground(unit, _planning(order))
        halls = [each.hall for each in ground.inputs]
        refuse_late_publication(unit, halls, order.period, ground.request.pack, order.late_because)
        added = unit.jobs.add(job, _order_text(order))
        unit.commit()
    return added


def make_ordered_plan(units: UnitOfWorkFactory, job: str, plan: Planner) -> JobEnd:
    """Make an ordered plan and publish it together with the job's end, so that a job taken up again publishes once.

    A plan that cannot be made ends the job with the reason. BugError where there is no such job.
    """
    with units() as unit:
        ordered = unit.jobs.get(job)
    if ordered is None:
        raise BugError(f"the queue names job {job}, which is not on record")
    if ordered.end is not None:
        return ordered.end
    try:
        return _made(units, ordered, plan)
    except ShiftbidError as error:
        with units() as unit:
            ended = unit.jobs.end(job, (), str(error))
            unit.commit()
        return ended


def order_of(job: PlanJob) -> PlanOrder:
    """Read the order of a job back."""
    order = json.loads(job.order)
    return PlanOrder(
        url=None,
        halls=tuple(order["halls"]),
        period=Period(date.fromisoformat(order["first"]), date.fromisoformat(order["last"])),
        pack=order["pack"],
        staff_to=StaffingLevel.parse(order["staff_to"]),
        seed=order["seed"],
        workers=order["workers"],
        late_because=order["late_because"],
    )


def _made(units: UnitOfWorkFactory, ordered: PlanJob, plan: Planner) -> JobEnd:
    order = order_of(ordered)
    with units() as unit:
        ground = planning_ground(unit, _planning(order))
        halls = [each.hall for each in ground.inputs]
        refuse_late_publication(unit, halls, order.period, ground.request.pack, order.late_because)
    publication = plan(ground)
    with units() as unit:
        publish(unit, publication)
        versions = [(each.hall.id, each.roster.version) for each in publication.halls]
        ended = unit.jobs.end(ordered.id, versions, "")
        unit.commit()
    return ended


def _planning(order: PlanOrder) -> PlanningOrder:
    return PlanningOrder(
        halls=order.halls,
        period=order.period,
        seed=order.seed,
        limit=WorkLimit(),
        pack=order.pack,
        workers=order.workers,
        staff_to=order.staff_to,
    )


def _order_text(order: PlanOrder) -> str:
    return canonical_json(
        {
            "halls": list(order.halls),
            "first": order.period.first.isoformat(),
            "last": order.period.last.isoformat(),
            "pack": order.pack,
            "staff_to": str(order.staff_to),
            "seed": order.seed,
            "workers": order.workers,
            "late_because": order.late_because,
        }
    )
