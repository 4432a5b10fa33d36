"""Asks for the payroll program, the folder and the codes of an export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

WITHOUT_CODES = ("csv", "attendance")
FIELD_WIDTH = 320


class ExportDialog(QDialog):
    """Format, folder, and the codes file where the format needs one."""

    def __init__(self, forms: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.form = QComboBox(self)
        self.form.addItems(list(forms))
        self.folder, self.codes = QLineEdit(str(Path.home()), self), QLineEdit(self)
        self._folder_button, self._codes_button = QPushButton(self.tr("Choose …"), self), QPushButton(self)
        self._codes_button.setText(self.tr("Choose …"))
        self._buttons = QDialogButtonBox(self)
        self.export_button = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        layout = QFormLayout(self)
        layout.addRow(self.tr("Payroll program"), self.form)
        layout.addRow(self.tr("Folder"), _beside(self.folder, self._folder_button))
        layout.addRow(self.tr("Codes file"), _beside(self.codes, self._codes_button))
        layout.addRow(self._buttons)
        self.setWindowTitle(self.tr("Export the pay"))
        self.form.setAccessibleName(self.tr("Payroll program"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.codes.setAccessibleName(self.tr("Codes file"))
        self._folder_button.setAccessibleName(self.tr("Choose the folder"))
        self._codes_button.setAccessibleName(self.tr("Choose the codes file"))
        self.codes.setPlaceholderText(self.tr("what the program calls people and classes"))
        self._folder_button.clicked.connect(self._choose_folder)
        self._codes_button.clicked.connect(self._choose_codes)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for each in (self.form.currentTextChanged, self.folder.textChanged, self.codes.textChanged):
            each.connect(self._judge)
        self._judge()

    @property
    def codes_file(self) -> Path | None:
        """The codes file, or None."""
        return Path(self.codes.text()) if self.codes.text().strip() else None

    def _judge(self) -> None:
        needs_codes = self.form.currentText() not in WITHOUT_CODES
        for each in (self.codes, self._codes_button):
            each.setEnabled(needs_codes)
        codes_there = not needs_codes or Path(self.codes.text()).is_file()
        self.export_button.setEnabled(Path(self.folder.text()).is_dir() and codes_there)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _choose_codes(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Codes file"), "", "TOML, JSON (*.toml *.json)")
        if chosen:
            self.codes.setText(chosen)


def _beside(field: QLineEdit, button: QPushButton) -> QHBoxLayout:
    field.setMinimumWidth(FIELD_WIDTH)
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
