"""The second opinion: reads published files only and imports nothing of shiftbid."""
