"""The command line names its option where a reason for short notice is needed."""

from __future__ import annotations

import pytest

from shiftbid.cli.short_notice import late_option_named
from shiftbid.domain.errors import InputError, Problem
from shiftbid.services.notice_dates import WaivableNotice


def test_only_what_a_reason_lifts_names_the_option() -> None:
    problems = (WaivableNotice("4 days short."), Problem("the law knows no exception"))
    with pytest.raises(InputError) as raised, late_option_named():
        raise InputError("round", problems)
    assert [str(each) for each in raised.value.problems] == [
        "4 days short. Option: --late-because.",
        "the law knows no exception",
    ]


def test_other_errors_pass_unchanged() -> None:
    error = InputError("round", ["no such hall"])
    with pytest.raises(InputError) as raised, late_option_named():
        raise error
    assert raised.value is error
