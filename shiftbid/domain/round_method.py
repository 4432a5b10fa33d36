"""How the shifts of a bidding round are awarded: a matter of agreement, chosen when the round is opened."""

from __future__ import annotations

from enum import StrEnum


class RoundMethod(StrEnum):
    """Method of an award; all keep the law and leave the fewest half-hours of the demand missing first."""

    NASH = "nash"
    """Greatest credit-weighted Nash welfare: who has little gains most."""
    SUM = "sum"
    """Greatest credit-weighted sum of satisfactions, whoever has it."""
    LEXIMIN = "leximin"
    """The least satisfied as satisfied as can be, then Nash welfare; for small halls."""
    WAVES = "waves"
    """Everybody makes a few claims at a time, who has most credit first."""
    SNAKE = "snake"
    """Everybody takes one wish in the order of credit, then in reverse order, and so on."""
    SENIORITY = "seniority"
    """One person after the other takes all they wish, who was employed first comes first."""

    @property
    def is_by_claims(self) -> bool:
        """Whether people take their wishes one after the other."""
        return self in (RoundMethod.WAVES, RoundMethod.SNAKE, RoundMethod.SENIORITY)
