"""The manual: a window of its own with the list of pages, a search in all of them, and the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.texts import tr, tr_n
from desktop.manual_pages import Hit, Page, pages, search, understood
from desktop.theme import Theme
from desktop.widgets.markdown_view import MarkdownView
from desktop.widgets.messages import open_link
from desktop.widgets.plain import PlainLabel, plain_tooltip

SIZE = (920, 640)
LIST_WIDTH = 240


class ManualWindow(QWidget):
    """Shows a page. What is typed in the search box turns the list of pages into a list of hits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._page: Page | None = None
        self._goal: Hit | None = None
        self._words: tuple[str, ...] = ()
        self._entries: list[Page | Hit] = []
        self.contents = QListWidget()
        self.setObjectName("manual")
        self.setWindowTitle(tr("Manual – Labline"))
        self.resize(*SIZE)
        self._build(theme)
        theme.changed.connect(self._restyle)
        self._fill()
        self.contents.setCurrentRow(0)

    def open(self) -> None:
        """Show the window, in front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_page(self, name: str) -> bool:
        """Show the page of this file name. Returns whether there is one."""
        page = next((page for page in pages() if page.name == name), None)
        if page is None:
            return False
        self.search.clear()
        self.contents.setCurrentRow(pages().index(page))
        return True

    def words(self) -> tuple[str, ...]:
        """What is searched for."""
        return self._words

    def next_hit(self, step: int = 1) -> None:
        """Go to the next place found, or with -1 to the one before; after the last comes the first."""
        if self._words and self._entries:
            row = self.contents.currentRow()
            row = (row + step) % len(self._entries) if row >= 0 else 0 if step > 0 else len(self._entries) - 1
            self.contents.setCurrentRow(row)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the search, then closes the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def _fill(self) -> None:
        """List the hits of the search, or without one all pages."""
        self._words = words = understood(self.search.text())
        self._entries = [*search(words)] if words else [*pages()]
        self.contents.blockSignals(True)
        self.contents.clear()
        for entry in self._entries:
            self.contents.addItem(QListWidgetItem(_label(entry)))
        if not words and self._page is not None:
            self.contents.setCurrentRow(pages().index(self._page))
        self.contents.blockSignals(False)
        self._hits.setVisible(bool(words))
        self.contents.setAccessibleName(tr("Places found") if words else tr("Pages"))
        self._tell()
        self._mark()

    def _tell(self) -> None:
        """Say how many places there are, and which of them is shown."""
        row, count = self.contents.currentRow(), len(self._entries)
        if row >= 0 and count:
            text = tr("{n} of {total}", n=row + 1, total=count)
        elif count:
            text = tr_n("{n} place", "{n} places", count)
        else:
            text = tr("Nothing found; try fewer or shorter words.")
        self._found.setText(text)
        for button in (self._next, self._previous):
            button.setEnabled(bool(count))

    def _on_row(self, row: int) -> None:
        if not 0 <= row < len(self._entries):
            return
        entry = self._entries[row]
        page = entry.page if isinstance(entry, Hit) else entry
        if page is not self._page:
            self._page = page
            self.view.set_markdown(page.text)
            self.view.setAccessibleName(page.title)
        self._goal = entry if isinstance(entry, Hit) else None
        self._tell()
        self._mark()

    def _mark(self) -> None:
        """Mark what is searched for and go to the hit that was chosen, once a long page is written."""
        if self.view.is_written():
            self.view.mark(self.words())
            if self._goal is not None:
                self.view.go_to(self.words(), self._goal.nth)
                self._goal = None

    def _follow(self, link: str) -> None:
        if not self.show_page(link):
            open_link(self, link)

    def _restyle(self) -> None:
        self.view.restyle()  # and marked when it is written

    def _build(self, theme: Theme) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("manual_search")
        self.search.setAccessibleName(tr("Search the manual"))
        self.search.setPlaceholderText(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.next_hit)
        self._build_hits()
        self.contents.setSpacing(2)
        self.contents.setObjectName("manual_pages")
        self.contents.setWordWrap(True)
        self.contents.currentRowChanged.connect(self._on_row)
        self.view = MarkdownView(theme)
        self.view.setObjectName("manual_page")
        self.view.followed.connect(self._follow)
        self.view.written.connect(self._mark)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (self.search, self._hits, self.contents):
            column.addWidget(widget)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _build_hits(self) -> None:
        """How many places were found, and the buttons that go through them."""
        self._found = PlainLabel()
        self._found.setObjectName("manual_found")
        self._found.setProperty("muted", True)
        self._found.setWordWrap(True)
        self._previous = self._arrow(Qt.ArrowType.UpArrow, tr("Previous place"), "manual_previous", "Shift+F3", -1)
        self._next = self._arrow(Qt.ArrowType.DownArrow, tr("Next place"), "manual_next", "F3", 1)
        self._hits = QWidget()
        line = QHBoxLayout(self._hits)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._found, 1)
        line.addWidget(self._previous)
        line.addWidget(self._next)
        QShortcut(QKeySequence("Ctrl+F"), self, self.open)

    def _arrow(self, arrow: Qt.ArrowType, text: str, name: str, keys: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setArrowType(arrow)
        button.setAccessibleName(text)
        button.setToolTip(plain_tooltip(f"{text} ({keys})"))
        button.clicked.connect(lambda: self.next_hit(step))
        QShortcut(QKeySequence(keys), self, lambda: self.next_hit(step))
        return button


def _label(entry: Page | Hit) -> str:
    if isinstance(entry, Page):
        return entry.title
    where = entry.page.title if entry.heading in ("", entry.page.title) else f"{entry.page.title} › {entry.heading}"
    return f"{where}\n{entry.excerpt}"
