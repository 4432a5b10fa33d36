"""A person's own shifts as a month and as a list."""
