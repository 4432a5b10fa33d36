from __future__ import annotations

from dataclasses import replace

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.solver.candidates import TemplateShape, candidate_templates

SHAPE = TemplateShape(
    earliest_start_minute=540,
    latest_end_minute=1140,
    lengths_minutes=(240, 510),
    break_after_minutes=360,
    break_minutes=30,
)


def test_ids_say_start_end_and_break() -> None:
    ids = [template.id for template in candidate_templates(SHAPE)]
    assert "0900-1300" in ids
    assert "0900-1730@1300" in ids
    assert len(set(ids)) == len(ids)


def test_short_shifts_have_no_break_and_long_ones_never_work_too_long_a_stretch() -> None:
    for template in candidate_templates(SHAPE):
        length = template.end_minute - template.start_minute
        if length == 240:
            assert template.breaks == ()
            continue
        (pause,) = template.breaks
        assert not pause.paid
        assert pause.minutes == 30
        stretches = (pause.start_minute - template.start_minute, template.end_minute - pause.start_minute - 30)
        assert max(stretches) <= 360
        assert template.paid_minutes == 480


def test_every_start_on_the_step_within_the_hall_s_hours_is_there() -> None:
    short = [template for template in candidate_templates(SHAPE) if not template.breaks]
    assert [template.start_minute for template in short] == list(range(540, 901, 30))
    assert all(template.end_minute <= 1140 for template in candidate_templates(SHAPE))


def test_breaks_stand_in_every_place_that_serves() -> None:
    early = [template for template in candidate_templates(SHAPE) if template.start_minute == 540 and template.breaks]
    # 8.5 h with stretches of at most 6 h around 30 minutes: the break starts 2 to 6 hours after the start.
    assert [template.breaks[0].start_minute - 540 for template in early] == list(range(120, 361, 30))


def test_a_shift_may_end_on_the_next_day() -> None:
    night = TemplateShape(1320, 1800, (480,), 480, 30)
    assert [template.id for template in candidate_templates(night)] == ["2200-0600"]


def test_a_length_that_one_break_cannot_serve_yields_nothing() -> None:
    assert candidate_templates(TemplateShape(0, 1440, (900,), 360, 30)) == ()


def test_all_faults_of_a_shape_are_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        TemplateShape(-30, 600, (0, 2000), 0, 30, start_step_minutes=0)
    assert len(caught.value.problems) == 5


def test_templates_of_another_skill_are_told_by_their_ids() -> None:
    general = TemplateShape(540, 1020, (240, 480), 360, 30)
    business = replace(general, skill="business")
    plain, skilled = candidate_templates(general), candidate_templates(business)
    assert [each.id for each in skilled] == [f"business-{each.id}" for each in plain]
    assert {each.skill for each in skilled} == {"business"}
