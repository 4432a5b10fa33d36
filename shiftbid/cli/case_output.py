"""Cases about a roster as the command line prints them."""

from __future__ import annotations

import json
from typing import Any

from shiftbid.cli.poll_options import say, write_json
from shiftbid.domain.case import Case


def case_object(case: Case) -> dict[str, Any]:
    """A case as JSON."""
    return {
        "case": case.id,
        "kind": case.kind.value,
        "number": case.number,
        "state": case.state.value,
        "opened_by": case.opened_by,
        "opened_at": case.opened_at,
        "content": json.loads(case.content),
        "steps": [
            {"act": each.act.value, "by": each.by, "at": each.at, "content": json.loads(each.content)}
            for each in case.steps
        ],
    }


def tell_case(case: Case, as_json: bool) -> None:
    """Print how a case stands after an act."""
    if as_json:
        write_json(case_object(case))
    else:
        say(f"{case.kind.capitalize()} {case.number} is {case.state}.")
