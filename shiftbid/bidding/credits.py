"""Credit: what a round leaves to the next, so that who came off badly weighs more there; never pay, never traded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

DECAY = 0.8
"""Share of a credit that outlives a round."""
LIMIT = 1.0
WEIGHT_OF_A_CREDIT = 0.5
DIGITS = 4
"""Credits are kept to so many digits, so that every reader comes to the same."""


def weight_of(credit: float) -> float:
    """Weight of a person's satisfaction in the welfare of all: 0.5 to 1.5."""
    return 1.0 + WEIGHT_OF_A_CREDIT * min(LIMIT, max(-LIMIT, credit))


def credits_after(
    staff: Iterable[str], before: Mapping[str, float], satisfaction: Mapping[str, float]
) -> Mapping[str, float]:
    """Give everybody's credit after a round.

    ``min(1, max(-1, 0.8 c + mean satisfaction - own))`` for who bid, all shifted alike so that the credits of the
    staff sum to 0; a credit of who did not bid fades by a fifth. New staff come with 0.

    Parameters
    ----------
    satisfaction
        Of everybody who bid.
    """
    people = sorted(staff)
    mean = sum(satisfaction.values()) / len(satisfaction) if satisfaction else 0.0
    after = {employee: DECAY * before.get(employee, 0.0) for employee in people}
    bidders = [employee for employee in people if employee in satisfaction]
    for employee in bidders:
        after[employee] = min(LIMIT, max(-LIMIT, after[employee] + mean - satisfaction[employee]))
    shift = sum(after.values()) / len(bidders) if bidders else 0.0
    for employee in bidders:
        after[employee] -= shift
    # Adding 0 turns a negative zero into a plain one.
    return {employee: round(credit, DIGITS) + 0.0 for employee, credit in after.items()}
