"""Cases about a roster (offers, exchanges, appeals), the terms of halls, proxies, and planning jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

APPEND_ONLY = ("roster_case", "roster_case_step", "hall_terms", "proxy_consent", "plan_job", "plan_job_end")


def upgrade() -> None:
    make_cases()
    make_agreements()
    make_jobs()
    for table in APPEND_ONLY:
        if op.get_bind().dialect.name == "postgresql":
            guard_on_postgresql(table)
        else:
            guard_on_sqlite(table)


def make_cases() -> None:
    op.create_table(
        "roster_case",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_roster_case_first_day_to_last_day")),
        sa.CheckConstraint("kind IN ('offer', 'exchange', 'appeal')", name=op.f("ck_roster_case_kind_known")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_roster_case_number_at_least_1")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_roster_case_hall_id")),
        sa.ForeignKeyConstraint(["opened_by"], ["app_user.id"], name=op.f("fk_roster_case_opened_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_case")),
        sa.UniqueConstraint(
            "hall_id",
            "first_day",
            "last_day",
            "kind",
            "number",
            name=op.f("uq_roster_case_hall_id_first_day_last_day_kind_number"),
        ),
    )
    op.create_table(
        "roster_case_step",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("acted_by", sa.Text(), nullable=False),
        sa.Column("acted_at", sa.BigInteger(), nullable=False),
        sa.Column("content_json", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "act IN ('agree', 'approve', 'carry-out', 'refuse', 'withdraw', 'answer', 'uphold', 'dismiss')",
            name=op.f("ck_roster_case_step_act_known"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["roster_case.id"], name=op.f("fk_roster_case_step_case_id")),
        sa.PrimaryKeyConstraint("case_id", "position", name=op.f("pk_roster_case_step")),
    )
    op.create_table(
        "case_seat",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_case_seat_hall_id")),
        sa.ForeignKeyConstraint(["case_id"], ["roster_case.id"], name=op.f("fk_case_seat_case_id")),
        sa.PrimaryKeyConstraint("hall_id", "first_day", "last_day", "shift", "place", name=op.f("pk_case_seat")),
    )
    op.create_index(op.f("ix_case_seat_case_id"), "case_seat", ["case_id"])


def make_agreements() -> None:
    op.create_table(
        "hall_terms",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("manager_approves", sa.Boolean(), nullable=False),
        sa.Column("urgent_appeal_minutes", sa.Integer(), nullable=False),
        sa.Column("appeal_minutes", sa.Integer(), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("round_method", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("set_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_hall_terms_position_at_least_0")),
        sa.CheckConstraint("urgent_appeal_minutes >= 1", name=op.f("ck_hall_terms_urgent_appeal_minutes_at_least_1")),
        sa.CheckConstraint("urgent_appeal_minutes <= appeal_minutes", name=op.f("ck_hall_terms_urgent_first")),
        sa.CheckConstraint("notice_days >= 0", name=op.f("ck_hall_terms_notice_days_at_least_0")),
        sa.CheckConstraint(
            "round_method IN ('nash', 'sum', 'leximin', 'waves', 'snake', 'seniority')",
            name=op.f("ck_hall_terms_round_method_known"),
        ),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_hall_terms_hall_id")),
        sa.ForeignKeyConstraint(["set_by"], ["app_user.id"], name=op.f("fk_hall_terms_set_by")),
        sa.PrimaryKeyConstraint("hall_id", "position", name=op.f("pk_hall_terms")),
    )
    op.create_table(
        "proxy_consent",
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("proxy_id", sa.Text(), nullable=True),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_proxy_consent_position_at_least_0")),
        sa.CheckConstraint("proxy_id <> employee_id", name=op.f("ck_proxy_consent_proxy_is_another")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_proxy_consent_employee_id")),
        sa.ForeignKeyConstraint(["proxy_id"], ["employee.id"], name=op.f("fk_proxy_consent_proxy_id")),
        sa.ForeignKeyConstraint(["given_by"], ["app_user.id"], name=op.f("fk_proxy_consent_given_by")),
        sa.PrimaryKeyConstraint("employee_id", "position", name=op.f("pk_proxy_consent")),
    )


def make_jobs() -> None:
    op.create_table(
        "plan_job",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_json", sa.Text(), nullable=False),
        sa.Column("ordered_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_plan_job")),
        sa.UniqueConstraint("id", name=op.f("uq_plan_job_id")),
    )
    op.create_table(
        "plan_job_end",
        sa.Column("job_id", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=False),
        sa.Column("versions_json", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["plan_job.id"], name=op.f("fk_plan_job_end_job_id")),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_plan_job_end")),
    )


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
