"""The rows of the published CSV files that the second opinion reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shiftbid.verifier.tables import Cells, PauseCell

DAY_CLASSES = frozenset({"workday", "rest_day", "holiday", "swapped_day_off", "swapped_workday"})


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of ``roster.csv``: a person in a shift."""

    row: int
    hall: str
    employee: str
    day: date
    template: str
    start: int
    end: int
    pauses: tuple[PauseCell, ...]
    paid_minutes: int

    columns = ("hall", "employee", "date", "template", "start", "end", "breaks", "paid_minutes")

    @classmethod
    def of(cls, cells: Cells) -> RosterRow:
        """Read one row."""
        return cls(
            row=cells.row,
            hall=cells.name("hall"),
            employee=cells.name("employee"),
            day=cells.day("date"),
            template=cells.name("template"),
            start=cells.instant("start"),
            end=cells.instant("end"),
            pauses=cells.pauses("breaks"),
            paid_minutes=cells.whole("paid_minutes"),
        )


@dataclass(frozen=True, slots=True)
class WorkedRow:
    """A row of ``worked.csv``: a shift worked before the period, or one that the roster plans and that was worked."""

    row: int
    employee: str
    start: int
    end: int
    pauses: tuple[PauseCell, ...]

    columns = ("employee", "start", "end", "breaks")

    @classmethod
    def of(cls, cells: Cells) -> WorkedRow:
        """Read one row."""
        return cls(
            cells.row, cells.name("employee"), cells.instant("start"), cells.instant("end"), cells.pauses("breaks")
        )


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A row of ``staff.csv``."""

    employee: str
    name: str
    hall: str
    contract_minutes: int
    system: str
    skills: frozenset[str]
    born: date
    employed_from: date

    columns = ("employee", "name", "hall", "contract_minutes", "system", "skills", "born", "employed_from")

    @classmethod
    def of(cls, cells: Cells) -> StaffRow:
        """Read one row."""
        return cls(
            employee=cells.name("employee"),
            name=cells.text("name"),
            hall=cells.name("hall"),
            contract_minutes=cells.whole("contract_minutes"),
            system=cells.text("system"),
            skills=cells.names("skills"),
            born=cells.day("born"),
            employed_from=cells.day("employed_from"),
        )


@dataclass(frozen=True, slots=True)
class LeaveRow:
    """A row of ``leave.csv``: a span in which a person is away."""

    employee: str
    start: int
    end: int
    kind: str

    columns = ("employee", "start", "end", "kind")

    @classmethod
    def of(cls, cells: Cells) -> LeaveRow:
        """Read one row."""
        return cls(cells.name("employee"), cells.instant("start"), cells.instant("end"), cells.text("kind"))


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A row of ``consents.csv``: an agreement that lifts a rule from first to last day."""

    employee: str
    rule: str
    first: date
    last: date
    kind: str

    columns = ("employee", "rule", "from", "to", "kind")

    @classmethod
    def of(cls, cells: Cells) -> ConsentRow:
        """Read one row."""
        return cls(cells.name("employee"), cells.name("rule"), cells.day("from"), cells.day("to"), cells.text("kind"))


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of ``facts.csv``: something that some laws ask about a person, from first to last day."""

    employee: str
    fact: str
    value: str
    first: date
    last: date

    columns = ("employee", "fact", "value", "from", "to")

    @classmethod
    def of(cls, cells: Cells) -> FactRow:
        """Read one row."""
        return cls(cells.name("employee"), cells.name("fact"), cells.name("value"), cells.day("from"), cells.day("to"))


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A row of ``calendar.csv``: the legal class of a day."""

    day: date
    day_class: str

    columns = ("date", "class")

    @classmethod
    def of(cls, cells: Cells) -> CalendarRow:
        """Read one row."""
        return cls(cells.day("date"), cells.choice("class", DAY_CLASSES))


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A row of ``templates.csv``: minutes after midnight; an end not after the start is on the next day."""

    hall: str
    template: str
    start_minute: int
    end_minute: int
    pauses: tuple[PauseCell, ...]
    paid_minutes: int
    adopted: bool
    skill: str

    columns = ("hall", "template", "start", "end", "breaks", "paid_minutes", "adopted", "skill")

    @classmethod
    def of(cls, cells: Cells) -> TemplateRow:
        """Read one row."""
        return cls(
            hall=cells.name("hall"),
            template=cells.name("template"),
            start_minute=cells.clock("start"),
            end_minute=cells.clock("end"),
            pauses=cells.pauses("breaks"),
            paid_minutes=cells.whole("paid_minutes"),
            adopted=cells.flag("adopted"),
            skill=cells.name("skill"),
        )


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A row of ``demand.csv``: heads needed in a slot for a skill."""

    hall: str
    start: int
    end: int
    skill: str
    heads: int

    columns = ("hall", "start", "end", "skill", "heads")

    @classmethod
    def of(cls, cells: Cells) -> DemandRow:
        """Read one row."""
        return cls(
            cells.name("hall"), cells.instant("start"), cells.instant("end"), cells.text("skill"), cells.whole("heads")
        )


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A row of ``findings.csv``: what the program itself found."""

    rule: str
    employee: str
    start: int
    end: int

    columns = ("rule", "employee", "start", "end")

    @classmethod
    def of(cls, cells: Cells) -> FindingRow:
        """Read one row."""
        return cls(cells.name("rule"), cells.text("employee"), cells.instant("start"), cells.instant("end"))


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A row of ``forecast.csv``: expected customers of a class in the hour from `start`."""

    hall: str
    start: int
    customer_class: str
    mean: float

    columns = ("hall", "time", "class", "mean")

    @classmethod
    def of(cls, cells: Cells) -> ForecastRow:
        """Read one row."""
        return cls(cells.name("hall"), cells.instant("time"), cells.text("class"), cells.number("mean"))


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A row of ``certificate.csv``: a class of customers in a quarter hour at the desk of a skill."""

    hall: str
    start: int
    end: int
    customer_class: str
    busy: bool
    arrivals: float
    heads: int
    mean_wait_minutes: float
    share_in_time: float
    promise_minutes: float
    kept: bool
    kept_at_plus10: bool
    skill: str

    columns = (
        "hall",
        "start",
        "end",
        "class",
        "busy",
        "arrivals",
        "heads",
        "mean_wait_minutes",
        "share_in_time",
        "promise_minutes",
        "kept",
        "kept_at_plus10",
        "skill",
    )

    @classmethod
    def of(cls, cells: Cells) -> CertificateLine:
        """Read one row."""
        return cls(
            hall=cells.name("hall"),
            start=cells.instant("start"),
            end=cells.instant("end"),
            customer_class=cells.text("class"),
            busy=cells.flag("busy"),
            arrivals=cells.number("arrivals"),
            heads=cells.whole("heads"),
            mean_wait_minutes=cells.number("mean_wait_minutes"),
            share_in_time=cells.number("share_in_time"),
            promise_minutes=cells.number("promise_minutes"),
            kept=cells.flag("kept"),
            kept_at_plus10=cells.flag("kept_at_plus10"),
            skill=cells.name("skill"),
        )


@dataclass(frozen=True, slots=True)
class ToilRow:
    """A row of ``toil.csv``: one posting of a journal entry."""

    row: int
    entry: str
    employee: str
    effective: date
    kind: str
    account: str
    lot: str
    minutes: int
    expires: date
    source: str

    columns = ("entry", "employee", "effective", "kind", "account", "lot", "minutes", "expires", "source")

    @classmethod
    def of(cls, cells: Cells) -> ToilRow:
        """Read one row."""
        return cls(
            row=cells.row,
            entry=cells.name("entry"),
            employee=cells.name("employee"),
            effective=cells.day("effective"),
            kind=cells.name("kind"),
            account=cells.name("account"),
            lot=cells.name("lot"),
            minutes=cells.whole("minutes"),
            expires=cells.day("expires"),
            source=cells.text("source"),
        )


@dataclass(frozen=True, slots=True)
class PayrollRow:
    """A row of ``payroll.csv``: minutes, or cents of a fixed sum, of a person, day and pay class."""

    row: int
    employee: str
    day: date
    pay_class: str
    minutes: int
    cents: int

    columns = ("employee", "date", "hall", "pay_class", "minutes", "rule", "source", "cents")

    @classmethod
    def of(cls, cells: Cells) -> PayrollRow:
        """Read one row."""
        return cls(
            row=cells.row,
            employee=cells.name("employee"),
            day=cells.day("date"),
            pay_class=cells.name("pay_class"),
            minutes=cells.whole("minutes"),
            cents=cells.whole("cents"),
        )
