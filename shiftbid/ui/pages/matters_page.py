"""Pages on what people of a hall bring up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from shiftbid.services.desk_view import DeskView
from shiftbid.ui.pages.page import DeskPage

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import HallMatters


class MattersPage(DeskPage["HallMatters"]):
    """Base of the pages on claims, appeals and fairness of a period."""

    @override
    def part(self, view: DeskView) -> HallMatters | None:
        return view.matters

    @override
    def missing(self) -> tuple[str, str]:
        return (
            self.tr("No plan yet for this hall and period"),
            self.tr("What people bring up is about a published roster: plan and publish one first."),
        )
