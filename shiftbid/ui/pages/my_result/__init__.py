"""What a round came to for one person."""
