"""One's own claims and swaps."""
