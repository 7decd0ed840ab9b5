"""The manual: a window of its own with the list of pages, a search in all of them, and the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from desktop.manual_pages import Hit, Page, pages, search
from desktop.theme import Theme
from desktop.widgets.markdown_view import MarkdownView
from desktop.widgets.messages import open_link
from desktop.widgets.plain import PlainLabel

SIZE = (920, 640)
LIST_WIDTH = 240


class ManualWindow(QWidget):
    """Shows a page. What is typed in the search box turns the list of pages into a list of hits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._page: Page | None = None
        self._goal: Hit | None = None
        self._entries: list[Page | Hit] = []
        self.contents = QListWidget()
        self.setObjectName("manual")
        self.setWindowTitle("Manual – Labline")
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

    def words(self) -> list[str]:
        """What is searched for."""
        return self.search.text().split()

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
        words = self.words()
        self._entries = [*search(words)] if words else [*pages()]
        self.contents.blockSignals(True)
        self.contents.clear()
        for entry in self._entries:
            self.contents.addItem(QListWidgetItem(_label(entry)))
        if not words and self._page is not None:
            self.contents.setCurrentRow(pages().index(self._page))
        self.contents.blockSignals(False)
        self._found.setVisible(bool(words))
        self._found.setText(_count(len(self._entries)))
        self.contents.setAccessibleName("Places found" if words else "Pages")
        self._mark()

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
        self.search.setAccessibleName("Search the manual")
        self.search.setPlaceholderText("Search the manual")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(lambda: self.contents.setCurrentRow(0))
        self._found = PlainLabel()
        self._found.setObjectName("manual_found")
        self._found.setProperty("muted", True)
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
        for widget in (self.search, self._found, self.contents):
            column.addWidget(widget)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)


def _label(entry: Page | Hit) -> str:
    if isinstance(entry, Page):
        return entry.title
    where = entry.page.title if entry.heading in ("", entry.page.title) else f"{entry.page.title} › {entry.heading}"
    return f"{where}\n{entry.excerpt}"


def _count(found: int) -> str:
    return "Nothing found; try fewer or shorter words." if not found else f"{found} place{'s' * (found != 1)}"
