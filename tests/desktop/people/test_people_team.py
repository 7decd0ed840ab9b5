"""Who works with whom, how two are connected, and the team of releases."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from db.filters import parse

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


# ---- works with, connected to ----


def test_network_shows_who_works_with_whom(use):
    use.choose("daya-guo")
    use.turn_to("works with")
    network = use.view.network
    network.repaint()
    texts = [mark.text for mark in network.chart.marks]
    assert texts[0] == "Daya Guo\nthe person shown"
    assert texts[1] == "Zhihong Shao\n3 shared credits: DeepSeek-Coder-V2, DeepSeek-Math, DeepSeek-R1"
    network.setFocus()
    use.key(network, Key.Key_Home, Key.Key_Right, Key.Key_Return)
    assert use.selection.focus == use.id("zhihong-shao")
    use.choose("ritwik-gupta")
    assert use.view._lonely.isVisible()


def test_connection_names_each_hop_with_relation_and_source(use):
    use.choose("daya-guo")
    use.turn_to("connected")
    panel = use.view.connection
    assert panel.start.text() == "Daya Guo"  # follows the person shown
    panel.end.setFocus()
    QTest.keyClicks(panel.end, "nan duan")
    use.settle()
    use.key(panel.end, Key.Key_Return)
    assert panel.end.entity == use.id("nan-duan")
    text = panel.document.toPlainText()
    assert "Connected in 1 step" in text
    assert "Daya Guo: Mentor, at MSRA" in text
    assert "line 136" in text
    QTest.mouseClick(panel.turn, LEFT)
    use.settle()
    assert (panel.start.text(), panel.end.text()) == ("Nan Duan", "Daya Guo")
    assert panel.chain.hops[0].forward is False


def test_connection_says_what_it_lacks(use):
    use.turn_to("connected")
    panel = use.view.connection
    assert "Choose two ends" in panel._said.text()
    panel.start.hold(use.id("elon-musk"), "Elon Musk")
    panel.end.hold(use.id("gao-huazuo"), "Gao Huazuo")
    panel.ask()
    use.settle()
    assert "No chain" in panel._said.text()
    panel.end.hold(use.id("elon-musk"), "Elon Musk")
    panel.ask()
    assert "the same" in panel._said.text()
    use.key(panel.end, Key.Key_Escape)
    assert panel.end.entity is None


# ---- the team ----


def test_team_is_that_of_the_selected_releases_and_stays_while_people_are_chosen(use):
    use.selection.set((use.id("deepseek-v2"), use.id("deepseek-r1")), use.id("deepseek-r1"))
    use.turn_to("team")
    team = use.view.team
    assert [ref.name for ref in team.team.releases] == ["DeepSeek-V2", "DeepSeek-R1"]
    assert team._remark.text() == "2 selected releases: 7 people worked on them"
    table = team.table
    table.setFocus()
    use.key(table, Key.Key_Home, Key.Key_Down)
    assert use.selection.focus == use.id("gao-huazuo")
    assert len(team.team.releases) == 2
    names = {one.person.name for one in team.members}
    assert not names & {"Elon Musk", "Dario Amodei", "Ritwik Gupta", "Michael A. Cusumano"}


def test_team_without_selected_releases_is_that_of_the_filter(use):
    use.filters.set(parse("release:DeepSeek-VL2"))
    use.turn_to("team")
    assert "that the filter shows" in use.view.team._remark.text()
    use.filters.home()
    use.settle()
    team = use.view.team
    assert team._remark.text() == "55 releases that the filter shows: 7 people worked on 12 of them"
    assert len(team.team.releases) == 12
    assert all(any(at in one.work for one in team.members) for at in range(12))  # no column is empty
    use.filters.set(parse("release:nothing"))
    use.settle()
    assert use.view.team._empty.isVisible()
    assert not use.view.team.export_button.isEnabled()


def test_team_sorts_by_any_column(use):
    use.selection.set((use.id("deepseek-v2"), use.id("deepseek-r1")), None)
    use.turn_to("team")
    team = use.view.team

    def names() -> list[str]:
        return [team.model.text(row, 0).split()[0] for row in range(team.model.rowCount())]

    assert names()[0] == "Daya"
    team.table.columns.sort_asked.emit(0, False)
    assert names() == sorted(names())
    team.table.columns.sort_asked.emit(0, False)
    assert names() == sorted(names(), reverse=True)
    team.table.columns.sort_asked.emit(2, False)
    assert names()[:2] == ["Daya", "Luo"]  # the only two with credits on V2


def test_team_exports_as_it_is_shown(use, tmp_path):
    use.selection.set((use.id("deepseek-v2"),), None)
    use.turn_to("team")
    team = use.view.team
    team.table.columns.sort_asked.emit(0, False)
    team.table.columns.sort_asked.emit(0, False)
    QTest.mouseClick(team.export_button, LEFT)
    dialog = team.findChild(QFileDialog, "team_file_dialog")
    assert dialog is not None
    dialog.close()
    with use.qtbot.waitSignal(use.view.told) as said:
        team.write(tmp_path / "team.csv")
    assert said.args == [f"Saved {tmp_path / 'team.csv'}"]
    lines = (tmp_path / "team.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["person", "Luo Fuli", "Daya Guo"]
    with use.qtbot.waitSignal(use.view.told) as said:
        team.write(tmp_path / "no folder" / "team.csv")
    assert "was not written" in said.args[0]
