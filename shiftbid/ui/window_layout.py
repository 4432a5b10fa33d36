"""Where the parts of the window stand: the bar above, the pages and their list below it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shiftbid.ui.widgets.rule_line import rule_line


def laid_out(above: tuple[QWidget, ...], page_list: QWidget, pages: QWidget, window: QWidget) -> QWidget:
    """Put the parts above one below the other, a line, then the list of pages beside the pages."""
    body = QHBoxLayout()
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(0)
    body.addWidget(page_list)
    body.addWidget(pages, 1)
    centre = QWidget(window)
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in above:
        column.addWidget(part)
    column.addWidget(rule_line(window))
    column.addLayout(body, 1)
    return centre
