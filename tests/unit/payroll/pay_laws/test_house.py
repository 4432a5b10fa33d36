"""Pay by the policy of the house, and the public holidays of New Zealand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.payroll.pay_laws.new_zealand import alternative_holidays
from shiftbid.payroll.worked_part import by_day
from shiftbid.rules.book import load_pack, pack_ids
from tests.rules.worked_case import situation_of
from tests.unit.payroll.paid_work import ON, paid_hours, paid_parts


@pytest.mark.parametrize(
    ("pack", "clock", "hours"),
    [
        ("HOUSE", "08:00-18:00", {"normal": 10}),
        ("HOUSE", "08:00-18:30", {"normal": 10, "ot150": 0.5}),
        ("NZ", "08:00-18:30", {"normal": 10, "ot150": 0.5}),
        ("ES", "08:00-17:00", {"normal": 9}),
        ("ES", "08:00-17:30", {"normal": 9, "ot150": 0.5}),
    ],
)
def test_overtime_above_the_houses_day(pack: str, clock: str, hours: Mapping[str, float]) -> None:
    assert paid_hours(pack, {"shifts": [f"2026-03-02 {clock}"]}) == hours


def test_averaged_hours_have_no_overtime_of_a_day() -> None:
    case = {"shifts": ["2026-03-02 08:00-20:00"], "person": {"system": "comprehensive"}}
    assert paid_hours("HOUSE", case) == {"normal": 12}


@pytest.mark.parametrize(("pack", "rule"), [("HOUSE", "HOUSE-PAY-HOLIDAY"), ("NZ", "NZ-HOL-RATE")])
def test_public_holidays_are_cut_at_midnight(pack: str, rule: str) -> None:
    case: Mapping[str, Any] = {"shifts": ["2026-04-02 20:00-04:00"], "calendar": {"2026-04-03": "holiday"}}
    assert paid_hours(pack, case) == {"normal": 4, "holiday150": 4}
    assert {(each.pay_class.value, each.rule) for each in paid_parts(pack, case)} == {
        ("holiday150", rule),
        ("normal", "HOUSE-PAY-OT"),
    }


@pytest.mark.parametrize(("working_day", "days"), [(True, 2), (False, 0)])
def test_any_work_on_a_holiday_earns_a_whole_day(working_day: bool, days: int) -> None:
    situation = situation_of({"shifts": ["2026-04-03..2026-04-06 23:00-00:30"]}, "Pacific/Auckland")
    calendar = Calendar(dict.fromkeys([day for day in (situation.period.days) if day.day in (3, 6)], DayClass.HOLIDAY))
    parts = by_day(situation.candidates, "Pacific/Auckland")
    assert alternative_holidays(parts, calendar, otherwise_working_day=working_day) == days


def test_every_pack_has_a_law_of_pay() -> None:
    laws = {pack_id: load_pack(pack_id, ON).pay_law for pack_id in pack_ids()}
    assert {pack_id for pack_id, law in laws.items() if law == "house"} == {
        *("AU-RETAIL", "DE", "ES", "EU", "HOUSE", "UK", "UK-NHS"),
    }
    for pack_id in laws:
        assert paid_hours(pack_id, {"shifts": ["2026-03-02 09:00-17:00"]})["normal"] == 8
