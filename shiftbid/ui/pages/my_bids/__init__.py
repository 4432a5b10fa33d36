"""A person's bids."""
