from __future__ import annotations

import pytest

from shiftbid.domain.proposal import proposed_template
from shiftbid.domain.shift import TemplateBreak
from shiftbid.solver.candidates import TemplateShape, candidate_templates
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.template_names import given_name, name_beside_hours, template_name, with_template_names
from shiftbid.ui.terms import source_text


@pytest.mark.parametrize(
    ("template", "name", "beside"),
    [
        ("0900-1400", "09:00–14:00", ""),
        ("0900-1730@1130", "09:00–17:30 (break 11:30)", "break 11:30"),
        ("vip-0900-1730@1130", "09:00–17:30 (vip, break 11:30)", "vip, break 11:30"),
        ("1000-1900@1200-1500-d13", "10:00–19:00 (break 12:00, 15:00, Mon Wed)", "break 12:00, 15:00, Mon Wed"),
        ("early-8h", "early-8h", "early-8h"),
        ("0900", "0900", "0900"),
    ],
)
def test_ids_that_stand_for_times_are_said_as_times(
    languages: Languages, template: str, name: str, beside: str
) -> None:
    assert languages.spoken is Language.ENGLISH
    assert (template_name(template), name_beside_hours(template)) == (name, beside)
    assert given_name(template) == ("" if name[2:3] == ":" else template)


def test_every_designed_and_proposed_template_is_said_as_times() -> None:
    pauses = (TemplateBreak(720, 30, paid=False), TemplateBreak(900, 15, paid=True))
    proposed = proposed_template(600, 1140, pauses, {0, 2}, "counter")
    designed = candidate_templates(TemplateShape(540, 1140, (240, 480), 360, 30, skill="vip"))
    assert designed
    assert not any(given_name(each.id) for each in (*designed, proposed))
    assert template_name(proposed.id) == "10:00–19:00 (break 12:00, 15:00, Mon Wed)"


def test_what_earned_time_off_is_named_by_day_and_hours(languages: Languages) -> None:
    assert languages.spoken is Language.ENGLISH
    assert source_text("45-queen-street/1400-1900/2026-01-08") == "shift 14:00–19:00 on Thu 8 Jan"
    assert source_text("TOIL day off on 2026-01-26") == "day off in lieu on Mon 26 Jan"
    assert source_text("request 9f31") == "request for time off"
    assert source_text("a day off") == "a day off"


def test_ids_in_a_text_are_said_as_times_and_dates_stay() -> None:
    text = "Eli gives up 1130-1900@1600 for 0900-1400; on 2026-01-06 early-8h"
    assert with_template_names(text) == "Eli gives up 11:30–19:00 (break 16:00) for 09:00–14:00; on 2026-01-06 early-8h"
    assert with_template_names("With template vip-0900-1400 on") == "With template 09:00–14:00 (vip) on"
