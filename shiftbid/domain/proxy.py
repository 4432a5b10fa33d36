"""Consents by which a colleague bids for somebody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProxyConsent:
    """A person's written consent that a colleague bids for them; a later one takes the place of those before it.

    Attributes
    ----------
    proxy
        Employee id of the colleague; None where the person takes the consent back.
    given_by
        Id of the user who put it on record: the person.
    given_at
        Instant by the clock of the store, in UTC seconds.
    """

    employee: str
    proxy: str | None
    given_by: str
    given_at: int
