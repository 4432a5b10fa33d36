"""The verifier's own value table: what each rule pack allows, dated, with the article.

It repeats by hand what the packs of the rule book say and is never read from them: a slip made there shows up as a
disagreement here. Values come from the texts named in `article`; what is house policy says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_HOUSE_FROM = date(1970, 1, 1)
_HOUSE = "house rule, not law"
_LABOUR_LAW_FROM = date(1995, 1, 1)
_ORDER_174_FROM = date(1995, 5, 1)
_DIRECTIVE_FROM = date(2004, 8, 2)


@dataclass(frozen=True, slots=True)
class _Dated:
    rule: str
    valid_from: date
    article: str


@dataclass(frozen=True, slots=True)
class RestBetweenShifts(_Dated):
    """Elapsed minutes between the end of a shift and the start of the next."""

    rest_minutes: int


@dataclass(frozen=True, slots=True)
class OneShiftAtATime(_Dated):
    """Shifts of a person never overlap, whatever the hall."""


@dataclass(frozen=True, slots=True)
class ShiftsADay(_Dated):
    """Shifts that may start on one day."""

    shifts: int


@dataclass(frozen=True, slots=True)
class DayHours(_Dated):
    """Working minutes of the shifts that start on a day; a consent to the rule on that day lifts it."""

    minutes: int


@dataclass(frozen=True, slots=True)
class WeekHours(_Dated):
    """Working minutes of the shifts that start in a calendar week; a consent on its first day lifts it."""

    minutes: int


@dataclass(frozen=True, slots=True)
class WeekAverage(_Dated):
    """Working minutes a week on average over the reference weeks that end with each calendar week."""

    minutes: int
    reference_weeks: int


@dataclass(frozen=True, slots=True)
class ContractHours(_Dated):
    """Working minutes of a calendar week above the contract."""

    tolerance_minutes: int


@dataclass(frozen=True, slots=True)
class FreeDayInWeek(_Dated):
    """One calendar day of each calendar week holds no work, not even the end of a night shift."""


@dataclass(frozen=True, slots=True)
class RestInWeek(_Dated):
    """Uninterrupted elapsed minutes without work inside each calendar week."""

    rest_minutes: int


@dataclass(frozen=True, slots=True)
class DaysInARow(_Dated):
    """Consecutive days on which a shift starts."""

    days: int


@dataclass(frozen=True, slots=True)
class OvertimeConsent(_Dated):
    """Working minutes of a day, and of a week's days together, that need no recorded consent."""

    normal_day_minutes: int
    normal_week_minutes: int


@dataclass(frozen=True, slots=True)
class DayOvertime(_Dated):
    """Working minutes of a day above the normal day; an agreement or approval lifts it, the person alone does not."""

    normal_day_minutes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class MonthOvertime(_Dated):
    """Working minutes above normal days and normal weeks, added over a calendar month."""

    normal_day_minutes: int
    normal_week_minutes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class BreakInShift(_Dated):
    """A shift with more work than `above_minutes` has `break_minutes` of breaks, in slices that count."""

    above_minutes: int
    break_minutes: int
    slice_minutes: int


@dataclass(frozen=True, slots=True)
class UnbrokenStretch(_Dated):
    """Minutes of a shift between breaks that count."""

    minutes: int
    slice_minutes: int


@dataclass(frozen=True, slots=True)
class LeaveKept(_Dated):
    """No shift touches leave."""


@dataclass(frozen=True, slots=True)
class SkillHeld(_Dated):
    """The person has a skill that the demand under the shift names."""


@dataclass(frozen=True, slots=True)
class Employed(_Dated):
    """No shift before the first day of employment."""


@dataclass(frozen=True, slots=True)
class MinimumAge(_Dated):
    """Completed years on the day of the shift."""

    years: int


Limit = (
    RestBetweenShifts
    | OneShiftAtATime
    | ShiftsADay
    | DayHours
    | WeekHours
    | WeekAverage
    | ContractHours
    | FreeDayInWeek
    | RestInWeek
    | DaysInARow
    | OvertimeConsent
    | DayOvertime
    | MonthOvertime
    | BreakInShift
    | UnbrokenStretch
    | LeaveKept
    | SkillHeld
    | Employed
    | MinimumAge
)


@dataclass(frozen=True, slots=True)
class Pack:
    """Limits of a rule pack and how its hours are paid.

    Attributes
    ----------
    week_starts_on
        Weekday on which the calendar week starts, 0 is Monday; the texts leave it open.
    weekly_rest_days
        Weekdays that are rest days where the calendar says nothing else.
    holiday_class
        Pay class of work on a public holiday.
    overtime_after_minutes
        Working minutes of a day that is no holiday after which the overtime class is due.
    """

    id: str
    limits: tuple[Limit, ...]
    holiday_class: str
    overtime_after_minutes: int
    week_starts_on: int = 0
    weekly_rest_days: frozenset[int] = frozenset({5, 6})

    def in_force(self, on: date) -> Iterator[Limit]:
        """Limits with the value in force on a day: of several dated values of a rule, the latest that has begun."""
        latest: dict[str, Limit] = {}
        for limit in sorted(self.limits, key=lambda each: each.valid_from):
            if limit.valid_from <= on:
                latest[limit.rule] = limit
        yield from latest.values()


