"""Menus of shift templates side by side."""
