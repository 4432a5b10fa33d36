"""What needs the manager today."""
