"""How many customers are expected, and within which band."""
