"""What commands need when they are first used, imported ahead, so that they open at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from desktop.tasks import QueryRunner

PAUSE = 10  # milliseconds between two steps
END = object()
LATER = (
    "desktop.palette.rows",
    "desktop.palette.list",
    "desktop.saved.file",
    "desktop.views.palette",
    "desktop.filter_remarks",
    "rapidfuzz.distance",
    "rapidfuzz.fuzz",
    "rapidfuzz.process",
    "db.edtf_english",
    "desktop.widgets.completions",
    "desktop.dialogs",
    "db.exporters.tabular",
    "db.exporters.datapackage",
    "db.exporters.tables",
    "desktop.export.job",
    "desktop.export.form",
    "desktop.widgets.sample_table",
    "desktop.views.export_dialog",
    "desktop.widgets.column_chooser",
    "markdown_it.rules_inline",
    "markdown_it.helpers",
    "markdown_it.rules_block",
    "markdown_it.rules_core",
    "markdown_it",
    "desktop.manual_pages",
    "desktop.views.manual",
    "filelock",
    "desktop.saved.shown",
    "desktop.views.save_view",
    "desktop.views.saved_views",
    "desktop.views.keys",
    "desktop.drawing.people.career_chart",
    "desktop.people.text",
    "desktop.people.chain_text",
)
"""Each before what imports it, so that no step is long. Not in a thread: PySide makes Qt's classes when they are first
named, and the window must not ask for one that is half made."""


class Preload(QObject):
    """Imports one module at a time while nothing is asked of the database: a thread that works makes imports slow."""

    def __init__(self, runner: QueryRunner) -> None:
        super().__init__(runner)
        self._runner = runner
        self._steps = _steps()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        if not self._runner.is_busy() and next(self._steps, END) is END:
            self._timer.stop()


def _steps() -> Iterator[None]:
    for name in LATER:
        import_module(name)
        yield
    from desktop.manual_pages import pages
    from desktop.widgets.markdown_view import blocks_of

    for page in pages():
        blocks_of(page.text)
        yield
