"""Claims as they are played, and as the verifier, with code of its own, finds them due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.bidding.claim_order import Rank, claim_order, seat_of, wish_list
from shiftbid.bidding.picking import play
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.round_method import RoundMethod
from shiftbid.verifier.json_nodes import JsonNode
from shiftbid.verifier.picking import check_claims
from shiftbid.verifier.round_record import rounds_of

MONDAY = date(2026, 1, 5)
HALL, SEED = "h", "seed"
BY_CLAIMS = [method for method in RoundMethod if method.is_by_claims]
LEVELS = st.sampled_from([BidLevel.WANT, BidLevel.LIKE, BidLevel.AVOID])
SPOTS = st.tuples(st.integers(0, 2), st.sampled_from(["early", "late", None]))
WISHES = st.dictionaries(SPOTS, LEVELS, max_size=7)
PEOPLE = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), WISHES, min_size=1)


def played(method: RoundMethod, people: dict[str, Any], answers: list[bool]) -> dict[str, Any]:
    """A record of claims, answered by a list of answers again and again; no day is granted to a person twice."""
    bids = {
        name: [Bid(name, MONDAY + timedelta(days=day), template, level) for (day, template), level in wishes.items()]
        for name, wishes in people.items()
    }
    ranks = {name: Rank(MONDAY, number / 10) for number, name in enumerate(sorted(people))}
    order = claim_order(method, ranks, SEED)
    lists = {name: wish_list(bids[name], HALL, SEED) for name in order}
    asked = {(name, seat_of(bid, HALL)): bid for name, listed in lists.items() for bid in listed}
    granted: dict[tuple[str, date], str | None] = {}
    rows: list[dict[str, Any]] = []

    def claim(name: str, seat: str) -> bool:
        bid = asked[name, seat]
        accepted = answers[len(rows) % len(answers)] and (name, bid.day) not in granted
        if accepted:
            granted[name, bid.day] = bid.template
        row = {"employee": name, "date": bid.day.isoformat(), "template": bid.template, "accepted": accepted}
        rows.append(row)
        return accepted

    play(method, order, {name: [seat_of(bid, HALL) for bid in listed] for name, listed in lists.items()}, claim)
    return {
        "hall": HALL,
        "method": method.value,
        "seed": SEED,
        "order": list(order),
        "claims": rows,
        "bids": [
            {
                "employee": name,
                "salt": "",
                "wishes": [
                    {"date": bid.day.isoformat(), "template": bid.template, "level": bid.level.name.lower()}
                    for bid in listed
                ],
            }
            for name, listed in bids.items()
        ],
        "award": [
            {"employee": name, "date": day.isoformat(), "template": template}
            for (name, day), template in granted.items()
            if template is not None
        ],
        "satisfaction": [{"employee": name, "credit_before": rank.credit} for name, rank in ranks.items()],
    }


def rules(record: dict[str, Any]) -> set[str]:
    # Members that the claims do not need are left out, and read as neutral values.
    (read,) = rounds_of(JsonNode({"rounds": [record]}, "round.json", []))
    return {finding.rule for finding in check_claims(read)}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BY_CLAIMS), PEOPLE, st.lists(st.booleans(), min_size=1, max_size=9))
def test_the_verifier_finds_the_same_claims_due(
    method: RoundMethod, people: dict[str, Any], answers: list[bool]
) -> None:
    assert rules(played(method, people, answers)) == set()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(BY_CLAIMS), PEOPLE, st.lists(st.booleans(), min_size=1, max_size=9), st.data())
def test_a_claim_by_somebody_else_or_beyond_the_last_is_found(
    method: RoundMethod, people: dict[str, Any], answers: list[bool], data: st.DataObject
) -> None:
    record = played(method, people, answers)
    if not record["claims"]:
        return
    if data.draw(st.booleans()):
        record["claims"].append(dict(record["claims"][-1]))
    else:
        number = data.draw(st.integers(0, len(record["claims"]) - 1))
        record["claims"][number] |= {"employee": "somebody else"}
    assert rules(record) == {"ROUND-CLAIM"}
