from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.exporters.json_records import canonical, election_record, round_record, summary
from shiftbid.services.publication import Publication

GOLDEN = Path(__file__).parents[2] / "golden/exporters"


def test_records_equal_their_golden_copies(publication: Publication):
    assert canonical(election_record(publication)) == (GOLDEN / "election.json").read_bytes()
    assert canonical(round_record(publication)) == (GOLDEN / "round.json").read_bytes()
    assert canonical(publication.settings) == (GOLDEN / "settings.json").read_bytes()


def test_a_stage_shows_its_widest_gap_and_every_optimisation(publication: Publication):
    forecast, award = summary(publication)["stages"]
    assert (forecast["objective"], forecast["bound"], forecast["gap"]) == (None, None, None)
    assert (award["objective"], award["bound"], award["gap"]) == (-8.0, -10.0, 0.25)
    assert [each["gap"] for each in award["optimisations"]] == [0.0, 0.25, None]
    assert award["counts"] == {"assignments": 3}
    assert json.loads(canonical(summary(publication)))["seconds"] == 3.75


def test_what_json_cannot_carry_is_our_mistake():
    with pytest.raises(BugError, match="canonical JSON"):
        canonical({"wait": math.nan})
