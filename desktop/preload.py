"""What commands need when they are first used, imported ahead, so that they open at once."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from desktop.tasks import Job, QueryRunner

PAUSE = 10  # milliseconds between two steps
PLAIN = (
    "rapidfuzz.distance",
    "rapidfuzz.fuzz",
    "rapidfuzz.process",
    "db.edtf_english",
    "db.exporters.tabular",
    "db.exporters.datapackage",
    "db.exporters.tables",
    "markdown_it",
    "filelock",
)
"""What knows nothing of Qt is imported in a thread."""
LATER = (
    "desktop.palette.rows",
    "desktop.palette.list",
    "desktop.saved.file",
    "desktop.views.palette",
    "desktop.filter_remarks",
    "desktop.widgets.completions",
    "desktop.dialogs",
    "desktop.export.job",
    "desktop.export.form",
    "desktop.widgets.sample_table",
    "desktop.views.export_dialog",
    "desktop.widgets.column_chooser",
    "desktop.manual_pages",
    "desktop.views.manual",
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
        self._names = iter(LATER)
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._go_on)
        self._in_thread(_import_plain, self._timer.start)

    def _in_thread(self, work: Callable[[], None], then: Callable[[], object] | None = None) -> None:
        job = Job(lambda _progress, _cancelled: work(), self)
        if then is not None:
            job.finished.connect(then)
        job.start()

    def _go_on(self) -> None:
        if self._runner.is_busy():
            return
        name = next(self._names, None)
        if name is not None:
            import_module(name)
        else:
            self._timer.stop()
            self._in_thread(_read_manual)


def _import_plain() -> None:
    for name in PLAIN:
        import_module(name)


def _read_manual() -> None:
    """Its pages are remembered."""
    from desktop.manual_pages import pages
    from desktop.widgets.markdown_view import blocks_of

    for page in pages():
        blocks_of(page.text)
