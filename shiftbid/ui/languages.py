"""Which language the window speaks: the system's, or the one chosen in the View menu; it changes at run time."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

TRANSLATIONS = Path(__file__).parent / "translations"


class Language(StrEnum):
    """Languages that the window speaks, by their locale."""

    ENGLISH = "en"
    CHINESE = "zh_CN"

    @property
    def own_name(self) -> str:
        """Name of the language in itself."""
        return {Language.ENGLISH: "English", Language.CHINESE: "简体中文"}[self]


def system_language() -> Language:
    """Language of the system where we speak it, else English."""
    return Language.CHINESE if QLocale.system().language() is QLocale.Language.Chinese else Language.ENGLISH


def spoken_language() -> Language:
    """Language in force, for whom it does not change while they are open."""
    return Language.CHINESE if QLocale().language() is QLocale.Language.Chinese else Language.ENGLISH


class Languages(QObject):
    """The language in force. Qt tells every widget of a change (`QEvent.Type.LanguageChange`).

    Parameters
    ----------
    chosen
        Language chosen before; None follows the system.
    """

    def __init__(self, application: QApplication, chosen: Language | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[_Words] = []
        self._english_locale = QLocale.system() if system_language() is Language.ENGLISH else QLocale("en")
        self._chosen = chosen
        self._speak()

    @property
    def chosen(self) -> Language | None:
        """What was chosen; None follows the system."""
        return self._chosen

    @property
    def spoken(self) -> Language:
        """Language in force."""
        return self._chosen or system_language()

    def choose(self, language: Language | None) -> None:
        """Speak a language from now on; None follows the system."""
        self._chosen = language
        self._speak()

    def _speak(self) -> None:
        # The locale first: installing a translator makes widgets write their dates and numbers anew.
        chinese = self.spoken is Language.CHINESE
        QLocale.setDefault(QLocale("zh_CN") if chinese else self._english_locale)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = [_Words(path, self) for path in _files(self.spoken)]
        for translator in self._translators:
            self._application.installTranslator(translator)


def _files(language: Language) -> tuple[Path, ...]:
    """Qt's own words for its dialogs, then ours; English is what the program is written in."""
    if language is Language.ENGLISH:
        return ()
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return of_qt / f"qtbase_{language}.qm", TRANSLATIONS / f"shiftbid_{language}.qm"


class _Words(QTranslator):
    """The words of a file, held in memory: Qt would map the file, and crash where an update writes it anew."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data = path.read_bytes() if path.exists() else b""
        if not self.load(self._data):
            raise FileNotFoundError(f"the translation {path} cannot be loaded; install shiftbid again")
