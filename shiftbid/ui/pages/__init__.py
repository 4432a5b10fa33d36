"""One folder a screen; no page knows another."""
