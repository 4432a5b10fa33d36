"""Templates that people propose for the next vote, comments on them, and who read whose data."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

APPEND_ONLY = ("template_proposal", "proposal_comment")
NEVER_CHANGED = "data_reading"


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
    op.create_table(
        "data_reading",
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reader_id", sa.Text(), nullable=False),
        sa.Column("reader_role", sa.Text(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("read_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("length(kinds) > 0", name=op.f("ck_data_reading_kinds_given")),
        sa.CheckConstraint(
            "reader_role IN ('manager', 'payroll', 'staff', 'command_line')",
            name=op.f("ck_data_reading_reader_role_known"),
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_data_reading_employee_id")),
        sa.PrimaryKeyConstraint(
            "employee_id", "day", "reader_id", "reader_role", "kinds", name=op.f("pk_data_reading")
        ),
    )
    op.create_index(
        op.f("ix_data_reading_day_reader_id_reader_role"), "data_reading", ["day", "reader_id", "reader_role"]
    )
    guard_readings()
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def guard_readings() -> None:
    # Old readings are removed, so that only changing one is refused.
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"""
            CREATE TRIGGER {NEVER_CHANGED}_never_changed BEFORE UPDATE ON {NEVER_CHANGED}
            FOR EACH ROW EXECUTE FUNCTION refuse_change()
        """)
    else:
        op.execute(f"""
            CREATE TRIGGER {NEVER_CHANGED}_never_changed BEFORE UPDATE ON {NEVER_CHANGED}
            BEGIN SELECT RAISE(ABORT, '{NEVER_CHANGED} is append-only: its rows are never changed'); END
        """)


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
