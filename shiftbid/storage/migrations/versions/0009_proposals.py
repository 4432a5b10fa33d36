"""Templates that people propose for the next vote, and comments on them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

APPEND_ONLY = ("template_proposal", "proposal_comment")


def upgrade() -> None:
    op.create_table(
        "template_proposal",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("template_json", sa.Text(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_template_proposal_number_at_least_1")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_template_proposal_hall_id")),
        sa.ForeignKeyConstraint(["proposed_by"], ["app_user.id"], name=op.f("fk_template_proposal_proposed_by")),
        sa.PrimaryKeyConstraint("hall_id", "number", name=op.f("pk_template_proposal")),
    )
    op.create_table(
        "proposal_comment",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_proposal_comment_position_at_least_0")),
        sa.ForeignKeyConstraint(["given_by"], ["app_user.id"], name=op.f("fk_proposal_comment_given_by")),
        sa.ForeignKeyConstraint(
            ["hall_id", "number"],
            ["template_proposal.hall_id", "template_proposal.number"],
            name=op.f("fk_proposal_comment_hall_id_number"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("hall_id", "number", "position", name=op.f("pk_proposal_comment")),
    )
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def guard_on_sqlite(table: str) -> None:
    for event in ("UPDATE", "DELETE"):
        op.execute(f"""
            CREATE TRIGGER {table}_append_only_{event.lower()} BEFORE {event} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only: its rows are never changed or removed'); END
        """)


def guard_on_postgresql(table: str) -> None:
    op.execute(f"""
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
    """)
    op.execute(f"""
        CREATE TRIGGER {table}_append_only_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
    """)
