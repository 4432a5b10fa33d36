"""What the database refuses whoever asks: changed history, an overdrawn TOIL lot, a record beside the chain's head."""

from alembic import op

revision = "0006"
down_revision = "0005"

APPEND_ONLY = (
    "assignment",
    "assignment_break",
    "calendar_day",
    "calendar_projected_year",
    "certificate_quarter",
    "demand_slot",
    "finding",
    "finding_shift",
    "footfall_page",
    "footfall_page_count",
    "forecast_slot",
    "menu",
    "menu_template",
    "menu_template_break",
    "menu_use",
    "pay_line",
    "pay_run",
    "pay_run_line",
    "pay_run_reopening",
    "publication",
    "published_entry",
    "published_history",
    "published_lot",
    "published_posting",
    "record",
    "time_off_request",
    "time_off_step",
    "toil_entry",
    "toil_lot",
    "toil_posting",
)
NEVER_NEGATIVE = "NEW.account IN ('bank', 'held') AND NEW.minutes < 0"
LEFT_OF_LOT = "(SELECT sum(minutes) FROM toil_posting WHERE account = NEW.account AND lot_id = NEW.lot_id)"
OFF_THE_HEAD = """
    NEW.sequence <> coalesce((SELECT max(sequence) + 1 FROM record), 0)
    OR NEW.previous <> coalesce(
        (SELECT hash FROM record WHERE sequence = NEW.sequence - 1),
        '0000000000000000000000000000000000000000000000000000000000000000'
    )
"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        upgrade_postgresql()
    else:
        upgrade_sqlite()


def upgrade_sqlite() -> None:
    for table in APPEND_ONLY:
        for event in ("UPDATE", "DELETE"):
            op.execute(f"""
                CREATE TRIGGER {table}_append_only_{event.lower()} BEFORE {event} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only: its rows are never changed or removed'); END
            """)
    op.execute(f"""
        CREATE TRIGGER toil_posting_overdraft AFTER INSERT ON toil_posting
        WHEN {NEVER_NEGATIVE} AND {LEFT_OF_LOT} < 0
        BEGIN SELECT RAISE(ABORT, 'a TOIL lot would be overdrawn'); END
    """)
    op.execute(f"""
        CREATE TRIGGER record_at_head BEFORE INSERT ON record WHEN {OFF_THE_HEAD}
        BEGIN SELECT RAISE(ABORT, 'a record must follow the head of the chain'); END
    """)


def upgrade_postgresql() -> None:
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only: its rows are never changed or removed', TG_TABLE_NAME;
        END $$
    """)
    for table in APPEND_ONLY:
        op.execute(f"""
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION refuse_change()
        """)
        op.execute(f"""
            CREATE TRIGGER {table}_append_only_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """)
    # The lot's row is locked first, so that of two takings at once the second sees the first.
    op.execute(f"""
        CREATE FUNCTION refuse_overdraft() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM toil_lot WHERE id = NEW.lot_id FOR UPDATE;
            IF {LEFT_OF_LOT} < 0 THEN
                RAISE EXCEPTION 'a TOIL lot would be overdrawn' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$
    """)
    op.execute(f"""
        CREATE TRIGGER toil_posting_overdraft AFTER INSERT ON toil_posting
        FOR EACH ROW WHEN ({NEVER_NEGATIVE}) EXECUTE FUNCTION refuse_overdraft()
    """)
    op.execute(f"""
        CREATE FUNCTION refuse_fork() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {OFF_THE_HEAD} THEN
                RAISE EXCEPTION 'a record must follow the head of the chain' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
    """)
    op.execute("CREATE TRIGGER record_at_head BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION refuse_fork()")
