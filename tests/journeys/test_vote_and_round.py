"""From own files through a vote and a bidding round to a published roster, by commands, with three who vote."""

from __future__ import annotations

import csv
import json
import math
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line
from shiftbid.domain.exchange import Offer, swap
from shiftbid.domain.tie_number import joined_hash, sha256_hex
from shiftbid.domain.timeline import Period
from shiftbid.services.exchange_effect import effect_of
from shiftbid.services.exchange_ground import published_roster
from shiftbid.services.shift_names import shift_name
from shiftbid.storage.database import Database
from shiftbid.verifier.verification import verify
from tests.storage.raw_sql import query, run_unguarded

FIRST = datetime.fromisoformat("2025-10-06T00:00")
STAFF = [("s1", "Ana Lima", 40), ("s2", "Bo Chen", 40), ("s3", "Cai Wu", 40), ("s4", "Dee Roy", 30), ("s5", "Eli", 20)]
PINS = {"Mere": "731946", "Tama": "508213", "ana": "442871", "bo": "992134", "cai": "105938"}
OPENED = int(datetime.fromisoformat("2025-12-15T09:00+13:00").timestamp())
VOTE_ENDS, BIDS_END = "2025-12-18T18:00", "2025-12-22T18:00"
DAY = 24 * 3600


