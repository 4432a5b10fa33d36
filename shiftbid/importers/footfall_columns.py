"""Names of the columns of a file of counts, in English and Chinese."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from shiftbid.domain.errors import InputError, Problem
from shiftbid.importers.ticket_columns import plain
from shiftbid.importers.ticket_text import decoded, read_bytes
from shiftbid.services.imports import FootfallOrder
from shiftbid.services.own_footfall import FIELDS, FootfallField, FootfallFile

ALIASES: Mapping[FootfallField, tuple[str, ...]] = {
    "hall": ("branch", "site", "location", "office", "网点", "营业厅", "网点名称"),
    "time": ("ds", "datetime", "hour", "hour of day", "starting", "timestamp", "时间", "日期时间", "小时", "时段"),
    "count": (
        "customers",
        "visitors",
        "footfall",
        "visits",
        "arrivals",
        "客流",
        "客流量",
        "来客数",
        "到访人数",
        "人数",
        "数量",
    ),
    "class": ("customer class", "customer type", "客户类型", "客户级别", "客户等级"),
}


def footfall_file(order: FootfallOrder, zone: str) -> FootfallFile:
    """Say how a file of counts is to be read: its encoding, and what its columns hold.

    Raises InputError where the file cannot be read or a field is unknown.
    """
    table = order.table
    encoding, text = decoded(read_bytes(table.file), table.encoding)
    names = next(csv.reader(text.splitlines()[:1]), [])
    fields: dict[str, FootfallField] = {field: field for field in FIELDS}
    wrong = [
        Problem(f"--map {column}={field}: fields are {', '.join(FIELDS)}")
        for column, field in table.columns.items()
        if field not in fields
    ]
    if wrong:
        raise InputError("--map", wrong)
    given: dict[str, FootfallField] = {
        column: fields[field] for column, field in table.columns.items() if field in fields
    }
    known: dict[str, FootfallField] = {plain(alias): field for field, aliases in ALIASES.items() for alias in aliases}
    own = {plain(name) for name in names}
    found: dict[str, FootfallField] = {
        name: known[plain(name)]
        for name in names
        if plain(name) in known and known[plain(name)] not in given.values() and known[plain(name)] not in own
    }
    return FootfallFile(
        table.file,
        zone,
        found | given,
        encoding="utf-8" if encoding.startswith("utf-8") else encoding,
        missing_rows=order.missing_rows,
    )
