"""What commands need when they are first used, imported ahead, so that they open at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

LATER = (
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
    "desktop.export_job",
    "desktop.export_form",
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
)
"""Each before what imports it, so that no step is long. Not in a thread: PySide makes Qt's classes when they are first
named, and the window must not ask for one that is half made."""


def preload() -> Iterator[None]:
    """Import one module a step, once the window is filled; then read the manual's pages, one a step."""
    for name in LATER:
        import_module(name)
        yield
    from desktop.manual_pages import pages
    from desktop.widgets.markdown_view import blocks_of

    for page in pages():
        blocks_of(page.text)
        yield
