"""Terms of a vote."""

from __future__ import annotations

import pytest

from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.errors import InputError


def test_terms_that_cannot_hold_are_all_named() -> None:
    with pytest.raises(InputError) as caught:
        BallotTerms(seats=0, tolerance_percent=-1, most_extra_hours_percent=float("nan"))
    told = str(caught.value)
    assert "0 seats: give 1 to 40" in told
    assert "a tolerance of -1 %: give 0 to 100" in told
    assert "extra paid hours of nan %: give 0 to 1000" in told


def test_a_vote_without_named_terms_allows_a_twentieth_more_hours() -> None:
    assert BallotTerms() == BallotTerms(seats=None, tolerance_percent=2.0, most_extra_hours_percent=5.0)