_ONE_SHIFT: Final = OneShiftAtATime("HOUSE-ONE-SHIFT", _HOUSE_FROM, _HOUSE)
_LEAVE: Final = LeaveKept("HOUSE-LEAVE", _HOUSE_FROM, _HOUSE)
_SKILL: Final = SkillHeld("HOUSE-SKILL", _HOUSE_FROM, _HOUSE)
_EMPLOYED: Final = Employed("HOUSE-EMPLOYED", _HOUSE_FROM, _HOUSE)
_SHIFTS_A_DAY: Final = ShiftsADay("HOUSE-SHIFTS-PER-DAY", _HOUSE_FROM, _HOUSE, shifts=1)
_CONTRACT: Final = ContractHours("HOUSE-CONTRACT", _HOUSE_FROM, _HOUSE, tolerance_minutes=0)
_HOUSE_REST: Final = RestBetweenShifts("HOUSE-DAILY-REST", _HOUSE_FROM, _HOUSE, rest_minutes=11 * 60)
_HOUSE_DAY: Final = DayHours("HOUSE-DAILY-HOURS", _HOUSE_FROM, _HOUSE, minutes=10 * 60)
_HOUSE_ROW: Final = DaysInARow("HOUSE-CONSECUTIVE-DAYS", _HOUSE_FROM, _HOUSE, days=6)
_HOUSE_BREAK: Final = BreakInShift(
    "HOUSE-BREAK", _HOUSE_FROM, _HOUSE, above_minutes=6 * 60, break_minutes=30, slice_minutes=15
)
_HOUSE_STRETCH: Final = UnbrokenStretch("HOUSE-STRETCH", _HOUSE_FROM, _HOUSE, minutes=6 * 60, slice_minutes=15)
_EVERYWHERE: Final[tuple[Limit, ...]] = (_ONE_SHIFT, _LEAVE, _SKILL, _EMPLOYED, _SHIFTS_A_DAY, _CONTRACT)

_CN: Final = Pack(
    id="CN",
    limits=(
        MinimumAge("CN-MIN-AGE", _LABOUR_LAW_FROM, "Labour Law art. 15", years=16),
        FreeDayInWeek("CN-WEEK-REST", _LABOUR_LAW_FROM, "Labour Law art. 38"),
        # Standard hours are 8 a day and 40 a week (Order 174 art. 3); more only after consultation (art. 41).
        OvertimeConsent(
            "CN-OT-CONSENT",
            _ORDER_174_FROM,
            "Labour Law art. 41; State Council Order 174 art. 3",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
        ),
        DayOvertime("CN-OT-DAY-GENERAL", _ORDER_174_FROM, "Labour Law art. 41", normal_day_minutes=8 * 60, minutes=60),
        # Special reasons lift the limit to three hours; only what art. 42 names goes beyond.
        DayOvertime(
            "CN-OT-DAY-SPECIAL", _ORDER_174_FROM, "Labour Law arts 41 and 42", normal_day_minutes=8 * 60, minutes=180
        ),
        MonthOvertime(
            "CN-OT-MONTH",
            _ORDER_174_FROM,
            "Labour Law art. 41",
            normal_day_minutes=8 * 60,
            normal_week_minutes=40 * 60,
            minutes=36 * 60,
        ),
        *_EVERYWHERE,
        # The law sets no rest between shifts: eleven hours are house policy here.
        _HOUSE_REST,
        _HOUSE_BREAK,
        _HOUSE_STRETCH,
        _HOUSE_ROW,
    ),
    holiday_class="holiday300",  # Labour Law art. 44(3)
    overtime_after_minutes=8 * 60,  # Labour Law art. 44(1): 150 % above the standard day
)

_EU: Final = Pack(
    id="EU",
    limits=(
        RestBetweenShifts("EU-DAILY-REST", _DIRECTIVE_FROM, "Directive 2003/88/EC art. 3", rest_minutes=11 * 60),
        # The article leaves the length to national law, so that any break counts.
        BreakInShift(
            "EU-BREAK",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC art. 4",
            above_minutes=6 * 60,
            break_minutes=1,
            slice_minutes=1,
        ),
        # 24 h of art. 5 on top of the 11 h of art. 3 (CJEU C-477/21), on any days of the week (C-306/16).
        RestInWeek("EU-WEEKLY-REST", _DIRECTIVE_FROM, "Directive 2003/88/EC arts 3 and 5", rest_minutes=35 * 60),
        WeekAverage(
            "EU-WEEK-AVG",
            _DIRECTIVE_FROM,
            "Directive 2003/88/EC arts 6 and 16(b)",
            minutes=48 * 60,
            reference_weeks=17,
        ),
        *_EVERYWHERE,
        _HOUSE_DAY,
        _HOUSE_BREAK,
        _HOUSE_STRETCH,
    ),
    holiday_class="holiday150",
    overtime_after_minutes=10 * 60,  # house policy: the longest working day
)

_HOUSE_PACK: Final = Pack(
    id="HOUSE",
    limits=(
        *_EVERYWHERE,
        _HOUSE_REST,
        _HOUSE_DAY,
        WeekHours("HOUSE-WEEK-HOURS", _HOUSE_FROM, _HOUSE, minutes=48 * 60),
        FreeDayInWeek("HOUSE-WEEK-REST", _HOUSE_FROM, _HOUSE),
        _HOUSE_ROW,
        _HOUSE_BREAK,
        _HOUSE_STRETCH,
    ),
    holiday_class="holiday150",
    overtime_after_minutes=10 * 60,  # house policy: the longest working day
)


def pack_of(pack_id: str) -> Pack | None:
    """Give the pack of an id, or None where the table does not have it."""
    return next((pack for pack in (_CN, _EU, _HOUSE_PACK) if pack.id == pack_id), None)
