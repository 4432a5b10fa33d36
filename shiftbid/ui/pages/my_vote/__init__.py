"""A person's ballot."""
