"""The verifier's law check and the rule checker say the same of random weeks: which rules are broken, and by whom.

Both read the same random people, shifts, breaks, leave, consents and facts; neither shares code or values with the
other.
"""

from __future__ import annotations

import random
from datetime import date

import pytest

from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.checker import check
from shiftbid.verifier.law import breaches
from shiftbid.verifier.limits import NotPublished
from shiftbid.verifier.packs import pack_of
from tests.rules.random_cases import FIRST_DAYS, random_case, with_facts

WEEKS = 200
"""Random weeks of each pack, with facts."""
PLAIN_WEEKS = 80
"""Weeks without facts after them: with facts few are legal."""


OTHER_READINGS = ("CN,week_rest=rolling_7_days", "EU,reference_weeks=2,rest_minutes=1440,week_starts_on=wed")
"""Packs with some of the readings that the verifier knows."""


@pytest.mark.parametrize("pack_id", [*pack_ids(), *OTHER_READINGS])
def test_checker_and_verifier_name_the_same_rules_on_the_same_days(pack_id: str) -> None:
    rng = random.Random(f"weeks under {pack_id}")
    own = pack_of(pack_id)
    assert own is not None
    judged = {limit.rule for limit in own.limits if not isinstance(limit, NotPublished)}
    broken_rules: set[str] = set()
    clean = 0
    for number in range(WEEKS + PLAIN_WEEKS):
        pack = load_pack(pack_id, FIRST_DAYS[0])
        case = random_case(rng, pack)
        if number < WEEKS:
            case = with_facts(rng, case, pack)
        pack = load_pack(pack_id, case.situation.period.first)
        chosen = {shift.id for shift in case.situation.candidates}
        zone = case.situation.zone
        checked = [
            (found.rule, local_day(found.span.start, zone), local_day(found.span.end - 1, zone))
            for found in check(pack, case.situation, chosen)
            if found.rule in judged
        ]
        limits = own.in_force(case.situation.period.first)
        verified = [(breach.rule, breach.first, breach.last) for breach in breaches(case.person, limits)]
        for one, other, who in ((checked, verified, "checker"), (verified, checked, "verifier")):
            alone = [found for found in one if not any(_meet(found, each) for each in other)]
            assert not alone, f"week {number}: only the {who} finds {alone}"
        broken_rules |= {rule for rule, _, _ in checked}
        clean += not checked
    # The weeks are no use unless every rule that published files can break is broken in some of them, and some are
    # legal.
    assert broken_rules == judged
    assert clean > WEEKS // 50


Judged = tuple[str, date, date]
"""Rule, and the first and last day judged."""


def _meet(one: Judged, other: Judged) -> bool:
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]
