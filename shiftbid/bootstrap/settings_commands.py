"""Orders of the page Settings, done on a database in the worker process."""

from __future__ import annotations

from dataclasses import replace

from shiftbid.domain.account import Role, User
from shiftbid.domain.hall import Hall
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.settings_orders import (
    AddAccount,
    ChangeAccount,
    ChangePromise,
    ChangeTerms,
    LoadConsents,
    LoadNotice,
    RecordConsent,
    ResetPin,
    SettingsOrder,
)


def do_settings_order(url: str, order: SettingsOrder, by: User) -> object:
    """Do what the order says and give its answer."""
    from shiftbid.bootstrap.imports import import_calendar, import_consents
    from shiftbid.services.accounts import NewUser, add_user, change_user, reset_pin
    from shiftbid.services.hall_agreements import set_terms
    from shiftbid.services.import_consents import store_consents
    from shiftbid.services.imports import NoticeOrder, TableOrder
    from shiftbid.storage.database import Database
    from shiftbid.storage.pin_hashing import Argon2PinHasher

    with Database(url) as database:
        units, hasher = database.unit_of_work, Argon2PinHasher()
        match order:
            case AddAccount(name, role, employee, pin):
                return add_user(units, hasher, NewUser(name.strip().casefold(), name, role, employee, pin), by)
            case ChangeAccount(name, role, employee):
                return change_user(units, by, name, role, employee)
            case ResetPin(name, new_pin):
                return reset_pin(units, hasher, by, name, new_pin)
            case RecordConsent(hall, consent):
                return store_consents(hall, (consent,), units)
            case LoadConsents(hall, file):
                return import_consents(TableOrder(file, hall, url=url))
            case LoadNotice(hall, file):
                return import_calendar(NoticeOrder(TableOrder(file, hall, url=url)))
            case ChangePromise():
                return _change_promise(units, order, by)
            case ChangeTerms(hall, terms):
                set_terms(units, hall, terms, by)
                return terms


def _change_promise(units: UnitOfWorkFactory, order: ChangePromise, by: User) -> Hall:
    from shiftbid.services.accounts import require
    from shiftbid.services.hall_desk import HallDesk

    require(by, Role.MANAGER)
    desk = HallDesk(units)
    changed = replace(desk.get(order.hall), promise=order.promise)
    desk.change(changed)
    return changed
