from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from shiftbid.ui.languages import Language
from shiftbid.ui.pages.page_name import PageName
from shiftbid.ui.themes import ThemeName
from tests.gui.fake_services import MANAGER, STAFF, FakeServices
from tests.journeys.screenshots import take_screenshots


def test_every_page_is_pictured_in_every_palette_and_language_asked_for(tmp_path: Path) -> None:
    themes, languages = [ThemeName.LIGHT, ThemeName.DARK], [Language.CHINESE]
    files = take_screenshots(FakeServices(), (MANAGER, STAFF), tmp_path / "pictures", themes, languages, 1000, 700)
    views = [*PageName, "roster-day"]
    assert {file.name for file in files} == {
        f"{view}-{theme}-{language}.png" for view in views for theme in themes for language in languages
    }
    pictures = [QImage(str(file)) for file in files]
    assert all(picture.width() == 1000 for picture in pictures)
    assert len({picture.pixelColor(500, 350).name() for picture in pictures}) > 1
