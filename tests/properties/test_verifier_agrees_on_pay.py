"""What a pack pays random people: the pay lines and the verifier's own sums agree, and no worked minute is lost.

Neither shares code or values with the other.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest

from shiftbid.domain.pay import WORKED, PayClass
from shiftbid.payroll.pay_lines import pay_lines
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.verifier.packs import pack_of
from shiftbid.verifier.pay.due import due_pay
from tests.rules.random_cases import random_case, with_facts

WEEKS = 60
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


@pytest.mark.parametrize("pack_id", pack_ids())
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
    assert seen == CLASSES.get(pack_id, HOUSE_CLASSES)
