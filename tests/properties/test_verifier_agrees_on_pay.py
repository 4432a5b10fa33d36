"""What a pack pays random people: the pay lines and the verifier's own sums agree, and no worked minute is lost.

Neither shares code or values with the other.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from math import ceil
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.pay import WORKED, PayClass
from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.payroll.pay_lines import pay_lines
from shiftbid.payroll.predictability_pay import chicago_pay, new_york_fast_food_cents, oregon_pay, seattle_pay
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.pay_book import load_pay
from shiftbid.services.schedule_changes import schedule_changes
from shiftbid.verifier.packs import pack_of
from shiftbid.verifier.pay.due import due_pay
from shiftbid.verifier.pay.late_changes import LateChange, late_changes, owed_cents, owed_minutes
from shiftbid.verifier.pay.tables import LateChangePay, LateChangeSums, WorkweekPay
from shiftbid.verifier.round_record import AwardRecord, ChangeRecord
from shiftbid.verifier.rows import TemplateRow
from tests.gui.fake_hall import HALL, fake_publication
from tests.rules.random_cases import random_case, with_facts

ON = date(2026, 3, 2)
CHANGED_TEMPLATES = (ShiftTemplate("A", 480, 990), ShiftTemplate("L", 60, 240), ShiftTemplate("X", 1320, 1800))
"""Days with and without the hour that the clock change of 8 March 2026 skips, and a night into it."""
PLAIN = fake_publication(replace(HALL, zone="America/Los_Angeles"), weeks=1, people=2)
PUBLISHED = replace(PLAIN, menus=(replace(PLAIN.menus[0], templates=CHANGED_TEMPLATES),))
WEEKS = 40
"""Random weeks of each pack."""
CLASSES = {
    "CN": {"normal", "ot150", "rest200", "holiday300", "toil_earned"},
    "FR": {"normal", "ot125", "ot150", "toil_earned"},
    "JP": {"normal", "ot125", "ot150", "rest135", "night25"},
    "US": {"normal", "ot150"},
    "US-NYC": {"normal", "ot150"},
    "US-CA": {"normal", "ot150", "ot200", "meal_premium", "rest_premium"},
    "US-OR": {"normal", "ot150", "short_rest50"},
    "US-SEA": {"normal", "ot150", "short_rest50"},
    "US-CHI": {"normal", "ot150", "short_rest25"},
    "US-NYC-FF": {"normal", "ot150", "fixed_premium"},
}
"""Classes of packs whose law sets the pay; the others have the house's."""
HOUSE_CLASSES = {"normal", "ot150", "holiday150"}


BY_CALENDAR = "CN,paid_rest_days=calendar,week_starts_on=sat"
"""A pack with readings that change its pay and that the verifier knows."""


@pytest.mark.parametrize("pack_id", [*pack_ids(), BY_CALENDAR])
def test_pay_lines_and_verifier_pay_the_same_and_every_worked_minute_once(pack_id: str) -> None:
    rng = random.Random(f"pay under {pack_id}")
    own = pack_of(pack_id)
    assert own is not None
    seen: set[str] = set()
    for number in range(WEEKS):
        pack = load_pack(pack_id, date(2026, 3, 2))
        case = with_facts(rng, random_case(rng, pack), pack)
        situation = case.situation
        lines = pay_lines(situation, load_pack(pack_id, situation.period.first))
        paid: Counter[tuple[date, str]] = Counter()
        for line in lines:
            paid[line.day, line.pay_class.value] += line.cents or line.minutes
        due: Counter[tuple[date, str]] = Counter()
        for each in due_pay(case.person, own):
            due[each.day, each.pay_class] += each.cents or each.minutes
        assert paid == due, f"week {number}: {paid - due} more paid, {due - paid} less"
        worked: Counter[str] = Counter()
        for line in lines:
            if line.pay_class in WORKED:
                worked[line.source] += line.minutes
        assert worked == {shift.id: shift.paid_minutes for shift in situation.candidates}
        assert all(line.minutes > 0 or line.pay_class is PayClass.FIXED_PREMIUM for line in lines)
        seen |= {line.pay_class.value for line in lines}
    expected = CLASSES.get(pack_id.partition(",")[0], HOUSE_CLASSES)
    assert expected <= seen <= expected | {"toil_earned"}


NOTICES = st.one_of(st.integers(0, 30000), st.sampled_from((0, 1439, 1440, 10079, 10080, 20159, 20160)))
MINUTES = st.one_of(st.just(0), st.sampled_from((29, 30, 31)), st.integers(0, 720))
PREDICTABILITY = {"US-OR": oregon_pay, "US-SEA": seattle_pay, "US-CHI": chicago_pay}


@given(NOTICES, MINUTES, MINUTES, MINUTES)
def test_late_changes_cost_the_same(notice: int, added: int, moved: int, cut: int) -> None:
    change = ScheduleChange("c", notice, added, moved, cut)
    seen = LateChange("e1", ON, notice, added, moved, cut)
    for pack_id, law in PREDICTABILITY.items():
        table = _late_change(pack_id)
        assert isinstance(table, LateChangePay)
        assert ceil(law(change, load_pay(pack_id, ON)).minutes) == owed_minutes(seen, table)
    table = _late_change("US-NYC-FF")
    assert isinstance(table, LateChangeSums)
    assert new_york_fast_food_cents(change, load_pay("US-NYC-FF", ON)) == owed_cents(seen, table)


def _late_change(pack_id: str) -> LateChangePay | LateChangeSums | None:
    pack = pack_of(pack_id)
    assert pack is not None
    assert isinstance(pack.pay, WorkweekPay)
    return pack.pay.late_change


NAMED = st.lists(st.tuples(st.sampled_from(("e1", "e2")), st.sampled_from("ALX")), max_size=4, unique=True)


@given(NAMED, NAMED, st.sampled_from(("edit", "swap", "claim", "repair")), st.integers(-20, 40))
def test_late_changes_are_read_alike(
    dropped: list[tuple[str, str]], added: list[tuple[str, str]], kind: str, hours_before: int
) -> None:
    at = int(datetime(2026, 3, 8, 12, tzinfo=UTC).timestamp()) - hours_before * 3600
    day = date(2026, 3, 8)
    rows = [[AwardRecord(who, day, template) for who, template in named] for named in (dropped, added)]
    templates = {
        each.id: TemplateRow(
            hall="h",
            template=each.id,
            start_minute=each.start_minute,
            end_minute=each.end_minute % 1440,
            pauses=(),
            paid_minutes=each.paid_minutes,
            adopted=True,
            skill="counter",
        )
        for each in CHANGED_TEMPLATES
    }
    record = ChangeRecord(2, kind, at, tuple(rows[0]), tuple(rows[1]))
    seen = late_changes([record], templates, ZoneInfo("America/Los_Angeles"))
    publication = replace(PUBLISHED, bidding_round={"changes": [_change(kind, at, day, dropped, added)]})
    told = [
        LateChange(who, day, each.notice_minutes, each.added_minutes, each.moved_minutes, each.cancelled_minutes)
        for who, own in schedule_changes(publication).items()
        for each in own
    ]
    assert sorted(told, key=repr) == sorted(seen, key=repr)


def _change(
    kind: str, at: int, day: date, dropped: list[tuple[str, str]], added: list[tuple[str, str]]
) -> dict[str, object]:
    def named(rows: list[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"employee": who, "date": day.isoformat(), "template": template} for who, template in rows]

    moment = datetime.fromtimestamp(at, UTC).isoformat()
    return {"version": 2, "kind": kind, "at": moment, "dropped": named(dropped), "added": named(added)}
