"""The list of people: it follows the filter, finds in both scripts, sorts and is walked by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.filters import parse
from tests.desktop.people.profile_said import head

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def test_lists_contributors_first_with_names_in_both_scripts(use):
    assert use.listed()[:3] == ["Daya Guo 郭大雅", "Zhihong Shao 邵智宏", "Gao Huazuo 高华左"]
    model = use.view.people.model
    parts = [model.text(row, model.column_of("standing")) for row in range(model.rowCount())]
    assert parts.index("quoted or cited") > max(at for at, part in enumerate(parts) if part == "contributor")
    assert [model.text(0, at) for at in (1, 2, 3)] == ["8", "contributor", "2018–2025"]


def test_list_follows_the_filter(use):
    use.filters.set(parse("release:DeepSeek-VL2"))
    use.settle()
    assert set(use.listed()) == {"Gao Huazuo 高华左", "Pan Zizheng 潘子正"}
    use.filters.set(parse("luo"))
    use.settle()
    assert "Luo Fuli 罗福利" in use.listed()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("guo", "Daya Guo 郭大雅"), ("郭", "Daya Guo 郭大雅"), ("guodaya", "Daya Guo 郭大雅"), ("罗", "Luo Fuli 罗福利"),
     ("liang", "Liang Wenfeng 梁文锋")],
)  # fmt: skip
def test_find_box_knows_both_scripts_and_pinyin(use, typed, name):
    use.view.people.search.setText(typed)
    use.settle()
    assert use.listed() == [name]
    use.key(use.view.people.search, Key.Key_Escape)
    assert len(use.listed()) == 52


def test_an_empty_list_says_why_and_offers_the_way_out(use):
    use.view.people.search.setText("nobody at all")
    use.settle()
    empty = use.view.people._empty
    assert empty.isVisible()
    assert empty.accessibleName() == "No person matches"
    use.view.people.search.clear()
    use.filters.set(parse("release:nothing"))
    use.settle()
    use.qtbot.mouseClick(empty.findChild(type(empty).mro()[1], "way0"), LEFT)
    use.settle()
    assert not use.filters.spec.clauses


def test_sorts_by_its_columns(use):
    use.view.people.columns.sort_by("name", more=False)
    use.settle()
    names = use.listed()
    assert names == sorted(names, key=str.casefold)
    use.view.people.columns.sort_by("years", more=False)
    use.settle()
    assert use.listed()[0].startswith("Liang Wenfeng")  # from 2007


def test_list_is_walked_by_keys_and_selects(use):
    table = use.view.people.table
    table.setFocus()
    use.key(table, Key.Key_Home, Key.Key_Down)
    assert use.selection.focus == use.id("zhihong-shao")
    assert "邵智宏" in head(use)
    with use.qtbot.waitSignal(use.view.opened):
        QTest.keyClick(table, Key.Key_Return)


def test_return_in_the_find_box_takes_the_first(use):
    use.view.people.search.setText("luo")
    use.settle()
    use.key(use.view.people.search, Key.Key_Return)
    assert use.selection.focus == use.id("luo-fuli")
