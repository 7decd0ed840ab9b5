"""The sources: what each states in the order of its document, and the document's text where it is attached."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.reading import ReadingState
from desktop.shared import Shared
from desktop.sources.citation_button import CitationButton, put_citation
from desktop.sources.query import (
    Opened,
    attach_text,
    citation,
    detach_text,
    is_source,
    look_for_differences,
    open_source,
)
from desktop.sources.reader import SourceReader
from desktop.sources.statement_table import StatementTable
from desktop.sources.table import SourceTable
from desktop.tasks import Job
from desktop.when_shown import WhenShown
from desktop.widgets.plain import PlainLabel
from desktop.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from db.documents import Difference


class SourcesView(QWidget):
    """One source is open: the one with the focus, or else the one before, or the first."""

    told = Signal(str)
    """For the status bar."""
    opened = Signal()
    """The user wants to read about the entity with the focus."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._selection, self._navigation, self._runner = shared.states
        self._edits, self._icons, self._settings = shared.edits, shared.icons, shared.settings
        self._shown: Opened | None = None
        self._wanted, self._statement = shared.reading.last or (0, 0)
        self._to_read = shared.reading.last is not None
        self._problems: dict[int, Difference] = {}
        self._looking: Job | None = None
        self.setObjectName("sources")
        self.setAccessibleName(tr("Sources"))
        self._build(shared)
        self._soon = WhenShown(self, self._ask)
        self._connect(shared.reading)
        self._soon.ask()

    # ---- questions and answers ----

    def reload(self) -> None:
        """Read everything again, now or when it is shown."""
        self._soon.ask()

    def is_looking(self) -> bool:
        """Whether a text is being held against its citations."""
        return self._looking is not None or self.statements.is_waiting()

    def _ask(self) -> None:
        self.progress.start(tr("Looking up sources"))
        self.sources.ask()
        if self._wanted:
            self._open(self._wanted, self._statement)

    def _take_sources(self) -> None:
        self.progress.finish()
        if not self._wanted and self.sources.model.ids:
            self._open(self.sources.model.ids[0])
        self.sources.show_source(self._wanted or None)

    def _open(self, source_id: int, statement: int = 0) -> None:
        """Show a source, and in it a statement."""
        self._wanted, self._statement = source_id, statement
        work = partial(open_source, source_id=source_id, spec=self._filters.spec, statement=statement)
        self._runner.run("sources.open", work, self._take, self._fail, urgent=True)

    def _take(self, found: Opened | None) -> None:
        before = self._shown
        self._shown = found
        self.statements.show_source(found)
        self._problem.hide()
        document = None if found is None else found.document
        self.reader.show_document(document)
        self._cite.setEnabled(found is not None)
        if found is None:
            self._wanted = 0
            self._heading.setText("")
            return
        shown, total = len(found.statements.ids), found.statements.total
        said = tr_n("{shown:,} of {n:,} statement", "{shown:,} of {n:,} statements", total, shown=shown)
        self._heading.setText(f"{found.name} · {said}")
        self.sources.show_source(found.source_id)
        if before is None or before.source_id != found.source_id or before.document != document:
            self._look_for_differences()
        self._show_problems()
        self._go(found.statement or self.statements.first_of(self._selection.focus))
        if self._to_read:
            self._to_read = False
            self._give_keyboard()

    def _look_for_differences(self) -> None:
        """Hold the text against what is cited of it, beside the queries."""
        self._problems = {}
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        found = self._shown
        if found is None or found.document is None:
            return
        database = self._runner.database
        self._looking = Job(lambda _p, _c: look_for_differences(database, found.source_id), self)
        self._looking.finished.connect(partial(self._take_differences, found.source_id))
        self._looking.failed.connect(self._fail)
        self._looking.start()

    def _take_differences(self, source_id: int, differences: tuple[Difference, ...]) -> None:
        self._looking = None
        if self._shown is not None and self._shown.source_id == source_id:
            self._problems = {one.statement_id: one for one in differences}
            self._show_problems()

    def _show_problems(self) -> None:
        """Mark in table and text what is cited, and what differs."""
        found = self._shown
        if found is None or found.document is None:
            self.statements.show_problems(None)
            return
        pairs = zip(found.statements.first, found.statements.last, strict=True)
        cited = {line: False for first, last in pairs if first for line in range(first, last + 1)}
        known = self._looking is None
        self.statements.show_problems({id_: one.problem for id_, one in self._problems.items()} if known else None)
        self.reader.show_differences(tuple(self._problems.values()) if known else None, cited)
        self._show_lines(self.statements.current())

    def _fail(self, error: Exception) -> None:
        self.progress.finish()
        self._looking = None
        self._problem.setText(tr("✗ The source could not be read: {error}", error=error))
        self._problem.show()

    # ---- going to a statement ----

    def _go(self, statement: int) -> None:
        """Put the cursor on a statement and light its lines."""
        self.statements.show_selection(statement)
        if statement:
            self._show_lines(statement)

    def _show_lines(self, statement: int) -> None:
        first, last = self.statements.lines_of(statement)
        problem = self._problems.get(statement)
        self.reader.show_lines(first, last, problem.problem if problem is not None else "")

    def _go_to_difference(self) -> None:
        """Go on to the next statement whose lines do not say so; after the last the first again."""
        statement = self.statements.next_of(self._problems.keys())
        if statement:
            self._go(statement)
        else:
            self.told.emit(tr("The filter hides the statements whose lines differ."))

    def _on_asked(self, source_id: int, statement: int) -> None:
        """Somebody wants to read where a source says something."""
        self._wanted, self._statement, self._to_read = source_id, statement, True
        self._soon.ask()

    def _on_selection(self) -> None:
        focus = self._selection.focus
        self._statement = 0
        if focus is not None and focus != self._wanted and focus in self.sources.model.ids:
            if self.isVisible():
                self._open(focus)
        elif self._shown is None or focus is None or self.statements.entity_of(self.statements.current()) == focus:
            self.statements.show_selection(0)
        elif statement := self.statements.first_of(focus):
            self._go(statement)
        elif self.isVisible():
            self.statements.show_selection(0)
            self._runner.run("sources.focus", partial(is_source, entity_id=focus), partial(self._follow, focus))

    def _follow(self, focus: int, is_one: bool) -> None:
        """The focus went to an entity that the source says nothing of: open it, if it is a source."""
        if is_one and focus == self._selection.focus and focus != self._wanted:
            self._open(focus)

    def _read(self, statement: int) -> None:
        """Give the text the keyboard, at the lines of a statement; without a text, the inspector."""
        self._show_lines(statement)
        if self.reader.document is not None:
            self._give_keyboard()
        else:
            self.opened.emit()

    def _give_keyboard(self) -> None:
        """To the text; where none is attached, to the statements."""
        part = self.reader.reader if self.reader.document is not None else self.statements.table
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what the user does ----

    def attach(self) -> None:
        """Let the user choose the text of the source."""
        if self._shown is None:
            return
        dialog = QFileDialog(self, tr("Attach the text of {source}", source=self._shown.name))
        dialog.setObjectName("attach_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Texts (*.txt *.md *.text)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.attach_file(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def attach_file(self, path: Path) -> None:
        """Attach a file's text to the source that is open."""
        if self._shown is not None:
            self._edits.make(partial(attach_text, source_id=self._shown.source_id, name=self._shown.name, path=path))

    def detach(self) -> None:
        """Take the text of the source out of the database."""
        if self._shown is not None:
            self._edits.make(partial(detach_text, source_id=self._shown.source_id, name=self._shown.name))

    def copy_citation(self, form: str) -> None:
        """Put a citation of the source on the clipboard, with the lines that are lit."""
        if self._shown is not None:
            first, last = self.statements.lines_of(self.statements.current())
            place = "" if not first else tr("line {n}", n=first)
            if first != last:
                place = tr("lines {first}–{last}", first=first, last=last)
            work = partial(citation, source_id=self._shown.source_id, form=form, place=place)
            self._runner.run("sources.cite", work, lambda text: put_citation(text, self.told.emit), self._fail)

    # ---- building ----

    def _connect(self, reading: ReadingState) -> None:
        self._filters.changed.connect(self.reload)
        self._selection.changed.connect(self._on_selection)
        reading.asked.connect(self._on_asked)
        self.sources.answered.connect(self._take_sources)
        self.sources.picked.connect(self._open)
        self.sources.opened.connect(lambda: self.statements.setFocus(Qt.FocusReason.OtherFocusReason))
        self.statements.went.connect(self._show_lines)
        self.statements.opened.connect(self._read)
        self.reader.attach_wanted.connect(self.attach)
        self.reader.detach_wanted.connect(self.detach)
        self.reader.next_wanted.connect(self._go_to_difference)

    def _build(self, shared: Shared) -> None:
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._parts.setObjectName("sources_parts")
        self.sources = SourceTable(shared, self._parts)
        page = QWidget(self._parts)
        below = QSplitter(Qt.Orientation.Horizontal, page)
        below.setObjectName("source_parts")
        self.statements = StatementTable(self._selection, self._runner, shared.theme, below)
        self.reader = SourceReader(shared.theme, can_edit=self._edits.can_edit(), parent=below)
        self._heading = PlainLabel(parent=page, elide=True)
        self._heading.setObjectName("source_heading")
        self._cite = CitationButton(self._icons, page)
        self._cite.chosen.connect(self.copy_citation)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(8)
        line.addWidget(self._heading, 1)
        line.addWidget(self._cite)
        self._problem = PlainLabel(parent=page)
        self._problem.setObjectName("sources_mistake")
        self._problem.setProperty("error", True)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(8, 0, 8, 4)
        self._problem.hide()
        below.setSizes([480, 400])
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._problem)
        column.addWidget(below, 1)
        self._parts.setSizes([160, 480])
        self._parts.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)
        self.progress = ProgressLine(self)
        self.progress.setObjectName("sources_progress")
        self.progress.cancelled.connect(lambda: self._runner.cancel("sources"))
        self.setFocusProxy(self.sources)
