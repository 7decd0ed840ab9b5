"""The window of keys: all that the keyboard does, by place, to be searched and copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.texts import tr, tr_n
from desktop.keys import KEYS
from desktop.widgets.highlight import ROW_HEIGHT
from desktop.widgets.plain import PlainLabel, plain_tooltip

SIZE = (680, 600)
KEYS_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Section:
    """A place or a menu, and pairs of keys and what they do, in the language of the window."""

    title: str
    lines: tuple[tuple[str, str], ...]


def places() -> tuple[Section, ...]:
    """The keys of each place of the window."""
    found = []
    for place in KEYS:
        lines = tuple((_named(key.keys), tr(key.does)) for key in place.keys)
        found.append(Section(tr(place.title), lines))
    return tuple(found)


def matching(sections: Iterable[Section], text: str) -> list[Section]:
    """The lines with all words, in the keys, in what they do or in the title; a section without any is left out."""
    words = text.casefold().split()
    found = []
    for section in sections:
        lines = tuple(
            (keys, does)
            for keys, does in section.lines
            if all(word in f"{keys} {does} {section.title}".casefold() for word in words)
        )
        if lines:
            found.append(Section(section.title, lines))
    return found


def as_text(sections: Sequence[Section]) -> str:
    """The keys as plain text, to be printed: a line each, what they do in a column of its own."""
    width = max((len(keys) for section in sections for keys, _does in section.lines), default=0) + 2
    parts = []
    for section in sections:
        lines = [f"{keys:<{width}}{does}" for keys, does in section.lines]
        parts.append("\n".join([section.title, *lines]))
    return "\n\n".join(parts) + "\n" if parts else ""


class KeysWindow(QWidget):
    """Lists the sections; what is typed leaves those lines that have it. Esc clears the search, then closes."""

    def __init__(self, commands: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._sections = (*commands, *places())
        self._shown: list[Section] = []
        self.setObjectName("keys")
        self.setWindowTitle(tr("Keys – Labline"))
        self.resize(*SIZE)
        self._build()
        self._fill()

    def open(self) -> None:
        """Show the window, in front."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def copy(self) -> None:
        """Put what is shown on the clipboard as text."""
        QGuiApplication.clipboard().setText(as_text(self._shown))
        self._said.setText(tr_n("{n} line copied.", "{n} lines copied.", sum(len(one.lines) for one in self._shown)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the search, then closes; copying copies everything shown."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
        else:
            self.close()

    def _fill(self) -> None:
        self._shown = matching(self._sections, self.search.text())
        self.list.clear()
        for section in self._shown:
            self.list.addTopLevelItem(_group(section))
        self.list.expandAll()
        for row in range(self.list.topLevelItemCount()):
            self.list.setFirstColumnSpanned(row, self.list.rootIndex(), True)
        count = sum(len(section.lines) for section in self._shown)
        self._said.setText(
            tr_n("{n} line", "{n} lines", count) if count else tr("No key does that; try fewer or shorter words.")
        )
        self._copy.setEnabled(bool(count))

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("keys_search")
        self.search.setAccessibleName(tr("Search the keys"))
        self.search.setPlaceholderText(tr("Search the keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list: QTreeWidget = QTreeWidget()
        self.list.setObjectName("keys_list")
        self.list.setAccessibleName(tr("Keys"))
        self.list.setHeaderLabels([tr("Key"), tr("What it does")])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.setColumnWidth(0, KEYS_WIDTH)
        self._said = PlainLabel()
        self._said.setObjectName("keys_said")
        self._said.setProperty("muted", True)
        self._copy = QPushButton(tr("Copy as text"))
        self._copy.setObjectName("copy_keys")
        self._copy.clicked.connect(self.copy)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)


def _group(section: Section) -> QTreeWidgetItem:
    """A section with its lines below it."""
    top = QTreeWidgetItem([section.title, ""])
    top.setSizeHint(0, QSize(0, ROW_HEIGHT + 8))
    font = top.font(0)
    font.setBold(True)
    top.setFont(0, font)
    for keys, does in section.lines:
        line = QTreeWidgetItem([keys, does])
        line.setSizeHint(0, QSize(0, ROW_HEIGHT))
        line.setData(1, Qt.ItemDataRole.ToolTipRole, plain_tooltip(does))
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{keys}: {does}")
        top.addChild(line)
    return top


def _named(keys: str) -> str:
    """Keys as the system names them: “Ctrl+Left, Home” on a Mac is “⌘←, ↖”; words between them are translated."""
    translated = tr(keys)
    if translated != keys:
        return translated
    return ", ".join(_native(key) for key in keys.split(", "))


def _native(key: str) -> str:
    sequence = QKeySequence.fromString(key.replace("Page ", "Pg"), QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) or key
