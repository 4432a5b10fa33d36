"""How one cell of a grid looks, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from shiftbid.ui.themes import Theme, Tone

CORNER = 7.0
RADIUS = 3.0
BAR = 3.0
SMALLEST_POINT_SIZE = 6.0


@dataclass(frozen=True, slots=True)
class TileLook:
    """Everything that tells one tile from another.

    Attributes
    ----------
    tone
        Ground of the cell, and its text where it has no card.
    lines
        One line of text, or two set smaller.
    card
        Tone of a rounded card that stands in the cell: a shift.
    striped
        Diagonal stripes on the card: a shift that is not published yet.
    mark
        Tone of an outline with a folded corner: a finding.
    pinned
        A bar at the card's left edge: kept by every later solve.
    changed
        A filled corner at the lower left: not yet published.
    """

    tone: Tone
    lines: tuple[str, ...] = ()
    bold: bool = False
    card: Tone | None = None
    striped: bool = False
    mark: Tone | None = None
    pinned: bool = False
    changed: bool = False


def draw_tile(painter: QPainter, area: QRectF, look: TileLook, font: QFont, theme: Theme) -> None:
    """Draw a tile into an area, which includes the grid line at its right and lower edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(look.tone.ground))
    painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), QColor(theme.line))
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(theme.line))
    inner = area.adjusted(0, 0, -1, -1)
    card = inner.adjusted(1.5, 1.5, -1.5, -1.5)
    if look.card:
        _draw_card(painter, card, look.card, look)
    if look.mark:
        _draw_mark(painter, card, look.mark, look.tone)
    if look.changed:
        _draw_changed(painter, card, look.card or look.tone)
    _draw_text(painter, inner.adjusted(BAR if look.pinned else 0.0, 0, 0, 0), look, font)


def _draw_card(painter: QPainter, area: QRectF, tone: Tone, look: TileLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    if look.striped:
        stripe = QColor(tone.text)
        stripe.setAlphaF(0.16)
        painter.setBrush(QBrush(stripe, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
    if look.pinned:
        painter.setBrush(QColor(tone.text))
        painter.drawRoundedRect(QRectF(area.left(), area.top() + 2, BAR, area.height() - 4), 1.5, 1.5)


def _draw_text(painter: QPainter, area: QRectF, look: TileLook, font: QFont) -> None:
    if not look.lines:
        return
    painter.setPen(QColor((look.card or look.tone).text))
    written = _fitting(font, look, area.width() - 6)
    painter.setFont(written)
    height = QFontMetricsF(written).height()
    top = area.center().y() - height * len(look.lines) / 2
    for number, line in enumerate(look.lines):
        row = QRectF(area.left(), top + number * height, area.width(), height)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)


def _draw_changed(painter: QPainter, area: QRectF, tone: Tone) -> None:
    corner = area.bottomLeft()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.text))
    painter.drawPolygon(
        QPolygonF([corner, QPointF(corner.x() + CORNER, corner.y()), QPointF(corner.x(), corner.y() - CORNER)])
    )


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


def _draw_mark(painter: QPainter, area: QRectF, tone: Tone, ground: Tone) -> None:
    """Outline the cell; a line of the cell's own ground keeps the outline apart from a card of a like tone."""
    colour = QColor(tone.ground)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ground.ground), 1))
    painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    corner = area.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([corner, QPointF(corner.x() - CORNER, corner.y()), QPointF(corner.x(), corner.y() + CORNER)])
    )
