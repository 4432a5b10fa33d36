"""House policy: what every pack adds to its law, and the pack of countries without one."""

from __future__ import annotations

from datetime import date
from typing import Final

from shiftbid.verifier.limits import (
    ANYBODY,
    BreakInShift,
    ContractHours,
    DayHours,
    DaysInARow,
    Employed,
    FreeDayInWeek,
    LeaveKept,
    Limit,
    OneShiftAtATime,
    RestBetweenShifts,
    ShiftsADay,
    SkillHeld,
    UnbrokenStretch,
    WeekHours,
)
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.tables import HousePay

_FROM = date(1970, 1, 1)
_HOUSE = "house rule, not law"

EVERYWHERE: Final[tuple[Limit, ...]] = (
    OneShiftAtATime("HOUSE-ONE-SHIFT", _FROM, _HOUSE),
    LeaveKept("HOUSE-LEAVE", _FROM, _HOUSE),
    SkillHeld("HOUSE-SKILL", _FROM, _HOUSE),
    Employed("HOUSE-EMPLOYED", _FROM, _HOUSE),
    ShiftsADay("HOUSE-SHIFTS-PER-DAY", _FROM, _HOUSE, shifts=1),
    ContractHours("HOUSE-CONTRACT", _FROM, _HOUSE, tolerance_minutes=0),
)
REST: Final = RestBetweenShifts("HOUSE-DAILY-REST", _FROM, _HOUSE, rest_minutes=11 * 60)
DAY: Final = DayHours("HOUSE-DAILY-HOURS", _FROM, _HOUSE, minutes=10 * 60, lifted_by=ANYBODY)
WEEK: Final = WeekHours("HOUSE-WEEK-HOURS", _FROM, _HOUSE, minutes=48 * 60, lifted_by=ANYBODY)
FREE_DAY: Final = FreeDayInWeek("HOUSE-WEEK-REST", _FROM, _HOUSE)
ROW: Final = DaysInARow("HOUSE-CONSECUTIVE-DAYS", _FROM, _HOUSE, days=6)
BREAK: Final = BreakInShift("HOUSE-BREAK", _FROM, _HOUSE, above_minutes=6 * 60, break_minutes=30, slice_minutes=15)
STRETCH: Final = UnbrokenStretch("HOUSE-STRETCH", _FROM, _HOUSE, minutes=6 * 60, slice_minutes=15)

PAY: Final = HousePay(day_minutes=10 * 60)  # house policy: the longest working day

HOUSE_PACK: Final = Pack(
    id="HOUSE",
    limits=(*EVERYWHERE, REST, DAY, WEEK, FREE_DAY, ROW, BREAK, STRETCH),
    pay=PAY,
)
