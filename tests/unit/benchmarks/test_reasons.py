"""Reasons of a made-up round are verified one by one, and a wrong one is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from benchmarks import reasons
from shiftbid.bidding.reasons import AwardReasons
from shiftbid.bidding.verdict import LostBid
from shiftbid.domain.bid import Bid

SMALL = ["--staff", "2", "--search-work", "0.1", "--load", "0.5"]


def test_every_reason_is_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert reasons.main(SMALL) == 0
    assert "100% verified" in capsys.readouterr().out


def test_a_wrong_reason_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = AwardReasons.lost

    def lying(self: AwardReasons, employee: str, bids: Sequence[Bid]) -> tuple[LostBid, ...]:
        told = honest(self, employee, bids)
        return tuple(replace(each, verdict=replace(each.verdict, rule="HOUSE-WHIM", effect=None)) for each in told)

    monkeypatch.setattr(AwardReasons, "lost", lying)
    assert reasons.main(SMALL) == 1
