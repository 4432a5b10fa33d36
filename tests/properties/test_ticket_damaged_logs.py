"""Damaged ticket logs: a report or a refusal, and every row accounted for."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.errors import InputError
from shiftbid.importers.ticket_reader import read_ticket_log
from shiftbid.services.import_tickets import ticket_report
from shiftbid.services.ticket_log import TicketLayout

ZONE = "Europe/Berlin"
HEADER = "ticket,hall,class,service,issued,called,finished,wait,counter,staff,outcome"
JUNK = (
    "",
    '"',
    "\x00",
    "\ufffd",
    "-1",
    "99:99:99",
    "0000-00-00",
    "9" * 30,
    "1e9",
    "29/02/2026",
    ",",
    "贵宾",
    "NaN",
    "0:00:00",
)


def log_of(seed: int, damages: int, encoding: str, separator: str) -> bytes:
    """Forty good rows over two days, one of them with a clock change, then damaged."""
    rng = random.Random(seed)
    lines = [HEADER]
    for n in range(40):
        day, hour = rng.choice((24, 25)), rng.choice((1, 2, 3, 9, 23))
        called, finished = (f"2026-10-{day} {hour:02}:{minute:02}:00" for minute in (20 + n % 20, 40 + n % 20))
        issued = f"2026-10-{day} {hour:02}:{n % 20:02}:00"
        row = (
            f"V{n}",
            "h",
            rng.choice(("vip", "普通")),
            "缴费",
            issued,
            called,
            finished,
            "1200",
            str(n % 3),
            "m",
            "served",
        )
        lines.append(",".join(row))
    for _ in range(damages):
        line = rng.randrange(len(lines))
        fields = lines[line].split(",")
        place = rng.randrange(len(fields))
        match rng.randrange(5):
            case 0:
                fields[place] = rng.choice(JUNK)
            case 1:
                fields.pop(place)
            case 2:
                fields[place], fields[0] = fields[0], fields[place]
            case 3:
                lines.insert(line, lines[line])
            case _:
                fields[place] = fields[place][: rng.randrange(1 + len(fields[place]))]
        lines[line] = ",".join(fields)
    raw = bytearray("\r\n".join(lines).replace(",", separator).encode(encoding))
    for _ in range(damages // 4):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


def assert_every_row_is_accounted_for(raw: bytes) -> bool:
    """Read a log; say whether it was read at all."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "log.csv"
        file.write_bytes(raw)
        try:
            log = read_ticket_log(file, TicketLayout(zone=ZONE))
        except InputError:
            return False
    report = ticket_report(log, ZONE, None)
    assert report.rows_read + len(report.rejected) == report.rows_in_file
    rows = [each.problem.row for each in report.rejected]
    assert len(set(rows)) == len(rows)
    assert sum(each.arrivals for each in report.arrivals) == report.shares.customers
    return True


@settings(max_examples=30, deadline=None)
@given(
    st.integers(0, 2**32),
    st.integers(0, 40),
    st.sampled_from(("utf-8", "utf-8-sig", "gb18030")),
    st.sampled_from((",", ";", "\t")),
)
def test_a_damaged_log_is_read_or_refused(seed: int, damages: int, encoding: str, separator: str) -> None:
    was_read = assert_every_row_is_accounted_for(log_of(seed, damages, encoding, separator))
    assert was_read or damages


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=12), st.sampled_from(("", "issued,called\n", "ticket;created;wait\n")))
def test_any_text_is_read_or_refused(lines: list[str], header: str) -> None:
    assert_every_row_is_accounted_for((header + "\n".join(lines)).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    assert_every_row_is_accounted_for(b"issued\n2026-03-02 09:00\n" + raw)
