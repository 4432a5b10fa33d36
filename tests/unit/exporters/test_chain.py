from __future__ import annotations

import hashlib
import json
from pathlib import Path

from shiftbid.exporters.chain import chain_lines


def test_each_line_carries_its_files_hash_and_the_hash_of_the_line_before(tmp_path: Path):
    (tmp_path / "calendars").mkdir()
    for path in ("b.csv", "a.csv", "calendars/x.ics"):
        (tmp_path / path).write_text(path, encoding="utf-8")
    lines = [json.loads(line) for line in chain_lines(tmp_path, ["b.csv", "a.csv", "calendars/x.ics"]).splitlines()]
    assert [line["path"] for line in lines] == ["a.csv", "b.csv", "calendars/x.ics"]
    previous = "0" * 64
    for sequence, line in enumerate(lines):
        own = line.pop("hash")
        assert line["sequence"] == sequence
        assert line["previous"] == previous
        assert line["sha256"] == hashlib.sha256(line["path"].encode()).hexdigest()
        text = json.dumps(line, sort_keys=True, separators=(",", ":"))
        previous = hashlib.sha256(text.encode()).hexdigest()
        assert own == previous
