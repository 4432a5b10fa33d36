from __future__ import annotations

from collections.abc import Iterator

import pytest

from shiftbid.rules.finding import Severity
from shiftbid.ui.themes import THEMES, Theme, ThemeName, Tone
from tests.unit.ui.contrast import contrast_ratio

EASY_TO_READ = 4.5
EASY_TO_SEE = 3.0


def tones(theme: Theme) -> Iterator[tuple[str, Tone]]:
    yield "accent", theme.accent
    for name in ("shifts", "missing", "spare"):
        for number, tone in enumerate(getattr(theme, name)):
            yield f"{name} {number}", tone
    for name in ("away", "free", "closed", "level", "kept", "tight", "missed"):
        yield name, getattr(theme, name)
    for severity, tone in theme.severities.items():
        yield severity, tone


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_on_every_tile_can_be_read(theme: Theme) -> None:
    ratios = {name: contrast_ratio(tone.text, tone.ground) for name, tone in tones(theme)}
    assert not {name: round(ratio, 2) for name, ratio in ratios.items() if ratio < EASY_TO_READ}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_of_headers_and_plots_can_be_read(theme: Theme) -> None:
    grounds = (theme.frame, theme.base, theme.stripe, theme.rest_day)
    texts = (theme.text, theme.muted, theme.holiday_text)
    ratios = {(text, ground): contrast_ratio(text, ground) for text in texts for ground in grounds}
    # The number of missing heads stands on the plot's ground.
    ratios[theme.plot.missing, theme.base] = contrast_ratio(theme.plot.missing, theme.base)
    assert not {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < EASY_TO_READ}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_curves_stand_out_from_what_lies_under_them(theme: Theme) -> None:
    plot = theme.plot
    pairs = [
        (curve, ground)
        for curve in (plot.mean, plot.history, plot.needed, plot.present)
        for ground in (theme.base, theme.rest_day)
    ]
    pairs += [(plot.mean, plot.band), (plot.needed, plot.spare)]
    ratios = {pair: contrast_ratio(*pair) for pair in pairs}
    assert not {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < EASY_TO_SEE}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_severity_has_a_tone(theme: Theme) -> None:
    assert set(theme.severities) == set(Severity)


def test_every_name_has_a_theme() -> None:
    assert set(THEMES) == set(ThemeName)
