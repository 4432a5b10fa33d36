"""A readable page: the state of the data, how good the forecast was, and what it says of the weeks to come."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from forecasts.backtesting import FOUR_WEEKS, NAIVE, OURS, Backtest
from forecasts.plots import line_plot
from forecasts.scores import SLICES, Score

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from forecasts.clock import Floats
    from forecasts.forecast import Forecast
    from forecasts.history import History
    from forecasts.quality import QualityNote

_METHODS = (OURS, NAIVE, FOUR_WEEKS)
_MOST_PLOTS = 12
_FIGURE = re.compile(r"[-+]?[\d,.]+%?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text below a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, as SVG."""

    title: str
    svg: str


Block: TypeAlias = Heading | Paragraph | Table | Picture


def compose_report(
    history: History, notes: Sequence[QualityNote], judged: Backtest | None, forecast: Forecast
) -> tuple[Block, ...]:
    """Put the page together; `judged` is None where the history is too short to be judged on."""
    start, end = history.span
    blocks: list[Block] = [
        Heading("Footfall forecast"),
        Paragraph(
            f"Halls: {len(history.halls)}, series: {len(history.series)}; {history.hours:,} hours from"
            f" {start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}. Model: {forecast.method}."
        ),
        Heading("The data"),
    ]
    if notes:
        rows = tuple(
            (
                "all" if note.series is None else f"{note.series.hall} {note.series.customer_class}".strip(),
                "" if note.start is None else f"{note.start:%Y-%m-%d %H:%M}",
                "" if note.end is None else f"{note.end:%Y-%m-%d %H:%M}",
                note.kind,
                note.sentence,
            )
            for note in notes
        )
        blocks.append(Table(("hall", "from", "to", "what", "meaning"), rows))
    else:
        blocks.append(Paragraph("Nothing unusual was found."))
    blocks += [Heading("How good it was"), *_judgement(judged), Heading("The weeks to come"), *_outlook(forecast)]
    return tuple(blocks)


def _judgement(judged: Backtest | None) -> Iterable[Block]:
    if judged is None:
        yield Paragraph("The history is too short to judge a forecast on.")
        return
    origins = ", ".join(day.isoformat() for day in judged.origins)
    yield Paragraph(
        f"Forecasts of {judged.hours} hours from {origins}, each made with what was known then. WAPE: sum of"
        " errors over sum of counts. Covered: share of counts between the lowest and the highest quantile"
        f" ({judged.levels[0]:g} and {judged.levels[-1]:g})."
    )
    rows = list[tuple[str, ...]]()
    for kind in SLICES:
        for method in _METHODS:
            found = judged.find(method, kind)
            if found is not None:
                rows.append((kind, method, *_figures(found)))
    yield Table(("hours", "method", "number", "MAE", "WAPE", "MASE", "pinball", "covered", "bias"), tuple(rows))
    halls = dict.fromkeys(key.hall for key in judged.series)
    by_hall = [(hall, *(judged.find(method, "all", hall) for method in _METHODS)) for hall in halls]
    if len(halls) > 1:
        yield Table(
            ("hall", *(f"WAPE, {method}" for method in _METHODS)),
            tuple((hall, *(_share(s.wape) if s else "" for s in scores)) for hall, *scores in by_hall),
        )
    for i, key in enumerate(judged.series[:_MOST_PLOTS]):
        name = f"{key.hall} {key.customer_class}".strip()
        lines = [("actual", judged.example.actual[i]), ("forecast", judged.example.mean[i])]
        band = (judged.example.quantiles[i, :, 0], judged.example.quantiles[i, :, -1])
        start = datetime.combine(judged.origins[-1], time())
        yield Picture(
            f"{name}: forecast and actual from {judged.origins[-1]}", _plot(lines, band, judged.levels, start)
        )


def _outlook(forecast: Forecast) -> Iterable[Block]:
    times = forecast.times()
    days = list(dict.fromkeys(moment.date() for moment in times))
    position = {day: number for number, day in enumerate(days)}
    day_of = np.array([position[moment.date()] for moment in times])
    totals = np.stack([np.bincount(day_of, means, len(days)) for means in forecast.means])
    header = ("day", *(f"{key.hall} {key.customer_class}".strip() for key in forecast.series))
    yield Paragraph("Expected customers a day.")
    yield Table(
        header,
        tuple((f"{day:%a %Y-%m-%d}", *(f"{total:,.0f}" for total in totals[:, d])) for d, day in enumerate(days)),
    )
    for i, key in enumerate(forecast.series[:_MOST_PLOTS]):
        title = f"{key.hall} {key.customer_class}".strip() + f": the next {len(days)} days"
        band: tuple[Floats, Floats] = (forecast.quantiles[i, :, 0], forecast.quantiles[i, :, -1])
        yield Picture(title, _plot([("forecast", forecast.means[i])], band, forecast.levels, times[0]))
    for note in forecast.notes:
        yield Paragraph(f"Note: {note}.")


def _plot(
    lines: list[tuple[str, Floats]], band: tuple[Floats, Floats], levels: tuple[float, ...], start: datetime
) -> str:
    return line_plot(lines, band, f"quantiles {levels[0]:g} to {levels[-1]:g}", start)


def _figures(score: Score) -> tuple[str, ...]:
    return (
        f"{score.hours:,}",
        f"{score.mae:.2f}",
        _share(score.wape),
        _plain(score.mase),
        _share(score.pinball),
        _share(score.coverage),
        f"{score.bias:+.1%}" if np.isfinite(score.bias) else "",
    )


def _share(value: float) -> str:
    return f"{value:.3f}" if np.isfinite(value) else ""


def _plain(value: float) -> str:
    return f"{value:.2f}" if np.isfinite(value) else ""


def as_markdown(blocks: Sequence[Block]) -> str:
    """Write the page as Markdown; drawings are left out."""
    parts = list[str]()
    for block in blocks:
        match block:
            case Heading(text):
                parts.append(f"## {text}" if parts else f"# {text}")
            case Paragraph(text):
                parts.append(text)
            case Table(header, rows):
                lines = [header, tuple("---" for _ in header), *rows]
                parts.append("\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines))
            case Picture():
                pass
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def as_html(blocks: Sequence[Block]) -> str:
    """Write the page as HTML that needs nothing beside it."""
    parts = list[str]()
    for block in blocks:
        match block:
            case Heading(text):
                level = "h2" if parts else "h1"
                parts.append(f"<{level}>{html.escape(text)}</{level}>")
            case Paragraph(text):
                parts.append(f"<p>{html.escape(text)}</p>")
            case Table(header, rows):
                head = "".join(f"<th>{html.escape(cell)}</th>" for cell in header)
                body = "\n".join(
                    "<tr>" + "".join(f"<td{_side(cell)}>{html.escape(cell)}</td>" for cell in row) + "</tr>"
                    for row in rows
                )
                parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>")
            case Picture(title, svg):
                parts.append(f"<figure><figcaption>{html.escape(title)}</figcaption>{svg}</figure>")
    return _PAGE.replace("<!--content-->", "\n".join(parts))


def _side(cell: str) -> str:
    """Figures stand at the right of their column."""
    return ' class="figure"' if _FIGURE.fullmatch(cell) else ""


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Footfall forecast</title><style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em; color:
#1c2733; } table { border-collapse: collapse; display: block; overflow-x: auto; font-variant-numeric:
tabular-nums; } th, td { padding: .2em .7em; border-bottom: 1px solid #d9e0e6; text-align: left; }
td.figure { text-align: right; } figure {
margin: 1.5em 0; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; } </style></head><body>
<!--content--> </body></html>
"""
