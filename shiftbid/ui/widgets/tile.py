"""How one cell of a grid looks, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from shiftbid.ui.themes import Theme, Tone

CORNER = 10.0
SMALLEST_POINT_SIZE = 6.0


@dataclass(frozen=True, slots=True)
class TileLook:
    """Everything that tells one tile from another.

    Attributes
    ----------
    lines
        One line of text, or two set smaller.
    striped
        Diagonal stripes: a shift that is not published yet.
    mark
        Tone of a flag with an exclamation mark in the upper right corner: a finding.
    pinned
        A dot in the lower left corner: kept by every later solve.
    framed
        An outline, so that the tile stands out from the grid: a shift.
    """

    tone: Tone
    lines: tuple[str, ...] = ()
    bold: bool = False
    striped: bool = False
    mark: Tone | None = None
    pinned: bool = False
    framed: bool = False


def draw_tile(painter: QPainter, area: QRectF, look: TileLook, font: QFont, theme: Theme) -> None:
    """Draw a tile into an area, which includes the grid line at its right and lower edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(theme.base if look.framed else look.tone.ground))
    painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), QColor(theme.line))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
    inner = area.adjusted(0, 0, -1, -1)
    if look.framed:
        _draw_card(painter, inner.adjusted(1.5, 1.5, -1.5, -1.5), look)
    _draw_text(painter, inner, look, font)
    if look.pinned:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tone.text))
        painter.drawEllipse(QPointF(inner.left() + 6, inner.bottom() - 6), 2, 2)
    if look.mark:
        _draw_flag(painter, inner, look.mark, font)


def _draw_card(painter: QPainter, card: QRectF, look: TileLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.tone.ground))
    painter.drawRoundedRect(card, 3, 3)
    if look.striped:
        stripe = QColor(look.tone.text)
        stripe.setAlphaF(0.16)
        painter.setBrush(QBrush(stripe, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(card, 3, 3)


def _draw_text(painter: QPainter, area: QRectF, look: TileLook, font: QFont) -> None:
    if not look.lines:
        return
    painter.setPen(QPen(QColor(look.tone.text)))
    written = _fitting(font, look, area.width() - 6)
    painter.setFont(written)
    height = QFontMetricsF(written).height()
    top = area.center().y() - height * len(look.lines) / 2
    for number, line in enumerate(look.lines):
        row = QRectF(area.left(), top + number * height, area.width(), height)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


def _fitting(font: QFont, look: TileLook, width: float) -> QFont:
    """Shrink the font until the widest line fits; two lines start smaller than one."""
    fitting = QFont(font)
    fitting.setBold(look.bold)
    size = font.pointSizeF() * (0.85 if len(look.lines) > 1 else 1.0)
    fitting.setPointSizeF(size)
    widest = max(QFontMetricsF(fitting).horizontalAdvance(line) for line in look.lines)
    if widest > width > 0:
        fitting.setPointSizeF(max(SMALLEST_POINT_SIZE, size * width / widest))
    return fitting


def _draw_flag(painter: QPainter, area: QRectF, tone: Tone, font: QFont) -> None:
    corner = area.topRight()
    flag = QRectF(corner.x() - CORNER, corner.y(), CORNER, CORNER + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    painter.drawPolygon(
        QPolygonF([flag.topLeft(), flag.topRight(), flag.bottomRight(), flag.bottomLeft()])
    )
    small = QFont(font)
    small.setBold(True)
    small.setPointSizeF(max(SMALLEST_POINT_SIZE, font.pointSizeF() * 0.75))
    painter.setFont(small)
    painter.setPen(QColor(tone.text))
    painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, "!")
