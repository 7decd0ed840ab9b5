"""The columns of the table in the window: chosen, kept between starts, and the first of them always in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_columns_are_kept_between_starts(qtbot, start, lab_file):
    first = start(lab_file)
    columns, header = first.context.releases.columns, first.context.releases.table.columns
    model = first.context.releases.model
    columns.set(columns.layout.with_visible(["name", "params", "license"]))
    header.moveSection(header.visualIndex(model.column_of("license")), 1)
    header.resizeSection(model.column_of("license"), 222)
    columns.sort_by("name", more=False)
    qtbot.wait(250)
    first.window.close()
    again = start(lab_file).context.releases
    assert again.columns.layout.shown_keys() == ("name", "license", "params")
    assert again.columns.layout.columns[1].width == 222
    assert again.columns.layout.sort == (("name", False),)
    assert again.table.columns.sectionSize(again.model.column_of("license")) == 222


def test_columns_are_chosen_from_a_list(program, settle):
    columns = program.context.releases.columns
    columns.choose()
    chooser = program.window.findChild(QWidget, "column_chooser")
    items = chooser.findChild(QWidget, "column_list")
    row = next(row for row in range(items.count()) if items.item(row).text() == "Description")
    items.item(row).setCheckState(Qt.CheckState.Checked)
    assert "description" in columns.layout.shown_keys()
    items.setCurrentRow(row)
    QTest.keyClick(items, Key.Key_Up, Modifier.AltModifier)
    keys = [column.key for column in columns.layout.columns]
    assert keys.index("description") == row - 1
    chooser.findChild(QPushButton, "usual_columns").click()
    assert "description" not in columns.layout.shown_keys()
    chooser.close()
    settle()


def test_the_name_stays_in_sight(program):
    releases = program.context.releases
    program.window.resize(900, 600)
    QApplication.processEvents()
    bar = releases.table.horizontalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    index = releases.model.index(1, 0)
    assert releases.table.visualRect(index).left() == 0
    assert releases.table.indexAt(QPoint(5, releases.table.visualRect(index).center().y())) == index
    far = releases.model.index(1, releases.model.column_of("disagreements"))
    near = releases.model.index(1, releases.model.column_of("date"))
    releases.table.setCurrentIndex(near)
    assert releases.table.visualRect(near).left() >= releases.table.columns.sectionSize(0)
    releases.table.setCurrentIndex(far)
    assert releases.table.visualRect(far).right() <= releases.table.viewport().width()
