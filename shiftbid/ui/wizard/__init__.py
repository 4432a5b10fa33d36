"""Sets a hall up from a form and two files."""
