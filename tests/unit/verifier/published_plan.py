"""Writes the whole small folder of `published_folder`: tables, records, chain."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.unit.verifier.published_folder import (
    HALL,
    NONCE,
    SALT,
    SEED,
    Row,
    Scene,
    breaks,
    canonical,
    clock,
    heads_in,
    open_slots,
    present,
    roster_row,
    rostered,
    sha,
    write_chain,
    write_csv,
)
from tests.unit.verifier.published_pay import write_pay

MEANS = {"regular": 8.0, "vip": 2.0}
QUIET_MEANS = {"regular": 2.0, "vip": 0.5}
THRESHOLD = 6.0
PROMISED = {("regular", True): 15, ("vip", True): 10, ("regular", False): 5, ("vip", False): 5}


def write_plan(folder: Path, scene: Scene) -> Path:
    """Write a plan that keeps every rule of its pack."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_people(folder, scene)
    _write_hall(folder, scene)
    _write_certificate(folder, scene)
    write_pay(folder, scene)
    (folder / "election.json").write_text(canonical(_election(scene)), encoding="utf-8")
    (folder / "round.json").write_text(canonical(_round(scene)), encoding="utf-8")
    settings = {
        "country": {"CN": "CN", "EU": "DE"}.get(scene.pack, "NZ"),
        "zone": scene.zone,
        "pack": scene.pack,
        "pack_version": "2026.1",
        "promise": "share:0.9:10,15,5",
        "busy_threshold": {HALL: THRESHOLD},
        "desks": {HALL: [{"skill": "counter", "share": 1, "counters": 5}]},
    }
    (folder / "settings.json").write_text(canonical(settings), encoding="utf-8")
    (folder / "roster.xlsx").write_bytes(b"a spreadsheet")
    (folder / "summary.json").write_text('{"seconds": 1.5}', encoding="utf-8")
    write_chain(folder)
    return folder


def _write_people(folder: Path, scene: Scene) -> None:
    staff: list[Row] = [
        {
            "employee": f"E{number}",
            "name": f"Person {number}",
            "hall": HALL,
            "contract_minutes": "2400",
            "system": "standard",
            "skills": "counter",
            "born": "1990-05-05",
            "employed_from": "2020-01-01",
            "rate_cents": "2500",
        }
        for number in range(1, 7)
    ]
    write_csv(folder, "staff", staff)
    end = scene.first + timedelta(days=1)
    leave = {"employee": "E1", "start": scene.text(scene.at(scene.first, 0)), "end": scene.text(scene.at(end, 0))}
    write_csv(folder, "leave", [{**leave, "kind": "toil"}])
    write_csv(folder, "consents", [])
    write_csv(folder, "facts", [])
    before = [scene.first - timedelta(days=n) for n in (5, 4, 3)]
    worked: list[Row] = [
        {"employee": f"E{number}", **{key: row[key] for key in ("start", "end", "breaks")}}
        for number in range(1, 7)
        for row in (roster_row(scene, "", day, scene.templates[(number - 1) % 2]) for day in before)
    ]
    roster = [roster_row(scene, *each) for each in rostered(scene)]
    actual = [{key: row[key] for key in ("employee", "start", "end", "breaks")} for row in roster]
    write_csv(folder, "worked", [*worked, *actual])
    write_csv(folder, "roster", roster)
    write_csv(folder, "findings", [])


def _write_hall(folder: Path, scene: Scene) -> None:
    write_csv(
        folder,
        "templates",
        [
            {
                "hall": HALL,
                "template": each[0],
                "start": clock(each[1]),
                "end": clock(each[2]),
                "breaks": breaks(each),
                "paid_minutes": str(each[2] - each[1] - (30 if each[3] else 0)),
                "adopted": str(each[0] != "X").lower(),
                "skill": "counter",
            }
            for each in scene.templates
        ],
    )
    write_csv(
        folder,
        "demand",
        [
            {
                "hall": HALL,
                "start": scene.text(start),
                "end": scene.text(end),
                "skill": "counter",
                "heads": str(_heads_needed(index)),
            }
            for index, (start, end) in enumerate(open_slots(scene, 30))
        ],
    )
    days = [scene.first + timedelta(days=n) for n in range(-7, 21)]
    write_csv(folder, "calendar", [{"date": day.isoformat(), "class": _day_class(scene, day)} for day in days])
    write_csv(
        folder, "history", [{"hall": HALL, "time": scene.text(scene.at(days[0], 600)), "class": "vip", "count": "3"}]
    )


