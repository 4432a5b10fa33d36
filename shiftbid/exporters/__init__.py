"""Published files out."""
