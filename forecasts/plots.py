"""Line drawings as SVG text."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS
from forecasts.gaps import runs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from forecasts.clock import Floats

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 1000, 240, 40, 22, 20
_FLOOR = _HEIGHT - _BOTTOM
_INK, _TEAL = "#1c2733", "#0a7d8c"
_COLOURS = {"actual": _INK, "forecast": _TEAL}
_MOST_DAY_LABELS = 10


def line_plot(lines: Sequence[tuple[str, Floats]], band: tuple[Floats, Floats], band_name: str, start: datetime) -> str:
    """Draw hourly lines over a shaded band, a grid line a day; unknown hours are left open.

    Parameters
    ----------
    lines
        Name (``actual`` or ``forecast``) and values, shape (hours,), of each line.
    band
        Lower and upper edge, shape (hours,).
    start
        Local time of the first hour.
    """
    hours = len(band[0])
    top = max(
        [float(np.nanmax(values)) for _, values in lines if np.isfinite(values).any()] + [float(band[1].max()), 1.0]
    )

    x = _LEFT + np.arange(hours) / max(hours - 1, 1) * (_WIDTH - _LEFT)
    edge = _points(x, _height(band[1], top)) + _points(x[::-1], _height(band[0], top)[::-1])
    parts = [f'<polygon points="{" ".join(edge)}" fill="{_TEAL}" fill-opacity=".18"/>']
    midnights = range(-start.hour % DAY_HOURS, hours, DAY_HOURS)
    parts += [_day_line(float(x[midnight])) for midnight in midnights]
    for midnight in midnights[:: 1 if len(midnights) <= _MOST_DAY_LABELS else 7]:
        parts.append(_text(float(x[midnight]), _HEIGHT - 5, f"{start + timedelta(hours=midnight):%a %Y-%m-%d}"))
    for name, values in lines:
        for first, end in runs(np.isfinite(values)):
            parts.append(_stroke(x[first:end], _height(values[first:end], top), _COLOURS[name]))
    parts += [_tick(value, top) for value in (0.0, top / 2, top)]
    names = [name for name, _ in lines]
    for i, name in enumerate((*names, f"shaded: {band_name}")):
        parts.append(_text(_LEFT + 90.0 * i, 12, name, _COLOURS.get(name, _TEAL)))
    label = escape(f"hourly customers: {', '.join(names)}, shaded: {band_name}", quote=True)
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _height(values: Floats, top: float) -> Floats:
    return _FLOOR - (_FLOOR - _TOP) * values / top


def _points(x: Floats, y: Floats) -> list[str]:
    return [f"{one:.1f},{other:.1f}" for one, other in zip(x.tolist(), y.tolist(), strict=True)]


def _day_line(x: float) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_FLOOR}" stroke="#d9e0e6"/>'


def _stroke(x: Floats, y: Floats, colour: str) -> str:
    return f'<polyline points="{" ".join(_points(x, y))}" fill="none" stroke="{colour}"/>'


def _tick(value: float, top: float) -> str:
    y = _FLOOR - (_FLOOR - _TOP) * value / top + 4
    return f'<text x="{_LEFT - 6}" y="{y:.1f}" font-size="11" text-anchor="end">{value:,.0f}</text>'


def _text(x: float, y: float, text: str, colour: str = _INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="11" fill="{colour}">{escape(text)}</text>'
