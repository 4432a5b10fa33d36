"""Line drawings as SVG text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS
from forecasts.gaps import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.clock import Floats

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 1000, 220, 50, 20
_FLOOR = _HEIGHT - _BOTTOM
_COLOURS = ("#1c2733", "#0a7d8c")


def line_plot(lines: Sequence[tuple[str, Floats]], band: tuple[Floats, Floats]) -> str:
    """Draw hourly lines over a shaded band, a grid line a day; unknown hours are left open.

    Parameters
    ----------
    lines
        Name and values, shape (hours,), of each line.
    band
        Lower and upper edge, shape (hours,).
    """
    hours = len(band[0])
    top = max(
        [float(np.nanmax(values)) for _, values in lines if np.isfinite(values).any()] + [float(band[1].max()), 1.0]
    )

    x = _LEFT + np.arange(hours) / max(hours - 1, 1) * (_WIDTH - _LEFT)
    edge = _points(x, _height(band[1], top)) + _points(x[::-1], _height(band[0], top)[::-1])
    parts = [f'<polygon points="{" ".join(edge)}" fill="#0a7d8c" fill-opacity=".18"/>']
    parts += [_day_line(float(x[day])) for day in range(0, hours, DAY_HOURS)]
    for (_, values), colour in zip(lines, _COLOURS, strict=False):
        parts += [
            _stroke(x[start:end], _height(values[start:end], top), colour) for start, end in runs(np.isfinite(values))
        ]
    parts += [_tick(value, top) for value in (0.0, top / 2, top)]
    names = ", ".join(f"{name} ({colour})" for (name, _), colour in zip(lines, _COLOURS, strict=False))
    label = escape(f"hourly customers: {names}", quote=True)
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _height(values: Floats, top: float) -> Floats:
    return _FLOOR - (_FLOOR - 4) * values / top


def _points(x: Floats, y: Floats) -> list[str]:
    return [f"{one:.1f},{other:.1f}" for one, other in zip(x.tolist(), y.tolist(), strict=True)]


def _day_line(x: float) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="4" y2="{_FLOOR}" stroke="#d9e0e6"/>'


def _stroke(x: Floats, y: Floats, colour: str) -> str:
    return f'<polyline points="{" ".join(_points(x, y))}" fill="none" stroke="{colour}"/>'


def _tick(value: float, top: float) -> str:
    y = _FLOOR - (_FLOOR - 4) * value / top + 4
    return f'<text x="{_LEFT - 6}" y="{y:.1f}" font-size="11" text-anchor="end">{value:,.0f}</text>'
