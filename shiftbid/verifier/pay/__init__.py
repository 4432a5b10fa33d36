"""Pay as the verifier reckons it: its own values and arithmetic."""
