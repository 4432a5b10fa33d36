from datetime import date

from shiftbid.bidding.reasons import Reason, lost_bids
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Period, day_interval
from shiftbid.rules.book import load_pack
from shiftbid.rules.situation import Situation

ZONE = "Europe/Berlin"
MON, TUE = date(2026, 1, 5), date(2026, 1, 6)
PERIOD = Period.of_weeks(MON, 1)
EARLY, LATE = ShiftTemplate("E", 420, 720), ShiftTemplate("L", 1080, 1380)
PERSON = Employee(
    "e", "Ana", "h", 2400, HoursSystem.STANDARD, frozenset({"counter"}), date(1990, 1, 1), date(2020, 1, 1), 100
)


def shift(template: ShiftTemplate, day: date) -> Shift:
    return dated(template, "h", day, ZONE)


def situation(*leave: Leave) -> Situation:
    candidates = tuple(shift(template, day) for day in PERIOD.days for template in (EARLY, LATE))
    return Situation(PERSON, PERIOD, ZONE, Calendar({}), candidates, leave=leave)


def reasons(bid: Bid, awarded: list[Shift], *leave: Leave) -> list[tuple[Reason, str | None]]:
    pack = load_pack("HOUSE", MON)
    return [(lost.reason, lost.rule) for lost in lost_bids([bid], situation(*leave), awarded, pack)]


def test_an_honoured_bid_has_no_reason() -> None:
    assert reasons(Bid("e", MON, "E", BidLevel.WANT), [shift(EARLY, MON)]) == []


def test_avoided_and_neutral_levels_need_no_reason() -> None:
    assert reasons(Bid("e", MON, "E", BidLevel.AVOID), []) == []


def test_the_rule_that_forbids_the_shift_beside_the_others_is_named() -> None:
    assert reasons(Bid("e", TUE, "E", BidLevel.WANT), [shift(LATE, MON)]) == [(Reason.LAW, "HOUSE-DAILY-REST")]


def test_leave_is_a_rule_too() -> None:
    away = Leave("e", day_interval(TUE, ZONE), LeaveKind.ANNUAL)
    assert reasons(Bid("e", TUE, "E", BidLevel.LIKE), [], away) == [(Reason.LAW, "HOUSE-LEAVE")]


def test_another_shift_of_ones_own_on_that_day_is_named() -> None:
    lost = reasons(Bid("e", TUE, "E", BidLevel.WANT), [shift(LATE, TUE)])
    assert lost == [(Reason.TAKEN, None)]


def test_a_free_day_without_obstacle_was_outweighed() -> None:
    assert reasons(Bid("e", TUE, "E", BidLevel.WANT), []) == [(Reason.OUTWEIGHED, None)]
    assert reasons(Bid("e", TUE, None, BidLevel.WANT), [shift(LATE, TUE)]) == [(Reason.OUTWEIGHED, None)]
