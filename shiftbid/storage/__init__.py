"""Tables, mappers, repositories and units of work."""
