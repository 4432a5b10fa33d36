"""Pay and time off in lieu of the small published folder, counted without the code under test."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from tests.unit.verifier.published_folder import (
    HALL,
    Row,
    Scene,
    present,
    roster_row,
    rostered,
    write_csv,
)

WITHOUT_HOLIDAYS = ("FR", "US-OR")
"""Packs whose law pays public holidays as any day."""


def write_pay(folder: Path, scene: Scene) -> None:
    """Write ``payroll.csv`` and ``toil.csv``: the roster, a day off in lieu, and a bonus."""
    lines: list[Row] = []
    for employee, day, template in rostered(scene):
        row = roster_row(scene, employee, day, template)
        source = f"{HALL}/{row['template']}/{row['date']}"
        for paid_day, pay_class, minutes in _pay(scene, employee, day, template, int(row["paid_minutes"])):
            lines.append(
                {
                    "employee": employee,
                    "date": paid_day.isoformat(),
                    "hall": HALL,
                    "pay_class": pay_class,
                    "minutes": str(minutes),
                    "rule": "PAY",
                    "source": source,
                    "cents": "0",
                }
            )
    if scene.pack == "FR":
        lines = [line for each in lines for line in _french(each, lines)]
    taken = {"employee": "E1", "date": scene.first.isoformat(), "hall": HALL, "pay_class": "toil_taken"}
    taken |= {"minutes": "480", "rule": "HOUSE-LEAVE", "source": "toil leave", "cents": "0"}
    write_csv(folder, "payroll", [*lines, taken])
    late = next(each for each in rostered(scene) if each[0] == "E2")
    source = f"{HALL}/{late[2][0]}/{late[1].isoformat()}"
    postings = [
        ("opening/1", "E1", scene.first, "opening", "earned", "lot1", -600, "opening balance"),
        ("opening/1", "E1", scene.first, "opening", "bank", "lot1", 600, "opening balance"),
        ("use/1", "E1", scene.first, "use", "bank", "lot1", -480, "TOIL day off"),
        ("use/1", "E1", scene.first, "use", "used", "lot1", 480, "TOIL day off"),
        ("accrue/2", "E2", late[1], "accrue", "earned", "lot2", -30, source),
        ("accrue/2", "E2", late[1], "accrue", "bank", "lot2", 30, source),
    ]
    keys = ("entry", "employee", "effective", "kind", "account", "lot", "minutes", "source")
    expires = {"expires": (scene.first + timedelta(days=90)).isoformat()}
    write_csv(folder, "toil", [{**dict(zip(keys, map(str, each), strict=True)), **expires} for each in postings])


def _pay(
    scene: Scene, employee: str, day: date, template: tuple[str, int, int, int], paid: int
) -> list[tuple[date, str, int]]:
    """Pay of a shift, counted five minutes at a time where a holiday shares it."""
    if scene.pack in WITHOUT_HOLIDAYS:
        return [(day, "normal", paid)]
    holiday = "holiday300" if scene.pack == "CN" else "holiday150"
    plain = "rest200" if _is_paid_rest_day(scene, employee, day) else "normal"
    over_midnight = template[2] > 1440
    if day == scene.holiday and not over_midnight:
        return [(day, holiday, paid)]
    if not over_midnight or scene.holiday not in (day, day + timedelta(days=1)):
        normal = min(paid, 480 if scene.pack == "CN" else 600)
        above = [(day, "ot150", paid - normal)] if paid > normal else []
        return [(day, plain, paid)] if plain == "rest200" else [(day, plain, normal), *above]
    minutes: Counter[date] = Counter()
    for moment in sorted(present(scene, [(day, template)])):
        minutes[date.fromisoformat(scene.text(moment)[:10])] += 5
    return [(each, holiday if each == scene.holiday else plain, count) for each, count in minutes.items()]


def _french(line: Row, lines: list[Row]) -> list[Row]:
    """A line cut where its week from Monday reaches 35 hours; nobody in the scene works more than 43."""
    day = date.fromisoformat(line["date"])
    monday = (day - timedelta(days=day.weekday())).isoformat()
    earlier = (each for each in lines if each["employee"] == line["employee"] and monday <= each["date"] < line["date"])
    normal = min(int(line["minutes"]), max(0, 2100 - sum(int(each["minutes"]) for each in earlier)))
    above = int(line["minutes"]) - normal
    cut = ({**line, "minutes": str(normal)}, {**line, "pay_class": "ot125", "minutes": str(above)})
    return [each for each in cut if each["minutes"] != "0"]


def _is_paid_rest_day(scene: Scene, employee: str, day: date) -> bool:
    """China pays apart what is worked on more days of a week than it has working days, holidays left out."""
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=n) for n in range(7)]
    working_days = sum(each.weekday() < 5 and each != scene.holiday for each in week)
    worked = sorted({each for who, each, _ in rostered(scene) if who == employee and each in week} - {scene.holiday})
    return scene.pack == "CN" and day in worked[working_days:]
