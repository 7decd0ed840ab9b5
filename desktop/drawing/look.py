"""Colours and type of a picture: from the theme in force, or from one by its name for files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from PySide6.QtGui import QColor, QFont, QGuiApplication

from desktop.theme import POINT_SIZE, Scheme, Theme, tokens

_DIMMED = 0.25


@dataclass(frozen=True, eq=False)
class Look:
    """`colours` by the palette's tokens, and `market` for the events of market and policy."""

    colours: Mapping[str, QColor]
    font: QFont
    dark: bool

    @staticmethod
    def of(theme: Theme) -> Look:
        """The theme in force, with the application's font."""
        return Look(_colours(theme.scheme), QGuiApplication.font(), theme.scheme == "dark")

    @staticmethod
    def named(scheme: Scheme) -> Look:
        """Light or dark, whatever is in force, with the application's font at the program's size.

        Its letters are as wide as they are made, not fitted to pixels: others who open a file set them so.
        """
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(POINT_SIZE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return Look(_colours(scheme), font, scheme == "dark")

    def colour(self, token: str) -> QColor:
        """A token's colour. Raises KeyError for a name that is none."""
        return self.colours[token]

    def dimmed(self, token: str, strength: float = _DIMMED) -> QColor:
        """A token's colour thinned on the background: opaque, so that what is drawn twice stays as light."""
        colour, ground = self.colours[token], self.colours["background"]
        return QColor(
            round(colour.red() * strength + ground.red() * (1 - strength)),
            round(colour.green() * strength + ground.green() * (1 - strength)),
            round(colour.blue() * strength + ground.blue() * (1 - strength)),
        )

    def translucent(self, token: str, opacity: float) -> QColor:
        """A token's colour that lets through what lies below."""
        colour = QColor(self.colours[token])
        colour.setAlphaF(opacity)
        return colour


def _colours(scheme: Scheme) -> dict[str, QColor]:
    colours = {name: QColor(value) for name, value in asdict(tokens(scheme)).items()}
    return colours | {"market": colours["policy"]}
