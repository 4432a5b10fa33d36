"""Claims and swaps of a hall, as its manager sees them."""
