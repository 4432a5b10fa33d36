"""Migrations: the database's schema, step by step; applied by `shiftbid.storage.schema`."""
