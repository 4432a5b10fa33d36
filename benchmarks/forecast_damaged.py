"""Forecasts of randomly damaged histories: ``python -m benchmarks.forecast_damaged [--histories N] [--seed S]``.

Each history is written to a file, read back, examined and forecast. One in a hundred is long enough for the boosted
trees. Prints how many were forecast legally, how many refused with a reason, and every one that was neither; exit
status 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from forecasts import (
    ForecastsError,
    ForecastSettings,
    History,
    HistoryLayout,
    examine,
    predict,
    read_history,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts import Forecast
    from forecasts.clock import Bools, Floats

_DAY = [0, 0, 0, 0, 0, 0, 1, 5, 12, 20, 25, 28, 30, 26, 25, 27, 31, 30, 20, 10, 5, 2, 1, 0]
_DAMAGES = (
    *("zeros", "blank", "double day", "jump", "empty hall", "unknown hall", "closed", "spike", "late", "ends early"),
    *("text", "negative", "missing rows", "swapped rows", "cut off", "odd bytes"),
)
_DAMAGES_OF_COUNTS = _DAMAGES[:10]
_ZONES = ("", "Pacific/Auckland", "Asia/Kolkata", "Asia/Shanghai")
_LONG_EVERY = 100
_LARGEST_COUNT = 1e7


def main(arguments: Sequence[str] | None = None) -> int:
    """Forecast all histories and print the tally."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_damaged", description=__doc__)
    parser.add_argument("--histories", metavar="N", type=int, default=1_000)
    parser.add_argument("--seed", metavar="S", type=int, default=0)
    parsed = parser.parse_args(arguments)
    began = time.perf_counter()
    tally = Counter[str]()
    for number in range(parsed.histories):
        outcome = outcome_of(np.random.default_rng([parsed.seed, number]), long=number % _LONG_EVERY == 0)
        tally[outcome.partition(":")[0]] += 1
        if outcome.startswith("fault"):
            sys.stdout.write(f"history {number}: {outcome}\n")
    counts = ", ".join(f"{number} {name}" for name, number in sorted(tally.items()))
    sys.stdout.write(f"{parsed.histories} damaged histories, {time.perf_counter() - began:.0f} s: {counts}\n")
    return 1 if tally["fault"] else 0


def outcome_of(rng: np.random.Generator, *, long: bool) -> str:
    """What came of one damaged history: ``forecast``, ``refused: the reason``, or ``fault: what``."""
    lines, damages = damaged_file(rng, long=long)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.csv"
        path.write_bytes(lines)
        zone = str(rng.choice(_ZONES))
        layout = HistoryLayout(timezone=zone or None, missing_rows="infer")
        try:
            history = read_history(path, layout)
            told = all(note.sentence for note in examine(history))
            start = history.span[1] + timedelta(hours=int(rng.integers(0, 200)))
            settings = ForecastSettings(country="NZ")
            forecast = predict(history, start=start, hours=int(rng.integers(1, 400)), settings=settings)
        except ForecastsError as refusal:
            return f"refused: {refusal}" if str(refusal) else "fault: refused without a reason"
        except Exception as error:  # noqa: BLE001 - whatever is raised but a refusal is what is looked for
            return f"fault: {type(error).__name__} ({error}) after {', '.join(damages)}"
    fault = fault_of(history, forecast) if told else "a note without a sentence"
    return f"fault: {fault} after {', '.join(damages)}" if fault else "forecast"


def fault_of(history: History, forecast: Forecast) -> str:
    """What is not legal about a forecast; empty: nothing."""
    if forecast.means.shape != (len(history.series), forecast.hours):
        return "hours are missing"
    if not (np.isfinite(forecast.means).all() and np.isfinite(forecast.quantiles).all()):
        return "not finite"
    if (forecast.means < 0).any() or (forecast.quantiles < 0).any():
        return "negative"
    if (np.diff(forecast.quantiles, axis=2) < 0).any():
        return "quantiles out of order"
    return ""


def damaged_file(rng: np.random.Generator, *, long: bool) -> tuple[bytes, list[str]]:
    """A wide file of a few halls and weeks with up to four kinds of damage, and their names."""
    days = int(rng.integers(84, 140)) if long else int(rng.integers(1, 64))
    halls = int(rng.integers(1, 4))
    counts = rng.poisson(np.tile(_DAY, days) * rng.uniform(0.01, 20, (halls, 1))).astype(float)
    damages = [str(damage) for damage in rng.choice(_DAMAGES, rng.integers(0, 5))]
    for damage in damages:
        if damage in _DAMAGES_OF_COUNTS:
            damage_counts(counts, damage, rng)
    lines = written(np.clip(counts, 0, _LARGEST_COUNT))
    for damage in damages:
        if damage not in _DAMAGES_OF_COUNTS:
            _damage_lines(lines, damage, rng)
    text = "\n".join(lines).encode()
    if "odd bytes" in damages:
        at = int(rng.integers(len(text)))
        text = text[:at] + bytes([0xFF, 0]) + text[at:]
    return text, damages


def damage_counts(counts: Floats, damage: str, rng: np.random.Generator) -> None:
    """Do one kind of damage to counts of shape (halls, hours), in place."""
    hall, start = int(rng.integers(len(counts))), int(rng.integers(counts.shape[1]))
    span = slice(start, start + int(rng.integers(1, 400)))
    match damage:
        case "zeros":
            counts[hall, span] = 0
        case "blank":
            counts[:, span] = np.nan
        case "double day":
            counts[hall, 24:] = np.roll(counts[hall], 24)[24:]
        case "jump":
            counts[hall, start:] *= rng.uniform(0.05, 30)
        case "empty hall":
            counts[hall] = 0
        case "unknown hall":
            counts[hall] = np.nan
        case "closed":
            counts[hall].reshape(-1, 24)[:, :9] = 0
        case "spike":
            counts[hall, start] = _LARGEST_COUNT
        case "late":
            counts[hall, :start] = np.nan
        case _:
            counts[hall, start:] = np.nan


def written(counts: Floats) -> list[str]:
    """Lines of a wide file that holds the counts; unknown ones are blank."""
    first = datetime(2024, 3, 1)  # noqa: DTZ001 - written as the naive clock of a file
    lines = ["ds," + ",".join(f"h{i}" for i in range(len(counts)))]
    known: Bools = np.isfinite(counts)
    for hour in range(counts.shape[1]):
        cells = [f"{counts[i, hour]:.0f}" if known[i, hour] else "" for i in range(len(counts))]
        lines.append(f"{first + timedelta(hours=hour):%Y-%m-%dT%H:%M},{','.join(cells)}")
    return lines


def _damage_lines(lines: list[str], damage: str, rng: np.random.Generator) -> None:
    at = int(rng.integers(1, len(lines)))
    match damage:
        case "text":
            lines[at] = lines[at].rpartition(",")[0] + ",many"
        case "negative":
            lines[at] = lines[at].rpartition(",")[0] + ",-5"
        case "missing rows":
            del lines[at : at + int(rng.integers(1, 60))]
        case "swapped rows":
            other = int(rng.integers(1, len(lines)))
            lines[at], lines[other] = lines[other], lines[at]
        case "cut off":
            lines[-1] = lines[-1][: int(rng.integers(len(lines[-1])))]
        case _:
            return  # odd bytes are put into the finished text


if __name__ == "__main__":
    sys.exit(main())
