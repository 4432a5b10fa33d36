"""Which column of a ticket log holds what: aliases in English and Chinese, and what the user says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.errors import InputError, Problem

ALIASES: Mapping[str, tuple[str, ...]] = {
    "ticket": (
        *("ticket", "ticket no", "ticket number", "ticket id", "token", "token number", "visit id", "queue number"),
        *("票号", "排队号", "排队号码", "号码"),
    ),
    "hall": (
        "hall",
        "branch",
        "branch name",
        "office",
        "office id",
        "location",
        "site",
        "网点",
        "网点名称",
        "单位名称",
        "部门",
    ),
    "service": (
        *("service", "service name", "transaction type", "queue", "queue name", "line", "category", "type"),
        *("业务类型", "业务名称", "bus type name", "业务"),
    ),
    "class": (
        *("class", "customer class", "customer type", "vip", "vip level", "vip lever", "segment", "level", "priority"),
        *("vip级别", "客户类型", "客户级别", "客户等级"),
    ),
    "date": ("date", "day", "ticket date", "visit date", "日期", "业务日期"),
    "t_arrive": (
        *("issued", "issue time", "created", "create time", "created at", "created date", "visit create time"),
        *("visit transaction create ts", "arrival", "arrival time", "arrived", "arrived at", "entered queue"),
        *("entered queue time", "ticket time", "取号时间", "取票时间", "排队时间", "到达时间", "vru exit"),
        *("start time", "time start"),
    ),
    "t_queue": ("q start", "queue start", "queue start time", "joined queue"),
    "t_start": (
        *(
            "called",
            "call time",
            "called at",
            "called date",
            "visit transaction call ts",
            "handle time",
            "serving start",
        ),
        *("service start", "serstart", "叫号时间", "呼叫时间", "处理时间", "开始时间", "办理开始时间"),
        *("start time", "time start", "start"),
    ),
    "t_end": (
        *("served", "served date", "served at", "finished", "finish", "finish time", "completed", "completed at"),
        *(
            "complete time",
            "end",
            "end time",
            "time end",
            "service end",
            "serexit",
            "完成时间",
            "结束时间",
            "办理结束时间",
        ),
    ),
    "wait": ("waiting time", "wait", "wait time", "q time", "等待时间", "等候时间", "等待时长", "等候时长"),
    "serve": (
        *("transaction time", "serving time", "service time", "service duration", "sertime", "serve", "handling time"),
        *("办理时间", "服务时间", "办理时长", "服务时长"),
    ),
    "counter": (
        *("counter", "counter id", "desk", "called desk", "window", "window number", "service point"),
        *("窗口", "窗口号", "柜台"),
    ),
    "staff": (
        *("staff", "user", "agent", "teller", "csr", "csr id", "operator", "server", "window user", "called caller"),
        *("柜员", "操作员", "员工"),
    ),
    "outcome": ("outcome", "status", "state", "visit transaction outcome", "状态", "结果"),
}
"""Column names of each field, the better first. `handle time` is the call in hall systems, so a column of minutes
spent must be mapped or carry its unit (`handle time (min)`)."""
IGNORE = "ignore"
DURATIONS = ("wait", "serve")
UNIT_SECONDS = {"ms": 0.001, "s": 1.0, "min": 60.0, "h": 3600.0}
_UNIT_WORDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒"), "s"),
    **dict.fromkeys(("min", "mins", "minute", "minutes", "分钟", "分"), "min"),
    **dict.fromkeys(("h", "hour", "hours", "小时"), "h"),
    "ms": "ms",
}
_WITH_UNIT = re.compile(r"(.+?)(?:[\s_(（\[]+([a-z]+)|[\s_(（\[]*(秒|分钟|分|小时))[)）\]]?")
_WITH_UNIT_ONLY = {"service": "serve", "handle": "serve", "handletime": "serve", "waiting": "wait"}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Where each field stands.

    Attributes
    ----------
    places
        Index of the column by field.
    names
        Names of the columns as written.
    units
        Unit of a duration by field, where the name or the user gives it.
    """

    places: Mapping[str, int]
    names: tuple[str, ...]
    units: Mapping[str, str]

    def __contains__(self, field: str) -> bool:
        return field in self.places

    def name(self, field: str) -> str | None:
        """Name of the column that holds a field."""
        return self.names[self.places[field]] if field in self.places else None

    @property
    def unused(self) -> tuple[str, ...]:
        """Columns that hold no field."""
        used = set(self.places.values())
        return tuple(name for index, name in enumerate(self.names) if index not in used)


