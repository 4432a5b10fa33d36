from datetime import date

from shiftbid.bidding.points import awarded_points, day_off_points, honoured, shift_points, wished_points
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.shift import Shift, ShiftTemplate, dated

MON, TUE = date(2026, 1, 5), date(2026, 1, 6)
EARLY, LATE = ShiftTemplate("E", 480, 960), ShiftTemplate("L", 780, 1260)


def shift(template: ShiftTemplate, day: date) -> Shift:
    return dated(template, "h", day, "Europe/Berlin")


BIDS = (
    Bid("e", MON, "E", BidLevel.WANT),
    Bid("e", MON, "L", BidLevel.AVOID),
    Bid("e", TUE, None, BidLevel.LIKE),
    Bid("e", TUE, "E", BidLevel.NEUTRAL),
)


def test_points_of_candidate_shifts_leave_out_neutral_ones() -> None:
    shifts = [shift(template, day) for day in (MON, TUE) for template in (EARLY, LATE)]
    assert shift_points(BIDS, shifts) == {"h/E/2026-01-05": 3, "h/L/2026-01-05": -1}
    assert day_off_points(BIDS) == {TUE: 1}


def test_an_award_is_worth_its_shifts_and_its_days_off() -> None:
    assert awarded_points(BIDS, [shift(EARLY, MON)]) == 3 + 1
    assert awarded_points(BIDS, [shift(LATE, MON), shift(EARLY, TUE)]) == -1
    assert wished_points(BIDS) == 4


def test_a_day_off_is_honoured_only_when_nothing_starts_on_it() -> None:
    day_off = BIDS[2]
    assert honoured(day_off, [])
    assert not honoured(day_off, [shift(LATE, TUE)])
