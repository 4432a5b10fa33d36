"""Observed waits beside the model's, drawn as SVG: a panel for each class of customers, hours of the day across."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from shiftbid.domain.errors import StorageError
from shiftbid.services.ticket_model import HourComparison, ModelComparison

WIDTH, PANEL_HEIGHT = 760, 260
LEFT, RIGHT, ABOVE, BELOW = 64, 24, 40, 48
HEAD = 64
GRID_COLOUR, TEXT_COLOUR = "#d9d9d9", "#222222"
LEAST_SHARE = 0.01
MOST_TICKS = 6
STEPS = (1, 2, 5, 10)
TITLES = {"vip": "VIP customers", "regular": "Regular customers"}
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Series:
    """What is drawn as one line: its name, its stroke, and the mark at each hour."""

    name: str
    stroke: Mapping[str, str]
    mark: Callable[[Element, Place], Element]


def _dot(picture: Element, place: Place) -> Element:
    centre = {"cx": f"{place[0]:.1f}", "cy": f"{place[1]:.1f}"}
    return SubElement(picture, "circle", {**centre, "r": "4", "fill": OBSERVED.stroke["stroke"]})


def _square(picture: Element, place: Place) -> Element:
    corner = {"x": f"{place[0] - 4:.1f}", "y": f"{place[1] - 4:.1f}", "width": "8", "height": "8"}
    outline = {"fill": "#ffffff", "stroke": MODEL.stroke["stroke"], "stroke-width": "2"}
    return SubElement(picture, "rect", {**corner, **outline})


OBSERVED = _Series("observed", {"stroke": "#1f5fa8", "stroke-width": "2"}, _dot)
MODEL = _Series("exact model", {"stroke": "#b3541e", "stroke-width": "2", "stroke-dasharray": "6 4"}, _square)


def write_wait_plot(path: Path, model: ModelComparison) -> None:
    """Write the picture in one step; raises StorageError where the disk does not allow it."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(wait_plot(model))
        part.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def wait_plot(model: ModelComparison) -> bytes:
    """Draw mean waits by hour of arrival: dots on a line as observed, squares on a dashed line as modelled.

    Signs and dashes tell the lines apart without colour. Hours with less than a hundredth of a class's customers are
    left out: their waits are chance. The same comparison gives the same bytes.
    """
    classes = tuple(model.customers)
    height = HEAD + PANEL_HEIGHT * len(classes)
    title = f"Observed waits and the model's, latest {model.hall_days} hall-days"
    picture = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "role": "img",
            "font-family": "sans-serif",
            "font-size": "12",
            "fill": TEXT_COLOUR,
        },
    )
    SubElement(picture, "title").text = title
    SubElement(picture, "desc").text = "; ".join(_in_words(model, each) for each in classes)
    SubElement(picture, "rect", {"width": str(WIDTH), "height": str(height), "fill": "#ffffff"})
    _write(picture, LEFT, 24, title, size="15", weight="bold")
    _key(picture)
    drawn = [each for each in model.by_hour if each.customers >= LEAST_SHARE * model.customers[each.customer_class]]
    hours = sorted({each.hour for each in drawn})
    for place, customer_class in enumerate(classes):
        own = [each for each in drawn if each.customer_class == customer_class]
        panel = _Panel(HEAD + PANEL_HEIGHT * place, tuple(hours), _top(own))
        _write(picture, LEFT, panel.top - 12, _in_words(model, customer_class), weight="bold")
        panel.draw_axes(picture)
        panel.draw(picture, MODEL, [(each.hour, each.model_minutes) for each in own])
        panel.draw(picture, OBSERVED, [(each.hour, each.observed_minutes) for each in own])
    indent(picture)
    return tostring(picture, encoding="utf-8", xml_declaration=True) + b"\n"


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the hours and minutes of one class stand in the picture.

    Attributes
    ----------
    offset
        Upper edge of the panel in the picture.
    top_minutes
        Minutes at the upper end of its axis.
    """

    offset: int
    hours: tuple[int, ...]
    top_minutes: float

    @property
    def top(self) -> float:
        return self.offset + ABOVE

    @property
    def bottom(self) -> float:
        return self.offset + PANEL_HEIGHT - BELOW

    def across(self, hour: int) -> float:
        span = max(1, self.hours[-1] - self.hours[0])
        return LEFT + (hour - self.hours[0]) / span * (WIDTH - LEFT - RIGHT)

    def down(self, minutes: float) -> float:
        return self.bottom - minutes / self.top_minutes * (self.bottom - self.top)

    def draw_axes(self, picture: Element) -> None:
        for minutes in _ticks(self.top_minutes):
            height = self.down(minutes)
            _line(picture, (LEFT, height), (WIDTH - RIGHT, height), {"stroke": GRID_COLOUR})
            _write(picture, LEFT - 8, height + 4, f"{minutes:g}", anchor="end")
        for hour in self.hours:
            _write(picture, self.across(hour), self.bottom + 18, f"{hour:02}", anchor="middle")
        _write(picture, (LEFT + WIDTH - RIGHT) / 2, self.bottom + 36, "hour of arrival", anchor="middle")
        _write(picture, LEFT - 8, self.top - 26, "min", anchor="end")

    def draw(self, picture: Element, series: _Series, points: Sequence[tuple[int, float]]) -> None:
        places = [(self.across(hour), self.down(minutes)) for hour, minutes in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        SubElement(picture, "polyline", {"points": path, "fill": "none", **series.stroke})
        for (hour, minutes), place in zip(points, places, strict=True):
            SubElement(series.mark(picture, place), "title").text = f"{hour:02}:00, {series.name} {minutes:.2f} min"


def _in_words(model: ModelComparison, customer_class: str) -> str:
    return (
        f"{TITLES[customer_class]}: {model.customers[customer_class]:,}, mean wait "
        f"{model.observed_minutes[customer_class]:.2f} min observed, {model.model_minutes[customer_class]:.2f} modelled"
    )


def _top(hours: Sequence[HourComparison]) -> float:
    """Minutes at the top of the axis: the first tick that no wait passes."""
    most = max((max(each.observed_minutes, each.model_minutes) for each in hours), default=0.0)
    step = _step(most)
    return step * max(1, math.ceil(most / step))


def _step(most: float) -> float:
    """Distance of ticks: 1, 2 or 5 times a power of ten, so that there are few."""
    if most <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(most / MOST_TICKS))
    return next(power * step for step in STEPS if most / (power * step) <= MOST_TICKS)


def _ticks(top: float) -> Iterator[float]:
    step = _step(top)
    yield from (step * number for number in range(round(top / step) + 1))


def _key(picture: Element) -> None:
    for left, series in ((LEFT, OBSERVED), (LEFT + 130, MODEL)):
        _line(picture, (left, 44), (left + 32, 44), series.stroke)
        series.mark(picture, (left + 16, 44))
        _write(picture, left + 40, 48, series.name)


def _line(picture: Element, start: Place, end: Place, stroke: Mapping[str, str]) -> None:
    places = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
    SubElement(picture, "line", {**{name: f"{at:.1f}" for name, at in places.items()}, **stroke})


def _write(
    picture: Element,
    left: float,
    baseline: float,
    text: str,
    *,
    anchor: str = "start",
    size: str = "12",
    weight: str = "normal",
) -> None:
    SubElement(
        picture,
        "text",
        {
            "x": f"{left:.1f}",
            "y": f"{baseline:.1f}",
            "text-anchor": anchor,
            "font-size": size,
            "font-weight": weight,
        },
    ).text = text
