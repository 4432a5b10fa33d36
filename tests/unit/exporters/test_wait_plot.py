"""The picture of observed and modelled waits: read back from its XML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from shiftbid.domain.errors import StorageError
from shiftbid.exporters.wait_plot import wait_plot, write_wait_plot
from shiftbid.services.ticket_model import HourComparison, ModelComparison

SVG = "{http://www.w3.org/2000/svg}"
HOURS = (
    HourComparison(9, "vip", 20, 0.5, 1.0),
    HourComparison(10, "vip", 30, 1.5, 2.0),
    HourComparison(9, "regular", 80, 2.0, 3.0),
    HourComparison(10, "regular", 120, 4.0, 3.5),
    HourComparison(22, "regular", 1, 90.0, 0.5),
)
MODEL = ModelComparison(
    counters_from="told by names",
    hall_days=12,
    mean_counters=4.0,
    service_minutes=6.0,
    vip_service_minutes=9.0,
    customers={"vip": 50, "regular": 201},
    observed_minutes={"vip": 1.1, "regular": 3.6},
    model_minutes={"vip": 1.6, "regular": 3.3},
    observed_share={"vip": 1.0, "regular": 0.95},
    model_share={"vip": 1.0, "regular": 0.96},
    by_hour=HOURS,
)


def drawn(model: ModelComparison) -> Element:
    return fromstring(wait_plot(model))


def places(line: Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (each.split(",") for each in line.attrib["points"].split())]


def test_each_class_has_both_lines_and_rare_hours_are_left_out() -> None:
    lines = drawn(MODEL).findall(f"{SVG}polyline")
    assert len(lines) == 4
    assert all(len(places(line)) == 2 for line in lines)
    assert sum("stroke-dasharray" in line.attrib for line in lines) == 2


def test_longer_waits_stand_higher_and_later_hours_further_right() -> None:
    _, _, model, observed = drawn(MODEL).findall(f"{SVG}polyline")
    (left, at_nine), (right, at_ten) = places(observed)
    assert left < right
    assert at_ten < at_nine, "4 minutes stand above 2"
    (_, modelled_at_nine), (_, modelled_at_ten) = places(model)
    assert at_ten < modelled_at_ten < modelled_at_nine < at_nine
    # Minutes to pixels is one straight line for both series: 2, 3, 3.5 and 4 minutes.
    assert (at_nine - modelled_at_nine) / (at_nine - at_ten) == pytest.approx(0.5, abs=0.01)


def test_every_mark_says_its_figures_and_the_whole_is_told_in_words() -> None:
    picture = drawn(MODEL)
    told = {title.text for title in picture.iter(f"{SVG}title")}
    assert {"10:00, observed 4.00 min", "10:00, exact model 3.50 min"} <= told
    description = picture.findtext(f"{SVG}desc")
    assert description is not None
    assert "Regular customers: 201, mean wait 3.60 min observed, 3.30 modelled" in description


@pytest.mark.parametrize("minutes", [0.0, 0.004, 0.7, 59.0, 1440.0])
def test_axes_have_few_round_ticks_that_reach_every_wait(minutes: float) -> None:
    hours = (HourComparison(9, "regular", 10, minutes, minutes / 2),)
    one = replace(
        MODEL,
        customers={"regular": 10},
        observed_minutes={"regular": minutes},
        model_minutes={"regular": minutes / 2},
        by_hour=hours,
    )
    picture = drawn(one)
    ticks = [
        float(each.text or "")
        for each in picture.iter(f"{SVG}text")
        if each.attrib["text-anchor"] == "end" and each.text != "min"
    ]
    assert 2 <= len(ticks) <= 7
    assert ticks[0] == 0 <= minutes <= ticks[-1]
    (dot,) = picture.findall(f"{SVG}circle")[1:]
    assert 0 < float(dot.attrib["cy"]) < float(picture.attrib["height"])


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert wait_plot(MODEL) == wait_plot(replace(MODEL))


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot write"):
        write_wait_plot(tmp_path / "missing" / "waits.svg", MODEL)
    assert list(tmp_path.iterdir()) == []
