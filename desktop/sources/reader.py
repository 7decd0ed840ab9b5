"""The text of a source beside its statements: the cited lines, and where it differs from what was cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.theme import Theme
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.line_reader import LineReader
from desktop.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from db.documents import Difference, Document


class SourceReader(QWidget):
    """Shows an attached text, or offers to attach one."""

    attach_wanted = Signal()
    detach_wanted = Signal()
    next_wanted = Signal()
    """The user wants to go on to the next place where the text differs."""

    def __init__(self, theme: Theme, *, can_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_edit = can_edit
        self._document: Document | None = None
        self.setObjectName("source_reader")
        self._build(theme)
        self.show_document(None)
        theme.changed.connect(self.reader.restyle)

    # ---- what is shown ----

    @property
    def document(self) -> Document | None:
        """What is attached."""
        return self._document

    def show_document(self, document: Document | None) -> None:
        """Show a text, or that there is none. Its place is kept where it is the same."""
        same = document is not None and self._document is not None and (
            (document.source_id, document.sha256) == (self._document.source_id, self._document.sha256)
        )  # fmt: skip
        self._document = document
        self._stack.setCurrentWidget(self._page if document is not None else self._empty)
        proxy: QWidget | None = self.reader if document is not None else None
        self.setFocusProxy(proxy)  # type: ignore[arg-type]  # None takes it away
        if document is None or same:
            return
        self._title.setText(tr("{file}, {n:,} lines", file=document.name, n=len(document.lines)))
        self._title.setAccessibleDescription(f"SHA-256 {document.sha256}")
        self.reader.setAccessibleName(tr("Text of {source}", source=document.source))
        self.reader.set_lines(document.lines)
        self.show_differences(None, {})

    def show_differences(self, found: Sequence[Difference] | None, cited: Mapping[int, bool]) -> None:
        """Mark the lines that are cited, and say where they do not say it; None while that is not known."""
        differences = found or ()
        marks = dict(cited)
        for one in differences:
            marks.update(dict.fromkeys(range(one.first, one.last + 1), True))
        self.reader.set_marks(marks)
        self._next.setVisible(bool(differences))
        self._verdict.setProperty("error", bool(differences))
        self._verdict.setText("" if found is None else self._said(len(differences)))
        self._verdict.setVisible(found is not None)
        self._verdict.style().unpolish(self._verdict)
        self._verdict.style().polish(self._verdict)
        self._say_problem("")

    def _said(self, count: int) -> str:
        document = self._document
        parts = []
        if document is not None and document.cited_lines not in (None, len(document.lines)):
            parts.append(
                tr("the source has {cited:,} lines, the text {n:,}", cited=document.cited_lines, n=len(document.lines))
            )
        if not count and not parts:
            return "✓ " + tr("The text says what was cited of it.")
        if count:
            parts.append(
                tr_n("{n:,} citation is not in its lines", "{n:,} citations are not in their lines", count)
            )  # fmt: skip
        return "✗ " + tr("The text differs: {how}.", how=tr("; ").join(parts))

    def show_lines(self, first: int, last: int, problem: str = "") -> None:
        """Go to cited lines, and say what is wrong with them."""
        if self._document is not None:
            self.reader.show_lines(first, last)
            self._say_problem(problem)

    def _say_problem(self, problem: str) -> None:
        self._problem.setText(f"✗ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))

    # ---- building ----

    def _build(self, theme: Theme) -> None:
        self._stack = QStackedWidget(self)
        self._page = QWidget(self._stack)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._title_line())
        page.addLayout(self._verdict_line())
        self._problem = PlainLabel(parent=self._page)
        self._problem.setObjectName("text_problem")
        self._problem.setProperty("error", True)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(8, 0, 8, 4)
        page.addWidget(self._problem)
        self.reader = LineReader(theme, self._page)
        self.reader.setObjectName("text_lines")
        page.addWidget(self.reader, 1)
        self._empty = EmptyState(self._stack)
        self._empty.setObjectName("no_text")
        explanation = tr("Attach the document’s text to read the cited lines here. It is kept in this database alone.")
        ways = [(tr("Attach a text…"), self.attach_wanted.emit)] if self._can_edit else []
        self._empty.set_message(tr("No text is attached"), explanation, ways)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _title_line(self) -> QHBoxLayout:
        self._title = PlainLabel(parent=self._page, elide=True)
        self._title.setObjectName("text_title")
        self._title.setProperty("muted", True)
        self._text = QToolButton(self._page)
        self._text.setObjectName("text_menu_button")
        self._text.setText(tr("Text"))
        self._text.setAccessibleName(tr("Replace or remove the text"))
        self._text.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        if not self._can_edit:
            self._text.hide()
        menu = QMenu(self._text)
        menu.setObjectName("text_menu")
        replace = menu.addAction(tr("Replace the text…"))
        replace.setObjectName("replace_text")
        replace.triggered.connect(lambda _checked: self.attach_wanted.emit())
        remove = menu.addAction(tr("Remove the text"))
        remove.setObjectName("remove_text")
        remove.triggered.connect(lambda _checked: self.detach_wanted.emit())
        self._text.setMenu(menu)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        top.addWidget(self._text)
        return top

    def _verdict_line(self) -> QHBoxLayout:
        self._verdict = PlainLabel(parent=self._page)
        self._verdict.setObjectName("text_verdict")
        self._verdict.setWordWrap(True)
        self._next = QPushButton(tr("Next difference"), self._page)
        self._next.setObjectName("next_difference")
        self._next.clicked.connect(self.next_wanted)
        verdict = QHBoxLayout()
        verdict.setContentsMargins(8, 0, 8, 4)
        verdict.setSpacing(8)
        verdict.addWidget(self._verdict, 1)
        verdict.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        return verdict
