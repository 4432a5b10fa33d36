from datetime import date

from shiftbid.domain.ballot import Ballot, Menu, TemplateHeads
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import Period
from shiftbid.voting.approval import count_approvals
from shiftbid.voting.election_record import election_record

DAY = date(2026, 1, 5)
MENU = Menu(
    "m1", "Few long shifts", (ShiftTemplate("0900-1700", 540, 1020),), 2, 3, 480, 10.0, 9.0,
    (TemplateHeads(DAY, "0900-1700", 4),),
)  # fmt: skip


def test_the_record_holds_ballots_in_an_order_that_says_nothing_of_who_cast_them() -> None:
    cast = [Ballot("ff", frozenset({"m1"})), Ballot("0a", frozenset())]
    outcome = count_approvals(["m1"], cast, "seed")
    record = election_record("h", Period.of_weeks(DAY, 1), "seed", [MENU], 5, cast, outcome)
    assert [ballot["id"] for ballot in record["ballots"]] == ["0a", "ff"]
    assert record["tally"] == [{"menu": "m1", "approvals": 1}]
    assert record["adopted"] == "m1"
    assert record["menus"][0]["use"] == [{"date": "2026-01-05", "template": "0900-1700", "heads": 4}]
    assert record["period"] == {"first": "2026-01-05", "last": "2026-01-11"}
