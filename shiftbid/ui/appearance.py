"""Which palette the window wears: the system's, or the one chosen in the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from shiftbid.ui.styles import RingStyle
from shiftbid.ui.themes import DARK, LIGHT, THEMES, Theme, ThemeName


class Appearance(QObject):
    """The theme in force. Widgets that paint themselves read it, and follow `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, chosen: ThemeName | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = chosen
        self._theme = LIGHT
        self._style = RingStyle()
        application.setStyle(self._style)
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def theme(self) -> Theme:
        """Colours in force."""
        return self._theme

    @property
    def chosen(self) -> ThemeName | None:
        """What was chosen; None follows the system."""
        return self._chosen

    def choose(self, name: ThemeName | None) -> None:
        """Wear a palette; None follows the system's light or dark."""
        self._chosen = name
        self._apply()

    def _apply(self) -> None:
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._theme = THEMES[self._chosen] if self._chosen else DARK if dark else LIGHT
        self._style.line = _line(self._theme.name)
        self._application.setPalette(palette(self._theme))
        self.changed.emit()


def _line(name: ThemeName) -> QPalette.ColorRole | None:
    match name:
        case ThemeName.LIGHT:
            return None
        case ThemeName.DARK:
            return QPalette.ColorRole.PlaceholderText
        case ThemeName.HIGH_CONTRAST:
            return QPalette.ColorRole.WindowText


def palette(theme: Theme) -> QPalette:
    """Give a theme's colours as Qt's roles."""
    roles = QPalette.ColorRole
    painted = QPalette()
    for role, colour in (
        (roles.Window, theme.frame),
        (roles.WindowText, theme.text),
        (roles.Base, theme.base),
        (roles.AlternateBase, theme.stripe),
        (roles.Text, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Button, theme.button),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.holiday_text),
        (roles.ToolTipBase, theme.base),
        (roles.ToolTipText, theme.text),
        (roles.Highlight, theme.accent.ground),
        (roles.HighlightedText, theme.accent.text),
        (roles.Accent, theme.accent.ground),
        (roles.Link, theme.plot.mean),
        (roles.LinkVisited, theme.plot.mean),
        (roles.Light, theme.base),
        (roles.Midlight, theme.rest_day),
        (roles.Mid, theme.line),
        (roles.Dark, theme.muted),
        (roles.Shadow, theme.line),
    ):
        painted.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        painted.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled))
    painted.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(theme.away.ground))
    painted.setColor(QPalette.ColorGroup.Disabled, roles.HighlightedText, QColor(theme.away.text))
    return painted
