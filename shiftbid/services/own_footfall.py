"""Read anybody's file of hourly counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.timeline import Interval
from shiftbid.services.samples import HourlySeries

HOUR_SECONDS = 3600
FootfallField: TypeAlias = Literal["hall", "time", "count", "class"]
MissingRows: TypeAlias = Literal["refuse", "closed", "unknown", "infer"]
FIELDS: tuple[FootfallField, ...] = get_args(FootfallField)


@dataclass(frozen=True, slots=True)
class FootfallFile:
    """A file of counts and how to read it.

    Attributes
    ----------
    columns
        The file's own column names and the field each holds: hall, time, count or class.
    sites
        Wide file: the columns that are sites; long file: the halls to keep. All where empty.
    missing_rows
        What an hour without a row means: ``refuse`` the file, ``closed``, ``unknown`` or ``infer``.
    """

    path: Path
    zone: str
    columns: Mapping[str, FootfallField]
    sites: tuple[str, ...] = ()
    encoding: str = "utf-8"
    missing_rows: MissingRows = "refuse"


def read_footfall(file: FootfallFile) -> tuple[HourlySeries, ...]:
    """Read the series of a file; hours in which a site was closed are left out.

    Raises InputError that lists every problem of the file with row and column.
    """
    # The reader loads pandas, which nobody pays who reads no file.
    from forecasts import HistoryError, HistoryLayout, SettingsError, read_history

    layout = HistoryLayout(
        columns=file.columns,
        sites=file.sites,
        timezone=file.zone,
        encoding=file.encoding,
        missing_rows=file.missing_rows,
    )
    try:
        history = read_history(file.path, layout)
    except HistoryError as error:
        problems = [Problem(each.message, each.row, each.column) for each in error.problems]
        unlisted = error.total - len(problems)
        more = [Problem(f"and {unlisted:,} more problems")] if unlisted > 0 else []
        raise InputError(str(file.path), [*problems, *more]) from error
    except (SettingsError, OSError) as error:
        raise InputError(str(file.path), [str(error)]) from error
    starts = history.utc_seconds().tolist()
    series: list[HourlySeries] = []
    for index, key in enumerate(history.series):
        readings = zip(starts, history.counts[index].tolist(), history.closed[index].tolist(), strict=True)
        counts = tuple(
            (Interval(start, start + HOUR_SECONDS), None if isnan(count) else count)
            for start, count, shut in readings
            if not shut
        )
        series.append(HourlySeries(key.hall, file.zone, counts, key.customer_class))
    return tuple(series)