class Here:
    """The hall's PC: commands on one database, at an hour that the test sets."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.url = f"sqlite:///{folder / 'own.sqlite'}"
        self.now = OPENED
        patch.setattr("shiftbid.storage.clock.seconds_now", lambda: self.now)

    def run(self, *arguments: str, pins: tuple[str, ...] = ()) -> Result:
        typed = "".join(f"{PINS.get(pin, pin)}\n" for pin in pins)
        return CliRunner().invoke(command_line(WiredApplication()), [*arguments, "--url", self.url], input=typed)

    def done(self, *arguments: str, pins: tuple[str, ...] = ()) -> str:
        result = self.run(*arguments, pins=pins)
        assert result.exit_code == 0, result.output
        return result.stdout

    def told(self, *arguments: str, pins: tuple[str, ...] = ()) -> dict[str, Any]:
        return json.loads(self.done(*arguments, "--json", pins=pins).splitlines()[-1])

    def refused(self, *arguments: str, pins: tuple[str, ...] = ()) -> str:
        result = self.run(*arguments, pins=pins)
        assert result.exit_code == 2, result.output
        return result.stderr


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """A database with a hall, its staff and footfall, and accounts of a manager, a trustee and three of the staff."""
    here = Here(tmp_path, monkeypatch)
    with (tmp_path / "staff.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("employee", "name", "weekly hours", "born", "employed from", "rate"))
        rows.writerows((number, name, hours, "1990-01-31", "2020-02-01", 25) for number, name, hours in STAFF)
    with (tmp_path / "footfall.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("hall", "time", "count"))
        for day in (FIRST + timedelta(days=number) for number in range(7 * 10)):
            if day.weekday() < 5:
                for hour in range(9, 17):
                    count = round(14 + 8 * math.sin((hour - 9) / 8 * math.pi) + day.weekday())
                    rows.writerow(("north", (day + timedelta(hours=hour)).isoformat(timespec="minutes"), count))
    here.done("db", "init")
    details = ("--country", "NZ", "--opening", "mon-fri 09:00-17:00", "--counters", "6", "--service-minutes", "6")
    here.done("halls", "add", "north", *details)
    here.done("import", "staff", str(tmp_path / "staff.csv"), "--hall", "north")
    here.done("import", "footfall", str(tmp_path / "footfall.csv"), "--hall", "north")
    here.done("accounts", "add", "Mere", "--role", "manager", pins=("Mere", "Mere"))
    by_mere = ("--manager", "Mere")
    here.done("accounts", "add", "Tama", "--role", "payroll", *by_mere, pins=("Mere", "Tama", "Tama"))
    for name, employee in (("ana", "s1"), ("bo", "s2"), ("cai", "s3")):
        staff = ("--role", "staff", "--employee", employee, *by_mere)
        here.done("accounts", "add", name, *staff, pins=("Mere", name, name))
    return here


def open_vote(here: Here, *more: str) -> dict[str, Any]:
    (opened,) = here.told(
        *("vote", "open", "--hall", "north", "--from", "2026-01-05", "--weeks", "1", "--workers", "1"),
        *("--manager", "Mere", "--trustee", "Tama", "--until", VOTE_ENDS, *more),
        pins=("Mere", "Tama"),
    )["votes"]
    return opened


def lawful_swap(here: Here) -> tuple[str, str]:
    """A shift of s1 and one of s2, as people write them, that the two may swap."""
    with Database(here.url) as database, database.unit_of_work() as unit:
        roster = published_roster(unit, "north", Period.of_weeks(date(2026, 1, 5), 1))
    mine, theirs = (
        [each.shift.id for each in roster.publication.roster.assignments if each.employee == person]
        for person in ("s1", "s2")
    )
    for own, other in product(mine, theirs):
        moves = swap(Offer("s1", own), Offer("s2", other))
        free = not roster.holds("s1", other) and not roster.holds("s2", own)
        if free and not effect_of(roster, moves, lambda progress: None).problems:
            return shift_name(own), shift_name(other)
    pytest.fail("no two shifts of s1 and s2 may be swapped")


@pytest.mark.slow
def test_a_hall_votes_bids_and_is_rostered(here: Here, tmp_path: Path) -> None:
    propose = ("vote", "propose", "--hall", "north", "--as", "ana", "--start", "10:00", "--end", "14:00")
    proposed = here.told(*propose, "--on", "mon,wed", pins=("ana",))
    assert (proposed["number"], proposed["template"]) == (1, "1000-1400-d13")
    assert "is proposed already" in here.refused(*propose, "--on", "mon,wed", pins=("ana",))
    assert "write mon" in here.refused(*propose, "--on", "noday", pins=("ana",))
    here.done("vote", "comment", "1", "the bus is late", "--hall", "north", "--as", "bo", pins=("bo",))
    assert "waits for the next vote" in here.done("vote", "proposals", "--hall", "north")
    opened = open_vote(here, "--quorum", "3")
    (own,) = [each for each in opened["paper"]["candidates"] if each["origin"] == "proposal"]
    assert (own["template"], own["weekdays"]) == ("1000-1400-d13", [0, 2])
    listed = here.done("vote", "proposals", "--hall", "north")
    assert "put to the vote: " in listed
    assert "the bus is late" in listed
    assert (opened["state"], opened["staff"], opened["took_part"]) == ("open", 5, 0)
    paper = opened["paper"]
    one, two = (candidate["template"] for candidate in paper["candidates"][:2])
    assert {name for menu in paper["menus"] for name in menu["templates"]} <= {
        candidate["template"] for candidate in paper["candidates"]
    }
    cast, at_north = ("vote", "cast", "--hall", "north"), ("--hall", "north")

    here.done(*cast, "--as", "ana", "--want", two, pins=("ana",))
    here.told(*cast, "--as", "bo", "--want", two, "--cannot", one, pins=("bo",))
    receipt = here.told(*cast, "--as", "ana", "--want", one, "--accept", two, pins=("ana",))["receipt"]
    assert "is not put to the vote" in here.refused(*cast, "--as", "cai", "--want", "x", pins=("cai",))
    assert "holds the key" in here.refused(*cast, "--as", "Tama", "--want", one, pins=("Tama",))
    assert "not on the staff list" in here.refused(*cast, "--as", "Mere", "--want", one, pins=("Mere",))
    assert "wrong" in here.refused(*cast, "--as", "cai", "--want", one, pins=("000001",))
    here.told(*cast, "--as", "cai", "--want", two, pins=("cai",))
    assert "3 of 5 people" in here.done("vote", "show", *at_north)
    for box in query(here.url, "SELECT box, employee_id FROM poll_entry"):
        assert two not in box[0]
    assert "until its deadline" in here.refused("vote", "close", *at_north, "--trustee", "Tama", pins=("Tama",))
    assert "is open: a counted vote" in here.refused(
        *("round", "open", *at_north, "--manager", "Mere", "--trustee", "Tama", "--until", BIDS_END),
        pins=("Mere", "Tama"),
    )

    here.now = OPENED + 4 * DAY
    assert "has passed" in here.refused(*cast, "--as", "ana", "--want", one, pins=("ana",))
    assert "Only the trustee" in here.refused("vote", "close", *at_north, "--trustee", "Mere", pins=("Mere",))
    assert "wrong" in here.refused("vote", "close", *at_north, "--trustee", "Tama", pins=("111222",))
    counted = here.told("vote", "close", *at_north, "--trustee", "Tama", pins=("Tama",))
    assert counted["state"] == "counted"
    closing, count = (step["content"] for step in counted["steps"])
    election = count["election"]
    assert election["seed"] == joined_hash(count["nonce"], closing["boxes_root"])
    tally = {each["template"]: (each["want"], each["accept"], each["cannot"]) for each in election["tally"]}
    assert (tally[one], tally[two]) == ((1, 0, 1), (2, 1, 0))
    assert {one, two} <= set(election["adopted"]["templates"])
    assert len(election["adopted"]["templates"]) == min(paper["seats"], len(paper["candidates"]))
    assert (election["status"], election["score"], election["bound"]) == ("optimal", "7/2", "7/2")
    (own,) = [each["answers"] for each in election["ballots"] if each["id"] == receipt]
    assert own == {one: "want", two: "accept"}
    assert not query(here.url, "SELECT * FROM poll_key")
    assert not any(f'"{name}"' in json.dumps(count) for name in ("s1", "s2", "s3", "ana", "bo"))

    here.done("round", "standing", "--as", "cai", "want:off:sun", "avoid:any:mon", pins=("cai",))
    here.done("round", "standing", "--as", "bo", "want:any", pins=("bo",))
    assert "no employee" in here.refused("round", "standing", "--as", "Mere", "want:any", pins=("Mere",))
    here.now += 60
    bidding = here.told(
        *("round", "open", *at_north, "--manager", "Mere", "--trustee", "Tama", "--until", BIDS_END),
        *("--method", "snake"),
        pins=("Mere", "Tama"),
    )
    assert bidding["method"] == "snake"
    assert "Awarded by method snake" in here.done("round", "show", *at_north)
    (offered,) = bidding["menus"]
    assert offered["templates"] == election["adopted"]["templates"]
    here.done("vote", "show", *at_north, "--record", str(tmp_path / "vote.json"))
    assert verify(tmp_path / "vote.json").findings == ()
    changed = (tmp_path / "vote.json").read_text().replace('"want":2', '"want":3')
    (tmp_path / "vote.json").write_text(changed)
    assert [each.rule for each in verify(tmp_path / "vote.json").findings] == ["ELECTION-TALLY"]
    bid = ("round", "bid", *at_north)
    here.done(*bid, "--as", "ana", "want:any:tue", pins=("ana",))
    assert "has not consented" in here.refused(*bid, "--as", "bo", "--for", "s1", "want:late", pins=("bo",))
    assert "s2 may bid for you" in here.done("round", "proxy", "--as", "ana", "--to", "s2", pins=("ana",))
    here.done(*bid, "--as", "bo", "--for", "s1", "want:late", pins=("bo",))
    given = here.done("round", "given", *at_north, "--as", "ana", pins=("ana",)).splitlines()
    assert [line.split("  ")[-1] for line in given[-3:]] == ["ana", "bo, for you", "2 bids were given."]
    wishes = here.told(*bid, "--as", "ana", "want:off:2026-01-06", "like:early", "neutral:any:fri", pins=("ana",))[
        "bids"
    ]
    assert wishes[0] == {"date": "2026-01-05", "template": wishes[0]["template"], "level": "like"}
    assert {"date": "2026-01-06", "template": None, "level": "want"} in wishes
    assert not any(each["date"] == "2026-01-09" for each in wishes)
    here.done(*bid, "--as", "bo", "avoid:late", pins=("bo",))
    here.done("round", "standing", "--as", "cai", "want:any", pins=("cai",))
    assert "no such shift" in here.refused(*bid, "--as", "cai", "want:off:sun", pins=("cai",))
    assert "write LEVEL" in here.refused(*bid, "--as", "cai", "wish:off:mon", pins=("cai",))

    here.now = OPENED + 8 * DAY
    assert "has passed" in here.refused(*bid, "--as", "cai", "want:off:mon", pins=("cai",))
    assert "only a closed round" in here.refused("round", "award", *at_north, "--manager", "Mere", pins=("Mere",))
    assert "waits for Tama to close it" in here.done("round", "show", *at_north)
    closed = here.told("round", "close", *at_north, "--trustee", "Tama", pins=("Tama",))
    fixed, revealed = (step["content"] for step in closed["steps"])
    assert [each["employee"] for each in fixed["commitments"]] == ["s1", "s2", "s3"]
    assert revealed["standing"] == ["s3"]
    assert {(each["date"], each["level"]) for each in revealed["bids"][2]["wishes"]} == {("2026-01-05", "avoid")}
    assert (
        sha256_hex(revealed["nonce"])
        == json.loads(query(here.url, "SELECT paper_json FROM poll WHERE kind = 'round'")[0][0])["nonce_commitment"]
    )
    assert "Only a manager" in here.refused("round", "award", *at_north, "--manager", "ana", pins=("ana",))
    out = tmp_path / "published"
    here.done("round", "award", *at_north, "--manager", "Mere", "--workers", "1", "--out", str(out), pins=("Mere",))
    (published,) = json.loads((out / "round.json").read_text())["rounds"]
    assert published["nonce"] == revealed["nonce"]
    assert published["root"] == fixed["root"]
    assert published["award"]
    assert (published["method"], sorted(published["order"])) == ("snake", ["s1", "s2", "s3"])
    assert any(each["accepted"] for each in published["claims"])
    assert verify(out).findings == ()
    assert verify(out / "round.json").findings == ()
    replayed = here.done("verify", str(out), "--replay")
    assert "the same award, byte for byte" in replayed
    assert "the same vote, byte for byte" in replayed
    assert here.told("round", "fairness", *at_north)["award"] == published["fairness"]
    assert "rounds together" in here.done("round", "fairness", *at_north)
    assert "is awarded" in here.refused("round", "award", *at_north, "--manager", "Mere", pins=("Mere",))
    gives, takes = lawful_swap(here)
    swapped = ("--give", gives, "--take", takes, "--with", "s2")
    here.done("swap", "propose", *at_north, "--as", "ana", *swapped, pins=("ana",))
    assert here.told("swap", "agree", *at_north, "--as", "bo", "1", pins=("bo",))["state"] == "done"
    after = tmp_path / "after"
    here.done("export", "roster", *at_north, "--format", "folder", "--out", str(after))
    assert verify(after).findings == ()
    (changed_round,) = json.loads((after / "round.json").read_text())["rounds"]
    assert (changed_round["award"], len(changed_round["changes"])) == (published["award"], 1)
    here.done("round", "final", *at_north, "--manager", "Mere", pins=("Mere",))
    assert "is final" in here.refused("swap", "offer", *at_north, "--as", "ana", "--give", takes, pins=("ana",))
    with Database(here.url) as database, database.unit_of_work() as unit:
        paths = [record.path for record in unit.records.all()]
    vote, rounds = "north/2026-01-05/2026-01-11/vote/1", "north/2026-01-05/2026-01-11/round/1"
    exchange = "north/2026-01-05/2026-01-11/exchange/1"
    assert paths == [
        *(f"{vote}/{act}" for act in ("open", "close", "count")),
        *(f"{rounds}/{act}" for act in ("open", "close", "reveal")),
        *(f"north/2026-01-05/v1/{decision}" for decision in ("election", "round")),
        f"{rounds}/award",
        f"{exchange}/open",
        f"{exchange}/1-agree",
        *(f"north/2026-01-05/v2/{decision}" for decision in ("election", "round")),
        f"{exchange}/2-carry-out",
        f"{rounds}/finish",
    ]
    here.done("db", "check")
    run_unguarded(
        here.url, "UPDATE poll_step SET content_json = replace(content_json, 'want', 'like') WHERE act = 'reveal'"
    )
    checked = here.run("db", "check")
    assert checked.exit_code == 1
    assert f"{rounds}/reveal is not what the hash chain says" in checked.output


@pytest.mark.slow
def test_a_vote_below_its_quorum_lapses_and_another_is_opened(here: Here) -> None:
    opened = open_vote(here, "--quorum", "2")
    template = opened["paper"]["candidates"][0]["template"]
    here.done("vote", "cast", "--hall", "north", "--as", "ana", "--want", template, pins=("ana",))
    again = ("vote", "open", "--hall", "north", "--from", "2026-01-05", "--weeks", "1", "--workers", "1")
    holders = ("--manager", "Mere", "--trustee", "Tama")
    assert "withdraw it before" in here.refused(*again, *holders, "--until", VOTE_ENDS, pins=("Mere", "Tama"))
    here.now = OPENED + 4 * DAY
    lapsed = here.told("vote", "close", "--hall", "north", "--trustee", "Tama", pins=("Tama",))
    assert [step["act"] for step in lapsed["steps"]] == ["lapse"]
    assert not query(here.url, "SELECT * FROM poll_key")
    assert "fewer than the quorum" in here.done("vote", "show", "--hall", "north")
    assert "in the future" in here.refused(*again, *holders, "--until", VOTE_ENDS, pins=("Mere", "Tama"))
    alone = ("--manager", "Mere", "--trustee", "Mere", "--until", BIDS_END)
    assert "may not hold the key" in here.refused(*again, *alone, pins=("Mere", "Mere"))
    second = here.told(*again, *holders, "--until", BIDS_END, pins=("Mere", "Tama"))["votes"][0]
    assert second["poll"].endswith("/vote/2")
    reason = ("--reason", "the footfall was wrong")
    here.done("vote", "withdraw", "--hall", "north", "--manager", "Mere", *reason, pins=("Mere",))
    assert not query(here.url, "SELECT * FROM poll_key")
    here.done("db", "check")
