"""Exchanges: who gives and takes what, which places were empty, and whom it waits for."""

from __future__ import annotations

from shiftbid.domain.exchange import Exchange, Move, Offer, claim, cycle, swap


def test_a_cycle_gives_everybody_what_the_next_gives() -> None:
    offers = (Offer("c", "z"), Offer("a", "x"), Offer("b", "y"))
    assert cycle(offers) == (Move("a", "x", "y"), Move("b", "y", "z"), Move("c", "z", "x"))
    assert swap(*offers[:2]) == (Move("a", "x", "z"), Move("c", "z", "x"))


def test_a_claim_takes_from_a_giver_or_from_nobody() -> None:
    assert claim("b", "x", "a") == (Move("a", "x", None), Move("b", None, "x"))
    assert claim("b", "x", None) == (Move("b", None, "x"),)


def test_an_exchange_names_the_places_that_were_empty_and_whom_it_waits_for() -> None:
    exchange = Exchange((Move("a", "x", "y"), Move("b", "y", "z"), Move("c", None, "x")), ("a",))
    assert exchange.open_shifts == ("z",)
    assert exchange.given == (("a", "x"), ("b", "y"))
    assert exchange.waits_for(["b"]) == ("c",)
    assert Exchange(claim("b", "x", None), ("b",)).open_shifts == ("x",)


def test_an_offer_without_a_wish_is_a_gift() -> None:
    assert Offer("a", "x").given_away
    assert not Offer("a", "x", ("y",)).given_away
