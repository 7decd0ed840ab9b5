"""The panel that asks for the name of a view that is to be saved."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.texts import tr
from desktop.saved.record import LONGEST_NAME, clean_name, same_name
from desktop.theme import Theme
from desktop.widgets.announce import announce
from desktop.widgets.floating_panel import SHADOW, FloatingPanel
from desktop.widgets.plain import PlainLabel

WIDTH = 560


class SaveViewPanel(FloatingPanel):
    """Enter saves; a name that is taken asks once more. Esc leaves everything as it is."""

    named = Signal(str)
    """The name to save under, also that of a view to be replaced."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window, theme)
        self._taken: Callable[[], Collection[str]] = frozenset
        self._asked = ""
        self.setObjectName("save_view")
        self.setAccessibleName(tr("Save this view"))
        self._build()

    def ask(self, proposal: str, what: str, taken: Callable[[], Collection[str]]) -> None:
        """Ask for a name. `what` says what is saved, `taken` gives the names there are at that moment."""
        self._taken, self._asked = taken, ""
        self._what.setText(what)
        self.edit.setText(proposal)
        self.edit.setSelection(len(proposal), -len(proposal))  # all, with its beginning in sight
        self._check()
        self.appear(self.edit)

    def show_problem(self, text: str) -> None:
        """Say why it was not saved; the panel stays."""
        self._say(text, error=True)

    def panel_size(self, _room: int) -> tuple[int, int]:
        """As high as its parts need."""
        layout = self.layout()
        assert layout is not None  # noqa: S101  # made with the panel
        return WIDTH, layout.totalHeightForWidth(WIDTH + 2 * SHADOW) - 2 * SHADOW

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays among the parts of the panel."""
        parts = (self.edit, self.save, self._cancel)
        at = next((at for at, part in enumerate(parts) if part.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        parts[(at + (1 if forward else -1)) % len(parts)].setFocus(reason)
        return True

    def _check(self) -> None:
        """Whether the name can be used as it stands."""
        self._asked = ""
        self.save.setText(tr("Save"))
        self.save.setEnabled(bool(clean_name(self.edit.text())))
        self._say("")

    def _save(self) -> None:
        name = clean_name(self.edit.text())
        if not name:
            self._say(tr("Type a name."), error=True)
        elif (there := self._named_so(name)) and self._asked != name:
            self._asked = name
            self.save.setText(tr("Replace"))
            self._say(tr("“{name}” exists already. Replace it? Enter replaces, another name keeps both.", name=there))
        else:
            self.named.emit(name)

    def _named_so(self, name: str) -> str:
        """The name that is there already, in whatever capitals."""
        return next((taken for taken in self._taken() if same_name(taken, name)), "")

    def _say(self, text: str, *, error: bool = False) -> None:
        self._remark.setProperty("error", error)
        self._remark.style().polish(self._remark)
        self._remark.setText(f"✗ {text}" if error else text)
        self._remark.setVisible(bool(text))
        self.edit.setAccessibleDescription(text or self._what.text())
        announce(self.edit, text)
        if self.isVisible():
            self.place()

    def _build(self) -> None:
        title = PlainLabel(tr("Save this view"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._what = PlainLabel()
        self._what.setObjectName("save_view_what")
        self._what.setProperty("muted", True)
        self._what.setWordWrap(True)
        self.edit = QLineEdit()
        self.edit.setObjectName("save_view_name")
        self.edit.setAccessibleName(tr("Name of the view"))
        self.edit.setMaxLength(LONGEST_NAME)
        self.edit.textEdited.connect(self._check)
        self.edit.returnPressed.connect(self._save)
        self._remark = PlainLabel()
        self._remark.setObjectName("save_view_remark")
        self._remark.setWordWrap(True)
        self.save = self._button("save_view_save", self._save)
        self._cancel = self._button("save_view_cancel", self.leave)
        self._cancel.setText(tr("Cancel"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.edit)
        line.addWidget(self.save)
        line.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        edge = self.EDGE + 4
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(self._what)
        layout.addLayout(line)
        layout.addWidget(self._remark)
        self.setFocusProxy(self.edit)

    def _button(self, name: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.clicked.connect(clicked)
        return button
