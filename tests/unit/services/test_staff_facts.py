from datetime import date, timedelta

import pytest

from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.staff_fact import CYCLES, FactKind, StaffFact, values_of
from shiftbid.domain.status import Status, StatusKind
from shiftbid.rules.circumstances import Circumstances, Cycle
from shiftbid.services.staff_facts import circumstances_of

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 29)
DAY = timedelta(days=1)


def fact(kind: FactKind, value: str, first: date = FIRST, last: date = LAST) -> StaffFact:
    return StaffFact("e1", kind, value, first, last)


def test_each_kind_of_fact_is_what_the_rules_ask_for() -> None:
    facts = [
        fact(FactKind.STATUS, "nursing"),
        fact(FactKind.CYCLE, "quarter"),
        fact(FactKind.TIME_OFF, "rest_day_work"),
        fact(FactKind.REFUSED, "CN-CWH-APPROVAL"),
    ]
    assert circumstances_of(facts, FIRST) == Circumstances(
        statuses=(Status(StatusKind.NURSING, FIRST, LAST),),
        settlements={Ground.REST_DAY_WORK: Settlement.TOIL},
        refused=frozenset({"CN-CWH-APPROVAL"}),
        cycle=Cycle.QUARTER,
    )
    assert circumstances_of((), FIRST) == Circumstances()


@pytest.mark.parametrize("on", [FIRST - DAY, LAST + DAY])
def test_what_is_agreed_holds_on_the_first_day_of_the_period_or_not_at_all(on: date) -> None:
    facts = [
        fact(FactKind.CYCLE, "quarter"),
        fact(FactKind.TIME_OFF, "rest_day_work"),
        fact(FactKind.REFUSED, "CN-CWH-APPROVAL"),
    ]
    assert circumstances_of(facts, on) == Circumstances()
    # A status is asked for by the day, so it may begin later.
    late = circumstances_of([fact(FactKind.STATUS, "nursing")], on)
    assert late.has(StatusKind.NURSING, FIRST)
    assert not late.has(StatusKind.NURSING, LAST + DAY)


def test_the_later_row_of_two_cycles_holds() -> None:
    assert circumstances_of([fact(FactKind.CYCLE, "year"), fact(FactKind.CYCLE, "week")], FIRST).cycle is Cycle.WEEK


def test_every_value_is_understood() -> None:
    assert tuple(Cycle) == CYCLES
    for kind in (FactKind.STATUS, FactKind.CYCLE, FactKind.TIME_OFF):
        for value in values_of(kind):
            assert circumstances_of([fact(kind, value)], FIRST) != Circumstances()


def test_what_tells_of_health_is_known_as_such() -> None:
    of_health = [value for value in values_of(FactKind.STATUS) if fact(FactKind.STATUS, value).is_of_health]
    assert of_health == ["late_pregnancy", "nursing"]
    assert not fact(FactKind.REFUSED, "nursing").is_of_health
