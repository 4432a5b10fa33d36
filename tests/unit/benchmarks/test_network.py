"""The network runner on one small hall, and its own re-check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.memory_watch import MemoryWatch
from benchmarks.network import adds_up, answer_of, certificate_totals, main, plan_network
from shiftbid.importers.operator import operator_sample
from shiftbid.services.publication import Publication
from shiftbid.services.samples import SampleOptions
from tests.journeys.small_sample import lately_counted


@pytest.fixture(scope="module")
def publication() -> Publication:
    # A forecast by profile: the learnt models have their own tests, and the long history takes most of the seconds.
    sample = lately_counted(operator_sample(SampleOptions(weeks=1, staff_per_hall=6)))
    return plan_network(sample, 1, 1, MemoryWatch())


@pytest.mark.slow
def test_the_answer_tells_each_stage_and_the_certificate(publication: Publication) -> None:
    answer = answer_of(publication, certificate_totals(publication), {"award": 250.0, "menus": 300.0}, 12.5)
    stages = {stage["name"]: stage for stage in answer["stages"]}
    assert {"forecast", "demand", "menus", "vote", "award", "certificate"} <= set(stages)
    assert stages["award"]["widest_gap"] >= stages["award"]["mean_gap"] >= 0
    assert stages["award"]["peak_mib"] == 250.0
    assert (answer["halls"], answer["days"], answer["peak_mib"], answer["seconds"]) == (1, 7, 300.0, 12.5)
    assert answer["certificate"]["hours"] >= answer["certificate"]["hours_kept"] > 0


@pytest.mark.slow
def test_totals_that_do_not_add_up_and_heads_nobody_is_there_for_are_found(publication: Publication) -> None:
    totals = certificate_totals(publication)
    assert adds_up(publication, totals)
    assert not adds_up(publication, replace(totals, customers=totals.customers + 1))
    (hall,) = publication.halls
    crowded = replace(hall, certificate=tuple(replace(row, heads=row.heads + 1) for row in hall.certificate))
    assert not adds_up(replace(publication, halls=(crowded,)), totals)


def test_bad_numbers_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--halls", "0", "--weeks", "1", "--out", str(tmp_path / "r.json")]) == 2
    assert "number of halls" in capsys.readouterr().err
    assert not (tmp_path / "r.json").exists()


def test_memory_is_watched_under_its_label() -> None:
    watch = MemoryWatch()
    with watch.watching():
        watch.label("small")
        watch.label("large")
        block = bytearray(200 << 20)
        block[::4096] = b"x" * len(block[::4096])
        watch.label("end")
    assert watch.peaks_mib["large"] >= 0
    assert watch.peaks_mib["end"] > watch.peaks_mib["small"] + 150
