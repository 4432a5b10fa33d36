"""Shifts change hands and awards are appealed against by commands, with PINs asked for, on a published week."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.cli.app import command_line
from shiftbid.storage import schema
from shiftbid.storage.database import Database
from shiftbid.storage.pin_hashing import Argon2PinHasher
from tests.storage.exchange_roster import BEFORE, store_week

PIN = "442871"


class NorthHall:
    """Commands on the database of the published week, ten days before it begins."""

    def __init__(self, url: str) -> None:
        self.url = url

    def run(self, *arguments: str) -> Result:
        command = [*arguments, "--hall", "north", "--url", self.url]
        return CliRunner().invoke(command_line(WiredApplication()), command, input=f"{PIN}\n")

    def told(self, *arguments: str) -> dict[str, Any]:
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout.splitlines()[-1])

    def said(self, *arguments: str) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refused(self, *arguments: str) -> str:
        result = self.run(*arguments)
        assert result.exit_code == 2, result.output
        return result.stderr


@pytest.fixture
def north(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NorthHall:
    monkeypatch.setattr("shiftbid.storage.clock.seconds_now", lambda: BEFORE)
    url = f"sqlite:///{tmp_path / 'north.sqlite'}"
    schema.ensure(url)
    with Database(url) as database, database.unit_of_work() as unit:
        store_week(unit, Argon2PinHasher().hash(PIN))
        unit.commit()
    return NorthHall(url)


def test_shifts_change_hands(north: NorthHall) -> None:
    offered = north.told("swap", "offer", "--as", "Ana", "--give", "early:2026-03-09")
    assert (offered["number"], offered["state"]) == (1, "open")
    assert "Offer 1: Ana gives early:2026-03-09, given away" in north.said("swap", "list")
    assert "write TEMPLATE:DATE" in north.refused("swap", "claim", "--as", "Dee", "early")
    assert north.told("swap", "claim", "--as", "Dee", "early:2026-03-09")["state"] == "done"
    assert "Dee was first" in north.refused("swap", "claim", "--as", "Cai", "early:2026-03-09")

    assert north.told("terms", "set", "--manager", "Mere", "--manager-approves")["manager_approves"] is True
    assert "wait for a manager" in north.said("terms", "show")
    take = ("--take", "early:2026-03-12", "--with", "cai")
    assert north.told("swap", "propose", "--as", "Dee", "--give", "late:2026-03-12", *take)["number"] == 2
    assert "Exchange 2 is open" in north.said("swap", "agree", "--as", "Cai", "2")
    assert "waits for a manager" in north.said("swap", "list")
    assert "Only a manager" in north.refused("swap", "approve", "--manager", "Ana", "2")
    assert "Exchange 2 is done" in north.said("swap", "approve", "--manager", "Mere", "2")
    assert north.told("swap", "list")["version"] == 3


def test_cycles_are_found_and_refused(north: NorthHall) -> None:
    north.said("swap", "offer", "--as", "Ana", "--give", "early:2026-03-09", "--take", "early:2026-03-11")
    north.said("swap", "offer", "--as", "Cai", "--give", "early:2026-03-11", "--take", "early:2026-03-09")
    (found,) = north.told("swap", "find", "--as", "Ana")["exchanges"]
    assert [each["employee"] for each in found["content"]["moves"]] == ["ana", "cai"]
    assert "Exchange 1 is refused" in north.said("swap", "refuse", "--as", "Cai", "1")
    assert "Offer 2 is withdrawn" in north.said("swap", "withdraw", "--as", "Cai", "offer", "2")
    board = north.told("swap", "list")
    assert ([each["number"] for each in board["offers"]], board["open_shifts"][0]["shift"]) == ([1], "late:2026-03-11")


def test_an_appeal_is_answered_and_decided(north: NorthHall) -> None:
    wish = ("appeal", "raise", "--as", "Bo", "late:2026-03-11", "--cause", "lost-wish")
    assert north.told(*wish, "--text", "I wished for it.")["content"]["urgent"] is False
    assert "Appeal 1 is answered" in north.said("appeal", "answer", "--manager", "Mere", "1", "--text", "Sorry.")
    refused = north.refused("appeal", "decide", "--as", "Rua", "1", "--uphold", "--reason", "right")
    assert "another hall's manager" in refused
    listed = north.said("appeal", "list")
    assert "Appeal 1 (answered): bo, late:2026-03-11, lost-wish, due 2026-03-01T00:00+13:00" in listed
    assert "answer: Sorry. Found anew: Neither law nor cover keeps Bo" in listed
    assert north.told("appeal", "statistics")["causes"]["lost-wish"]["waiting"] == 1
    assert "lost-wish: 1 raised, 1 waiting" in north.said("appeal", "statistics")
    assert "Appeal 1 is withdrawn" in north.said("appeal", "withdraw", "--as", "Bo", "1")
    assert north.told("appeal", "list")["appeals"][0]["late"] is False
