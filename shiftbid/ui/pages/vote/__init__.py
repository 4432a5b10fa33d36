"""The hall's vote, as its manager sees it."""
