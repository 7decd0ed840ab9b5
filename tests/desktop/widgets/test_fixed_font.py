"""Letters of one width beside other fonts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop.widgets.fixed_font import in_fixed_width


@pytest.mark.parametrize("others", [[], ["DejaVu Sans"], ["Noto Sans CJK SC", "DejaVu Sans"]])
def test_letters_are_as_wide_as_each_other(qapp: QApplication, others: list[str]) -> None:
    """Also with another font for what the first one lacks, as in the Chinese window."""
    font = QFont(qapp.font())
    font.setFamilies([font.family(), *others])
    fixed = in_fixed_width(font)
    widths = QFontMetricsF(fixed)
    assert widths.horizontalAdvance("iiii") == widths.horizontalAdvance("MMMM")
    assert fixed.families()[1:] == others
    assert (fixed.pointSizeF(), fixed.bold()) == (font.pointSizeF(), font.bold())
