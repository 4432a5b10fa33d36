from __future__ import annotations

import pytest

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import TicketOutcome
from shiftbid.importers.ticket_words import class_of, class_of_number, outcome_of


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("Served", TicketOutcome.SERVED),
        ("已完成", TicketOutcome.SERVED),
        ("No show", TicketOutcome.NO_SHOW),
        ("-1", TicketOutcome.NO_SHOW),
        ("1", TicketOutcome.SERVED),
        ("弃号", TicketOutcome.NO_SHOW),
        ("HANG", TicketOutcome.ABANDONED),
        ("已转移", TicketOutcome.TRANSFERRED),
        ("PHANTOM", TicketOutcome.VOID),
        ("2", None),
        ("purple", None),
    ],
)
def test_outcomes(word: str, outcome: TicketOutcome | None) -> None:
    assert outcome_of(word) is outcome


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("VIP", CustomerClass.VIP),
        ("贵宾客户", CustomerClass.VIP),
        ("v", CustomerClass.VIP),
        ("non-VIP", CustomerClass.REGULAR),
        ("非VIP", CustomerClass.REGULAR),
        ("普通", CustomerClass.REGULAR),
        ("Normal", CustomerClass.REGULAR),
        ("2", None),
    ],
)
def test_classes(word: str, kind: CustomerClass | None) -> None:
    assert class_of(word) is kind


def test_ticket_numbers_tell_the_class_by_their_letter() -> None:
    assert [class_of_number(each) for each in ("V012", "v-3", "A007", "12")] == [
        CustomerClass.VIP,
        CustomerClass.VIP,
        CustomerClass.REGULAR,
        None,
    ]
