"""What a publication says of its period, and what was paid for it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PAY_CLASSES = (
    "'normal', 'ot125', 'ot150', 'ot200', 'rest135', 'rest200', 'holiday150', 'holiday300', 'toil_earned', "
    "'night25', 'short_rest25', 'short_rest50', 'meal_premium', 'rest_premium', 'predictability', 'fixed_premium', "
    "'leave_annual', 'toil_taken'"
)


def upgrade() -> None:
    op.create_table(
        "forecast_slot",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("customer_class", sa.Text(), nullable=False),
        sa.Column("mean", sa.Double(), nullable=False),
        sa.Column("q10", sa.Double(), nullable=False),
        sa.Column("q50", sa.Double(), nullable=False),
        sa.Column("q90", sa.Double(), nullable=False),
        sa.CheckConstraint("mean >= 0 - 1e-9", name=op.f("ck_forecast_slot_mean_in_range")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_forecast_slot_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_forecast_slot_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_forecast_slot")),
    )
    op.create_table(
        "demand_slot",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_demand_slot_heads_at_least_0")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_demand_slot_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_demand_slot_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_demand_slot")),
    )
    op.create_table(
        "assignment",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.Column("hall", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.Column("toil_minutes", sa.Integer(), nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_assignment_starts_at_before_ends_at")),
        sa.CheckConstraint("toil_minutes >= 0", name=op.f("ck_assignment_toil_minutes_at_least_0")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_assignment_employee_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_assignment_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_employee_id"), "assignment", ["employee_id"], unique=False)
    op.create_table(
        "assignment_break",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("shift_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_assignment_break_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["publication_id", "shift_position"],
            ["assignment.publication_id", "assignment.position"],
            name=op.f("fk_assignment_break_publication_id_shift_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "shift_position", "position", name=op.f("pk_assignment_break")),
    )
    op.create_table(
        "finding",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("employee", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "severity IN ('illegal', 'needs_consent', 'house_rule', 'warning')", name=op.f("ck_finding_severity_known")
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_finding_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_finding_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_finding")),
    )
    op.create_table(
        "finding_shift",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("finding_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("shift", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id", "finding_position"],
            ["finding.publication_id", "finding.position"],
            name=op.f("fk_finding_shift_publication_id_finding_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "finding_position", "position", name=op.f("pk_finding_shift")),
    )
    op.create_table(
        "certificate_quarter",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("customer_class", sa.Text(), nullable=False),
        sa.Column("busy", sa.Boolean(), nullable=False),
        sa.Column("arrivals", sa.Double(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("mean_wait_minutes", sa.Double(), nullable=False),
        sa.Column("p90_wait_minutes", sa.Double(), nullable=False),
        sa.Column("share_in_time", sa.Double(), nullable=False),
        sa.Column("promise_minutes", sa.Double(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("kept_at_plus10", sa.Boolean(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.CheckConstraint("arrivals >= 0 - 1e-9", name=op.f("ck_certificate_quarter_arrivals_in_range")),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_certificate_quarter_heads_at_least_0")),
        sa.CheckConstraint(
            "mean_wait_minutes >= 0 - 1e-9", name=op.f("ck_certificate_quarter_mean_wait_minutes_in_range")
        ),
        sa.CheckConstraint(
            "p90_wait_minutes >= 0 - 1e-9", name=op.f("ck_certificate_quarter_p90_wait_minutes_in_range")
        ),
        sa.CheckConstraint("promise_minutes >= 0", name=op.f("ck_certificate_quarter_promise_minutes_at_least_0")),
        sa.CheckConstraint(
            "share_in_time >= 0 - 1e-9 AND share_in_time <= 1 + 1e-9",
            name=op.f("ck_certificate_quarter_share_in_time_in_range"),
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_certificate_quarter_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_certificate_quarter_publication_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_certificate_quarter")),
    )
    op.create_table(
        "pay_line",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hall", sa.Text(), nullable=False),
        sa.Column("pay_class", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            f"pay_class IN ({PAY_CLASSES})",
            name=op.f("ck_pay_line_pay_class_known"),
        ),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_pay_line_minutes_at_least_0")),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_pay_line_cents_at_least_0")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_pay_line_employee_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_pay_line_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_pay_line")),
    )
    op.create_table(
        "pay_run",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_pay_run_first_day_to_last_day")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_pay_run_number_at_least_1")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_pay_run_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_run")),
        sa.UniqueConstraint(
            "hall_id", "first_day", "last_day", "number", name=op.f("uq_pay_run_hall_id_first_day_last_day_number")
        ),
    )
    op.create_table(
        "pay_run_line",
        sa.Column("pay_run_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hall", sa.Text(), nullable=False),
        sa.Column("pay_class", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            f"pay_class IN ({PAY_CLASSES})",
            name=op.f("ck_pay_run_line_pay_class_known"),
        ),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_pay_run_line_employee_id")),
        sa.ForeignKeyConstraint(
            ["pay_run_id"], ["pay_run.id"], name=op.f("fk_pay_run_line_pay_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pay_run_id", "position", name=op.f("pk_pay_run_line")),
    )
    op.create_table(
        "pay_run_reopening",
        sa.Column("pay_run_id", ROW_NUMBER, nullable=False),
        sa.Column("reopened_at", sa.BigInteger(), nullable=False),
        sa.Column("reopened_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pay_run_id"], ["pay_run.id"], name=op.f("fk_pay_run_reopening_pay_run_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pay_run_id", name=op.f("pk_pay_run_reopening")),
    )
