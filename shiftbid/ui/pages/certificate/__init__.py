"""The waits customers will see."""
