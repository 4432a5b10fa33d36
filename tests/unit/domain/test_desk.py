"""Desks of a hall: read, written, checked; the general desk takes what the others leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.desk import COUNTER_SKILL, Desk
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise

BUSINESS = Desk("business", 0.15, 18.0, 2)
HALL = Hall("h", "Hall", "Europe/Berlin", "DE", None, OpeningHours.parse("09:00-11:00"), Promise(), 6.0, 9, 2)


def test_a_desk_is_read_and_written() -> None:
    assert Desk.parse("business:share=0.15,service-minutes=18,counters=2") == BUSINESS
    assert Desk.parse("维修: minimum-heads=0, counters=3,share=.2 ,service-minutes=7.5") == Desk("维修", 0.2, 7.5, 3, 0)
    slow_vips = Desk.parse("business:share=0.15,service-minutes=18,counters=2,vip-service-minutes=25.5")
    assert slow_vips == replace(BUSINESS, vip_service_minutes=25.5)
    for desk in (BUSINESS, slow_vips):
        assert Desk.parse(str(desk)) == desk


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("business", "write SKILL:share="),
        ("business:share=0.1,counters=2", "write SKILL:share="),
        ("business:share=0.1,service-minutes=9,counters=2,room=1", "write SKILL:share="),
        ("business:share=a tenth,service-minutes=9,counters=2", "are numbers"),
        ("business:share=0.1,service-minutes=9,counters=2.5", "whole ones"),
        ("../x:share=0.1,service-minutes=9,counters=2", "start with a letter or digit"),
        ("business:share=15,service-minutes=9,counters=2", "from 0 to 1"),
        ("business:share=nan,service-minutes=9,counters=2", "from 0 to 1"),
        ("business:share=0.1,service-minutes=inf,counters=2", "above 0"),
        ("business:share=0.1,service-minutes=9,counters=2,vip-service-minutes=0", "above 0"),
        ("business:share=0.1,service-minutes=9,counters=0", "give 1 or more"),
        ("business:share=0.1,service-minutes=9,counters=2,minimum-heads=3", "give 0 to 2"),
    ],
)
def test_a_desk_that_cannot_be_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        Desk.parse(text)


def test_the_general_desk_takes_the_other_customers() -> None:
    assert HALL.every_desk == (Desk(COUNTER_SKILL, 1.0, 6.0, 9, 2),)
    repair = Desk("repair", 0.25, 10.0, 3)
    general, *others = replace(HALL, desks=(BUSINESS, repair), vip_service_minutes=8.0).every_desk
    assert general.share == pytest.approx(0.6)
    assert (general.skill, general.service_minutes, general.counters, general.minimum_heads) == ("counter", 6.0, 9, 2)
    assert general.vip_service_minutes == 8.0
    assert others == [BUSINESS, repair]


def test_the_general_desk_is_checked_like_the_others() -> None:
    with pytest.raises(InputError, match=r"desk counter.*give 0 to 9"):
        replace(HALL, minimum_heads=10)
    with pytest.raises(InputError, match="give minutes above 0"):
        replace(HALL, vip_service_minutes=0.0)


@pytest.mark.parametrize(
    ("desks", "said"),
    [
        ((BUSINESS, BUSINESS), "business is there twice"),
        ((replace(BUSINESS, skill=COUNTER_SKILL),), "counter is there twice"),
        ((BUSINESS, Desk("repair", 0.85, 9.0, 1)), "leave some customers"),
        (tuple(Desk(f"s{n}", 0.01, 9.0, 1) for n in range(7)), "at most 6"),
    ],
)
def test_desks_that_do_not_go_together_are_refused(desks: tuple[Desk, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        replace(HALL, desks=desks)
