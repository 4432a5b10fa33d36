"""Bidding rounds: sealed bids, awards anyone can recompute."""
