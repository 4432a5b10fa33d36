"""Published instance sets, run and compared with the best known values."""
