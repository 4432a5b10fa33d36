"""Appeals against awards."""
