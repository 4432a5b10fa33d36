"""What was published, version by version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain

from sqlalchemy import Connection, func, insert, select

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.errors import BugError, StorageError
from shiftbid.domain.hall import Hall
from shiftbid.domain.roster import Roster, RosterState
from shiftbid.domain.timeline import Period
from shiftbid.services.ports import PublicationContext
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.published_staff import published_staff
from shiftbid.storage.hall_details import load_details, save_details
from shiftbid.storage.mappers import week_mask_of
from shiftbid.storage.published import assignments, calendars, certificates, findings, history, menus, pay_lines, slots
from shiftbid.storage.published import toil as published_toil
from shiftbid.storage.repositories.halls import lock_hall, present_details_id
from shiftbid.storage.repositories.staff import present_list_id
from shiftbid.storage.staff_lists import load_list, save_list
from shiftbid.storage.tables.publications import PublicationRow


class SqlPublicationRepository:
    """`shiftbid.services.ports.PublicationRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._read: dict[tuple[str, Period, int], HallPublication] = {}

    def version(self, hall: str, period: Period) -> int:
        """Number of the latest version of a hall and period; 0 before the first."""
        latest = select(func.max(PublicationRow.version)).where(
            PublicationRow.hall_id == hall,
            PublicationRow.first_day == period.first,
            PublicationRow.last_day == period.last,
        )
        return self._connection.scalars(latest).one() or 0

    def publish(self, publication: HallPublication, calendar: Calendar, settings: JsonObject) -> None:
        """Store a publication as the version that its roster names, which must follow the latest one."""
        hall, roster = publication.hall, publication.roster
        _refuse_other_halls(publication)
        lock_hall(self._connection, hall.id)
        latest = self.version(hall.id, roster.period)
        if roster.version != latest + 1:
            raise StorageError(
                f"Publishing version {roster.version} of hall {hall.id} for {roster.period.first} to "
                f"{roster.period.last} failed: version {latest} is the latest, so somebody else has published since "
                "this plan was begun. Whoever publishes now must reload that version and plan again."
            )
        publication_id = self._save_header(publication, calendar, settings)
        calendars.save(self._connection, publication_id, calendar)
        history.save(self._connection, publication_id, hall.id, publication.history)
        slots.save_forecast(self._connection, publication_id, publication.forecast)
        slots.save_demand(self._connection, publication_id, publication.demand)
        menus.save(self._connection, publication_id, publication.menus)
        assignments.save(self._connection, publication_id, roster.assignments)
        findings.save(self._connection, publication_id, publication.findings)
        certificates.save(self._connection, publication_id, publication.certificate)
        published_toil.save(self._connection, publication_id, publication.lots, publication.journal)
        pay_lines.save(self._connection, publication_id, publication.pay_lines)

    def latest(self, hall: str, period: Period) -> HallPublication | None:
        """Give the latest version, equal in every field to what was published; None before the first."""
        return self.get(hall, period, self.version(hall, period))

    def get(self, hall: str, period: Period, version: int) -> HallPublication | None:
        """Give one version, equal in every field to what was published; None where there is none.

        A version never changes, so each is read once in a unit of work.
        """
        name = hall, period, version
        if name not in self._read:
            found = self._load(hall, period, version)
            if found is None:
                return None
            self._read[name] = found
        return self._read[name]

    def _load(self, hall: str, period: Period, version: int) -> HallPublication | None:
        header = self._connection.execute(
            select(
                PublicationRow.id,
                PublicationRow.details_id,
                PublicationRow.staff_list_id,
                PublicationRow.state,
                PublicationRow.busy_threshold_per_hour,
                PublicationRow.adopted_menu,
                PublicationRow.election_json,
                PublicationRow.round_json,
            ).where(
                PublicationRow.hall_id == hall,
                PublicationRow.first_day == period.first,
                PublicationRow.last_day == period.last,
                PublicationRow.version == version,
            )
        ).one_or_none()
        if header is None:
            return None
        publication_id, details_id, list_id, state, threshold, adopted_menu, election_json, round_json = header
        staff = load_list(self._connection, list_id)
        return HallPublication(
            hall=load_details(self._connection, details_id),
            busy_threshold_per_hour=threshold,
            employees=staff.employees,
            leave=staff.leave,
            consents=staff.consents,
            worked=staff.worked,
            history=history.load(self._connection, publication_id, hall),
            forecast=slots.load_forecast(self._connection, publication_id, hall),
            demand=slots.load_demand(self._connection, publication_id, hall),
            menus=menus.load(self._connection, publication_id),
            adopted_menu=adopted_menu,
            election=json.loads(election_json),
            bidding_round=json.loads(round_json),
            roster=Roster(
                hall, period, version, RosterState(state), assignments.load(self._connection, publication_id)
            ),
            findings=findings.load(self._connection, publication_id),
            certificate=certificates.load(self._connection, publication_id, hall),
            lots=published_toil.load_lots(self._connection, publication_id),
            journal=published_toil.load_journal(self._connection, publication_id),
            pay_lines=pay_lines.load(self._connection, publication_id),
            facts=staff.facts,
        )

    def roster(self, hall: str, period: Period, version: int) -> Roster | None:
        """Give the roster of one version alone; None where there is none."""
        header = self._connection.execute(
            select(PublicationRow.id, PublicationRow.state).where(
                PublicationRow.hall_id == hall,
                PublicationRow.first_day == period.first,
                PublicationRow.last_day == period.last,
                PublicationRow.version == version,
            )
        ).one_or_none()
        if header is None:
            return None
        publication_id, state = header
        taken = assignments.load(self._connection, publication_id)
        return Roster(hall, period, version, RosterState(state), taken)

    def context(self, hall: str, period: Period, version: int) -> PublicationContext | None:
        """Give the calendar and settings under which a version was planned; None where there is none."""
        header = self._connection.execute(
            select(PublicationRow.id, PublicationRow.settings_json).where(
                PublicationRow.hall_id == hall,
                PublicationRow.first_day == period.first,
                PublicationRow.last_day == period.last,
                PublicationRow.version == version,
            )
        ).one_or_none()
        if header is None:
            return None
        publication_id, settings_json = header
        return PublicationContext(calendars.load(self._connection, publication_id), json.loads(settings_json))

    def round_record(self, hall: str, period: Period) -> JsonObject | None:
        """Give the round's record of the latest version alone; None before the first."""
        record = self._connection.scalars(
            select(PublicationRow.round_json).where(
                PublicationRow.hall_id == hall,
                PublicationRow.first_day == period.first,
                PublicationRow.last_day == period.last,
                PublicationRow.version == self.version(hall, period),
            )
        ).one_or_none()
        return None if record is None else json.loads(record)

    def periods(self, hall: str) -> tuple[Period, ...]:
        """Periods of a hall that have a publication, earliest first."""
        found = self._connection.execute(
            select(PublicationRow.first_day, PublicationRow.last_day)
            .where(PublicationRow.hall_id == hall)
            .distinct()
            .order_by(PublicationRow.first_day, PublicationRow.last_day)
        )
        return tuple(Period(first_day, last_day) for first_day, last_day in found)

    def _save_header(self, publication: HallPublication, calendar: Calendar, settings: JsonObject) -> int:
        roster = publication.roster
        statement = (
            insert(PublicationRow)
            .values(
                hall_id=roster.hall,
                first_day=roster.period.first,
                last_day=roster.period.last,
                version=roster.version,
                details_id=self._details_id(publication.hall),
                staff_list_id=self._staff_list_id(publication),
                state=roster.state.value,
                busy_threshold_per_hour=publication.busy_threshold_per_hour,
                adopted_menu=publication.adopted_menu,
                election_json=canonical_json(dict(publication.election)),
                round_json=canonical_json(dict(publication.bidding_round)),
                settings_json=canonical_json(dict(settings)),
                weekly_rest_days=week_mask_of(calendar.weekly_rest_days),
            )
            .returning(PublicationRow.id)
        )
        return self._connection.scalars(statement).one()

    def _details_id(self, hall: Hall) -> int:
        """Row number of the hall's details: those that hold now where they are the same, else new ones."""
        present = present_details_id(self._connection, hall.id)
        same = load_details(self._connection, present) == hall
        return present if same else save_details(self._connection, hall)

    def _staff_list_id(self, publication: HallPublication) -> int:
        """Row number of the staff list: the one that holds now where it is the same, else a new one."""
        staff = published_staff(publication)
        present = present_list_id(self._connection, publication.hall.id)
        if present is not None and load_list(self._connection, present) == staff:
            return present
        return save_list(self._connection, publication.hall.id, staff)


def _refuse_other_halls(publication: HallPublication) -> None:
    halls: Iterable[str] = chain(
        (publication.roster.hall,),
        (employee.hall for employee in publication.employees),
        (count.hall for count in publication.history),
        (slot.hall for slot in publication.forecast),
        (slot.hall for slot in publication.demand),
        (row.hall for row in publication.certificate),
    )
    others = set(halls) - {publication.hall.id}
    if others:
        raise BugError(f"a publication of hall {publication.hall.id} holds rows of {', '.join(sorted(others))}")
