"""How cases of the directive are read."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Jurisdiction

WEEKS_OF_MONTHS = {4: 17, 6: 26, 12: 52}


def _readings(case: Case) -> Mapping[str, str | int]:
    """Reference periods told in months or by another word; a few shifts alone decide no average."""
    readings: dict[str, str | int] = {}
    weeks = case.params.get("reference_weeks", case.params.get("window_weeks"))
    months = case.params.get("reference_months")
    if weeks is None and months is not None:
        weeks = WEEKS_OF_MONTHS[int(months)]
    if weeks is not None:
        readings["reference_weeks"] = int(weeks)
    elif not case.weekly_minutes:
        readings["short_record"] = "undecided"
    return readings


EUROPE = Jurisdiction(packs=("EU",), readings=_readings)
