"""The certificate counted again after changes to its cells, to the forecast and to the promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from shiftbid.verifier import Kind
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import Row, edit_csv, edit_json

DAY = "2026-11-02"


def at(rows: list[Row], clock: str, customer_class: str) -> Row:
    return next(row for row in rows if row["start"].startswith(f"{DAY}T{clock}") and row["class"] == customer_class)


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({"heads": "9"}, {"CERTIFICATE-HEADS"}),
        ({"arrivals": "3.5"}, {"CERTIFICATE-ARRIVALS"}),
        ({"promise_minutes": "20"}, {"CERTIFICATE-PROMISE"}),
        ({"busy": "false"}, {"CERTIFICATE-BUSY", "CERTIFICATE-PROMISE"}),
        ({"kept": "false", "kept_at_plus10": "false"}, {"CERTIFICATE-KEPT"}),
        ({"kept": "false"}, {"CERTIFICATE-KEPT", "CERTIFICATE-VALUE"}),
        ({"share_in_time": "0.70"}, set[str]()),
        ({"share_in_time": "0.68"}, {"CERTIFICATE-KEPT"}),
        ({"share_in_time": "1.1"}, {"CERTIFICATE-VALUE"}),
        ({"mean_wait_minutes": "-1"}, {"CERTIFICATE-VALUE"}),
    ],
)
def test_a_changed_cell_is_found(folder: Path, change: dict[str, str], rules: set[str]) -> None:
    """The promise is judged over the hour: (0.70 + 3 x 0.97) / 4 is 0.9025, with 0.68 it is 0.8975."""
    edit_csv(folder, "certificate", lambda rows: at(rows, "14:15", "vip").update(change))
    assert found(folder, Kind.CERTIFICATE) == {(rule, "", DAY) for rule in rules}


def test_a_row_left_out_is_missed(folder: Path) -> None:
    edit_csv(folder, "certificate", lambda rows: rows.remove(at(rows, "14:15", "vip")))
    assert found(folder, Kind.CERTIFICATE) == {("CERTIFICATE-ARRIVALS", "", DAY)}


def test_an_hour_left_out_is_missed(folder: Path) -> None:
    def remove(rows: list[Row]) -> None:
        rows[:] = [row for row in rows if not row["start"].startswith(f"{DAY}T14")]

    edit_csv(folder, "certificate", remove)
    assert found(folder, Kind.CERTIFICATE) == {("CERTIFICATE-ARRIVALS", "", DAY)}


def test_another_roster_has_other_heads(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: rows.pop(0))
    sentences = [each.sentence for each in all_found(folder) if each.rule == "CERTIFICATE-HEADS"]
    assert sentences == [
        "Hall north, desk counter, Tue 2026-11-03 09:00: the certificate counts 2 heads, the roster has 1 at the "
        "counter (63 more like it that day)."
    ]


def test_more_heads_than_desks_serve_no_more(folder: Path) -> None:
    edit_json(folder, "settings.json", lambda settings: settings["desks"]["north"][0].update(counters=1))
    assert {rule for rule, _, _ in found(folder, Kind.CERTIFICATE)} == {"CERTIFICATE-HEADS"}
    edit_csv(
        folder,
        "certificate",
        lambda rows: [row.update(heads="1") for row in rows if int(row["heads"]) > 1],
    )
    assert found(folder, Kind.CERTIFICATE) == set()


def test_a_desk_that_the_settings_do_not_know_is_named(folder: Path) -> None:
    edit_csv(folder, "certificate", lambda rows: at(rows, "14:15", "vip").update(skill="safe"))
    sentences = [each.sentence for each in all_found(folder) if each.rule == "CERTIFICATE-HEADS"]
    assert sentences == [f"Hall north, desk safe, Mon {DAY} 14:15: the settings know no desk of skill safe."]


def test_each_desk_has_its_share_of_the_forecast_and_its_own_heads(folder: Path) -> None:
    shares = {"counter": 0.75, "safe": 0.25}
    desks = [{"skill": skill, "share": share, "counters": 5} for skill, share in shares.items()]
    edit_json(folder, "settings.json", lambda settings: settings["desks"].update(north=desks))

    def split(rows: list[Row]) -> None:
        rows[:] = [
            {**row, "skill": skill, "arrivals": f"{share * float(row['arrivals']):.6f}"}
            for row in rows
            for skill, share in shares.items()
        ]

    edit_csv(folder, "certificate", split)
    wrong = [each.sentence for each in all_found(folder) if each.kind is Kind.CERTIFICATE]
    assert wrong
    assert all("desk safe" in each and "the roster has 0 at the counter" in each for each in wrong)
    edit_csv(folder, "certificate", lambda rows: [row.update(heads="0") for row in rows if row["skill"] == "safe"])
    assert found(folder, Kind.CERTIFICATE) == set()


def test_a_promised_mean_is_judged_by_the_mean(folder: Path) -> None:
    edit_json(folder, "settings.json", lambda settings: settings.update(promise="mean:10,15,5"))
    assert found(folder, Kind.CERTIFICATE) == set()
    edit_csv(folder, "certificate", lambda rows: at(rows, "14:15", "vip").update(mean_wait_minutes="36"))
    assert found(folder, Kind.CERTIFICATE) == {("CERTIFICATE-KEPT", "", DAY)}


def test_a_promise_to_nobody_is_kept(folder: Path) -> None:
    vip = {"class": "vip"}.items()
    edit_csv(
        folder,
        "certificate",
        lambda rows: [row.update(arrivals="0", share_in_time="0") for row in rows if vip <= row.items()],
    )
    edit_csv(folder, "forecast", lambda rows: [row.update(mean="0") for row in rows if vip <= row.items()])
    assert found(folder, Kind.CERTIFICATE) == set()
