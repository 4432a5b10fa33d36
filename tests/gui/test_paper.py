from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shiftbid.services.hall_view import HallView
from shiftbid.ui.appearance import Appearance
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.pages.roster.page import RosterPage
from shiftbid.ui.paper import pdf_writer, print_sheet
from shiftbid.ui.themes import ThemeName
from shiftbid.ui.window import MainWindow
from tests.gui.fake_hall import fake_publication, fake_view
from tests.gui.fake_services import FakeServices

OpenWindow = Callable[[FakeServices], MainWindow]
PRINTED = (PageName.ROSTER, PageName.CERTIFICATE)


@pytest.mark.parametrize("name", PRINTED)
def test_roster_and_certificate_become_a_file(open_window: OpenWindow, tmp_path: Path, name: PageName) -> None:
    window = open_window(FakeServices())
    window.go_to_page(list(window.pages).index(name))
    assert window.menus.pdf.isEnabled()
    assert window.menus.print.isEnabled()
    path = tmp_path / "page.pdf"
    window.paper.save_pdf(str(path))
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 842" in content or b"/MediaBox [0 0 841" in content, "A4, the long side across"
    assert str(path) in window.statusBar().currentMessage()


def test_other_pages_print_nothing(open_window: OpenWindow) -> None:
    window = open_window(FakeServices())
    for place, name in enumerate(window.pages):
        window.go_to_page(place)
        assert window.menus.pdf.isEnabled() is (name in PRINTED)


def test_many_people_take_several_pages(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> None:
    page = RosterPage(appearance)
    qtbot.addWidget(page)
    few, many = [fake_view(fake_publication(people=people)) for people in (10, 60)]
    pages: list[int] = []
    for view in (few, many):
        page.show_publication(view)
        sheet = page.paper()
        assert sheet is not None
        pages.append(print_sheet(sheet, pdf_writer(str(tmp_path / "roster.pdf"))))
    assert pages[0] == 1
    assert pages[1] >= 3


def test_paper_is_light_whatever_the_window_wears(qtbot: QtBot, appearance: Appearance, shown: HallView) -> None:
    page = RosterPage(appearance)
    qtbot.addWidget(page)
    page.show_publication(shown)
    light = page.paper()
    appearance.choose(ThemeName.DARK)
    dark = page.paper()
    assert light is not None
    assert dark is not None
    assert light.grid.look(0, 0) == dark.grid.look(0, 0)
