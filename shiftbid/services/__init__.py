"""Use cases, one a file; what they need of the outside stands in ports as protocols."""
