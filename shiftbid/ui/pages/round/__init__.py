"""The hall's bidding round, as its manager sees it."""
