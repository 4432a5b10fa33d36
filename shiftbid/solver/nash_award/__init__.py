"""Seats awarded by credit-weighted Nash welfare: least unmet demand first, then the greatest welfare, with limits."""
