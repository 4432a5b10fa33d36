"""The TOIL journal, what publications showed of it, and requests for time off."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
ONE_OF_LOT_KINDS = "kind IN ('house_bonus', 'rest_day_work', 'overtime', 'holiday_work', 'advance')"
ONE_OF_ENTRY_KINDS = (
    "kind IN ('opening', 'accrue', 'hold', 'release', 'take', "
    "'use', 'reverse', 'settle', 'expire', 'extend', 'payout', 'leaving')"
)
ONE_OF_ACCOUNTS = "account IN ('bank', 'earned', 'held', 'advanced', 'used', 'expired', 'paid_out')"
ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "toil_lot",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.CheckConstraint(ONE_OF_LOT_KINDS, name=op.f("ck_toil_lot_kind_known")),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_toil_lot_minutes_at_least_1")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_toil_lot_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toil_lot")),
    )
    op.create_index(op.f("ix_toil_lot_employee_id"), "toil_lot", ["employee_id"], unique=False)
    op.create_table(
        "toil_entry",
        sa.Column("sequence", ROW_NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("refers_to", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(ONE_OF_ENTRY_KINDS, name=op.f("ck_toil_entry_kind_known")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_toil_entry_employee_id")),
        sa.ForeignKeyConstraint(["refers_to"], ["toil_entry.id"], name=op.f("fk_toil_entry_refers_to")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_toil_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_toil_entry_id")),
        sa.UniqueConstraint("refers_to", name=op.f("uq_toil_entry_refers_to")),
    )
    op.create_index(op.f("ix_toil_entry_employee_id"), "toil_entry", ["employee_id"], unique=False)
    op.create_table(
        "toil_posting",
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("lot_id", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(ONE_OF_ACCOUNTS, name=op.f("ck_toil_posting_account_known")),
        sa.CheckConstraint("minutes <> 0", name=op.f("ck_toil_posting_minutes_moved")),
        sa.ForeignKeyConstraint(["entry_id"], ["toil_entry.id"], name=op.f("fk_toil_posting_entry_id")),
        sa.ForeignKeyConstraint(["lot_id"], ["toil_lot.id"], name=op.f("fk_toil_posting_lot_id")),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_toil_posting")),
    )
    op.create_index(op.f("ix_toil_posting_lot_id"), "toil_posting", ["lot_id"], unique=False)
    op.create_table(
        "published_lot",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lot", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.CheckConstraint(ONE_OF_LOT_KINDS, name=op.f("ck_published_lot_kind_known")),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_published_lot_minutes_at_least_1")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_published_lot_employee_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_published_lot_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_published_lot")),
    )
    op.create_table(
        "published_entry",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("refers_to", sa.Text(), nullable=True),
        sa.CheckConstraint(ONE_OF_ENTRY_KINDS, name=op.f("ck_published_entry_kind_known")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_published_entry_employee_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_published_entry_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_published_entry")),
    )
    op.create_table(
        "published_posting",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("entry_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("lot", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            ONE_OF_ACCOUNTS,
            name=op.f("ck_published_posting_account_known"),
        ),
        sa.CheckConstraint("minutes <> 0", name=op.f("ck_published_posting_minutes_moved")),
        sa.ForeignKeyConstraint(
            ["publication_id", "entry_position"],
            ["published_entry.publication_id", "published_entry.position"],
            name=op.f("fk_published_posting_publication_id_entry_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "entry_position", "position", name=op.f("pk_published_posting")),
    )
    op.create_table(
        "time_off_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('annual', 'sick', 'toil', 'unpaid', 'unavailable')", name=op.f("ck_time_off_request_kind_known")
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_time_off_request_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_time_off_request_employee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_off_request")),
    )
    op.create_index(op.f("ix_time_off_request_employee_id"), "time_off_request", ["employee_id"], unique=False)
    op.create_table(
        "time_off_step",
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("acted_by", sa.Text(), nullable=False),
        sa.Column("acted_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "act IN ('ask', 'grant', 'refuse', 'take', 'cancel')", name=op.f("ck_time_off_step_act_known")
        ),
        sa.ForeignKeyConstraint(["request_id"], ["time_off_request.id"], name=op.f("fk_time_off_step_request_id")),
        sa.PrimaryKeyConstraint("request_id", "position", name=op.f("pk_time_off_step")),
    )
