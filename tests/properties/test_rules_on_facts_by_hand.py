"""The checker against plain arithmetic where people have statuses, cycles, settlements and refused permissions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances, Cycle
from tests.rules import by_hand_cn, by_hand_eu
from tests.rules.oracles import broken_by_hand
from tests.rules.random_weeks import Weeks, random_weeks

ON = date(2026, 1, 1)
RULES = {"CN": tuple(by_hand_cn.ORACLES), "EU": tuple(by_hand_eu.ORACLES)}
PERMISSIONS = ("CN-CWH-APPROVAL", "CN-NURSE-HOUR")


def _status(kind: StatusKind, begin: date, days: int) -> Status:
    return Status(kind, begin, begin + timedelta(days=days))


@st.composite
def facts(draw: st.DrawFn, weeks: Weeks) -> Circumstances:
    """Statuses for good or for some days, and every other fact as often as not."""
    first = weeks.situation.period.first
    begins = st.integers(-8, 10).map(lambda n: first + timedelta(days=n))
    statuses = st.builds(_status, st.sampled_from(StatusKind), begins, st.integers(0, 30))
    return Circumstances(
        statuses=(
            *draw(st.lists(statuses, max_size=3)),
            *(Status(kind, date.min, date.max) for kind in draw(st.lists(st.sampled_from(StatusKind), max_size=3))),
        ),
        settlements=draw(st.dictionaries(st.sampled_from(Ground), st.sampled_from(Settlement))),
        refused=draw(st.frozensets(st.sampled_from(PERMISSIONS))),
        # Two weeks rarely exceed the quota of a longer cycle.
        cycle=draw(st.sampled_from((None, Cycle.WEEK, Cycle.WEEK, *Cycle))),
    )


@settings(max_examples=200, deadline=None)
@given(weeks=random_weeks(), system=st.sampled_from(HoursSystem), data=st.data())
def test_checker_finds_what_plain_arithmetic_finds_of_facts(
    weeks: Weeks, system: HoursSystem, data: st.DataObject
) -> None:
    employee = replace(weeks.situation.employee, system=system)
    situation = replace(weeks.situation, employee=employee, circumstances=data.draw(facts(weeks)))
    known = replace(weeks, situation=situation)
    for pack_id, rules in RULES.items():
        found = Counter(
            (each.rule, local_day(each.span.start, situation.zone))
            for each in check(load_pack(pack_id, ON), situation, weeks.chosen)
            if each.rule in rules
        )
        assert found == broken_by_hand(known, rules)
