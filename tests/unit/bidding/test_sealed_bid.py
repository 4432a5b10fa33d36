"""What lies in a round's boxes: bids of the person and round they are for, and of shifts that are offered."""

from __future__ import annotations

import json
from datetime import date

import pytest

from shiftbid.bidding.sealed_bid import bid_text, bids_of_record, bids_record, opened_bids
from shiftbid.bidding.sealing import SealedBids
from shiftbid.domain.bid import Bid, BidLevel

DAY = date(2026, 1, 5)
BIDS = SealedBids("e1", "salt", (Bid("e1", DAY, None, BidLevel.LIKE), Bid("e1", DAY, "a", BidLevel.WANT)))
OFFERED = {(DAY, "a"), (DAY, None)}
TEXT = bid_text("r1", BIDS)


def test_a_box_gives_back_what_was_sealed() -> None:
    opened = opened_bids("r1", [("e2", None), ("e1", TEXT)], OFFERED)
    assert opened.sealed == (BIDS,)
    assert opened.spoiled == ("e2",)


def test_records_hold_bids_whole() -> None:
    assert bids_of_record(json.loads(json.dumps(bids_record([BIDS])))) == (BIDS,)


@pytest.mark.parametrize(
    ("poll", "employee", "text"),
    [
        ("r2", "e1", TEXT),
        ("r1", "e2", TEXT),
        ("r1", "e1", "{}"),
        ("r1", "e1", "[]"),
        ("r1", "e1", "no json"),
        ("r1", "e1", TEXT.replace('"a"', '"b"')),
        ("r1", "e1", TEXT.replace("want", "love")),
        ("r1", "e1", TEXT.replace("2026-01-05", "2026-01-06")),
        ("r1", "e1", TEXT.replace('"a"', "null")),
        ("r1", "e1", TEXT.replace('"a"', "[1]")),
        ("r1", "e1", TEXT.replace('"wishes":[', '"wishes":[7,')),
    ],
)
def test_what_is_no_bid_of_this_round_and_person_is_void(poll: str, employee: str, text: str) -> None:
    opened = opened_bids(poll, [(employee, text)], OFFERED)
    assert opened.sealed == ()
    assert opened.spoiled == (employee,)
