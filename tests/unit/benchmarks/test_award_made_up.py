from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks.award_files import read_award
from benchmarks.award_made_up import made_up_award, main
from shiftbid.solver.nash_award.seats import OFF, law_broken, most_points, unmet


@pytest.mark.parametrize(("people", "spare", "seed"), [(1, 0.0, 1), (12, 0.0, 2), (40, 0.0, 3), (25, 0.2, 4)])
def test_the_planted_rosters_keep_the_law_and_fill_every_seat_that_is_not_spare(
    tmp_path: Path, people: int, spare: float, seed: int
) -> None:
    made = made_up_award(people, spare, random.Random(seed))
    path = tmp_path / "made.json"
    path.write_text(json.dumps(made.document), encoding="utf-8")
    read = read_award(path)
    rosters = [
        np.array([_number(read.templates, made.planted[person.id].get(date.fromisoformat(day))) for day in read.days])
        for person in read.award.people
    ]
    assert law_broken(read.award, rosters) == []
    filled = sum(int((roster != OFF).sum()) for roster in rosters)
    assert unmet(read.award, rosters) == int(read.award.seats.sum()) - filled
    assert (int(read.award.seats.sum()) > filled) == (spare > 0)
    assert all(person.best_points >= most_points(read.award, person) for person in read.award.people)


def _number(templates: tuple[str, ...], template: str | None) -> int:
    return OFF if template is None else templates.index(template)


def test_an_instance_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--people", "3", "--out", str(tmp_path / "made.json")]) == 0
    assert "3 people" in capsys.readouterr().out
    assert len(read_award(tmp_path / "made.json").award.people) == 3
