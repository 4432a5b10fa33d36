"""Pictures of the wizard's steps, with a staff list and a file of counts as a hall keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from shiftbid.bootstrap.set_up import look_at_table
from shiftbid.services.desktop import DesktopServices
from shiftbid.services.set_up import LookAtTable
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.wizard.table_page import TablePage
from shiftbid.ui.wizard.wizard import SetUpWizard
from tests.journeys.dialog_pictures import settle

FIRST = date(2026, 3, 2)


def wizard_pictures(
    services: DesktopServices, appearance: Appearance, application: QApplication, folder: Path, ending: str
) -> Iterator[Path]:
    """Go through the wizard as far as the last step, and write a picture of each; gives the files."""
    wizard = SetUpWizard(services, appearance, None)
    assert wizard.account is not None
    wizard.show()
    staff, counts = _staff_list(folder / "staff.xlsx"), _counts(folder / "counts.csv")
    wizard.account.name.setText("Mere")
    for pin in (wizard.account.pin, wizard.account.again):
        pin.setText("731946")
    yield _picture(wizard, application, folder / f"wizard-account-{ending}.png")
    wizard.next()
    wizard.hall.name.setText("North Street")
    yield _picture(wizard, application, folder / f"wizard-hall-{ending}.png")
    for name, page, file in (("staff", wizard.staff, staff), ("footfall", wizard.footfall, counts)):
        wizard.next()
        yield _picture(wizard, application, folder / f"wizard-{name}-wanted-{ending}.png")
        _show(wizard, page, file)
        yield _picture(wizard, application, folder / f"wizard-{name}-{ending}.png")
    wizard.next()
    yield _picture(wizard, application, folder / f"wizard-ready-{ending}.png")
    wizard.reject()
    wizard.deleteLater()
    staff.unlink()
    counts.unlink()


def _show(wizard: SetUpWizard, page: TablePage, file: Path) -> None:
    page.file.setText(str(file))
    page.show_sight(look_at_table(LookAtTable(page.form, wizard.hall.form)))


def _picture(wizard: SetUpWizard, application: QApplication, file: Path) -> Path:
    settle(application)
    wizard.grab().save(str(file))
    return file


def _staff_list(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Payroll no", "Employee", "Position", "Contract hrs", "DOB", "Start date", "Hourly wage"])
    for number, name in enumerate(("Aroha Williams", "Ben Carter", "Chloe Singh"), start=1001):
        sheet.append([number, name, "Teller", 37.5, date(1985, 3, 1), date(2019, 5, 2), 28])
    book.save(path)
    return path


def _counts(path: Path) -> Path:
    days = (FIRST + timedelta(days=number) for number in range(28))
    rows = [f"{day:%d/%m/%Y},{hour}:00,{20 + hour}" for day in days if day.weekday() < 5 for hour in range(9, 17)]
    path.write_text("\n".join(["Date,Hour,Visitors", *rows]), encoding="utf-8")
    return path
