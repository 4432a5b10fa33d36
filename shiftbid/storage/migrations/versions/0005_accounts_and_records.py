"""People who sign in, and the hash chain."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "app_user",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=True),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('manager', 'staff', 'payroll')", name=op.f("ck_app_user_role_known")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_app_user_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
        sa.UniqueConstraint("name_key", name=op.f("uq_app_user_name_key")),
    )
    op.create_table(
        "sign_in_failure",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("failures >= 1", name=op.f("ck_sign_in_failure_failures_at_least_1")),
        sa.PrimaryKeyConstraint("name_key", name=op.f("pk_sign_in_failure")),
    )
    op.create_table(
        "record",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("length(hash) = 64 AND hash = lower(hash)", name=op.f("ck_record_hash_sha256")),
        sa.CheckConstraint(
            "length(previous) = 64 AND previous = lower(previous)", name=op.f("ck_record_previous_sha256")
        ),
        sa.CheckConstraint("length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_record_sha256_sha256")),
        sa.CheckConstraint("sequence >= 0", name=op.f("ck_record_sequence_at_least_0")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_record")),
        sa.UniqueConstraint("hash", name=op.f("uq_record_hash")),
        sa.UniqueConstraint("previous", name=op.f("uq_record_previous")),
    )
