"""The header row: which column holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from forecasts.errors import SettingsError
from forecasts.history import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forecasts.history import HistoryLayout
    from forecasts.problem_list import ProblemList

_TIME_NAMES = ("time", "ds")
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class LongColumns:
    """Positions of the columns of a long file; `customer_class` is None where there is no class column."""

    time: int
    hall: int
    count: int
    customer_class: int | None


@dataclass(frozen=True, slots=True)
class WideColumns:
    """Positions of the columns of a wide file; `chosen` says whether the user named the sites."""

    time: int
    sites: tuple[int, ...]
    chosen: bool


def read_header(names: Sequence[str], layout: HistoryLayout, problems: ProblemList) -> LongColumns | WideColumns | None:
    """Find the columns of a history; None where the file cannot be read further (`problems` says why).

    A file is long where it has a `hall` or `class` column, or a `count` column beside others than the time;
    else wide.
    """
    for name in sorted({name for name in names if names.count(name) > 1}):
        problems.add("the column appears more than once", 1, name)
    fields = _fields(names, layout.columns or {}, problems)
    if problems.total:
        return None
    at = {field: position for position, field in enumerate(fields) if field is not None}
    others = [position for position, field in enumerate(fields) if field is None]
    if "time" not in at:
        _miss("time", '"time" or "ds"', names, problems)
    long = "hall" in at or "class" in at or ("count" in at and bool(others))
    if long:
        for field in ("hall", "count"):
            if field not in at:
                _miss(field, f'"{field}"', names, problems)
        return None if problems.total else LongColumns(at["time"], at["hall"], at["count"], at.get("class"))
    sites = [position for position in range(len(names)) if fields[position] in (None, "count")]
    if layout.sites:
        for site in layout.sites:
            if site not in names or names.index(site) not in sites:
                problems.add(f'no column is called "{site}"; the file has {_listed(names)}', 1)
        sites = [names.index(site) for site in layout.sites if site in names]
    elif not sites:
        problems.add("no column of counts beside the time", 1)
    return None if problems.total else WideColumns(at["time"], tuple(dict.fromkeys(sites)), bool(layout.sites))


def _fields(names: Sequence[str], renames: Mapping[str, Field], problems: ProblemList) -> list[Field | None]:
    for column, field in renames.items():
        if field not in FIELDS:
            raise SettingsError(f'no field is called "{field}"; expected one of {", ".join(FIELDS)}')
        if column not in names:
            problems.add(f'no column is called "{column}" (named with `--map`); the file has {_listed(names)}', 1)
    taken = set(renames.values())
    fields: list[Field | None] = []
    for name in names:
        field = renames.get(name) or _standard_field(name, names)
        fields.append(None if field in taken and name not in renames else field)
    return fields


def _standard_field(name: str, names: Sequence[str]) -> Field | None:
    if name in _TIME_NAMES:
        # "time" wins where a file has both; "ds" is then a column like any other
        return "time" if name == "time" or "time" not in names else None
    return next((field for field in FIELDS if field == name), None)


def _miss(field: str, expected: str, names: Sequence[str], problems: ProblemList) -> None:
    message = f"no column {expected}; the file has {_listed(names)}. Name it with `--map COLUMN={field}`"
    problems.add(message, 1)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:12])
    return shown + (f" and {len(names) - 12} more" if len(names) > 12 else "")
