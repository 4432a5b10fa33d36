"""An award's answer counted again from the instance: law, unmet demand, welfare. Shares no code with the solver."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

_TOLERANCE = 1e-6


def find_faults(case: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    """Name what an answer breaks or counts wrongly."""
    roster: Mapping[str, Sequence[str]] = answer["roster"]
    staff = {person["id"]: person for person in case["staff"]}
    if set(roster) != set(staff):
        return ["the roster is not of exactly the staff"]
    faults = [fault for name, seats in roster.items() for fault in _person_faults(case, staff[name], seats)]
    taken = Counter(seat for seats in roster.values() for seat in seats)
    faults += [
        f"{seat}: {heads} heads for {case['seats'].get(seat, 0)} seats"
        for seat, heads in taken.items()
        if heads > case["seats"].get(seat, 0)
    ]
    missing = heads_missing(case, roster)
    if missing != answer["unmet"]:
        faults.append(f"{missing} heads are missing, not {answer['unmet']}")
    if answer["unmet_bound"] > missing:
        faults.append(f"the limit {answer['unmet_bound']} is above the {missing} heads missing")
    shares = satisfactions(case, roster)
    floor = case["satisfaction_floor"]
    welfare = math.fsum(staff[name]["weight"] * math.log(max(share, floor)) for name, share in shares.items())
    if not math.isclose(welfare, answer["welfare"], abs_tol=_TOLERANCE):
        faults.append(f"the welfare is {welfare}, not {answer['welfare']}")
    bound = answer["welfare_bound"]
    if bound is not None and bound < welfare - _TOLERANCE:
        faults.append(f"the welfare {welfare} is above its limit {bound}")
    return faults


def law_broken(case: Mapping[str, Any], roster: Mapping[str, Sequence[str]]) -> int:
    """Breaches of the law that a roster holds."""
    staff = {person["id"]: person for person in case["staff"]}
    return sum(len(_person_faults(case, staff[name], seats)) for name, seats in roster.items())


def heads_missing(case: Mapping[str, Any], roster: Mapping[str, Sequence[str]]) -> int:
    """Heads missing over all seats, and skilled heads missing over all skilled seats."""
    staff = {person["id"]: person for person in case["staff"]}
    taken = Counter(seat for seats in roster.values() for seat in seats)
    missing = sum(max(0, need - taken[seat]) for seat, need in case["seats"].items())
    for skill, needs in case["skill_seats"].items():
        able = Counter(seat for name, seats in roster.items() if skill in staff[name]["skills"] for seat in seats)
        missing += sum(max(0, need - able[seat]) for seat, need in needs.items())
    return missing


def rests_between(case: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of seats of consecutive days with too little rest between them."""
    rest = timedelta(minutes=case["law"]["min_rest_minutes"])
    intervals = {seat: _interval(case, seat) for seat in case["seats"]}
    by_day: dict[date, list[str]] = {}
    for seat, (day, _, _) in intervals.items():
        by_day.setdefault(day, []).append(seat)
    for first, (day, _, end) in intervals.items():
        for second in by_day.get(day + timedelta(days=1), ()):
            if intervals[second][1] - end < rest:
                yield first, second


def satisfactions(case: Mapping[str, Any], roster: Mapping[str, Sequence[str]]) -> Mapping[str, float]:
    """Points won as a share of the best points alone, for each person who bid."""
    bids: dict[tuple[str, str], int] = {(bid["staff"], bid["seat"]): bid["points"] for bid in case["bids"]}
    return {
        person["id"]: sum(bids.get((person["id"], seat), 0) for seat in roster[person["id"]])
        / person["best_points_alone"]
        for person in case["staff"]
        if person["best_points_alone"] > 0
    }


def _person_faults(case: Mapping[str, Any], person: Mapping[str, Any], seats: Sequence[str]) -> list[str]:
    name, faults = person["id"], list[str]()
    if len(set(seats)) != len(seats) or not set(seats) <= set(case["seats"]):
        return [f"{name}: a seat that does not exist, or twice the same"]
    shifts = sorted(_interval(case, seat) for seat in seats)
    days = [day for day, _, _ in shifts]
    if len(set(days)) != len(days):
        faults.append(f"{name}: two shifts on a day")
    if {str(day) for day in days} & set(person["leave"]):
        faults.append(f"{name}: a shift on leave")
    rest = timedelta(minutes=case["law"]["min_rest_minutes"])
    for (day, _, end), (following, start, _) in pairwise(shifts):
        if following - day == timedelta(days=1) and start - end < rest:
            faults.append(f"{name}: less than {rest} of rest before {following}")
    if sum(day.weekday() == 5 for day in days) > person["max_saturdays"]:
        faults.append(f"{name}: more than {person['max_saturdays']} Saturdays")
    least, most = person["shifts_per_week"]
    calendar = [date.fromisoformat(day) for day in case["days"]]
    for week in sorted({day.isocalendar()[:2] for day in calendar}):
        open_days = [day for day in calendar if day.isocalendar()[:2] == week and str(day) not in person["leave"]]
        worked = sum(day.isocalendar()[:2] == week for day in days)
        if not min(least, len(open_days)) <= worked <= most:
            faults.append(f"{name}: {worked} shifts in week {week[1]}, not {min(least, len(open_days))} to {most}")
    return faults


def _interval(case: Mapping[str, Any], seat: str) -> tuple[date, datetime, datetime]:
    text, _, template_id = seat.partition("|")
    template = next(each for each in case["templates"] if each["id"] == template_id)
    start = datetime.fromisoformat(f"{text}T{template['start']}")
    end = datetime.fromisoformat(f"{text}T{template['end']}")
    return start.date(), start, end if end > start else end + timedelta(days=1)
