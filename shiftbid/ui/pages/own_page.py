"""Pages on which a person sees their own matters."""

from __future__ import annotations

from typing_extensions import override

from shiftbid.services.desk_view import DeskView
from shiftbid.services.own_view import OwnView
from shiftbid.ui.pages.page import DeskPage


class OwnPage(DeskPage[OwnView]):
    """Base of the pages for staff."""

    @override
    def part(self, view: DeskView) -> OwnView | None:
        return view.own

    @override
    def missing(self) -> tuple[str, str]:
        return self.tr("You are on no staff list"), self.tr("Ask a manager to put you on the list of your hall.")
