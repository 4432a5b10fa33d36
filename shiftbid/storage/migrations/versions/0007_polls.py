"""Votes and bidding rounds with sealed ballots and bids."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

APPEND_ONLY = ("poll", "poll_entry", "poll_step", "standing_wishes")

TOO_LATE = """
    NEW.given_at >= (SELECT deadline FROM poll WHERE id = NEW.poll_id)
    OR EXISTS (SELECT 1 FROM poll_step WHERE poll_id = NEW.poll_id)
"""


def upgrade() -> None:
    op.create_table(
        "poll",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=False),
        sa.Column("trustee", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("paper_json", sa.Text(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_poll_first_day_to_last_day")),
        sa.CheckConstraint("kind IN ('vote', 'round')", name=op.f("ck_poll_kind_known")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_poll_number_at_least_1")),
        sa.CheckConstraint("opened_at < deadline", name=op.f("ck_poll_opened_at_before_deadline")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_poll_hall_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["app_user.id"], name=op.f("fk_poll_opened_by")),
        sa.ForeignKeyConstraint(["trustee"], ["app_user.id"], name=op.f("fk_poll_trustee")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sa.UniqueConstraint(
            "hall_id",
            "first_day",
            "last_day",
            "kind",
            "number",
            name=op.f("uq_poll_hall_id_first_day_last_day_kind_number"),
        ),
    )
    op.create_table(
        "poll_step",
        sa.Column("poll_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("acted_by", sa.Text(), nullable=False),
        sa.Column("acted_at", sa.BigInteger(), nullable=False),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "act IN ('close', 'lapse', 'count', 'reveal', 'award', 'finish', 'withdraw')",
            name=op.f("ck_poll_step_act_known"),
        ),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_step_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "position", name=op.f("pk_poll_step")),
    )
    op.create_table(
        "poll_entry",
        sa.Column("poll_id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("box", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_poll_entry_position_at_least_0")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_poll_entry_employee_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_entry_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "employee_id", "position", name=op.f("pk_poll_entry")),
    )
    op.create_table(
        "standing_wishes",
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("wishes_json", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_standing_wishes_position_at_least_0")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_standing_wishes_employee_id")),
        sa.PrimaryKeyConstraint("employee_id", "position", name=op.f("pk_standing_wishes")),
    )
    op.create_table(
        "poll_key",
        sa.Column("poll_id", sa.Text(), nullable=False),
        sa.Column("locked_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_key_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_poll_key")),
    )
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)
    if op.get_bind().dialect.name == "postgresql":
        refuse_late_entries_on_postgresql()
    else:
        op.execute(f"""
            CREATE TRIGGER poll_entry_in_time BEFORE INSERT ON poll_entry WHEN {TOO_LATE}
            BEGIN SELECT RAISE(ABORT, 'a poll takes entries before its deadline only, while it is open'); END
        """)


def refuse_late_entries_on_postgresql() -> None:
    op.execute(f"""
        CREATE FUNCTION refuse_late_entry() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {TOO_LATE} THEN
                RAISE EXCEPTION 'a poll takes entries before its deadline only, while it is open'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
    """)
    op.execute("""
        CREATE TRIGGER poll_entry_in_time BEFORE INSERT ON poll_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_late_entry()
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
