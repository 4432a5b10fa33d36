"""A person's requests for time off."""
