"""A person's own statement of time off in lieu."""
