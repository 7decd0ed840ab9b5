"""The parts of the facets panel: one section a field, with its values or with a range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.texts import tr
from desktop.facets.range_scales import DateScale, NumberScale, Scale
from desktop.icons import Icons
from desktop.widgets.check_list import CheckList
from desktop.widgets.entry import Entry
from desktop.widgets.plain import PlainLabel, set_plain_tooltip
from desktop.widgets.range_slider import RangeSlider

if TYPE_CHECKING:
    from db.clauses import Clause
    from db.listings import Field
    from db.rows import Facet

UNKNOWN = ""
NARROWEST = 32  # pixels of an entry


class Title(QToolButton):
    """A button over the whole width. Its text is cut where there is less room, and never keeps the panel wide."""

    def minimumSizeHint(self) -> QSize:
        """The arrow and some letters."""
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What the style draws, with the text cut."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        beside = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - beside
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)


class Section(QWidget):
    """A title that folds what is below it, and a button that drops its clauses. `changed` gives new ones."""

    changed = Signal(str, list)
    folded = Signal(str, bool)

    def __init__(self, field: Field, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.label = field.key, tr(field.label)
        self._icons = icons
        self.clauses: tuple[Clause, ...] = ()
        self.setObjectName(f"facet_{field.key}")
        self.title = Title(self)
        self.title.setObjectName(f"facet_{field.key}_title")
        self.title.setText(self.label)
        self.title.setAutoRaise(True)
        self.title.setProperty("section", True)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title.setIconSize(QSize(16, 16))
        self.title.clicked.connect(self._toggle)
        self.reset = QToolButton(self)
        self.reset.setObjectName(f"facet_{field.key}_reset")
        self.reset.setAccessibleName(tr("Reset {field}", field=self.label))
        self.reset.setToolTip(tr("Drop what is chosen here"))
        self.reset.setAutoRaise(True)
        self.reset.clicked.connect(lambda: self.changed.emit(self.key, []))
        icons.put(self.reset, "rotate-ccw", "muted")
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)
        self.reset.hide()
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.title)
        line.addWidget(self.reset)
        self.body = QWidget(self)
        self.content = QVBoxLayout(self.body)
        self.content.setContentsMargins(4, 0, 4, 8)
        self.content.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.body)

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold it."""
        self.body.setHidden(folded)
        self._icons.put(self.title, "chevron-right" if folded else "chevron-down", "muted")
        name = tr("{field}, folded", field=self.label) if folded else tr("{field}, unfolded", field=self.label)
        self.title.setAccessibleName(name)

    def show_facet(self, facet: Facet) -> None:
        """Show what there is to choose from."""
        raise NotImplementedError

    def show_clauses(self, clauses: tuple[Clause, ...]) -> None:
        """Show what the filter says of this key."""
        self.clauses = clauses
        self.reset.setVisible(bool(clauses))
        self.title.setAccessibleDescription("; ".join(clause.describe() for clause in clauses))

    def _toggle(self) -> None:
        folded = not self.body.isHidden()
        self.set_folded(folded)
        self.folded.emit(self.key, folded)