def _heads_needed(index: int) -> int:
    return 1 + index % 3 // 2


def _day_class(scene: Scene, day: date) -> str:
    if day == scene.holiday:
        return "holiday"
    return "rest_day" if day.weekday() > 4 else "workday"


def _write_certificate(folder: Path, scene: Scene) -> None:
    heads = present(scene, [(day, template) for _, day, template in rostered(scene)])
    quarters = open_slots(scene, 15)
    by_hour: defaultdict[str, int] = defaultdict(int)
    for start, _ in quarters:
        by_hour[_clock_hour(scene, start)] += 1
    rows: list[Row] = []
    forecast: dict[tuple[str, str], Row] = {}
    for start, end in quarters:
        hour = _clock_hour(scene, start)
        busy = hour[11:13] != "12"
        for name, mean in (MEANS if busy else QUIET_MEANS).items():
            rows.append(
                {
                    "hall": HALL,
                    "start": scene.text(start),
                    "end": scene.text(end),
                    "class": name,
                    "busy": str(busy).lower(),
                    "arrivals": f"{mean / by_hour[hour]:.6f}",
                    "heads": str(min(5, heads_in(heads, (start, end)))),
                    "mean_wait_minutes": "1.5",
                    "p90_wait_minutes": "4.0",
                    "share_in_time": "0.97",
                    "promise_minutes": f"{PROMISED[name, busy]}.0",
                    "kept": "true",
                    "kept_at_plus10": "true",
                    "skill": "counter",
                }
            )
            bands = {"mean": f"{mean:.6f}", "q10": "0", "q50": f"{mean:.6f}", "q90": "20"}
            forecast[hour, name] = {"hall": HALL, "time": hour, "class": name, **bands}
    write_csv(folder, "certificate", rows)
    write_csv(folder, "forecast", forecast.values())


def _clock_hour(scene: Scene, moment: datetime) -> str:
    """The full hour on the hall's clock, with its offset: an hour that occurs twice is two hours."""
    return scene.text(moment - timedelta(minutes=int(scene.text(moment)[14:16])))


def _election(scene: Scene) -> dict[str, Any]:
    slots = open_slots(scene, 30)
    menus: list[dict[str, Any]] = []
    for menu, names in (("m1", ("A", "L")), ("m2", ("A", "X"))):
        templates = [each for each in scene.templates if each[0] in names]
        heads = dict(zip(names, (2, 1), strict=True))
        used = [(day, each) for day in scene.days for each in templates for _ in range(heads[each[0]])]
        counted = present(scene, used)
        gaps = [heads_in(counted, slot) - _heads_needed(index) for index, slot in enumerate(slots)]
        paid = {each[0]: each[2] - each[1] - (30 if each[3] else 0) for each in templates}
        missing = sum(-gap for gap in gaps if gap < 0)
        menus.append(
            {
                "id": menu,
                "title": f"Menu {menu}",
                "templates": list(names),
                "missing_half_hours": missing,
                "surplus_half_hours": sum(gap for gap in gaps if gap > 0),
                "paid_minutes": sum(paid[each[0]] for _, each in used),
                "objective": missing + 1.5,
                "bound": missing + 1.0,
                "use": [
                    {"date": day.isoformat(), "template": name, "heads": heads[name]}
                    for day in scene.days
                    for name in names
                ],
            }
        )
    answers: list[dict[str, str]] = [{"A": "want"}, {"A": "accept", "L": "want", "X": "cannot"}, {}]
    said = [(name, [each.get(name) for each in answers]) for name in ("A", "L", "X")]
    return {
        "format": "shiftbid-election-3",
        "elections": [
            {
                "hall": HALL,
                "period": {"first": scene.days[0].isoformat(), "last": scene.days[-1].isoformat()},
                "method": "proportional-approval",
                "seats": 2,
                "seed": SEED,
                "candidates": [_candidate(each) for each in scene.templates if each[0] in ("A", "L", "X")],
                "menus": menus,
                "capacities": [{"skills": ["counter"], "weekly_shifts": 30, "weekly_minutes": 14400}],
                "least_missing_half_hours": 0,
                "least_missing_bound": 0,
                "most_paid_minutes": None,
                "most_missing_half_hours": max(menu["missing_half_hours"] for menu in menus),
                "ballots": [{"id": f"b{n}", "answers": each} for n, each in enumerate(answers)],
                "tally": [
                    {"template": name, **{answer: given.count(answer) for answer in ("want", "accept", "cannot")}}
                    for name, given in said
                ],
                "adopted": {**menus[0], "id": "adopted", "title": "Adopted by vote"},
                "status": "optimal",
                "score": "5/2",
                "bound": "5/2",
                "rounds": [],
            }
        ],
    }


