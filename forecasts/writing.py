"""Writes a forecast in the form of the history it was made from."""

from __future__ import annotations

import csv
import gzip
import io
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from forecasts.forecast import Forecast
    from forecasts.history import FileForm


def write_forecast(forecast: Forecast, path: Path | str) -> None:
    """Write ``hall,time,mean,q10,q50,q90[,class]``, whole or not at all; packed where the name ends in ``.gz``.

    Times carry their UTC offset where the history's did, and classes are named where it named them. On a
    clock without offsets the hour that autumn repeats is written once.
    """
    write_text(forecast_text(forecast), path)


def forecast_text(forecast: Forecast) -> str:
    """Text of the file `write_forecast` writes."""
    form = forecast.form
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    header = ["hall", "time", "mean", *(f"q{level * 100:g}" for level in forecast.levels)]
    writer.writerow([*header, "class"] if form.with_class else header)
    times = [write_time(time, form) for time in forecast.times()]
    first_written = {time: i for i, time in reversed(list(enumerate(times)))}
    shown = sorted(first_written.values())
    for i, key in enumerate(forecast.series):
        means, quantiles = forecast.means[i].tolist(), forecast.quantiles[i].tolist()
        for hour in shown:
            cells = [key.hall, times[hour], write_number(means[hour]), *map(write_number, quantiles[hour])]
            writer.writerow([*cells, key.customer_class] if form.with_class else cells)
    return lines.getvalue()


def write_time(time: datetime | date, form: FileForm) -> str:
    """Write a local time as the history's file writes it, a day as its date."""
    if not isinstance(time, datetime):
        return time.isoformat()
    if not form.with_offset:
        time = time.replace(tzinfo=None)
    return time.isoformat(sep=form.separator, timespec="seconds" if form.with_seconds else "minutes")


def write_text(text: str, path: Path | str) -> None:
    """Write a text whole or not at all; packed where the name ends in ``.gz``."""
    path = Path(path)
    content = text.encode()
    write_bytes(gzip.compress(content, mtime=0) if path.suffix.lower() == ".gz" else content, path)


def write_bytes(content: bytes, path: Path | str) -> None:
    """Write a file whole or not at all: beside its place first, then moved into it."""
    path = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        partial.chmod(0o666 & ~_umask())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_number(value: float) -> str:
    """Write a count with three decimals at most."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
