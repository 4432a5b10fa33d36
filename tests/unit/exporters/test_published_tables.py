"""Every published CSV file of the tiny publication against its golden copy, read by eye when it was made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.exporters.published_tables import PUBLISHED_TABLES, PublishedTable
from shiftbid.exporters.tables import write_table
from shiftbid.services.publication import Publication

GOLDEN = Path(__file__).parents[2] / "golden/exporters"

# Columns that outside checks rely on; others may only be added behind them.
PROMISED = {
    "forecast.csv": "hall,time,class,mean,q10,q50,q90",
    "history.csv": "hall,time,class,count",
    "demand.csv": "hall,start,end,skill,heads",
    "templates.csv": "hall,template,start,end,breaks,paid_minutes,adopted",
    "staff.csv": "employee,name,hall,contract_minutes,system,skills,born,employed_from,rate_cents",
    "leave.csv": "employee,start,end,kind",
    "consents.csv": "employee,rule,from,to,kind",
    "facts.csv": "employee,fact,value,from,to",
    "worked.csv": "employee,start,end,breaks",
    "calendar.csv": "date,class",
    "roster.csv": "hall,employee,date,template,start,end,breaks,paid_minutes,pinned",
    "findings.csv": "rule,employee,start,end,severity,sentence,article",
    "certificate.csv": "hall,start,end,class,busy,arrivals,heads,mean_wait_minutes,p90_wait_minutes,"
    "share_in_time,promise_minutes,kept,kept_at_plus10",
    "toil.csv": "entry,employee,effective,kind,account,lot,minutes,expires,source",
    "payroll.csv": "employee,date,hall,pay_class,minutes,rule,source",
}


def written(table: PublishedTable, publication: Publication, folder: Path) -> bytes:
    write_table(folder / table.path, table.columns, table.rows(publication))
    return (folder / table.path).read_bytes()


def test_every_promised_file_has_its_promised_columns_first():
    columns = {table.path: ",".join(table.columns) for table in PUBLISHED_TABLES}
    assert set(columns) == set(PROMISED)
    for path, promised in PROMISED.items():
        assert (columns[path] + ",").startswith(promised + ",")


@pytest.mark.parametrize("table", PUBLISHED_TABLES, ids=lambda table: table.path)
def test_the_file_equals_its_golden_copy(table: PublishedTable, publication: Publication, tmp_path: Path):
    assert written(table, publication, tmp_path) == (GOLDEN / table.path).read_bytes()


@pytest.mark.parametrize("table", PUBLISHED_TABLES, ids=lambda table: table.path)
def test_every_row_has_a_cell_for_every_column(table: PublishedTable, two_halls: Publication):
    rows = list(table.rows(two_halls))
    assert rows
    assert {len(row) for row in rows} == {len(table.columns)}


def test_a_posting_of_an_unknown_lot_is_our_mistake(publication: Publication):
    hall = replace(publication.halls[0], lots=())
    table = next(table for table in PUBLISHED_TABLES if table.path == "toil.csv")
    with pytest.raises(BugError, match="h1-002/night"):
        list(table.rows(replace(publication, halls=(hall,))))