def _candidate(template: tuple[str, int, int, int]) -> dict[str, Any]:
    name, start, end, pause = template
    return {
        "template": name,
        "start_minute": start,
        "end_minute": end,
        "breaks": [{"start_minute": pause, "minutes": 30, "paid": False}] if pause else [],
        "weekdays": list(range(7)),
        "skill": "counter",
        "toil_minutes": 0,
        "origin": "menu",
        "menus": ["m1"],
    }


def _wishes(scene: Scene) -> dict[str, list[dict[str, Any]]]:
    second = scene.days[7].isoformat()  # the Monday on which E1 and E2 work and E3 is off
    return {
        "E1": [
            {"date": second, "template": None, "level": "like"},
            {"date": second, "template": "A", "level": "want"},
            {"date": second, "template": "L", "level": "like"},
        ],
        "E2": [{"date": second, "template": "L", "level": "avoid"}],
        "E3": [
            {"date": second, "template": None, "level": "want"},
            {"date": second, "template": "A", "level": "like"},
        ],
    }


def _missing(scene: Scene, shifts: list[tuple[date, tuple[str, int, int, int]]]) -> int:
    """Head half-hours that shifts leave missing."""
    heads = present(scene, shifts)
    slots = enumerate(open_slots(scene, 30))
    return sum(max(0, _heads_needed(index) - heads_in(heads, slot)) for index, slot in slots)


