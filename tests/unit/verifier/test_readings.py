"""The second opinion under other readings: what it knows it judges, what it does not know it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.verifier.limits import NotPublished
from shiftbid.verifier.packs import pack_of
from shiftbid.verifier.packs.pack import Pack

ON = date(2026, 3, 2)
KNOWN = ("paid_rest_days", "reference_weeks", "rest_minutes", "week_rest", "week_starts_on")


def pack(choice: str) -> Pack:
    read = pack_of(choice)
    assert read is not None
    return read


def unjudged(choice: str) -> set[str]:
    return {limit.rule for limit in pack(choice).limits if isinstance(limit, NotPublished)}


@pytest.mark.parametrize("pack_id", pack_ids())
def test_every_reading_is_known_or_leaves_the_rules_it_touches_unjudged(pack_id: str) -> None:
    rules = load_pack(pack_id, ON)
    for rule in rules.rules:
        for name, opening in rule.open.items():
            value = opening.options[-1] if opening.options else opening.most
            assert (rule.id in unjudged(f"{pack_id},{name}={value}")) is (
                name not in KNOWN or rule.id in unjudged(pack_id)
            )


def test_a_week_may_start_on_another_day() -> None:
    assert pack("FR,week_starts_on=sun").week_starts_on == 6
    assert pack_of("FR,week_starts_on=0") is None


def test_a_reading_that_changes_pay_is_not_compared() -> None:
    assert pack("CN,paid_rest_days=calendar").pay_is_judged
    assert not pack("CN,day_attribution=split_midnight,week_rest=rolling_7_days").pay_is_judged
    assert pack("UK,neutral=exclude").pay_is_judged


@pytest.mark.parametrize("choice", ["XX", "CN,colour=red", "CN,week_rest=never", "FR,paid_rest_days=calendar"])
def test_what_is_not_known_gives_no_pack(choice: str) -> None:
    assert pack_of(choice) is None
