"""Translations of texts that stand in tables, marked there for Qt's extractor by QT_TRANSLATE_NOOP."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def marked_text(context: str, text: str) -> str:
    """Give a marked text in the window's language; the text itself where it has no translation."""
    return QCoreApplication.translate(context, text)
