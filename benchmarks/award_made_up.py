"""Award instances with a planted answer: ``python -m benchmarks.award_made_up --people N [--spare S] --out FILE.json``.

Everybody is given a lawful roster first; the seats are those that these rosters fill, plus a share of spare ones. So
there is an award that keeps the law, and without spare seats one that leaves nothing unmet. Bids are drawn apart from
the rosters. For ``python -m benchmarks.award``.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.option_values import positive_count

_FIRST = date(2026, 3, 2)
_WEEKS, _DAYS_A_WEEK = 4, 6
_REST_MINUTES = 660
_DAY_MINUTES = 1440
_TEMPLATES = {"early": (450, 930), "day": (540, 1020), "mid": (660, 1140), "late": (780, 1260), "peak": (600, 1080)}
_SKILL = "vip"
_BIDS = (0, 5, 20, 40)
_LEVELS = (1, 3, 6)


@dataclass(frozen=True, slots=True)
class MadeUpAward:
    """An instance as its file holds it, and the planted rosters: for each person a template by day."""

    document: Mapping[str, Any]
    planted: Mapping[str, Mapping[date, str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write an instance."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.award_made_up", description=__doc__)
    parser.add_argument("--people", metavar="N", type=positive_count, required=True)
    parser.add_argument("--spare", metavar="S", type=float, default=0.0, help="spare seats as a share of those filled")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", metavar="FILE.json", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    made = made_up_award(parsed.people, parsed.spare, random.Random(parsed.seed))
    parsed.out.write_text(json.dumps(made.document, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{parsed.out}: {parsed.people} people, {sum(made.document['seats'].values())} heads\n")
    return 0


def made_up_award(people: int, spare: float, chance: random.Random) -> MadeUpAward:
    """Draw an instance of so many people."""
    days = [_FIRST + timedelta(weeks=week, days=day) for week in range(_WEEKS) for day in range(_DAYS_A_WEEK)]
    places = [_place(day, template) for day in days for template in _TEMPLATES]
    staff: list[Mapping[str, Any]] = []
    bids: list[Mapping[str, Any]] = []
    planted: dict[str, Mapping[date, str]] = {}
    for number in range(people):
        name = f"e{number:03d}"
        away = set(chance.sample(days, chance.choice((0, 0, 1, 5))))
        most = chance.randint(1, 6)
        saturdays = chance.choice((0, 1, 2, 4))
        roster = planted[name] = _lawful_roster([day for day in days if day not in away], most, saturdays, chance)
        worked = Counter(_week(day) for day in roster)
        wishes = {place: chance.choice(_LEVELS) for place in chance.sample(places, chance.choice(_BIDS))}
        bids += [{"staff": name, "seat": place, "points": points} for place, points in wishes.items()]
        staff.append(
            {
                "id": name,
                "shifts_per_week": [min(worked[week] for week in range(_WEEKS)), most],
                "max_saturdays": saturdays,
                "leave": sorted(day.isoformat() for day in away),
                "skills": [_SKILL] if chance.random() < 0.3 else [],
                "weight": round(chance.uniform(0.5, 1.5), 2),
                "best_points_alone": _best_alone(wishes, [day for day in days if day not in away], most),
            }
        )
    return MadeUpAward(_document(places, staff, bids, planted, spare, chance), planted)


def _lawful_roster(free: Sequence[date], most: int, saturdays: int, chance: random.Random) -> Mapping[date, str]:
    roster: dict[date, str] = {}
    for day in chance.sample(free, len(free)):
        full = sum(_week(other) == _week(day) for other in roster) >= most or chance.random() < 0.2
        if full or (_is_saturday(day) and sum(map(_is_saturday, roster)) >= saturdays):
            continue
        before, after = roster.get(day - timedelta(days=1)), roster.get(day + timedelta(days=1))
        fitting = [
            template
            for template in _TEMPLATES
            if (before is None or _rested(before, template)) and (after is None or _rested(template, after))
        ]
        if fitting:
            roster[day] = chance.choice(fitting)
    return roster


def _document(
    places: Sequence[str],
    staff: Sequence[Mapping[str, Any]],
    bids: Sequence[Mapping[str, Any]],
    planted: Mapping[str, Mapping[date, str]],
    spare: float,
    chance: random.Random,
) -> Mapping[str, Any]:
    skilled = {person["id"] for person in staff if person["skills"]}
    filled = Counter(_place(day, template) for roster in planted.values() for day, template in roster.items())
    with_skill = Counter(_place(day, template) for name in sorted(skilled) for day, template in planted[name].items())
    seats = {place: filled[place] + int(filled[place] * spare + chance.random()) * (spare > 0) for place in places}
    clock = {name: tuple(f"{at // 60:02}:{at % 60:02}" for at in span) for name, span in _TEMPLATES.items()}
    return {
        "name": f"made up, {len(staff)} people",
        "days": sorted({place.partition("|")[0] for place in places}),
        "templates": [{"id": name, "start": start, "end": end} for name, (start, end) in clock.items()],
        "seats": seats,
        "skill_seats": {_SKILL: {place: min(1, heads) for place, heads in sorted(with_skill.items())}},
        "staff": list(staff),
        "bids": list(bids),
        "law": {"min_rest_minutes": _REST_MINUTES, "one_shift_per_day": True},
        "satisfaction_floor": 0.02,
    }


def _best_alone(wishes: Mapping[str, int], free: Sequence[date], most: int) -> int:
    """Most points of the best days of each week, as many as may be worked."""
    best = {day: max((wishes.get(_place(day, template), 0) for template in _TEMPLATES), default=0) for day in free}
    return sum(
        sum(sorted((points for day, points in best.items() if _week(day) == week), reverse=True)[:most])
        for week in range(_WEEKS)
    )


def _place(day: date, template: str) -> str:
    return f"{day.isoformat()}|{template}"


def _week(day: date) -> int:
    return (day - _FIRST).days // 7


def _is_saturday(day: date) -> bool:
    return day.weekday() == _DAYS_A_WEEK - 1


def _rested(first: str, second: str) -> bool:
    return _TEMPLATES[second][0] + _DAY_MINUTES - _TEMPLATES[first][1] >= _REST_MINUTES


if __name__ == "__main__":
    sys.exit(main())
