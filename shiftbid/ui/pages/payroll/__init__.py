"""Pay of the period: preview, changes, closing, export."""
