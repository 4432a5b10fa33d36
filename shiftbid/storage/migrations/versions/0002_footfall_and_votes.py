"""Footfall, publications with their calendar, and the menus put to the vote."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "footfall_count",
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("customer_class", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("customers", sa.Double(), nullable=True),
        sa.CheckConstraint("customers >= 0", name=op.f("ck_footfall_count_customers_at_least_0")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_footfall_count_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_footfall_count_hall_id")),
        sa.PrimaryKeyConstraint("hall_id", "starts_at", "customer_class", name=op.f("pk_footfall_count")),
    )
    op.create_table(
        "footfall_page",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_footfall_page_sha256_sha256")
        ),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_footfall_page_hall_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footfall_page")),
        sa.UniqueConstraint("hall_id", "sha256", name=op.f("uq_footfall_page_hall_id_sha256")),
    )
    op.create_table(
        "footfall_page_count",
        sa.Column("page_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("customer_class", sa.Text(), nullable=False),
        sa.Column("customers", sa.Double(), nullable=True),
        sa.CheckConstraint("customers >= 0", name=op.f("ck_footfall_page_count_customers_at_least_0")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_footfall_page_count_starts_at_before_ends_at")),
        sa.ForeignKeyConstraint(
            ["page_id"], ["footfall_page.id"], name=op.f("fk_footfall_page_count_page_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("page_id", "position", name=op.f("pk_footfall_page_count")),
    )
    op.create_table(
        "publication",
        sa.Column("id", ROW_NUMBER, nullable=False),
        sa.Column("hall_id", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("details_id", ROW_NUMBER, nullable=False),
        sa.Column("staff_list_id", ROW_NUMBER, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("busy_threshold_per_hour", sa.Double(), nullable=False),
        sa.Column("adopted_menu", sa.Text(), nullable=False),
        sa.Column("election_json", sa.Text(), nullable=False),
        sa.Column("round_json", sa.Text(), nullable=False),
        sa.Column("settings_json", sa.Text(), nullable=False),
        sa.Column("weekly_rest_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'published', 'locked')", name=op.f("ck_publication_state_known")),
        sa.CheckConstraint(
            "busy_threshold_per_hour >= 0", name=op.f("ck_publication_busy_threshold_per_hour_at_least_0")
        ),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_publication_first_day_to_last_day")),
        sa.CheckConstraint("version >= 1", name=op.f("ck_publication_version_at_least_1")),
        sa.CheckConstraint(
            "weekly_rest_days BETWEEN 0 AND 127", name=op.f("ck_publication_weekly_rest_days_of_seven_days")
        ),
        sa.ForeignKeyConstraint(["details_id"], ["hall_details.id"], name=op.f("fk_publication_details_id")),
        sa.ForeignKeyConstraint(["hall_id"], ["hall.id"], name=op.f("fk_publication_hall_id")),
        sa.ForeignKeyConstraint(["staff_list_id"], ["staff_list.id"], name=op.f("fk_publication_staff_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
        sa.UniqueConstraint(
            "hall_id",
            "first_day",
            "last_day",
            "version",
            name=op.f("uq_publication_hall_id_first_day_last_day_version"),
        ),
    )
    op.create_table(
        "calendar_day",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("day_class", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "day_class IN ('workday', 'rest_day', 'holiday', 'swapped_day_off', 'swapped_workday')",
            name=op.f("ck_calendar_day_day_class_known"),
        ),
        sa.CheckConstraint("day_class IS NOT NULL OR name IS NOT NULL", name=op.f("ck_calendar_day_says_something")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_calendar_day_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "day", name=op.f("pk_calendar_day")),
    )
    op.create_table(
        "calendar_projected_year",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["publication_id"],
            ["publication.id"],
            name=op.f("fk_calendar_projected_year_publication_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "year", name=op.f("pk_calendar_projected_year")),
    )
    op.create_table(
        "published_history",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("page_id", ROW_NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["footfall_page.id"], name=op.f("fk_published_history_page_id")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_published_history_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_published_history")),
    )
    op.create_index(op.f("ix_published_history_page_id"), "published_history", ["page_id"], unique=False)
    op.create_table(
        "menu",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("menu", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("missing_half_hours", sa.Integer(), nullable=False),
        sa.Column("surplus_half_hours", sa.Integer(), nullable=False),
        sa.Column("paid_minutes", sa.Integer(), nullable=False),
        sa.Column("objective", sa.Double(), nullable=False),
        sa.Column("bound", sa.Double(), nullable=False),
        sa.CheckConstraint("missing_half_hours >= 0", name=op.f("ck_menu_missing_half_hours_at_least_0")),
        sa.CheckConstraint("paid_minutes >= 0", name=op.f("ck_menu_paid_minutes_at_least_0")),
        sa.CheckConstraint("surplus_half_hours >= 0", name=op.f("ck_menu_surplus_half_hours_at_least_0")),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name=op.f("fk_menu_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("publication_id", "position", name=op.f("pk_menu")),
        sa.UniqueConstraint("publication_id", "menu", name=op.f("uq_menu_publication_id_menu")),
    )
    op.create_table(
        "menu_template",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("menu_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("end_minute", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("skill", sa.Text(), nullable=False),
        sa.Column("toil_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("end_minute <= start_minute + 1440", name=op.f("ck_menu_template_within_a_day")),
        sa.CheckConstraint("start_minute < end_minute", name=op.f("ck_menu_template_start_minute_before_end_minute")),
        sa.CheckConstraint("start_minute >= 0", name=op.f("ck_menu_template_start_minute_at_least_0")),
        sa.CheckConstraint("toil_minutes >= 0", name=op.f("ck_menu_template_toil_minutes_at_least_0")),
        sa.CheckConstraint("weekdays BETWEEN 0 AND 127", name=op.f("ck_menu_template_weekdays_of_seven_days")),
        sa.ForeignKeyConstraint(
            ["publication_id", "menu_position"],
            ["menu.publication_id", "menu.position"],
            name=op.f("fk_menu_template_publication_id_menu_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "menu_position", "position", name=op.f("pk_menu_template")),
        sa.UniqueConstraint(
            "publication_id",
            "menu_position",
            "template",
            name=op.f("uq_menu_template_publication_id_menu_position_template"),
        ),
    )
    op.create_table(
        "menu_template_break",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("menu_position", sa.Integer(), nullable=False),
        sa.Column("template_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_menu_template_break_minutes_at_least_0")),
        sa.CheckConstraint("start_minute >= 0", name=op.f("ck_menu_template_break_start_minute_at_least_0")),
        sa.ForeignKeyConstraint(
            ["publication_id", "menu_position", "template_position"],
            ["menu_template.publication_id", "menu_template.menu_position", "menu_template.position"],
            name=op.f("fk_menu_template_break_publication_id_menu_position_template_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "publication_id", "menu_position", "template_position", "position", name=op.f("pk_menu_template_break")
        ),
    )
    op.create_table(
        "menu_use",
        sa.Column("publication_id", ROW_NUMBER, nullable=False),
        sa.Column("menu_position", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.CheckConstraint("heads >= 0", name=op.f("ck_menu_use_heads_at_least_0")),
        sa.ForeignKeyConstraint(
            ["publication_id", "menu_position"],
            ["menu.publication_id", "menu.position"],
            name=op.f("fk_menu_use_publication_id_menu_position"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("publication_id", "menu_position", "position", name=op.f("pk_menu_use")),
    )
