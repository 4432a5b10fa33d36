"""How a rule pack is named where it is chosen: its id, and the readings that it is to be read by.

``CN`` is the pack as we read it; ``CN,week_rest=rolling_7_days,week_starts_on=sun`` reads what the law leaves open
otherwise. Plans keep the whole name, so that whatever is judged later is judged by the same readings.
"""

from __future__ import annotations

from collections.abc import Mapping

from shiftbid.domain.errors import InputError

WEEK_START = "week_starts_on"
"""Open in every pack: the weekday on which the calendar week starts."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def split_choice(choice: str) -> tuple[str, Mapping[str, str | int]]:
    """Give the id of the pack and the readings named; every part that names none stands in one InputError."""
    pack_id, *texts = (each.strip() for each in choice.split(","))
    readings: dict[str, str | int] = {}
    faults: list[str] = []
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value):
            faults.append(f"{text!r} names no reading; write NAME=VALUE, such as reference_weeks=26")
        elif name in readings:
            faults.append(f"{name} is read twice; name it once")
        else:
            readings[name] = int(value) if value.isdecimal() else value
    if faults:
        raise InputError(f"rules {choice}", faults)
    return pack_id, readings


def choice_of(pack_id: str, readings: Mapping[str, str | int]) -> str:
    """Name a pack with its readings, in order of name."""
    return ",".join([pack_id, *(f"{name}={value}" for name, value in sorted(readings.items()))])
