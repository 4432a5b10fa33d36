"""Halls and their staff lists."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "hall", sa.Column("id", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_hall"))
    )
    op.create_table(
        "hall_details",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("subdivision", sa.Text(), nullable=True),
        sa.Column("promise_kind", sa.Text(), nullable=False),
        sa.Column("promise_level", sa.Double(), nullable=False),
        sa.Column("vip_busy_minutes", sa.Double(), nullable=False),
        sa.Column("regular_busy_minutes", sa.Double(), nullable=False),
        sa.Column("quiet_minutes", sa.Double(), nullable=False),
        sa.Column("service_minutes", sa.Double(), nullable=False),
        sa.Column("counters", sa.Integer(), nullable=False),
        sa.Column("minimum_heads", sa.Integer(), nullable=False),
        sa.Column("opening_duty_minutes", sa.Integer(), nullable=False),
        sa.Column("closing_duty_minutes", sa.Integer(), nullable=False),
        sa.Column("duty_heads", sa.Integer(), nullable=False),
        sa.Column("vip_service_minutes", sa.Double(), nullable=True),
        sa.CheckConstraint("promise_kind IN ('share', 'mean')", name=op.f("ck_hall_details_promise_kind_known")),
        sa.CheckConstraint("counters >= 1", name=op.f("ck_hall_details_counters_at_least_1")),
        sa.CheckConstraint("opening_duty_minutes >= 0", name=op.f("ck_hall_details_opening_duty_minutes_at_least_0")),
        sa.CheckConstraint("closing_duty_minutes >= 0", name=op.f("ck_hall_details_closing_duty_minutes_at_least_0")),
        sa.CheckConstraint("duty_heads >= 1", name=op.f("ck_hall_details_duty_heads_at_least_1")),
        sa.CheckConstraint("minimum_heads >= 0", name=op.f("ck_hall_details_minimum_heads_at_least_0")),
        sa.CheckConstraint(
            "promise_level > 0 AND promise_level <= 1", name=op.f("ck_hall_details_promise_level_share")
        ),
        sa.CheckConstraint("quiet_minutes >= 0", name=op.f("ck_hall_details_quiet_minutes_at_least_0")),
        sa.CheckConstraint("regular_busy_minutes >= 0", name=op.f("ck_hall_details_regular_busy_minutes_at_least_0")),
        sa.CheckConstraint("service_minutes > 0", name=op.f("ck_hall_details_service_minutes_positive")),
        sa.CheckConstraint("vip_busy_minutes >= 0", name=op.f("ck_hall_details_vip_busy_minutes_at_least_0")),
        sa.CheckConstraint("vip_service_minutes > 0", name=op.f("ck_hall_details_vip_service_minutes_positive")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_hall_details_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_details")),
    )
    op.create_index(op.f("ix_hall_details_hall_id"), "hall_details", ["hall_id"], unique=False)
    op.create_table(
        "hall_opening",
        sa.Column("details_id", ROW_NUMBER, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens_minute", sa.Integer(), nullable=False),
        sa.Column("closes_minute", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "opens_minute < closes_minute", name=op.f("ck_hall_opening_opens_minute_before_closes_minute")
        ),
        sa.CheckConstraint("opens_minute >= 0", name=op.f("ck_hall_opening_opens_minute_at_least_0")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_hall_opening_weekday_of_seven")),
        sa.ForeignKeyConstraint(
            ["details_id"], ["hall_details.id"], name=op.f("fk_hall_opening_details_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("details_id", "weekday", name=op.f("pk_hall_opening")),
    )
    op.create_table(
        "hall_closed_day",
        sa.Column("details_id", ROW_NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["details_id"], ["hall_details.id"], name=op.f("fk_hall_closed_day_details_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("details_id", "day", name=op.f("pk_hall_closed_day")),
    )
    op.create_table(
        "hall_desk",
        sa.Column("details_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("service_minutes", sa.Double(), nullable=False),
        sa.Column("counters", sa.Integer(), nullable=False),
        sa.Column("minimum_heads", sa.Integer(), nullable=False),
        sa.Column("vip_service_minutes", sa.Double(), nullable=True),
        sa.CheckConstraint("counters >= 1", name=op.f("ck_hall_desk_counters_at_least_1")),
        sa.CheckConstraint("minimum_heads >= 0", name=op.f("ck_hall_desk_minimum_heads_at_least_0")),
        sa.CheckConstraint("service_minutes > 0", name=op.f("ck_hall_desk_service_minutes_positive")),
        sa.CheckConstraint("share >= 0 AND share < 1", name=op.f("ck_hall_desk_share_of_customers")),
        sa.CheckConstraint("vip_service_minutes > 0", name=op.f("ck_hall_desk_vip_service_minutes_positive")),
        sa.ForeignKeyConstraint(
            ["details_id"], ["hall_details.id"], name=op.f("fk_hall_desk_details_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("details_id", "position", name=op.f("pk_hall_desk")),
        sa.UniqueConstraint("details_id", "skill", name=op.f("uq_hall_desk_details_id_skill")),
    )
    op.create_table(
        "employee", sa.Column("id", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_employee"))
    )
    op.create_table(
        "staff_list",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_staff_list_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_list")),
    )
    op.create_index(op.f("ix_staff_list_hall_id"), "staff_list", ["hall_id"], unique=False)
    op.create_table(
        "staff_member",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contract_minutes", sa.Integer(), nullable=False),
        sa.Column("hours_system", sa.Text(), nullable=False),
        sa.Column("born", sa.Date(), nullable=False),
        sa.Column("employed_from", sa.Date(), nullable=False),
        sa.Column("rate_cents", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "hours_system IN ('standard', 'comprehensive', 'part_time')",
            name=op.f("ck_staff_member_hours_system_known"),
        ),
        sa.CheckConstraint("contract_minutes >= 0", name=op.f("ck_staff_member_contract_minutes_at_least_0")),
        sa.CheckConstraint("rate_cents >= 0", name=op.f("ck_staff_member_rate_cents_at_least_0")),
        sa.ForeignKeyConstraint(["employee_id"], ["employee.id"], name=op.f("fk_staff_member_employee_id")),
        sa.ForeignKeyConstraint(
            ["staff_list_id"], ["staff_list.id"], name=op.f("fk_staff_member_staff_list_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "employee_id", name=op.f("pk_staff_member")),
        sa.UniqueConstraint("staff_list_id", "position", name=op.f("uq_staff_member_staff_list_id_position")),
    )
    op.create_table(
        "staff_skill",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "employee_id"],
            ["staff_member.staff_list_id", "staff_member.employee_id"],
            name=op.f("fk_staff_skill_staff_list_id_employee_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "employee_id", "skill", name=op.f("pk_staff_skill")),
    )
    op.create_table(
        "staff_leave",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('annual', 'sick', 'toil', 'unpaid', 'unavailable')", name=op.f("ck_staff_leave_kind_known")
        ),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_staff_leave_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "employee_id"],
            ["staff_member.staff_list_id", "staff_member.employee_id"],
            name=op.f("fk_staff_leave_staff_list_id_employee_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "position", name=op.f("pk_staff_leave")),
    )
    op.create_table(
        "staff_consent",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'authority', 'agreement')", name=op.f("ck_staff_consent_kind_known")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_staff_consent_first_day_to_last_day")),
        sa.CheckConstraint("employee_id IS NOT NULL OR kind <> 'person'", name=op.f("ck_staff_consent_person_named")),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "employee_id"],
            ["staff_member.staff_list_id", "staff_member.employee_id"],
            name=op.f("fk_staff_consent_staff_list_id_employee_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "position", name=op.f("pk_staff_consent")),
    )
    op.create_table(
        "staff_fact",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.CheckConstraint("kind IN ('status', 'cycle', 'time_off', 'refused')", name=op.f("ck_staff_fact_kind_known")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_staff_fact_first_day_to_last_day")),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "employee_id"],
            ["staff_member.staff_list_id", "staff_member.employee_id"],
            name=op.f("fk_staff_fact_staff_list_id_employee_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "position", name=op.f("pk_staff_fact")),
    )
    op.create_table(
        "worked_shift",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
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
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_worked_shift_starts_at_before_ends_at")),
        sa.CheckConstraint("toil_minutes >= 0", name=op.f("ck_worked_shift_toil_minutes_at_least_0")),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "employee_id"],
            ["staff_member.staff_list_id", "staff_member.employee_id"],
            name=op.f("fk_worked_shift_staff_list_id_employee_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "position", name=op.f("pk_worked_shift")),
    )
    op.create_table(
        "worked_break",
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("shift_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_worked_break_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["staff_list_id", "shift_position"],
            ["worked_shift.staff_list_id", "worked_shift.position"],
            name=op.f("fk_worked_break_staff_list_id_shift_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_list_id", "shift_position", "position", name=op.f("pk_worked_break")),
    )
    op.create_table(
        "hall_present",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("details_id", ROW_NUMBER, nullable=False),
        sa.Column("staff_list_id", ROW_NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["details_id"], ["hall_details.id"], name=op.f("fk_hall_present_details_id")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_hall_present_hall_id")),
        sa.ForeignKeyConstraint(["staff_list_id"], ["staff_list.id"], name=op.f("fk_hall_present_staff_list_id")),
        sa.PrimaryKeyConstraint("hall_id", name=op.f("pk_hall_present")),
    )
    op.create_table(
        "notice_day",
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("subdivision", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("day_class", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "day_class IN ('workday', 'rest_day', 'holiday', 'swapped_day_off', 'swapped_workday')",
            name=op.f("ck_notice_day_day_class_known"),
        ),
        sa.PrimaryKeyConstraint("country", "subdivision", "day", name=op.f("pk_notice_day")),
    )
