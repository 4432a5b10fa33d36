"""What short rests and late changes add under the laws on predictable schedules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.unit.payroll.paid_work import paid_parts

SHORT = {"shifts": ["2026-03-02 14:00-22:00", "2026-03-03 07:00-13:00"]}
CHANGED = date(2026, 3, 5)


def _extras(pack: str, case: Mapping[str, Any]) -> list[tuple[str, str, int, int]]:
    return [
        (each.pay_class.value, each.rule, each.part.seconds // 60, each.cents)
        for each in paid_parts(pack, case)
        if each.pay_class.value != "normal"
    ]


@pytest.mark.parametrize(
    ("pack", "extra"),
    [
        ("US-OR", ("short_rest50", "OR-REST-PAY", 60, 0)),
        ("US-SEA", ("short_rest50", "SEA-REST", 60, 0)),
        ("US-CHI", ("short_rest25", "CHI-REST-PAY", 360, 0)),
        ("US-NYC-FF", ("fixed_premium", "NYC-FF-CLOPEN-PAY", 0, 10000)),
    ],
)
def test_a_short_rest_comes_on_top_of_the_hours(pack: str, extra: tuple[str, str, int, int]) -> None:
    parts = paid_parts(pack, SHORT)
    assert sum(each.part.seconds for each in parts if each.pay_class.value == "normal") == 14 * 3600
    assert _extras(pack, SHORT) == [extra]
    assert {each.part.day for each in parts if each.pay_class.value != "normal"} == {date(2026, 3, 3)}
    assert _extras("US-NYC", SHORT) == []


@pytest.mark.parametrize(
    ("pack", "change", "owed"),
    [
        ("US-OR", {"cancelled_minutes": 45}, ("predictability", "OR-CHANGE-CUT", 23, 0)),
        ("US-OR", {"added_minutes": 60}, ("predictability", "OR-CHANGE-ADD", 60, 0)),
        ("US-SEA", {"cancelled_minutes": 480}, ("predictability", "SEA-CHANGE-CUT", 240, 0)),
        ("US-SEA", {"moved_minutes": 60}, ("predictability", "SEA-CHANGE-ADD", 60, 0)),
        ("US-CHI", {"cancelled_minutes": 480}, ("predictability", "CHI-CANCEL-24", 240, 0)),
        ("US-CHI", {"added_minutes": 60}, ("predictability", "CHI-CHANGE", 60, 0)),
        ("US-NYC-FF", {"cancelled_minutes": 60}, ("fixed_premium", "NYC-FF-CHANGE", 0, 7500)),
    ],
)
def test_a_late_change_is_owed_on_its_day(
    pack: str, change: Mapping[str, int], owed: tuple[str, str, int, int]
) -> None:
    told = {"notice_minutes": 600, **change}
    case = {"period": "2026-03-02..2026-03-15", "changes": [{**told, "day": CHANGED, "hall": "hall"}]}
    assert _extras(pack, case) == [owed]
    (part,) = paid_parts(pack, case)
    assert (part.part.day, part.part.hall, part.part.source) == (CHANGED, "hall", "change-0")
    # A change in good time costs nothing; one whose day is not told cannot stand on a line.
    early = {**told, "notice_minutes": 30 * 1440, "day": CHANGED}
    assert _extras(pack, {**case, "changes": [early]}) == []
    assert _extras(pack, {**case, "changes": [told]}) == []
