"""What an export is asked for: which rows and columns, in which format and profile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from db.exporters.tables import FORMATS
from db.texts import later, spoken, tr
from desktop.export.job import Choice, Columns, Scope, View
from desktop.widgets.plain import PlainLabel, set_plain_tooltip

SCOPES = {Scope.SELECTED: later("&Selected"), Scope.FILTERED: later("&Filtered"), Scope.ALL: later("&All")}
COLUMNS = {Columns.SHOWN: later("As shown"), Columns.ESSENTIAL: later("Essential"), Columns.ALL: later("All")}
PROFILES = {False: later("Spreadsheet"), True: later("Lossless")}
EXPLANATIONS = {
    ("csv", False): later("For Excel, LibreOffice and Numbers: lists joined by “; ”, nothing runs as a formula."),
    ("csv", True): later(
        "For programs: every value exact, lists as JSON, and a datapackage.json that describes the file."
    ),
    ("tsv", False): later("For spreadsheets: tabs between values, lists joined by “; ”, nothing runs as a formula."),
    ("tsv", True): later("For programs: tabs between values, every value exact, lists as JSON."),
    ("json", False): later("A list of objects: numbers, lists and dates keep their structure; the unknown is null."),
    ("xlsx", False): later("One sheet with a header; text never runs as a formula."),
}


class ExportForm(QWidget):
    """Edits a Choice. `changed` comes when the user, or a count that forbids a scope, has changed it."""

    changed = Signal()

    def __init__(self, view: View, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(4, 1)
        self._build_scopes(choice)
        self._build_files(choice)
        self._explain()

    def choice(self) -> Choice:
        """What is chosen now."""
        format_ = FORMATS[self.format.currentData()]
        lossless = format_.profiles and bool(self.profile.currentData())
        return Choice(self.scope(), Columns(self.columns.currentData()), format_.key, lossless)

    def scope(self) -> Scope:
        """Which rows are chosen now."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    def set_counts(self, counts: dict[Scope, int]) -> None:
        """Say how many rows each scope has; one that has none cannot be chosen."""
        for scope, button in self.scopes.items():
            button.setText(f"{tr(SCOPES[scope])} ({counts[scope]:,})")
            reason = self._why_not(scope, counts)
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            set_plain_tooltip(button, reason)
        reasons = [reason for scope in self.scopes if (reason := self._why_not(scope, counts))]
        filter_ = tr("Filter: {filter}.", filter=self._view.spec.describe()) if self._view.spec.clauses else ""
        self._reasons.setText(" ".join([filter_, *reasons]).strip() or " ")
        if not self.scopes[self.scope()].isEnabled():
            usable = next((button for button in self.scopes.values() if button.isEnabled()), self.scopes[Scope.ALL])
            usable.setChecked(True)

    def _why_not(self, scope: Scope, counts: dict[Scope, int]) -> str:
        """Why a scope cannot be chosen, as a sentence; empty if it can."""
        if scope is Scope.FILTERED and not self._view.spec.clauses:
            return tr("No filter is set.")
        if counts[scope]:
            return ""
        nothing = {Scope.SELECTED: tr("Nothing is selected."), Scope.FILTERED: tr("The filter matches nothing.")}
        return nothing.get(scope, tr("There are no {things} yet.", things=self._view.things()))

    # ---- building ----

    def _build_scopes(self, choice: Choice) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        group = QButtonGroup(self)
        self.scopes: dict[Scope, QRadioButton] = {}
        for scope, label in SCOPES.items():
            button = QRadioButton(tr(label))
            button.setObjectName(f"export_{scope.value}")
            button.setChecked(scope is choice.scope)
            button.toggled.connect(self._tell)
            group.addButton(button)
            line.addWidget(button)
            self.scopes[scope] = button
        line.addStretch()
        self._reasons = PlainLabel(" ", elide=True)  # its line stays, so that nothing moves when the counts come
        self._reasons.setObjectName("export_reasons")
        self._reasons.setProperty("muted", True)
        self._grid.addWidget(PlainLabel(self._view.things().capitalize()), 0, 0)
        self._grid.addLayout(line, 0, 1, 1, 4)
        self._grid.addWidget(self._reasons, 1, 1, 1, 4)

    def _build_files(self, choice: Choice) -> None:
        self.columns = self._combo(tr("C&olumns"), "export_columns", 2, 0)
        for columns, label in COLUMNS.items():
            self.columns.addItem(f"{tr(label)} ({len(self._view.keys(columns))})", columns.value)
        self.columns.setCurrentIndex(self.columns.findData(choice.columns.value))
        self.format = self._combo(tr("Forma&t"), "export_format", 3, 0)
        for format_ in FORMATS.values():
            self.format.addItem(tr(format_.label), format_.key)
        self.format.setCurrentIndex(self.format.findData(choice.format))
        self.profile = self._combo(tr("&Profile"), "export_profile", 3, 2)
        for lossless, label in PROFILES.items():
            self.profile.addItem(tr(label), lossless)
        self.profile.setCurrentIndex(int(choice.lossless))
        self._explanation = PlainLabel()
        self._explanation.setObjectName("export_explanation")
        self._explanation.setProperty("muted", True)
        self._explanation.setWordWrap(True)
        self._grid.addWidget(self._explanation, 4, 1, 1, 4)
        for combo in (self.columns, self.format, self.profile):
            combo.currentIndexChanged.connect(self._tell)

    def _combo(self, title: str, name: str, row: int, column: int) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken(title))
        combo.setMinimumWidth(160)
        label = PlainLabel(title)
        label.setBuddy(combo)
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(combo, row, column + 1)
        return combo

    def _tell(self, on: int = 1) -> None:
        if on or self.sender() not in self.scopes.values():
            self._explain()
            self.changed.emit()

    def _explain(self) -> None:
        choice = self.choice()
        explanation = EXPLANATIONS[choice.format, choice.lossless]
        text = tr(explanation)
        self._explanation.setText(text)
        self.profile.setEnabled(choice.format_().profiles)
        self.profile.setAccessibleDescription(text)