def plain(name: str) -> str:
    """Give a column name without case, blanks, underscores, dots and dashes."""
    return re.sub(r"[\s_.\-]+", "", name).casefold()


_FIELDS_BY_ALIAS: Mapping[str, tuple[str, ...]] = {
    alias: tuple(field for field, names in ALIASES.items() if alias in map(plain, names))
    for alias in {plain(name) for names in ALIASES.values() for name in names}
}


def recognised(names: Sequence[str], given: Mapping[str, str]) -> int:
    """How many names are known columns."""
    own = {plain(name) for name in given}
    return sum(plain(name) in own or bool(_candidates(name)[0]) for name in set(names))


def map_columns(names: Sequence[str], given: Mapping[str, str]) -> ColumnMap:
    """Find the column of each field: what the user says, then the best alias that is not taken.

    Raises
    ------
    InputError
        A mapped column or field is unknown, a field is given twice, or neither arrivals nor durations are there; every
        problem is named.
    """
    problems: list[Problem] = []
    places, units, taken = _given_places(names, given, problems)
    by_alias: dict[tuple[str, str], int] = {}
    for index, name in enumerate(names):
        fields, unit = _candidates(name)
        for field in fields:
            by_alias.setdefault((field, plain(name) if not unit else ""), index)
            if unit:
                units.setdefault(f"{field}@{index}", unit)
    for field, aliases in ALIASES.items():
        ranked = [by_alias.get((field, alias)) for alias in (*map(plain, aliases), "")]
        found = next((index for index in ranked if index is not None and index not in taken), None)
        if field not in places and found is not None:
            places[field] = found
            taken.add(found)
    chosen = {field: units.get(field) or units.get(f"{field}@{place}") for field, place in places.items()}
    if not problems and "t_arrive" not in places and not ("serve" in places and len(places) == 1):
        problems.append(
            Problem(f"no column tells when customers arrive; columns are {', '.join(names)}: use --map COLUMN=t_arrive")
        )
    if problems:
        raise InputError("columns", problems)
    return ColumnMap(places, tuple(names), {field: unit for field, unit in chosen.items() if unit})


def _given_places(
    names: Sequence[str], given: Mapping[str, str], problems: list[Problem]
) -> tuple[dict[str, int], dict[str, str], set[int]]:
    places: dict[str, int] = {}
    units: dict[str, str] = {}
    taken: set[int] = set()
    written = {plain(name): index for index, name in reversed(list(enumerate(names)))}
    for column, target in given.items():
        field, _, unit = target.strip().partition(":")
        place = written.get(plain(column))
        if place is None:
            problems.append(Problem(f"--map {column}={target}: the file's columns are {', '.join(names)}"))
        elif field != IGNORE and field not in ALIASES:
            problems.append(Problem(f"--map {column}={target}: fields are {', '.join(ALIASES)} and {IGNORE}"))
        elif unit and (field not in DURATIONS or unit not in UNIT_SECONDS):
            problems.append(Problem(f"--map {column}={target}: wait and serve may end in :{', :'.join(UNIT_SECONDS)}"))
        elif field in places:
            problems.append(Problem(f"--map {column}={target}: {field} is given twice"))
        else:
            taken.add(place)
            if field != IGNORE:
                places[field] = place
            if unit:
                units[field] = unit
    return places, units, taken


def _candidates(name: str) -> tuple[tuple[str, ...], str | None]:
    """Fields that a column name may mean, and the unit it carries."""
    fields = _FIELDS_BY_ALIAS.get(plain(name), ())
    if fields:
        return fields, None
    match = _WITH_UNIT.fullmatch(name.strip().casefold())
    unit = _UNIT_WORDS.get(match[2] or match[3]) if match else None
    if match is None or unit is None:
        return (), None
    base = plain(match[1])
    field = _WITH_UNIT_ONLY.get(base) or next(
        (each for each in _FIELDS_BY_ALIAS.get(base, ()) if each in DURATIONS), None
    )
    return ((field,), unit) if field else ((), None)
