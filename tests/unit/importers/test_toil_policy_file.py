from fractions import Fraction
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import LotKind
from shiftbid.importers.toil_policy_file import read_toil_policy
from shiftbid.payroll.toil_policy import LotTerms, Outcome, Rounding, ToilPolicy, Validity

WHOLE = """
law = "CN"
cap_minutes = 6000
overdraft_minutes = 240
step_minutes = 30
rounding = "nearest"

[terms.rest_day_work]
rate = "5/4"
valid_months = 12
valid_days = 1
at_expiry = "extend"
at_leaving = "payout"

[terms.house_bonus]
rate = 1.5
at_expiry = "forfeit"
"""


def read(folder: Path, text: str) -> ToilPolicy:
    file = folder / "policy.toml"
    file.write_text(text, encoding="utf-8")
    return read_toil_policy(file)


def test_a_policy_is_read_whole(tmp_path: Path) -> None:
    terms = {
        LotKind.REST_DAY_WORK: LotTerms(Fraction(5, 4), Validity(12, 1), Outcome.EXTEND, Outcome.PAYOUT),
        LotKind.HOUSE_BONUS: LotTerms(Fraction(3, 2), Validity(), Outcome.FORFEIT, Outcome.PAYOUT),
    }
    assert read(tmp_path, WHOLE) == ToilPolicy("CN", terms, 6000, 240, 30, Rounding.NEAREST)
    assert read(tmp_path, "") == ToilPolicy("", {})


def test_every_wrong_key_and_value_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(
            tmp_path,
            "step_minutes = -1\ncap_minutes = true\nrounding = 'sideways'\ncolour = 1\n"
            "[terms.advance]\n[terms.overtime]\nrate = 0\nvalid_months = 1.5\nat_expiry = 'burn'\nat_end = 1\n",
        )
    assert [str(problem).split(":")[0] for problem in caught.value.problems] == [
        "'colour' is no key; use law, rounding, terms, cap_minutes, overdraft_minutes, step_minutes",
        "cap_minutes = True",
        "step_minutes = -1",
        "rounding = 'sideways'",
        "terms.advance",
        "terms.overtime.at_end",
        "terms.overtime.rate = 0",
        "terms.overtime.valid_months = 1.5",
        "terms.overtime.at_expiry = 'burn'",
    ]


@pytest.mark.parametrize("text", ["law = ", "\x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="cannot be read as TOML"):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_toil_policy(tmp_path / "none.toml")
