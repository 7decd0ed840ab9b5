"""The language of the window: English or Simplified Chinese, as the system has it or as the user chose.

The texts are in `resources/translations`, Qt's own in what comes with PySide6. Nothing is loaded for English.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

import resources
from db.texts import ENGLISH, Language, Translate, install

Name = Literal["en", "zh_CN"]
Choice = Literal["system", "en", "zh_CN"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
CONTEXT = "Labline"
CHINESE = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC")
"""Fonts for Simplified Chinese, as systems have them."""


def translations_folder() -> Path:
    """Where the compiled translations are."""
    return Path(resources.__path__[0]) / "translations"


def of_system(names: list[str]) -> Name:
    """The language for someone who prefers these, as BCP 47 tags: the first that there is, else English."""
    for name in names:
        language, *parts = name.split("-")
        if language == "en":
            return "en"
        if language == "zh" and not {"Hant", "TW", "HK", "MO"} & {*parts}:
            return "zh_CN"
    return "en"


class LanguageInForce(QObject):
    """Installs the language in force. `changed` comes when another one is: what is on the screen is then built anew."""

    changed = Signal()

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: tuple[QTranslator, ...] = ()
        self._set_families()
        self._choice = choice
        self._name: Name = "en"
        self._use(self._wanted())

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    @property
    def name(self) -> Name:
        """Which language is in force."""
        return self._name

    def choose(self, choice: Choice) -> None:
        """Speak another language from now on."""
        self._choice = choice
        wanted = self._wanted()
        if wanted != self._name:
            self._use(wanted)
            self.changed.emit()

    def _wanted(self) -> Name:
        return of_system(QLocale.system().uiLanguages()) if self._choice == "system" else self._choice

    def _use(self, name: Name) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators, self._name = (), name
        if name == "en":
            install(ENGLISH)
            return
        own, standard = QTranslator(self), QTranslator(self)
        own.load(str(translations_folder() / f"labline_{name}.qm"))
        standard.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QCoreApplication.installTranslator(standard)
        self._translators = own, standard
        install(Language(name, _lookup(own)))

    def lacks_font(self) -> bool:
        """Whether no font of the system has the characters of the language."""
        return self._name == "zh_CN" and not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)

    def _set_families(self) -> None:
        """Chinese in the forms of the mainland beside the font of the system, which alone may fall back to Japanese.

        In every language: the names of people are Chinese.
        """
        font = QGuiApplication.font()
        chinese = [family for family in CHINESE if QFontDatabase.hasFamily(family)]
        if chinese:
            font.setFamilies([QFontInfo(font).family(), *chinese[:1]])
            QGuiApplication.setFont(font)


def _lookup(translator: QTranslator) -> Translate:
    @lru_cache(maxsize=4096)
    def translated(text: str, n: int | None) -> str:
        return translator.translate(CONTEXT, text, "", -1 if n is None else n) or text

    return translated
