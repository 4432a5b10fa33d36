from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from shiftbid.ui.appearance import Appearance, palette
from shiftbid.ui.styles import RingStyle
from shiftbid.ui.themes import LIGHT, THEMES, Theme, ThemeName
from tests.unit.ui.contrast import contrast_ratio

Role = QPalette.ColorRole
READ_TOGETHER = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.PlaceholderText, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.HighlightedText, Role.Highlight),
    (Role.Link, Role.Window),
    (Role.BrightText, Role.Window),
)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled])
def test_palette_text_can_be_read(theme: Theme, group: QPalette.ColorGroup) -> None:
    painted = palette(theme)
    ratios = {
        (text, ground): contrast_ratio(painted.color(group, text).name(), painted.color(group, ground).name())
        for text, ground in READ_TOGETHER
    }
    assert not {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5}


def test_the_system_decides_until_somebody_chooses(qapp: QApplication, appearance: Appearance) -> None:
    appearance.choose(None)
    assert appearance.theme is LIGHT
    appearance.choose(ThemeName.DARK)
    assert qapp.palette().color(Role.Window).name() == THEMES[ThemeName.DARK].frame


def test_controls_are_outlined_where_their_edges_would_not_be_seen(qapp: QApplication, appearance: Appearance) -> None:
    for dark in (ThemeName.HIGH_CONTRAST, ThemeName.DARK):
        appearance.choose(dark)
        assert line_of(qapp) is not None
    appearance.choose(ThemeName.LIGHT)
    assert line_of(qapp) is None


def line_of(application: QApplication) -> QPalette.ColorRole | None:
    """Role of the line around controls in the style in force."""
    style = application.style()
    assert isinstance(style, RingStyle)
    return style.line
