"""Forecast real counts from an origin on: ``python -m benchmarks.forecast COUNTS.csv --origin ISO … --out F.csv``.

Trained only on rows before the origin. The answer is checked with plain arithmetic before it is written:
exit status 1 where it is not legal, 2 for bad usage or bad input.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from forecasts import (
    Forecast,
    ForecastsError,
    ForecastSettings,
    SettingsError,
    predict,
    read_history,
    write_forecast,
)
from forecasts.arguments import add_history_arguments, layout_from

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN_FAULTS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Forecast, check, write, print one line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast", description=__doc__)
    add_history_arguments(parser, "infer")
    parser.add_argument("--horizon-hours", metavar="H", type=int, required=True)
    parser.add_argument("--origin", metavar="ISO", required=True, help="local time of the first hour to forecast")
    parser.add_argument("--out", metavar="F.csv", type=Path, required=True)
    parsed = parser.parse_args(arguments)
    began = time.perf_counter()
    try:
        origin = read_origin(parsed.origin)
        history = read_history(parsed.history, layout_from(parsed, before=origin))
        settings = ForecastSettings(country=parsed.country, subdivision=parsed.subdivision, seed=parsed.seed)
        forecast = predict(history, start=origin, hours=parsed.horizon_hours, settings=settings)
        faults = find_faults(forecast, origin, parsed.horizon_hours)
        if not faults:
            write_forecast(forecast, parsed.out)
    except ForecastsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    seconds = time.perf_counter() - began
    summary = f"{len(forecast.series)} series, {forecast.hours} hours from {origin}, {forecast.method}"
    verdict = f"{len(faults)} faults: {'; '.join(faults[:_SHOWN_FAULTS])}" if faults else "checked"
    sys.stdout.write(f"{Path(parsed.history).name}: {summary}, {seconds:.1f} s, {verdict}\n")
    return 1 if faults else 0


def find_faults(forecast: Forecast, origin: datetime, hours: int) -> list[str]:
    """Faults of a forecast, found by plain arithmetic on its rows: every hour there, finite, not negative, ordered."""
    faults = list[str]()
    expected = [_plain(forecast.clock.local(forecast.clock.utc_seconds(origin) + 3600 * i)) for i in range(hours)]
    times: dict[tuple[str, str], list[datetime]] = {}
    for row in forecast.rows():
        where = f"{row.hall} {row.time.isoformat()}"
        values = (row.mean, *row.quantiles)
        if not all(map(math.isfinite, values)):
            faults.append(f"{where}: not finite")
        elif min(values) < 0:
            faults.append(f"{where}: negative")
        elif any(low > high for low, high in zip(row.quantiles, row.quantiles[1:], strict=False)):
            faults.append(f"{where}: quantiles out of order")
        times.setdefault((row.hall, row.customer_class), []).append(_plain(row.time))
    faults.extend(f"{hall}: hours missing" for (hall, _), found in times.items() if found != expected)
    if set(times) != {(key.hall, key.customer_class) for key in forecast.series}:
        faults.append("a series is missing")
    return faults


def read_origin(text: str) -> datetime:
    """Hour an origin names; SettingsError where it is no time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f'"{text}" is not a time; expected an origin such as 2025-04-07T00:00') from error
    return moment - timedelta(minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond)


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


if __name__ == "__main__":
    sys.exit(main())
