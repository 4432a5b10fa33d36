from __future__ import annotations

import pytest

from shiftbid.exporters.plain_text import printable, spreadsheet_safe


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5", "@SUM(A1)", "＝1", " =1", "\t=1", "\r=1", "\n@x", "\0=1"])
def test_a_text_that_could_start_a_formula_gets_an_apostrophe(text: str):
    assert spreadsheet_safe(text).startswith("'")


@pytest.mark.parametrize("text", ["王晓梅", "O'Neill", "a=b", "3-4", "", "   "])
def test_other_texts_stay_as_they_are(text: str):
    assert spreadsheet_safe(text) == text


def test_control_characters_become_spaces_and_broken_halves_are_marked():
    assert printable("a\tb\0c\u2028d\ud800e𠮷") == "a b c d\ufffde𠮷"
