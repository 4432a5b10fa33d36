"""The staff list with hours and time off in lieu."""
