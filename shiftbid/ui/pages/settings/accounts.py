"""Accounts: who may sign in, and as what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from shiftbid.services.hall_settings import Account, HallSettings
from shiftbid.services.settings_orders import AddAccount, ChangeAccount, ResetPin
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.settings.account_dialogs import AccountDialog, NewPinDialog
from shiftbid.ui.pages.settings.panel import SettingsPanel
from shiftbid.ui.pages.settings.words import role_word
from shiftbid.ui.widgets.record_model import Column
from shiftbid.ui.widgets.record_table import RecordTable

EMPLOYEE = 2


class AccountsPanel(SettingsPanel):
    """Everybody with an account; added, given another role, given a new PIN."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: RecordTable[Account] = RecordTable(self._columns(), EMPLOYEE, appearance, self)
        self.column.addWidget(self.table, 1)
        self.add = self.add_button(self._ask_account)
        self.change = self.add_button(self._ask_change)
        self.reset = self.add_button(self._ask_pin)
        self.end_with_buttons()
        self.table.record_activated.connect(self._ask_change)

    @override
    def tab_title(self) -> str:
        return self.tr("A&ccounts")

    @override
    def retranslate(self) -> None:
        self.sentence.setText(
            self.tr(
                "Who may sign in, in all halls. Managers see everything of their halls, payroll clerks pay and "
                "rosters, staff their own matters. A name is locked for 15 minutes after five wrong PINs; a new PIN "
                "unlocks it."
            )
        )
        self.table.setAccessibleName(self.tr("Accounts"))
        self.add.setText(self.tr("Add some&body …"))
        self.change.setText(self.tr("Chan&ge role …"))
        self.reset.setText(self.tr("New P&IN …"))

    @override
    def fill(self, settings: HallSettings) -> None:
        self.settings = settings
        self.table.set_records(settings.accounts)

    def _ask_account(self) -> None:
        if self.settings is not None:
            dialog = AccountDialog(self.settings.people, None, self)
            dialog.accepted.connect(lambda: self._add(dialog))
            dialog.open()

    def _add(self, dialog: AccountDialog) -> None:
        name, role, employee = dialog.account.name, dialog.account.role, dialog.account.employee
        self.order(
            AddAccount(name, role, employee, dialog.pin),
            self.tr("{name} may sign in as {role}").format(name=name, role=role_word(role)),
        )

    def _ask_change(self) -> None:
        current = self.table.current()
        if self.settings is not None and current is not None:
            dialog = AccountDialog(self.settings.people, current, self)
            dialog.accepted.connect(lambda: self._change(dialog.account))
            dialog.open()

    def _change(self, account: Account) -> None:
        self.order(
            ChangeAccount(account.name, account.role, account.employee),
            self.tr("{name} is {role} from the next sign-in on").format(
                name=account.name, role=role_word(account.role)
            ),
        )

    def _ask_pin(self) -> None:
        current = self.table.current()
        if current is not None:
            dialog = NewPinDialog(current.name, self)
            dialog.accepted.connect(lambda: self._reset(current.name, dialog.pins.pin))
            dialog.open()

    def _reset(self, name: str, pin: str) -> None:
        self.order(ResetPin(name, pin), self.tr("{name} has a new PIN").format(name=name))

    def _columns(self) -> tuple[Column[Account], ...]:
        return (
            Column(lambda: QCoreApplication.translate("Settings", "Name"), lambda each: each.name),
            Column(lambda: QCoreApplication.translate("Settings", "Role"), lambda each: role_word(each.role)),
            Column(lambda: QCoreApplication.translate("Settings", "Employee"), self._employee_text),
        )

    def _employee_text(self, account: Account) -> str:
        if account.employee is None:
            return ""
        name = self.settings.people.get(account.employee) if self.settings else None
        return account.employee if name is None else f"{name}, {account.employee}"
