from datetime import date

from shiftbid.domain.ballot import Answer, Menu, TemplateHeads
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.domain.timeline import Period
from shiftbid.voting.ballot_paper import paper_object, paper_of
from shiftbid.voting.election_record import adopted_menu_of
from tests.unit.voting.small_papers import small_paper, small_record

DAY = date(2026, 1, 5)
LONG = ShiftTemplate("0900-1700", 540, 1020, (TemplateBreak(720, 30, paid=False),), frozenset({0, 4}), "vip", 30)
LATE = ShiftTemplate("1300-1700", 780, 1020)
MENU = Menu("m1", "Few long shifts", (LONG,), 2, 3, 480, 10.0, 9.0, (TemplateHeads(DAY, "0900-1700", 4),))
PAPER = small_paper((LONG, LATE), (MENU,), 2, missing=5)


def test_the_record_holds_ballots_in_an_order_that_says_nothing_of_who_cast_them() -> None:
    answers = {"ff": {"0900-1700": Answer.WANT, "1300-1700": Answer.CANNOT}, "0a": {"0900-1700": Answer.ACCEPT}}
    record = small_record("h", Period.of_weeks(DAY, 1), PAPER, MENU, answers)
    assert [ballot["id"] for ballot in record["ballots"]] == ["0a", "ff"]
    assert record["tally"] == [
        {"template": "0900-1700", "want": 1, "accept": 1, "cannot": 0},
        {"template": "1300-1700", "want": 0, "accept": 0, "cannot": 1},
    ]
    assert (record["score"], record["bound"], record["status"]) == ("3/2", "3/2", "optimal")
    assert record["adopted"]["use"] == [{"date": "2026-01-05", "template": "0900-1700", "heads": 4}]
    assert record["period"] == {"first": "2026-01-05", "last": "2026-01-11"}
    assert adopted_menu_of(record) == MENU
    assert paper_of(record) == PAPER


def test_a_paper_is_read_as_it_was_written() -> None:
    assert paper_of(paper_object(PAPER)) == PAPER
    assert PAPER.candidates[0].menus == ("m1",)
    assert PAPER.candidates[1].menus == ()
