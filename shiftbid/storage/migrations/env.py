"""Runs migrations on the connection that `shiftbid.storage.schema` hands over, all in its one transaction."""

from alembic import context

from shiftbid.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    compare_type=True,
    compare_server_default=True,
)
context.run_migrations()
