"""Rules that the roster breaks."""
