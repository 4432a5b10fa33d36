"""The same small instances by a plain model and by pyworkforce, counted as ours are."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import shift_design
from benchmarks.award_checks import find_faults, heads_missing, law_broken
from benchmarks.plain_award_model import plain_award
from benchmarks.pyworkforce_answers import pyworkforce_award, pyworkforce_design
from benchmarks.side_by_side import main
from tests.unit.benchmarks.test_award import CASE
from tests.unit.benchmarks.test_design_table import SMALL

WHOLE = {**CASE, "seats": {**CASE["seats"], "2026-03-09|early": 3}}


def test_a_plain_model_of_an_award_is_legal_and_counts_as_the_checks_do() -> None:
    plain = plain_award(WHOLE, 60.0, 1)
    answer = {
        "roster": plain.roster,
        "unmet": plain.unmet,
        "unmet_bound": plain.unmet_bound,
        "welfare": plain.welfare,
        "welfare_bound": plain.welfare_bound,
    }
    assert find_faults(WHOLE, answer) == []
    assert plain.unmet == plain.unmet_bound == 0
    assert plain.welfare == pytest.approx(0.0)


def test_pyworkforce_covers_a_design_and_knows_no_cost_of_templates(tmp_path: Path) -> None:
    path = tmp_path / "small.dzn"
    path.write_text(SMALL)
    found = pyworkforce_design(shift_design.prepare(path).plan.problem, 60.0, 1)
    assert found.proven
    assert found.measure is not None
    assert (found.measure.missing, found.measure.surplus) == (0, 0)
    assert found.measure.cost >= found.measure.templates


def test_pyworkforce_fills_seats_and_breaks_what_it_cannot_be_told() -> None:
    found = pyworkforce_award(CASE, 60.0, 1)
    assert heads_missing(CASE, found.roster) == 0
    assert law_broken(CASE, found.roster) > 0
    crowded = {**CASE, "seats": {**CASE["seats"], "2026-03-06|late": 2}}
    assert pyworkforce_award(crowded, 60.0, 1).status == "INFEASIBLE"


def test_unknown_names_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no such instance"]) == 2
    assert "no such instance" in capsys.readouterr().err