def _round(scene: Scene) -> dict[str, Any]:
    shifts = [(day, template) for _, day, template in rostered(scene)]
    wishes = _wishes(scene)
    commitments = [
        {"employee": employee, "commitment": sha(f"{SALT}{employee}|{canonical(each)}")}
        for employee, each in wishes.items()
    ]
    award = [(employee, day, template[0]) for employee, day, template in rostered(scene)]
    paid: Counter[str] = Counter()
    for employee, day, template in rostered(scene):
        paid[employee] += int(roster_row(scene, employee, day, template)["paid_minutes"])
    paid["E1"] += 480  # the day off in lieu
    contract = dict.fromkeys((f"E{n}" for n in range(1, 7)), 4800)
    shortfall = sum(max(0, contract[employee] - paid[employee]) for employee in contract)
    root = sha(canonical(commitments))
    seed = sha(f"{NONCE}|{root}")
    by_nash = {"method": "nash", "floor": 0.3, "order": [], "claims": []}
    second = scene.days[7].isoformat()

    def tie_number(employee: str, template: str, day: str) -> int:
        return int(sha(f"{seed}|{employee}|{HALL}/{template}/{day}")[:4], 16)

    early, late = ((scene.days[7], each) for each in scene.templates[:2])
    without = shifts.copy()
    without.remove(early)
    held = tie_number("E1", "A", second)
    missing_off = _missing(scene, without) - _missing(scene, shifts)
    missing_late = _missing(scene, [*without, late]) - _missing(scene, shifts)
    idle = int(roster_row(scene, "E1", *early)["paid_minutes"]) - max(0, paid["E1"] - contract["E1"])
    lost = [
        # With one point instead of three E1, weighed 1.25, lacks a point to the floor and 1.25 ln 3 of welfare.
        ("E1", None, "like", "cover", None, (missing_off, 0, idle, 200, 1373, 0, -held)),
        ("E1", "L", "like", "cover", None, (missing_late, 0, 0, 200, 1373, 100, tie_number("E1", "L", second) - held)),
        ("E3", "A", "like", "law", "HOUSE-CONTRACT", None),
    ]
    stages = ("missing", "time_off", "shortfall", "floor", "welfare", "burden", "ties")
    burdens = {name: int(name == "L") for _, _, name in award}
    borne: Counter[str] = Counter()
    for employee, day, name in award:
        borne[employee] += burdens[name] + (day.weekday() >= 5)
    mean = sum(contract.values()) / len(contract)
    spread = sum(round(100 * borne[each] ** 2 / (minutes / mean)) for each, minutes in contract.items())
    ties = sum(tie_number(each, name, day.isoformat()) for each, day, name in award)
    # E1 is weighed 1.25: exp(-(1.25 ln(1/0.6) + ln(1/0.02) + ln(1/0.75)) / 3.25); E2 lacks one point to the floor.
    values = (_missing(scene, shifts), 2, shortfall, 1000, -0.225615, spread, ties)
    names = ("missing demand", "time off due", "contract shortfall", "below the floor")
    names += ("welfare", "spread of burden", "tie order")
    people = {
        "E1": (3, 5, 0, 5, 0.6, 0.5, 0.1167),
        "E2": (-1, 0, -1, 0, 0.0, 0.0, 0.3167),
        "E3": (3, 4, 0, 4, 0.75, 0.0, -0.4333),
        **{f"E{n}": (0, 0, None, None, None, 0.0, 0.0) for n in range(4, 7)},
    }
    return {
        "format": "shiftbid-round-2",
        "rounds": [
            {
                "hall": HALL,
                "period": {"first": scene.days[0].isoformat(), "last": scene.days[-1].isoformat()},
                **by_nash,
                "nonce_commitment": sha(NONCE),
                "nonce": NONCE,
                "commitments": commitments,
                "root": root,
                "seed": seed,
                "bids": [
                    {"employee": employee, "salt": f"{SALT}{employee}", "wishes": each}
                    for employee, each in wishes.items()
                ],
                "stages": [
                    {"name": name, "unit": "-", "status": "optimal", "objective": value, "bound": value - 1}
                    for name, value in zip(names, values, strict=True)
                ],
                "limits": {},
                "versions": {},
                "award": [
                    {"employee": employee, "date": day.isoformat(), "template": name} for employee, day, name in award
                ],
                "time_off": [
                    {"employee": "E1", "date": scene.first.isoformat(), "minutes": 480, "weight": 1, "given": True},
                    {"employee": "E4", "date": second, "minutes": 480, "weight": 2, "given": False},
                ],
                "burdens": burdens,
                "satisfaction": [
                    {
                        "employee": employee,
                        "points": got,
                        "wished_points": wished,
                        "least_points": least,
                        "best_points": best,
                        "satisfaction": satisfaction,
                        "burden": borne[employee],
                        "credit_before": before,
                        "credit_after": after,
                    }
                    for employee, (got, wished, least, best, satisfaction, before, after) in people.items()
                ],
                "reasons": [
                    {
                        "employee": employee,
                        "date": second,
                        "template": template,
                        "level": level,
                        "reason": reason,
                        "rule": rule,
                        "to": None,
                        "effect": None if effect is None else dict(zip(stages, effect, strict=True)),
                        "sentence": "why",
                    }
                    for employee, template, level, reason, rule, effect in lost
                ],
                "given": [],
            }
        ],
    }
