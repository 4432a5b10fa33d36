"""Settings of a plan as ``settings.json`` holds them: enough to plan it again, without seconds and paths."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from shiftbid import __version__
from shiftbid.domain.desk import Desk
from shiftbid.domain.promise import PromiseKind
from shiftbid.services.plan_request import PlanRequest
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.staffing.certificate import ASSUMPTIONS, MEAN_MEANING, NUMERICAL_ERROR, SHARE_MEANING

VERSIONED_PACKAGES = ("holidays", "lightgbm", "numpy", "ortools", "tzdata")


def plan_settings(request: PlanRequest, halls: Sequence[HallPublication]) -> JsonObject:
    """Settings shared by all halls, and each hall's own under its id."""
    first, pack = halls[0].hall, request.pack
    return {
        "country": first.country,
        "subdivision": first.subdivision,
        "zone": first.zone,
        "pack": pack.choice,
        "pack_version": pack.version,
        "pack_is_house": pack.house,
        "promise": str(first.promise),
        "busy_threshold": {each.hall.id: each.busy_threshold_per_hour for each in halls},
        "counters": {each.hall.id: each.hall.counters for each in halls},
        "service_minutes": {each.hall.id: each.hall.service_minutes for each in halls},
        "desks": {each.hall.id: [_desk(desk) for desk in each.hall.every_desk] for each in halls},
        "duties": {
            each.hall.id: {
                "opening_minutes": each.hall.duties.opening_minutes,
                "closing_minutes": each.hall.duties.closing_minutes,
                "heads": each.hall.duties.heads,
            }
            for each in halls
        },
        "opening_hours": {each.hall.id: str(each.hall.opening) for each in halls},
        "certificate": {
            "meaning": SHARE_MEANING if first.promise.kind is PromiseKind.SHARE else MEAN_MEANING,
            "assumptions": list(ASSUMPTIONS),
            "numerical_error": NUMERICAL_ERROR,
        },
        "staffed_to": str(request.staff_to),
        "seed": request.seed,
        "credit": request.credit,
        "versions": {"shiftbid": __version__, **{name: version(name) for name in VERSIONED_PACKAGES}},
    }


def _desk(desk: Desk) -> JsonObject:
    return {
        "skill": desk.skill,
        "share": desk.share,
        "service_minutes": desk.service_minutes,
        "vip_service_minutes": desk.vip_service_minutes,
        "counters": desk.counters,
        "minimum_heads": desk.minimum_heads,
    }
