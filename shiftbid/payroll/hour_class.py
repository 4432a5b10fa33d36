"""How countries name the hours they pay by."""

from __future__ import annotations

from enum import StrEnum


class HourClass(StrEnum):
    """Pay class of worked minutes under a country's overtime and premium rules."""

    NORMAL = "normal"
    HALF_AGAIN = "ot1.5"
    """United States: one and a half times the regular rate."""
    DOUBLE = "dt2"
    """California: twice the regular rate."""
    MEAL_PREMIUM = "meal_premium"
    REST_PREMIUM = "rest_premium"
    SHORT_REST_HALF_AGAIN = "rest_1.5x"
    """Oregon, Seattle: hours worked inside the rest between two shifts."""
    SHORT_REST_QUARTER_AGAIN = "rest_1.25x"
    """Chicago: a shift that starts inside the rest."""
    PLUS_25 = "ot25"
    PLUS_50 = "ot50"
    REST_DAY_PLUS_35 = "rest35"
    NIGHT_PLUS_25 = "night25"
    """Japan: on top of whatever else the hour is paid."""
    HOLIDAY_HALF_AGAIN = "holiday150"
