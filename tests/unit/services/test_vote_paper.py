"""A vote's paper says all that planning goes on from."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np

from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.services.demand_from_footfall import HallDemand
from shiftbid.services.hall_days import hall_days
from shiftbid.services.plan_needs import Needed
from shiftbid.services.vote_paper import PlanTerms, VotePaper, ballot_paper_of, planning_details, read_vote_paper
from tests.storage.example_publications import HALL, NIGHT, PERIOD, TEMPLATE, small_publication
from tests.unit.voting.small_papers import small_paper

SMALL = small_publication()
PAPER = VotePaper(
    quorum=3,
    nonce_commitment="c" * 64,
    terms=PlanTerms("HOUSE", 7, StaffingLevel(quantile=0.8), "counts by the city"),
    counted_until=1_000,
    details=planning_details(HALL),
    needed=Needed(
        SMALL.forecast,
        SMALL.busy_threshold_per_hour,
        hall_days(HALL, SMALL.forecast, PERIOD, SMALL.busy_threshold_per_hour),
        HallDemand(SMALL.demand, 2, 30.5, 31.0),
    ),
    ballot_paper=small_paper((NIGHT, TEMPLATE), SMALL.menus, 2, missing=4),
)


def test_a_paper_is_read_as_it_was_written() -> None:
    read = read_vote_paper(PAPER.text(), HALL, PERIOD)
    assert replace(read, needed=PAPER.needed) == PAPER
    assert (read.needed.forecast, read.needed.demand) == (PAPER.needed.forecast, PAPER.needed.demand)
    assert read.text() == PAPER.text()
    assert ballot_paper_of(PAPER.text()) == PAPER.ballot_paper
    for one, other in zip(read.needed.days, PAPER.needed.days, strict=True):
        assert (one.day, one.quarters) == (other.day, other.quarters)
        assert np.array_equal(one.queue.arrivals_regular, other.queue.arrivals_regular)


def test_details_that_menus_rest_on_tell_halls_apart() -> None:
    assert planning_details(replace(HALL, name="Elsewhere")) == planning_details(HALL)
    assert planning_details(replace(HALL, counters=HALL.counters + 1)) != planning_details(HALL)
    assert json.loads(PAPER.text())["details"] == planning_details(HALL)
