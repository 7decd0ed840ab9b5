"""The dialog of the saved views: open, rename, bring in order, delete, export and import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.texts import tr, tr_n
from desktop.saved.file import Export, ViewsFile, read_export, write
from desktop.saved.record import Entry, ViewsError, clean_name
from desktop.saved.view_list import SavedViewList
from desktop.widgets.announce import announce
from desktop.widgets.plain import PlainLabel, set_plain_tooltip

SIZE = (640, 440)
DEFAULT_FILE = "labline-views.json"
MOST_PROBLEMS = 3  # that are told one by one


class SavedViewsDialog(QDialog):
    """Lists them in the user's order. What is done is done at once; deleting can be undone until something else is."""

    opened = Signal(str)
    """The name of a view that is to be shown."""

    def __init__(self, file: ViewsFile, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file, self._folder = file, folder
        self._gone: list[tuple[int, Entry]] = []
        self.setObjectName("saved_views")
        self.setWindowTitle(tr("Saved views"))
        self._build()
        self.resize(*SIZE)

    def open(self) -> None:
        """Show what is kept now."""
        self._forget_deleted()
        self._fill()
        self._say(self._file.remark)
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, chosen: Sequence[str] = ()) -> None:
        """List what the file holds."""
        entries = self._file.entries()
        self.list.fill(entries, chosen)
        self._empty.setVisible(not entries)
        self._update_buttons()

    def _update_buttons(self) -> None:
        chosen, row, rows = self.list.chosen(), self.list.row(), self.list.topLevelItemCount()
        one = len(chosen) == 1
        readable = one and bool(self.list.items()[row].flags() & Qt.ItemFlag.ItemIsEditable)
        self._open.setEnabled(readable)
        self._rename.setEnabled(readable)
        self._delete.setEnabled(bool(chosen))
        self._up.setEnabled(one and row > 0)
        self._down.setEnabled(one and 0 <= row < rows - 1)
        self._export.setEnabled(rows > 0)
        some = len(chosen) > 1
        self._export.setText(tr_n("Export {n}…", "Export {n}…", len(chosen)) if some else tr("Export all…"))

    # ---- what can be done ----

    def _open_current(self) -> None:
        name = self.list.current_name()
        if self._file.find(name) is not None:
            self.close()
            self.opened.emit(name)

    def _rename_to(self, old: str, typed: str) -> None:
        """A name was typed over."""
        new = clean_name(typed)
        if not new:
            self._say(tr("A view needs a name."), error=True)
            new = old
        if new != old and self._try(lambda: self._file.rename(old, new)):
            self._say(tr("“{old}” is now called “{new}”.", old=old, new=new))
            old = new
        self._fill([old])

    def _delete_chosen(self) -> None:
        names = self.list.chosen()
        gone: list[tuple[int, Entry]] = []
        if names and self._try(lambda: gone.extend(self._file.remove(names))):
            self._gone = gone
            self._fill()
            if len(names) == 1:
                self._say(tr("“{name}” was deleted.", name=names[0]))
            else:
                self._say(tr_n("{n} view was deleted.", "{n} views were deleted.", len(names)))
            self._undo.show()

    def _undo_delete(self) -> None:
        gone = self._gone
        if self._try(lambda: self._file.restore(gone)):
            self._forget_deleted()
            self._fill([entry.name for _at, entry in gone])
            self._say("")
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        name = self.list.current_name()
        if name and self._try(lambda: self._file.move(name, by)):
            self._fill([name])

    def _ask_export(self) -> None:
        names = self.list.chosen() if len(self.list.chosen()) > 1 else [entry.name for entry in self._file.entries()]
        dialog = self._file_dialog(tr("Export saved views"), "export_views_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(DEFAULT_FILE)
        dialog.fileSelected.connect(lambda file: self.export_to(Path(file), names))
        dialog.open()

    def export_to(self, path: Path, names: Sequence[str]) -> None:
        """Write the views of these names to a file."""
        entries = [entry for entry in self._file.entries() if entry.name in names]
        if self._try(lambda: write(path, entries)):
            self._folder = path.parent
            text = tr_n("{n} view exported to {file}.", "{n} views exported to {file}.", len(entries), file=path)
            self._say(text)

    def _ask_import(self) -> None:
        dialog = self._file_dialog(tr("Import saved views"), "import_views_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.import_from(Path(file)))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Add the views of a file. What is there already is left out; a name that is taken keeps both."""
        read: list[Export] = []
        added: dict[str, str] = {}
        if self._try(lambda: read.append(read_export(path))) and self._try(
            lambda: added.update(self._file.add(read[0].good))
        ):
            self._folder = path.parent
            self._fill(list(added.values()))
            self._say(imported(read[0], added), error=bool(read[0].bad))

    def _try(self, work: Callable[[], object]) -> bool:
        """Do something that may fail; what is wrong is told. Returns whether it was done."""
        self._forget_deleted()
        try:
            work()
        except ViewsError as error:
            self._say(str(error), error=True)
            return False
        return True

    def _forget_deleted(self) -> None:
        self._gone = []
        self._undo.hide()

    def _say(self, text: str, *, error: bool = False) -> None:
        self.message.setProperty("error", error)
        self.message.setProperty("muted", not error)
        self.message.style().polish(self.message)
        self.message.setText(f"✗ {text}" if error and text else text)
        announce(self.list, text)

    # ---- building ----

    def _build(self) -> None:
        self.list = SavedViewList()
        self.list.open_asked.connect(self._open_current)
        self.list.delete_asked.connect(self._delete_chosen)
        self.list.move_asked.connect(self._move)
        # Later: the list is filled anew, and it is still closing its editor now.
        self.list.renamed.connect(self._rename_to, Qt.ConnectionType.QueuedConnection)
        self.list.itemSelectionChanged.connect(self._update_buttons)
        QShortcut(QKeySequence.StandardKey.Undo, self, lambda: self._undo_delete() if self._gone else None)
        self._empty = PlainLabel(tr("Nothing is saved yet. Ctrl+S saves what the window shows."))
        self._empty.setObjectName("no_saved_views")
        self._empty.setProperty("muted", True)
        self.message = PlainLabel(selectable=True)
        self.message.setObjectName("saved_views_message")
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._empty)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.list, 1)
        body.addLayout(self._side())
        layout.addLayout(body, 1)
        layout.addLayout(self._foot())

    def _side(self) -> QVBoxLayout:
        """The buttons beside the list."""
        self._open = self._button(tr("&Open"), "open_view", self._open_current)
        self._rename = self._button(tr("&Rename"), "rename_view", self.list.rename_current)
        self._up = self._button(tr("Move &up"), "view_up", lambda: self._move(-1))
        self._down = self._button(tr("Move &down"), "view_down", lambda: self._move(1))
        self._export = self._button(tr("Export all…"), "export_views", self._ask_export)
        self._import = self._button(tr("&Import…"), "import_views", self._ask_import)
        self._delete = self._button(tr("D&elete"), "delete_view", self._delete_chosen)
        self._delete.setProperty("destructive", True)
        side = QVBoxLayout()
        side.setSpacing(8)
        for group in ((self._open, self._rename, self._up, self._down), (self._export, self._import), (self._delete,)):
            for button in group:
                side.addWidget(button)
            side.addSpacing(8)
        side.addStretch()
        return side

    def _foot(self) -> QHBoxLayout:
        """What was done, and the way back."""
        self._undo = self._button(tr("Undo"), "undo_delete", self._undo_delete)
        set_plain_tooltip(self._undo, tr("Bring back what was deleted (Ctrl+Z)"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.message, 1)
        foot.addWidget(self._undo)
        foot.addWidget(self._button(tr("Close"), "close_saved_views", self.close))
        return foot

    def _button(self, text: str, name: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: clicked())  # noqa: PLW0108  # without the button's own argument
        return button

    def _file_dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self, title, str(self._folder))
        dialog.setObjectName(name)
        dialog.setNameFilters([tr("Saved views of Labline (*.json)"), tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def imported(export: Export, added: dict[str, str]) -> str:
    """What an import did, in words: which views came under another name, which are broken, what cannot be shown."""
    there, bad = len(export.good) - len(added), export.bad
    parts = [tr_n("{n} view imported.", "{n} views imported.", len(added))]
    if there:
        parts.append(tr_n("{n} was there already.", "{n} were there already.", there))
    parts += [
        tr("“{name}” was taken: the new one is “{other}”.", name=name, other=other)
        for name, other in added.items()
        if name != other
    ]
    parts += [tr("“{name}” was left out: {problem}.", name=view.name, problem=view.problem.rstrip("."))
              for view in bad[:MOST_PROBLEMS]]  # fmt: skip
    if len(bad) > MOST_PROBLEMS:
        parts.append(tr_n("{n} more was left out.", "{n} more were left out.", len(bad) - MOST_PROBLEMS))
    parts += export.remarks[:MOST_PROBLEMS]
    if len(export.remarks) > MOST_PROBLEMS:
        rest = len(export.remarks) - MOST_PROBLEMS
        parts.append(tr_n("{n} more part cannot be shown.", "{n} more parts cannot be shown.", rest))
    return " ".join(parts)
