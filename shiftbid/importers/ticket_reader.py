"""Reads the ticket log of a queue system, whatever its dialect; every row ends as part of a ticket or in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.ticket import Ticket
from shiftbid.domain.timeline import local_day, zone_info
from shiftbid.importers.ticket_columns import DURATIONS, ColumnMap, map_columns, recognised
from shiftbid.importers.ticket_durations import RawDuration, found_unit
from shiftbid.importers.ticket_judgement import Judge, Unbelievable
from shiftbid.importers.ticket_rows import MIDNIGHTS, Entry, RowReader, UnreadableRow
from shiftbid.importers.ticket_text import SEPARATORS, LogText, log_text, read_bytes
from shiftbid.importers.ticket_times import TimeReader, found_order, is_blank
from shiftbid.importers.ticket_visits import Visits, joined_visits
from shiftbid.importers.ticket_words import class_of_number
from shiftbid.services.ticket_log import DateOrder, RejectedRow, Rejection, TicketCheck, TicketLayout, TicketLog

PROBLEMS_SHOWN = 50
MOST_MALFORMED_SHARE = 0.5
MIDNIGHT_SHARE = 0.005
"""Above this share of a column, a bare midnight stands for "none": it is rare as a time."""
_TIMES = ("t_arrive", "t_queue", "t_start", "t_end")


def read_ticket_log(path: Path, layout: TicketLayout) -> TicketLog:
    """Read a log.

    Raises
    ------
    InputError
        The file cannot be read, a column, date order or unit cannot be told, or more than half of the rows are
        malformed; every problem found at that stage is named.
    """
    zone_info(layout.zone)
    raw = read_bytes(path)
    try:
        return _read(raw, layout)
    except InputError as error:
        raise InputError(f"{path}: {error.source}", error.problems) from error


def _read(raw: bytes, layout: TicketLayout) -> TicketLog:
    text = log_text(raw, layout.encoding, lambda names: recognised(names, layout.columns))
    columns = map_columns(text.header.fields, layout.columns)
    if not text.rows:
        raise InputError("rows", ["there are none under the header"])
    times = TimeReader(layout.zone, layout.dates or _date_order(text, columns), layout.origin)
    blank_midnights = frozenset(name for name in _TIMES[1:] if _midnights_mean_none(text, columns, name))
    reader = RowReader(
        columns=columns,
        times=times,
        classes={word.casefold(): meant for word, meant in layout.classes.items()},
        none_at_midnight=blank_midnights,
        numbers_tell_class=any(class_of_number(each) == "vip" for each in _cells(text, columns, "ticket")),
        key=sha256(raw).digest(),
    )
    entries, rejected = _entries(text, reader)
    if len(rejected) > MOST_MALFORMED_SHARE * len(text.rows):
        shown = [each.problem for each in rejected[:PROBLEMS_SHOWN]]
        more = [Problem(f"and {len(rejected) - len(shown):,} more rows")] if len(rejected) > len(shown) else []
        raise InputError("rows", [*shown, *more])
    single = _without_doubled(text, columns, entries, rejected)
    judge = Judge(columns, _units(columns, single))
    rows: list[Ticket] = []
    for entry in single:
        try:
            rows.append(judge.ticket(entry))
        except Unbelievable as error:
            rejected.append(error.rejected)
    visits = joined_visits(rows, lambda moment: local_day(moment, layout.zone))
    return TicketLog(
        form=_form(text, columns, times, blank_midnights, judge.units),
        rows_in_file=len(text.rows),
        rows_read=len(rows),
        tickets=visits.tickets,
        rejected=tuple(sorted(rejected, key=lambda each: each.problem.row or 0)),
        checks=tuple(_checks(rejected, single, judge, visits, times)),
    )


def _entries(text: LogText, reader: RowReader) -> tuple[list[Entry], list[RejectedRow]]:
    entries: list[Entry] = []
    rejected: list[RejectedRow] = []
    for line in text.rows:
        try:
            entries.append(reader.entry(line))
        except UnreadableRow as error:
            rejected.append(RejectedRow(Rejection.MALFORMED, error.problem))
    return entries, rejected


def _without_doubled(
    text: LogText, columns: ColumnMap, entries: Sequence[Entry], rejected: list[RejectedRow]
) -> Sequence[Entry]:
    """Entries without those whose row stands in the file before, word for word.

    Where the log has neither ticket numbers nor ends of service, equal rows are different customers.
    """
    if "ticket" not in columns and "t_end" not in columns:
        return entries
    first_rows: dict[tuple[str, ...], int] = {}
    for line in text.rows:
        first_rows.setdefault(line.fields, line.number)
    fields = {line.number: line.fields for line in text.rows}
    kept: list[Entry] = []
    for entry in entries:
        first = first_rows[fields[entry.row]]
        if first == entry.row:
            kept.append(entry)
        else:
            rejected.append(RejectedRow(Rejection.DUPLICATE, Problem(f"repeats row {first}", entry.row)))
    return kept


def _cells(text: LogText, columns: ColumnMap, field: str) -> Iterator[str]:
    place = columns.places.get(field)
    if place is not None:
        yield from (line.fields[place] for line in text.rows if place < len(line.fields))


def _date_order(text: LogText, columns: ColumnMap) -> DateOrder | None:
    return found_order(
        cell for field in ("date", *_TIMES) for cell in _cells(text, columns, field) if not is_blank(cell)
    )


def _midnights_mean_none(text: LogText, columns: ColumnMap, field: str) -> bool:
    midnights = sum(cell in MIDNIGHTS for cell in _cells(text, columns, field))
    return midnights > MIDNIGHT_SHARE * len(text.rows)


def _units(columns: ColumnMap, entries: Sequence[Entry]) -> Mapping[str, str]:
    """Unit of each duration column: as its name or the user says, else as the times beside it tell."""
    units: dict[str, str] = {}
    problems: list[Problem] = []
    for field in DURATIONS:
        name = columns.name(field)
        if name is None:
            continue
        if field in columns.units:
            units[field] = columns.units[field]
            continue
        pairs = [(raw, stamped) for raw, stamped in (_compared(entry, field) for entry in entries) if raw is not None]
        try:
            units[field] = found_unit(name, pairs)
        except InputError as error:
            problems += [Problem(each.message.replace("FIELD", field), column=name) for each in error.problems]
    if problems:
        raise InputError("durations", problems)
    return units


def _compared(entry: Entry, field: str) -> tuple[RawDuration | None, int | None]:
    """Duration of a row and the seconds between the two times that it should span."""
    raw, start, end = (
        (entry.wait, entry.arrived, entry.started) if field == "wait" else (entry.serve, entry.started, entry.ended)
    )
    return raw, None if start is None or end is None else end - start


def _form(
    text: LogText, columns: ColumnMap, times: TimeReader, blank_midnights: frozenset[str], units: Mapping[str, str]
) -> Mapping[str, str]:
    form = {
        "encoding": text.encoding,
        "separator": SEPARATORS[text.separator],
        "header": f"line {text.header.number}",
        "columns": ", ".join(f"{field} = {columns.name(field)}" for field in columns.places),
        "unused columns": ", ".join(columns.unused) or "none",
        "time zone": f"times without offset are read in {times.zone}",
        "dates": "year first" if times.order is None else times.order.value,
    }
    if blank_midnights:
        names = ", ".join(columns.name(field) or field for field in sorted(blank_midnights))
        form["blank midnights"] = f"0:00:00 means none in {names}"
    for field, unit in units.items():
        form[f"unit of {columns.name(field)}"] = unit
    return form


def _checks(
    rejected: Sequence[RejectedRow], entries: Sequence[Entry], judge: Judge, visits: Visits, times: TimeReader
) -> Iterator[TicketCheck]:
    reasons = Counter(each.reason for each in rejected)
    for reason, sentence in (
        (Rejection.MALFORMED, "rows that cannot be read; not imported"),
        (Rejection.DUPLICATE, "rows that repeat another word for word; imported once"),
        (Rejection.NEGATIVE_WAIT, "calls 5 s or more before the arrival; not imported"),
    ):
        rows = sorted(each.problem.row or 0 for each in rejected if each.reason is reason)
        yield TicketCheck(reason.value, sentence, reasons[reason], tuple(rows))
    for kind, sentence, rows in (
        ("small_negative_wait", "calls less than 5 s before the arrival; the wait counts as 0", judge.small_negative),
        (
            "overruled_start",
            "calls 5 s or more before the arrival; the log's own wait column counts",
            judge.overruled,
        ),
        (
            "past_midnight",
            "times after midnight under the date of the day before; moved to their day",
            [entry.row for entry in entries if entry.past_midnight],
        ),
        (
            "end_before_start",
            "services that end before they start; the log's own duration counts",
            judge.end_before_start,
        ),
        ("duration_differs", "durations that differ from the times beside them; the duration counts", judge.differing),
        ("called_again", "tickets called more than once; the last call counts", visits.called_again),
        ("continued", "visits that go on in another row; the first wait and all services count", visits.continued),
        ("unknown_outcome", "outcomes in unknown words; told by the times", judge.unknown_outcome),
        (
            "clock_repeated",
            "times in an hour that the clock change repeats; the first is meant where both fit",
            times.repeated_rows,
        ),
        ("clock_skipped", "times in an hour that the clock change skips; moved forward", times.skipped_rows),
    ):
        concerned = tuple(sorted(set(rows)))
        yield TicketCheck(kind, sentence, len(concerned), concerned)
