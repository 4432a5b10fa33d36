"""Templates that one proposes for the next vote."""
