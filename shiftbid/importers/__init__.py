"""Files and samples in."""
