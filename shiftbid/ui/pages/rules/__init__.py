"""Rules in force, and the hall's own details."""
