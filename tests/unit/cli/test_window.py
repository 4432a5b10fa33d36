"""Which command lines open the window without loading any command."""

from __future__ import annotations

import pytest

from shiftbid.cli.window import opens_window


@pytest.mark.parametrize("line", ["", "--folder demo-output", "--url sqlite:///x.db"])
def test_the_window_is_opened(line: str) -> None:
    assert opens_window(line.split())


@pytest.mark.parametrize("line", ["--help", "demo", "demo --out", "halls list", "--url x plan", "--folder", "verify x"])
def test_commands_are_loaded_where_one_may_be_meant(line: str) -> None:
    assert not opens_window(line.split())
