"""How fair awards were."""
