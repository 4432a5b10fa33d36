"""A small published folder written by the tests' own hand, without any code of shiftbid.

One hall, six people, two weeks. `A` and `L` are the adopted templates; `X` stands in another menu. Numbers are worked
out here in plain loops over minutes, not with the verifier's functions.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import rfc8785

HALL = "north"
SALT, NONCE, SEED = "salt of ", "the nonce", "the seed"
COLUMNS = {
    "history": "hall,time,class,count",
    "forecast": "hall,time,class,mean,q10,q50,q90",
    "demand": "hall,start,end,skill,heads",
    "templates": "hall,template,start,end,breaks,paid_minutes,adopted,skill",
    "staff": "employee,name,hall,contract_minutes,system,skills,born,employed_from,rate_cents",
    "leave": "employee,start,end,kind",
    "consents": "employee,rule,from,to,kind",
    "facts": "employee,fact,value,from,to",
    "worked": "employee,start,end,breaks",
    "calendar": "date,class",
    "roster": "hall,employee,date,template,start,end,breaks,paid_minutes,pinned",
    "findings": "rule,employee,start,end,severity,sentence,article",
    "certificate": "hall,start,end,class,busy,arrivals,heads,mean_wait_minutes,p90_wait_minutes,share_in_time,"
    "promise_minutes,kept,kept_at_plus10,skill",
    "toil": "entry,employee,effective,kind,account,lot,minutes,expires,source",
    "payroll": "employee,date,hall,pay_class,minutes,rule,source,cents",
}
Row = dict[str, str]


@dataclass(frozen=True)
class Scene:
    """What the folder is about; times are minutes after midnight."""

    pack: str = "HOUSE"
    zone: str = "Pacific/Auckland"
    first: date = date(2026, 11, 2)
    templates: tuple[tuple[str, int, int, int], ...] = (
        ("A", 540, 1050, 780),
        ("L", 720, 1230, 960),
        ("X", 600, 900, 0),
    )
    """Id, start, end, and the start of the unpaid half hour of break (0: none)."""
    holiday_offset: int = 2
    off_weekdays: tuple[tuple[int, int], ...] = ((5, 6), (1, 2), (0, 1), (2, 3), (3, 4), (4, 5))
    """Weekdays that each person has off."""

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range(14)]

    @property
    def holiday(self) -> date:
        return self.first + timedelta(days=self.holiday_offset)

    def at(self, day: date, minute: int) -> datetime:
        """Wall-clock minute of a day, counted on the clock, in UTC."""
        wall = datetime.combine(day + timedelta(days=minute // 1440), time(minute % 1440 // 60, minute % 60))
        return wall.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def text(self, moment: datetime) -> str:
        return moment.astimezone(ZoneInfo(self.zone)).isoformat(timespec="minutes")


NIGHTS: tuple[tuple[str, int, int, int], ...] = (("A", 1320, 1800, 1560), ("L", 1260, 1740, 1530), ("X", 1200, 1500, 0))
"""Templates over midnight, for `Scene.templates`."""


def clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def breaks(template: tuple[str, int, int, int]) -> str:
    return f"{clock(template[3])}/30/unpaid" if template[3] else ""


def rostered(scene: Scene) -> Iterator[tuple[str, date, tuple[str, int, int, int]]]:
    """Who works when: three people on each template, each with two fixed days off a week."""
    for number, off in enumerate(scene.off_weekdays, start=1):
        for day in scene.days:
            on_toil = number == 1 and day == scene.first
            if day.weekday() not in off and not on_toil:
                yield f"E{number}", day, scene.templates[(number - 1) % 2]


def roster_row(scene: Scene, employee: str, day: date, template: tuple[str, int, int, int]) -> Row:
    name, start, end, pause = template
    first, last = scene.at(day, start), scene.at(day, end)
    minutes = int((last - first).total_seconds()) // 60 - (30 if pause else 0)
    return {
        "hall": HALL,
        "employee": employee,
        "date": day.isoformat(),
        "template": name,
        "start": scene.text(first),
        "end": scene.text(last),
        "breaks": breaks(template),
        "paid_minutes": str(minutes),
        "pinned": "false",
    }


def open_slots(scene: Scene, minutes: int) -> list[tuple[datetime, datetime]]:
    """The hall is open whenever a template may run."""
    opens, closes = min(each[1] for each in scene.templates), max(each[2] for each in scene.templates)
    slots: list[tuple[datetime, datetime]] = []
    for day in scene.days:
        moment, end = scene.at(day, opens), scene.at(day, closes)
        while moment < end:
            slots.append((moment, moment + timedelta(minutes=minutes)))
            moment += timedelta(minutes=minutes)
    return slots


def present(scene: Scene, shifts: Iterable[tuple[date, tuple[str, int, int, int]]]) -> Counter[datetime]:
    """Heads at the counter in each minute, breaks taken out."""
    heads: Counter[datetime] = Counter()
    for day, (_, start, end, pause) in shifts:
        away = scene.at(day, pause) if pause else None
        moment = scene.at(day, start)
        while moment < scene.at(day, end):
            if away is None or not away <= moment < away + timedelta(minutes=30):
                heads[moment] += 1
            moment += timedelta(minutes=5)
    return heads


def heads_in(heads: Counter[datetime], slot: tuple[datetime, datetime]) -> int:
    moments = [slot[0] + timedelta(minutes=n) for n in range(0, int((slot[1] - slot[0]).total_seconds()) // 60, 5)]
    return min(heads[moment] for moment in moments)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: Any) -> str:
    return rfc8785.dumps(value).decode()


def write_csv(folder: Path, name: str, rows: Iterable[Row]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS[name].split(","), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def read_csv(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit_csv(folder: Path, name: str, edit: Callable[[list[Row]], object]) -> None:
    """Change rows in place, as a hand would in a spreadsheet."""
    rows = read_csv(folder, name)
    edit(rows)
    write_csv(folder, name, rows)


def edit_json(folder: Path, name: str, edit: Callable[[Any], object]) -> None:
    value = json.loads((folder / name).read_text(encoding="utf-8"))
    edit(value)
    (folder / name).write_bytes(rfc8785.dumps(value))


def write_chain(folder: Path) -> None:
    """Hash everything again, as whoever edits a file may do too."""
    lines: list[str] = []
    previous = "0" * 64
    names = sorted(path.name for path in folder.iterdir() if path.name not in ("record.jsonl", "summary.json"))
    for sequence, name in enumerate(names):
        line: dict[str, Any] = {
            "sequence": sequence,
            "path": name,
            "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest(),
            "previous": previous,
        }
        previous = sha(canonical(line))
        lines.append(canonical({**line, "hash": previous}))
    (folder / "record.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def row_of(rows: list[Row], employee: str, day: str) -> Row:
    """The row of a person and day in a table that has one."""
    return next(row for row in rows if (row["employee"], row["date"]) == (employee, day))


def retime(scene: Scene, row: Row, start: int, end: int, pauses: str) -> None:
    """Write other times, in minutes after midnight of the row's date, with the paid minutes that belong to them."""
    day = date.fromisoformat(row["date"])
    row["start"], row["end"] = scene.text(scene.at(day, start)), scene.text(scene.at(day, end))
    row["breaks"] = pauses
    row["paid_minutes"] = str(end - start - (30 if pauses else 0))
