"""The only package that imports OR-Tools: templates and awards."""
