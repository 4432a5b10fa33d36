"""Elections on menus of shift templates: one method a file."""
