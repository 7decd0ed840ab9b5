"""Letters of one width, for what is typed and for paths."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo


def in_fixed_width(font: QFont) -> QFont:
    """The system's font of one width in the size and weight of another; what it lacks is as in that one.

    By its own name: of an alias such as “monospace” beside a font that there is, Qt takes the latter for everything.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed = QFont(font)
    fixed.setFamilies([QFontInfo(system).family(), *font.families()[1:]])
    return fixed
