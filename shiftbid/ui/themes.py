"""The window's colours: light, dark and high contrast, as plain data. Imports no Qt.

Every pair of text on its ground reaches a contrast of 4.5:1 (WCAG 2.2, 1.4.3), and colour never stands alone: each
tile that has a colour has a text, a sign or a word as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shiftbid.rules.finding import Severity


class ThemeName(StrEnum):
    """The palettes there are."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tone:
    """A ground and the text that stands on it, as ``#rrggbb``."""

    ground: str
    text: str


@dataclass(frozen=True, slots=True)
class PlotColours:
    """Colours of curves and what lies under them.

    Attributes
    ----------
    mean, band
        Forecast, and the band between its quantiles.
    history
        What was counted.
    needed, present
        Heads needed, and heads on duty.
    """

    mean: str
    band: str
    history: str
    needed: str
    present: str
    missing: str
    spare: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One palette.

    Attributes
    ----------
    frame, base
        Ground of the window, and of lists, tables and plots.
    muted, disabled
        Text of less weight, and of what cannot be used now.
    shifts
        Tones of shift templates, in order of their start.
    away, free, closed
        A person on leave, a free day, and a day on which the hall is shut.
    missing, spare
        Too few and too many heads, by one, two, and three or more.
    level
        As many heads as needed.
    kept, tight, missed
        A promise that is kept, kept only at the forecast itself, and missed.
    """

    name: ThemeName
    frame: str
    base: str
    stripe: str
    text: str
    muted: str
    disabled: str
    line: str
    button: str
    accent: Tone
    holiday_text: str
    rest_day: str
    shifts: tuple[Tone, ...]
    away: Tone
    free: Tone
    closed: Tone
    missing: tuple[Tone, Tone, Tone]
    spare: tuple[Tone, Tone, Tone]
    level: Tone
    kept: Tone
    tight: Tone
    missed: Tone
    severities: Mapping[Severity, Tone]
    plot: PlotColours


LIGHT = Theme(
    name=ThemeName.LIGHT,
    frame="#f2f4f7",
    base="#ffffff",
    stripe="#f7f9fb",
    text="#1b2430",
    muted="#566273",
    disabled="#626d7b",
    line="#cdd4dd",
    button="#fbfcfd",
    accent=Tone("#1d5fbf", "#ffffff"),
    holiday_text="#b3261e",
    rest_day="#e8ecf2",
    shifts=(
        Tone("#cfe2ff", "#123a6b"),
        Tone("#cdeedd", "#0d4a33"),
        Tone("#fdeeb8", "#584200"),
        Tone("#ffdcc4", "#6b2f07"),
        Tone("#e4d9fa", "#43217f"),
        Tone("#cdeef5", "#0d4855"),
        Tone("#fad7e4", "#6e1740"),
        Tone("#e3e9c6", "#3d4712"),
    ),
    away=Tone("#e1e4e9", "#4a5462"),
    free=Tone("#ffffff", "#566273"),
    closed=Tone("#eef0f3", "#566273"),
    missing=(Tone("#fbe0d8", "#7a1c05"), Tone("#f4ad98", "#4f0f00"), Tone("#b9361a", "#ffffff")),
    spare=(Tone("#e2edfc", "#123a6b"), Tone("#b4d1f6", "#0b2a52"), Tone("#2563b0", "#ffffff")),
    level=Tone("#ffffff", "#566273"),
    kept=Tone("#d5f0dc", "#0d4a22"),
    tight=Tone("#fdeeb8", "#584200"),
    missed=Tone("#f8cfc5", "#7a1c05"),
    severities={
        Severity.ILLEGAL: Tone("#b3261e", "#ffffff"),
        Severity.NEEDS_CONSENT: Tone("#f0b429", "#3d2c00"),
        Severity.HOUSE_RULE: Tone("#5b3fa8", "#ffffff"),
        Severity.WARNING: Tone("#3f5f7f", "#ffffff"),
    },
    plot=PlotColours(
        mean="#1d5fbf",
        band="#bcd4f5",
        history="#7a5200",
        needed="#1b2430",
        present="#1d5fbf",
        missing="#b9361a",
        spare="#b4d1f6",
    ),
)

DARK = Theme(
    name=ThemeName.DARK,
    frame="#20252c",
    base="#171b20",
    stripe="#1c2127",
    text="#e5e9ef",
    muted="#a3aebc",
    disabled="#919ba8",
    line="#3b444f",
    button="#2b323b",
    accent=Tone("#82b4ff", "#0b1a2e"),
    holiday_text="#ff9c92",
    rest_day="#272e37",
    shifts=(
        Tone("#21416f", "#dbe9ff"),
        Tone("#1b4d3a", "#d5f5e6"),
        Tone("#564513", "#fff1c4"),
        Tone("#65371b", "#ffe3d0"),
        Tone("#443179", "#ebe2ff"),
        Tone("#174a59", "#d5f3fb"),
        Tone("#652545", "#ffdbe9"),
        Tone("#434c1f", "#eef3d0"),
    ),
    away=Tone("#363d47", "#c3cbd6"),
    free=Tone("#171b20", "#a3aebc"),
    closed=Tone("#20252c", "#a3aebc"),
    missing=(Tone("#4a2219", "#ffd2c6"), Tone("#7c2f1c", "#ffe3db"), Tone("#ff9478", "#360a00")),
    spare=(Tone("#1d3350", "#d3e5ff"), Tone("#28507f", "#e5f0ff"), Tone("#8fbfff", "#06203f")),
    level=Tone("#171b20", "#a3aebc"),
    kept=Tone("#1a4328", "#cdf3d8"),
    tight=Tone("#54430f", "#fff0bd"),
    missed=Tone("#6d2717", "#ffdcd2"),
    severities={
        Severity.ILLEGAL: Tone("#ff8a7d", "#360500"),
        Severity.NEEDS_CONSENT: Tone("#f5c04d", "#332400"),
        Severity.HOUSE_RULE: Tone("#bda6ff", "#1e0f4a"),
        Severity.WARNING: Tone("#9dbbd9", "#10212f"),
    },
    plot=PlotColours(
        mean="#82b4ff",
        band="#2a4468",
        history="#e0b35c",
        needed="#e5e9ef",
        present="#82b4ff",
        missing="#ff9478",
        spare="#2a4468",
    ),
)

HIGH_CONTRAST = Theme(
    name=ThemeName.HIGH_CONTRAST,
    frame="#000000",
    base="#000000",
    stripe="#0d0d0d",
    text="#ffffff",
    muted="#e6e6e6",
    disabled="#b0b0b0",
    line="#9a9a9a",
    button="#000000",
    accent=Tone("#ffe100", "#000000"),
    holiday_text="#ffb3ab",
    rest_day="#262626",
    shifts=(
        Tone("#9ecbff", "#000000"),
        Tone("#8ff0c0", "#000000"),
        Tone("#ffe56b", "#000000"),
        Tone("#ffb27a", "#000000"),
        Tone("#d2b6ff", "#000000"),
        Tone("#8be9ff", "#000000"),
        Tone("#ffa8cd", "#000000"),
        Tone("#dbe78a", "#000000"),
    ),
    away=Tone("#5a5a5a", "#ffffff"),
    free=Tone("#000000", "#ffffff"),
    closed=Tone("#262626", "#ffffff"),
    missing=(Tone("#5c1400", "#ffffff"), Tone("#ff9d85", "#000000"), Tone("#ff5c33", "#000000")),
    spare=(Tone("#00264d", "#ffffff"), Tone("#8cc2ff", "#000000"), Tone("#3d9bff", "#000000")),
    level=Tone("#000000", "#ffffff"),
    kept=Tone("#003d14", "#ffffff"),
    tight=Tone("#ffe56b", "#000000"),
    missed=Tone("#ff9d85", "#000000"),
    severities={
        Severity.ILLEGAL: Tone("#ff7a66", "#000000"),
        Severity.NEEDS_CONSENT: Tone("#ffe100", "#000000"),
        Severity.HOUSE_RULE: Tone("#d2b6ff", "#000000"),
        Severity.WARNING: Tone("#9ecbff", "#000000"),
    },
    plot=PlotColours(
        mean="#9ecbff",
        band="#00407f",
        history="#ffe100",
        needed="#ffffff",
        present="#9ecbff",
        missing="#ff7a66",
        spare="#00407f",
    ),
)

THEMES: Mapping[ThemeName, Theme] = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