class ValueSection(Section):
    """Values with counts, to include or to exclude; the unknown is one of them."""

    def __init__(self, field: Field, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(field, icons, parent)
        self._words = field.type == "bool"
        self.values = CheckList(self.label, self._shown, self.body)
        self.values.setObjectName(f"facet_{field.key}_values")
        self.values.changed.connect(self._choose)
        self.content.addWidget(self.values)

    def show_facet(self, facet: Facet) -> None:
        """Show the values that there are."""
        items = [(value.text, self._shown(value.label), value.count) for value in facet.values]
        if facet.unknown:
            items.append((UNKNOWN, tr("unknown"), facet.unknown))
        self.values.set_items(items)

    def show_clauses(self, clauses: tuple[Clause, ...]) -> None:
        """Check what the filter includes, strike out what it excludes."""
        from desktop.facets.clauses import chosen

        super().show_clauses(clauses)
        self.values.set_state(*chosen(clauses))

    def _shown(self, label: str) -> str:
        """Yes and no in words; what comes from the data as it is."""
        return tr(label) if self._words else label

    def _choose(self, included: Sequence[str], excluded: Sequence[str]) -> None:
        from desktop.facets.clauses import with_values

        self.changed.emit(self.key, with_values(self.key, self.clauses, included, excluded))


class RangeSection(Section):
    """A slider over a histogram, the two ends to type, and the unknown."""

    def __init__(self, field: Field, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(field, icons, parent)
        self._scale: Scale = DateScale() if field.type == "date" else NumberScale()
        scale = self._scale
        self.slider = RangeSlider(self.label, scale.text, self.body, scale=scale.kind, snap=scale.snap, step=scale.step)
        self.slider.setObjectName(f"facet_{field.key}_slider")
        self.slider.changed.connect(self._slide)
        self.low = self._entry("from", tr("from"))
        self.high = self._entry("to", tr("to"))
        self.mistake = PlainLabel(parent=self.body)
        self.mistake.setObjectName(f"facet_{field.key}_mistake")
        self.mistake.setProperty("error", True)
        self.mistake.setWordWrap(True)
        self.mistake.hide()
        self.unknown = CheckList(tr("{field}, unknown", field=self.label), parent=self.body)
        self.unknown.setObjectName(f"facet_{field.key}_unknown")
        self.unknown.changed.connect(self._choose_unknown)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.low)
        line.addWidget(PlainLabel("–", self.body))
        line.addWidget(self.high)
        for part in (self.slider, line, self.mistake, self.unknown):
            if isinstance(part, QWidget):
                self.content.addWidget(part)
            else:
                self.content.addLayout(part)

    def show_facet(self, facet: Facet) -> None:
        """Show how the values are spread."""
        bounds, bars = self._scale.fit(facet)
        self.slider.setVisible(bounds is not None)
        if bounds is not None:
            self.slider.set_bounds(*bounds)
            self.slider.set_histogram(bars)
        self.unknown.set_items([(UNKNOWN, tr("unknown"), facet.unknown)] if facet.unknown else [])
        self.unknown.setVisible(bool(facet.unknown))
        self._show_limits()

    def show_clauses(self, clauses: tuple[Clause, ...]) -> None:
        """Set the handles and the entries to what the filter says."""
        from desktop.facets.clauses import chosen

        super().show_clauses(clauses)
        included, excluded = chosen(clauses)
        self.unknown.set_state([v for v in included if v == UNKNOWN], [v for v in excluded if v == UNKNOWN])
        self._show_limits()

    def _show_limits(self) -> None:
        from desktop.facets.clauses import limits

        low, high = limits(self.clauses)
        self.slider.set_range(self._scale.position(low, high=False), self._scale.position(high, high=True))
        for entry, end in ((self.low, low), (self.high, high)):
            said = "" if end is None else self._scale.typed(end)
            if said != entry.text() and not (entry.hasFocus() and entry.isModified()):
                entry.setText(said)
                entry.setCursorPosition(0)  # of a date too long for its line, the year is what must be seen
                set_plain_tooltip(entry, said)
        self._complain("")

    def _slide(self, low: float | None, high: float | None) -> None:
        self._set(self._scale.end(low, high=False), self._scale.end(high, high=True))

    def _type(self) -> None:
        if not (self.low.isModified() or self.high.isModified()):
            return
        try:
            ends = [self._scale.read(entry.text()) for entry in (self.low, self.high)]
        except ValueError as error:
            self._complain(str(error))
        else:
            for entry in (self.low, self.high):
                entry.setModified(False)
            self._set(*ends)

    def _set(self, low: float | str | None, high: float | str | None) -> None:
        from desktop.facets.clauses import with_limits

        try:
            clauses = with_limits(self.key, self.clauses, low, high)
        except ValueError as error:
            self._complain(str(error))
        else:
            self._complain("")
            self.changed.emit(self.key, clauses)

    def _choose_unknown(self, included: Sequence[str], excluded: Sequence[str]) -> None:
        from desktop.facets.clauses import with_unknown

        clauses = with_unknown(self.key, self.clauses, included=bool(included), excluded=bool(excluded))
        self.changed.emit(self.key, clauses)

    def _complain(self, text: str) -> None:
        self.mistake.setText(f"✗ {text[:1].upper()}{text[1:]}" if text else "")
        self.mistake.setVisible(bool(text))

    def _is_typed(self) -> bool:
        """Whether the entries say something that is not in force."""
        return self.low.isModified() or self.high.isModified() or not self.mistake.isHidden()

    def _restore(self) -> None:
        """Let the entries say again what is in force."""
        for entry in (self.low, self.high):
            entry.setModified(False)
        self._show_limits()

    def _entry(self, end: str, shown: str) -> Entry:
        entry = Entry(self._is_typed, self.body)
        entry.undone.connect(self._restore)
        entry.setObjectName(f"facet_{self.key}_{end}")
        entry.setAccessibleName(tr("{field}, {end}", field=self.label, end=shown))
        entry.setPlaceholderText(shown)
        entry.setMinimumWidth(NARROWEST)
        entry.editingFinished.connect(self._type)
        return entry
