"""Terms of halls and consents of people over SQL: added to, never changed or removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, func, insert, select

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.domain.round_method import RoundMethod
from shiftbid.storage.repositories.halls import lock_hall
from shiftbid.storage.tables.agreements import HallTermsRow, ProxyConsentRow
from shiftbid.storage.tables.staff import EmployeeRow
from shiftbid.storage.writing import take_turn_to_write


class SqlAgreementRepository:
    """`shiftbid.services.case_port.AgreementRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def terms_of(self, hall: str) -> HallTerms:
        """Terms that hold in a hall."""
        row = self._connection.execute(
            select(
                HallTermsRow.manager_approves,
                HallTermsRow.urgent_appeal_minutes,
                HallTermsRow.appeal_minutes,
                HallTermsRow.notice_days,
                HallTermsRow.round_method,
            )
            .where(HallTermsRow.hall_id == hall)
            .order_by(HallTermsRow.position.desc())
            .limit(1)
        ).one_or_none()
        return HallTerms() if row is None else HallTerms(*row[:-1], round_method=RoundMethod(row.round_method))

    def set_terms(self, hall: str, terms: HallTerms, by: str) -> int:
        """Put new terms of a hall on record; gives their number. InputError where the hall is unknown."""
        lock_hall(self._connection, hall)
        earlier = select(func.count()).select_from(HallTermsRow).where(HallTermsRow.hall_id == hall)
        position = self._connection.scalars(earlier).one()
        self._connection.execute(
            insert(HallTermsRow).values(
                hall_id=hall,
                position=position,
                manager_approves=terms.manager_approves,
                urgent_appeal_minutes=terms.urgent_appeal_minutes,
                appeal_minutes=terms.appeal_minutes,
                notice_days=terms.notice_days,
                round_method=terms.round_method.value,
                set_by=by,
                set_at=self._clock(),
            )
        )
        return position + 1

    def consent(self, employee: str, proxy: str | None, given_by: str) -> ProxyConsent:
        """Put a consent, or its end, on record; InputError where somebody is on no staff list."""
        take_turn_to_write(self._connection)
        people = {employee} if proxy is None else {employee, proxy}
        # Holding the rows lets two consents of one person come one after the other.
        held = select(EmployeeRow.id).where(EmployeeRow.id.in_(people)).order_by(EmployeeRow.id).with_for_update()
        unknown = sorted(people - set(self._connection.scalars(held)))
        if unknown:
            raise InputError("proxy", [f"employee {each} is on no staff list" for each in unknown])
        earlier = select(func.count()).select_from(ProxyConsentRow).where(ProxyConsentRow.employee_id == employee)
        consent = ProxyConsent(employee, proxy, given_by, self._clock())
        self._connection.execute(
            insert(ProxyConsentRow).values(
                employee_id=employee,
                position=self._connection.scalars(earlier).one(),
                proxy_id=proxy,
                given_by=given_by,
                given_at=consent.given_at,
            )
        )
        return consent

    def proxies(self) -> Mapping[str, ProxyConsent]:
        """The consent that holds for each person who has ever given one."""
        return {
            row.employee_id: ProxyConsent(row.employee_id, row.proxy_id, row.given_by, row.given_at)
            for row in self._connection.execute(
                select(*ProxyConsentRow.__table__.columns).order_by(
                    ProxyConsentRow.employee_id, ProxyConsentRow.position
                )
            )
        }
