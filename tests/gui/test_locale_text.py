from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.timeline import Period
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.locale_text import (
    clock_span_text,
    day_text,
    hours_text,
    long_day_text,
    month_and_year_text,
    number_text,
    percent_text,
    period_text,
    weekday_text,
    with_local_dates,
    with_minus_signs,
)
from shiftbid.ui.terms import source_text


@pytest.fixture
def chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


def test_days_in_english() -> None:
    assert day_text(date(2026, 11, 2)) == "Mon 2 Nov"
    assert long_day_text(date(2026, 11, 2)) == "Monday 2 November 2026"
    assert period_text(Period.of_weeks(date(2026, 11, 2), 4)) == "2 Nov – 29 Nov 2026"


@pytest.mark.usefixtures("chinese")
def test_names_of_days_in_chinese() -> None:
    assert weekday_text(date(2026, 11, 2)) == "周一"


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0"), (450, "7.5"), (-450, "−7.5"), (480, "8"), (475, "7.9"), (9120, "152")]
)
def test_hours_have_a_decimal_only_where_they_need_one(minutes: int, text: str) -> None:
    assert hours_text(minutes) == text


def test_negative_figures_have_a_minus_sign_in_cells_and_sentences() -> None:
    assert [number_text(each, 2) for each in (-12.5, 12.5, -0.001)] == ["−12.50", "12.50", "0.00"]
    told = "Ana takes early-2: Pay -12.50, time off -30 min."
    assert with_minus_signs(told) == "Ana takes early-2: Pay −12.50, time off −30 min."


@pytest.mark.parametrize(("share", "text"), [(0.999, "99 %"), (1.0, "100 %"), (0.29, "29 %"), (0.0, "0 %")])
def test_percent_never_rounds_up(share: float, text: str) -> None:
    assert percent_text(share) == text


def test_a_night_shift_names_the_day_on_which_it_ends() -> None:
    night = dated(ShiftTemplate("night", 22 * 60, 30 * 60), "h", date(2026, 11, 2), "Europe/Berlin")
    assert clock_span_text(night, "Europe/Berlin") == "22:00–06:00 (Tue 3 Nov)"
    until_midnight = dated(ShiftTemplate("late", 16 * 60, 24 * 60), "h", date(2026, 11, 2), "Europe/Berlin")
    assert clock_span_text(until_midnight, "Europe/Berlin") == "16:00–00:00"


def test_what_caused_an_entry_is_said_in_the_window_s_language(languages: Languages) -> None:
    languages.choose(Language.CHINESE)
    told = [source_text(each) for each in ("TOIL day off on 2026-04-24", "opening balance", "early:2026-04-24")]
    assert told == ["4月24日 周五 的调休", "期初余额", "early:2026-04-24"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "Ana rests 9 h on 2 Feb 2026; the week from 2 Feb 2026 to 8 Feb 2026."),
        (Language.CHINESE, "Ana rests 9 h on 2026年2月2日; the week from 2026年2月2日 to 2026年2月8日."),
    ],
)
def test_dates_on_record_are_written_as_the_window_writes_them(
    languages: Languages, language: Language, told: str
) -> None:
    languages.choose(language)
    assert with_local_dates("Ana rests 9 h on 2026-02-02; the week from 2026-02-02 to 2026-02-08.") == told


@pytest.mark.usefixtures("languages")
@pytest.mark.parametrize(
    "text",
    ["early:2026-02-02", "north/2026-02-02", "2026-02-02T09:00", "pay-2026-02-02.csv", "2026-02-02.csv", "2026-02-30"],
)
def test_parts_of_ids_files_and_moments_are_no_dates(text: str) -> None:
    assert with_local_dates(text) == text


@pytest.mark.parametrize(("language", "told"), [(Language.ENGLISH, "Nov 2026"), (Language.CHINESE, "2026年11月")])
def test_a_month_is_named_with_its_year(languages: Languages, language: Language, told: str) -> None:
    languages.choose(language)
    assert month_and_year_text(date(2026, 11, 1)) == told
