"""The filter bar: the filter as text, with its mistakes explained and completions, above a chip for each clause."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from db.texts import tr
from desktop.icons import Icons
from desktop.state import FilterState
from desktop.theme import Theme
from desktop.widgets.plain import PlainLabel
from desktop.widgets.query_edit import QueryEdit

if TYPE_CHECKING:
    from db.filters import FilterSpec, QueryError
    from desktop.completing import Completing
    from desktop.filter_chips import FilterChips
    from desktop.tasks import QueryRunner

EXAMPLE = "params:>100B open:yes date:2024.."
TYPING_PAUSE = 120  # milliseconds


class FilterBar(QWidget):
    """Writes what is typed to the filter, and the filter back when another view changes it."""

    left = Signal()
    """The user is done here: the keyboard goes to the table."""
    link_entered = Signal(object)
    """The user has put a link here in place of a filter: a Link to be opened."""
    resizing = Signal()
    """The bar is about to take more room, or less."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filters: FilterState | None = None
        self._runner: QueryRunner | None = None
        self.chips: FilterChips
        """Made when there is something to filter: the window opens sooner without."""
        self._completing: Completing | None = None
        self._written: FilterSpec | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self._pause)
        self.setObjectName("filter_bar")
        self._build(icons)

    def attach(self, filters: FilterState, runner: QueryRunner) -> None:
        """Begin: what was typed before the database was open counts."""
        from desktop.completing import Completing
        from desktop.filter_chips import FilterChips

        if self._filters is not None:
            self._filters.written.disconnect(self._on_written)
            self.edit.clear()
        else:
            self.chips = FilterChips(self, self._line, self._rows)
            self.chips.resizing.connect(self.resizing)
            self.chips.activated.connect(self._edit_clause)
        self._filters, self._runner = filters, runner
        self._completing = Completing(self.edit, runner)
        filters.written.connect(self._on_written)
        typed = bool(self.edit.text())
        self._show(filters.base, keep_text=typed)
        self.chips.attach(filters)
        if typed and not self._says(filters.base):
            self._read()
        else:  # what is in force is not set again, which would drop the brush
            self._check_spelling(filters.base)

    def take_up(self, text: str) -> None:
        """Show a filter that was kept: one that cannot be read any more is explained, not lost."""
        if text and not self.edit.text():
            self.edit.setText(text)
            self._read()

    def focus(self) -> None:
        """Give the text the keyboard."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_completions(self) -> bool:
        """Hide the list of completions. Returns whether it was open."""
        was_open = bool(self.edit.offered())
        self.edit.close_offer()
        return was_open

    def clear(self) -> bool:
        """Remove text and filter. Returns whether there was any."""
        had = bool(self.edit.text()) or bool(self._filters and self._filters.base.clauses)
        self._typing.stop()
        self.edit.clear()
        self._mark(None)
        if self._filters is not None:
            self._filters.home()
        return had

    # ---- from text to filter ----

    def _on_edited(self) -> None:
        self._typing.start()

    def _pause(self) -> None:
        """The user rests in typing."""
        self._read()
        if self._completing is not None:
            self._completing.look()

    def _take_completion(self, word: str) -> None:
        if self._completing is not None:
            self._completing.take(word)
            self._pause()

    def _read(self) -> None:
        """Understand the text. A mistake is shown, and the last good filter stays."""
        if self._filters is None:
            return
        from db.filters import QueryError, parse
        from desktop.links import is_link

        self._typing.stop()
        if is_link(self.edit.text().strip()):
            self._say_link()
            return
        try:
            spec = parse(self.edit.text())
        except QueryError as error:
            self._mark(error)
        else:
            self._mark(None)
            self._filters.set(spec, typing=True)
            self.chips.show(spec)
            self._check_spelling(spec)

    def _say_link(self) -> None:
        """Offer to open a link; one that is wrong is explained."""
        from desktop.links import LinkError, read_link

        self.edit.set_mistake(None, self._theme.colour("error"))
        try:
            read_link(self.edit.text().strip())
        except LinkError as error:
            self._explain(str(error), error=True)
        else:
            self._explain(tr("This is a link. Enter opens it."), error=False)

    def _open_link(self) -> bool:
        """Open the link that the text is, if it is one; the text says the filter again."""
        from desktop.links import LinkError, is_link, read_link

        text = self.edit.text().strip()
        if not is_link(text) or self._filters is None:
            return False
        try:
            link = read_link(text)
        except LinkError:
            self._say_link()
            return True
        self._show(self._filters.base)
        self.link_entered.emit(link)
        return True

    def _enter(self) -> None:
        """Read what is typed, or keep the brush where nothing new is, and go to the rows. A link is opened."""
        if self._open_link():
            return
        if self._filters is not None and self._says(self._filters.base):
            self._filters.keep_brush()
        self._read()
        self.edit.close_offer()
        if self.edit.mistake() is None:
            self.left.emit()

    def _mark(self, error: QueryError | None) -> None:
        place = (error.start, error.end) if error else None
        self.edit.set_mistake(place, self._theme.colour("error"))
        self.edit.setAccessibleDescription(error.message if error else "")
        text = error.message[:1].upper() + error.message[1:] if error else ""
        if text and self._filters is not None:
            shown = self._filters.spec.describe()
            text = tr("{mistake}. Still showing: {filter}.", mistake=text.rstrip("."), filter=shown)
        self._explain(text, error=True)

    def _check_spelling(self, spec: FilterSpec) -> None:
        """Say which words were taken for others that are in the texts, and which values nothing has."""
        if self._runner is not None and spec.clauses:
            from desktop.filter_remarks import remarks

            self._runner.run("filter_bar.spelling", partial(remarks, spec=spec), partial(self._tell, spec))

    def _tell(self, spec: FilterSpec, remarks: list[str]) -> None:
        if self._filters is not None and self._filters.base == spec and self.edit.mistake() is None:
            self._explain(" ".join(remarks), error=False)

    def _explain(self, text: str, *, error: bool) -> None:
        """Say something below the text."""
        self.explanation.setProperty("error", error)
        self.explanation.setProperty("muted", not error)
        self.explanation.style().polish(self.explanation)
        self.explanation.setText(f"✗ {text}" if text and error else text)
        if self.explanation.isHidden() == bool(text):
            self.resizing.emit()
        self.explanation.setVisible(bool(text))

    # ---- from filter to text ----

    def _on_written(self) -> None:
        """Another view changed the filter. A brush leaves the text alone, even one with a mistake in it."""
        if self._filters is not None:
            before, base = self._written, self._filters.base
            if base != before:
                self._show(base)
            if said := self.chips.what_was_kept(before):
                self._explain(said, error=False)
            self.chips.show_brush()

    def _show(self, spec: FilterSpec, *, keep_text: bool = False) -> None:
        self._written = spec
        if not keep_text and not self._says(spec):
            self._typing.stop()
            self.edit.setText(str(spec))
            self._mark(None)
        self.chips.show(spec)

    def _says(self, spec: FilterSpec) -> bool:
        """Whether the text means this filter, however it is written."""
        from db.filters import QueryError, parse

        try:
            return parse(self.edit.text()) == spec
        except QueryError:
            return False

    def _edit_clause(self, index: int) -> None:
        """Mark a clause's text, to be typed over."""
        if self._filters is None:
            return
        clauses = self._filters.base.clauses
        self.edit.setText(str(self._filters.base))
        start = sum(len(str(clause)) + 1 for clause in clauses[:index])
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.setSelection(start, len(str(clauses[index])))

    # ---- building ----

    def _build(self, icons: Icons) -> None:
        self.edit = QueryEdit()
        self.edit.setObjectName("filter_text")
        self.edit.setAccessibleName(tr("Filter"))
        self.edit.setPlaceholderText(tr("Filter: words, or for example {query}", query=EXAMPLE))
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self._enter)
        self.edit.chosen.connect(self._take_completion)
        self.clear_button = QToolButton()
        self.clear_button.setObjectName("clear_filter")
        self.clear_button.setAccessibleName(tr("Clear the filter"))
        self.clear_button.setToolTip(tr("Clear the filter (Esc)"))
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        self.edit.textChanged.connect(lambda text: self.clear_button.setVisible(bool(text)))
        icons.put(self.clear_button, "x", "muted")
        self._line = QHBoxLayout()
        self._line.setSpacing(4)
        self._line.addWidget(self.edit)
        self._line.addWidget(self.clear_button)
        self.explanation = PlainLabel()
        self.explanation.setObjectName("filter_mistake")
        self.explanation.setProperty("error", True)
        self.explanation.setWordWrap(True)
        self.explanation.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(self._line)
        self._rows.addWidget(self.explanation)
        self.setFocusProxy(self.edit)
