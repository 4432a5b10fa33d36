"""A hall with a general and a business desk: planned, published, verified, and staffed by people with the skill."""

from __future__ import annotations

import csv
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line
from shiftbid.domain.staffing_level import EXPECTED
from shiftbid.domain.timeline import Period
from shiftbid.exporters.folder import write_publication
from shiftbid.services.plan_order import PlanOrder
from shiftbid.services.progress import Progress

pytestmark = pytest.mark.slow

FIRST = date(2026, 1, 5)
TRAINED = {"s1", "s2", "s3"}


def ignore(progress: Progress) -> None:
    del progress


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command_line(WiredApplication()), arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def write(path: Path, *rows: tuple[object, ...]) -> str:
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return str(path)


def footfall() -> Iterator[tuple[object, ...]]:
    for day in (FIRST - timedelta(days=number) for number in range(84, 0, -1)):
        for hour in range(9, 15) if day.weekday() < 5 else ():
            count = round(20 + 8 * math.sin((hour - 9) / 6 * math.pi) + day.weekday())
            yield "north", f"{day}T{hour:02}:00", count


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Published files of one week in which one customer in five goes to the business desk."""
    here = Path(tmp_path_factory.mktemp("desks"))
    url = f"sqlite:///{here / 'desks.sqlite'}"
    staff = [
        (f"s{n}", f"Person {n}", 40, "1990-01-31", "2020-02-01", 25, "counter;business" if f"s{n}" in TRAINED else "")
        for n in range(1, 9)
    ]
    header = ("employee", "name", "contract hours", "born", "employed from", "rate", "skills")
    place = ("--country", "NZ", "--opening", "mon-fri 09:00-15:00", "--counters", "6", "--service-minutes", "6")
    run("db", "init", "--url", url)
    run("halls", "add", "north", *place, "--desk", "business:share=0.2,service-minutes=15,counters=3", "--url", url)
    run("import", "staff", write(here / "staff.csv", header, *staff), "--hall", "north", "--url", url)
    counts = write(here / "footfall.csv", ("hall", "time", "count"), *footfall())
    run("import", "footfall", counts, "--hall", "north", "--url", url)
    order = PlanOrder(url, ("north",), Period.of_weeks(FIRST, 1), None, EXPECTED, seed=1, workers=1)
    write_publication(WiredApplication().plan(order, ignore).publication, here / "published")
    return here / "published"


def rows(folder: Path, name: str) -> list[Mapping[str, str]]:
    with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def moment(row: Mapping[str, str], column: str) -> datetime:
    return datetime.fromisoformat(row[column])


def on_break(breaks: str, start: datetime, end: datetime) -> bool:
    """Whether a break, written as in ``roster.csv``, touches a span of one day."""
    for part in filter(None, breaks.split(";")):
        clock, minutes, _ = part.split("/")
        begins = start.replace(hour=int(clock[:2]), minute=int(clock[3:]))
        if begins < end and start < begins + timedelta(minutes=int(minutes)):
            return True
    return False


def present(folder: Path, skill: str, start: datetime, end: datetime) -> set[str]:
    """People on shifts of a skill from start to end who are at the counter throughout."""
    skills = {row["template"]: row["skill"] for row in rows(folder, "templates.csv")}
    return {
        row["employee"]
        for row in rows(folder, "roster.csv")
        if skills[row["template"]] == skill
        and moment(row, "start") <= start
        and end <= moment(row, "end")
        and not on_break(row["breaks"], start, end)
    }


def test_what_is_published_verifies(folder: Path) -> None:
    answer = json.loads(run("verify", str(folder), "--json"))
    assert answer == {"ok": True, "findings": []}


def test_every_half_hour_of_the_business_desk_is_staffed_by_trained_people_or_counted_missing(folder: Path) -> None:
    needs = [row for row in rows(folder, "demand.csv") if row["skill"] == "business"]
    assert len(needs) == 5 * 12
    missing: Counter[str] = Counter()
    for need in rows(folder, "demand.csv"):
        there = present(folder, need["skill"], moment(need, "start"), moment(need, "end"))
        if need["skill"] == "business":
            assert there <= TRAINED
        missing[need["skill"]] += max(0, int(need["heads"]) - len(there))
    (round_record,) = json.loads((folder / "round.json").read_text(encoding="utf-8"))["rounds"]
    stage = next(each for each in round_record["stages"] if each["name"] == "missing demand")
    assert missing.total() == stage["objective"]
    assert missing["business"] < sum(int(need["heads"]) for need in needs) / 2, "the desk is staffed in earnest"


def test_each_desk_is_certified_with_its_share_of_the_customers(folder: Path) -> None:
    customers: defaultdict[str, float] = defaultdict(float)
    for row in rows(folder, "certificate.csv"):
        customers[row["skill"]] += float(row["arrivals"])
        assert int(row["heads"]) == len(present(folder, row["skill"], moment(row, "start"), moment(row, "end")))
    assert customers["business"] == pytest.approx(0.2 * sum(customers.values()), rel=1e-3)
