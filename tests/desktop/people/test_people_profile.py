"""The profile of a person: names, credits, mentors and sources, links that lead on, and the career."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.widgets.document_blocks import Paragraph
from tests.desktop.people.profile_said import body, head

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def test_profile_says_names_roles_credits_mentors_and_sources(use):
    use.choose("daya-guo")
    assert "Daya Guo 郭大雅" in head(use)
    assert "Family name Guo" in head(use)
    assert "each told by one source alone" in head(use)
    text = body(use)
    for part in ("Credits", "Releases", "Publications", "DeepSeek-R1", "core author of its paper", "≈ inferred",
                 "¹ one source", "Mentors", "Ming Zhou", "Worked on the same", "Zhihong Shao"):  # fmt: skip
        assert part in text, part
    assert "DeepSeek – Deep Dive · Team Background, line 138" in text


def test_profile_of_somebody_who_is_only_quoted_says_so(use):
    use.choose("liang-wenfeng")
    assert "facts, " in head(use)
    assert "of them told by one source alone" in head(use)
    assert "no staff" not in head(use)
    use.choose("ritwik-gupta")
    assert "Quoted or cited" in head(use)
    assert "no staff" in head(use)


def test_profile_stays_while_something_else_has_the_focus(use):
    use.choose("daya-guo")
    use.choose("deepseek-r1")
    assert "Daya Guo" in head(use)
    assert use.view.person.profile.details.slug == "daya-guo"


def test_links_of_the_profile_lead_on_and_back_returns(use):
    use.choose("daya-guo")
    use.view.profile.body.followed.emit(f"entity:{use.id('zhihong-shao')}")
    use.settle()
    assert "Zhihong Shao" in head(use)
    use.navigation.back()
    use.settle()
    assert "Daya Guo" in head(use)


def test_places_of_profile_and_chain_lead_to_their_lines(use):
    use.choose("daya-guo")
    asked = []
    use.reading.asked.connect(lambda source, statement: asked.append((source, statement)))
    place = next(
        span.link
        for block in use.view.profile.body.blocks()
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.text == "Team Background, line 138"
    )
    use.view.profile.body.followed.emit(place)
    panel = use.view.connection
    panel.end.hold(use.id("nan-duan"), "Nan Duan")
    panel.ask()
    use.settle()
    (hop,) = panel.chain.hops
    panel.document.followed.emit(f"read:{hop.source.id}:{hop.statement}")
    with use.runner.database.read() as conn:
        said = [
            conn.exec_driver_sql(
                "SELECT entity_id, first_line FROM statement WHERE source_id = ? AND id = ?", one
            ).one()
            for one in asked
        ]
    assert said == [(use.id("daya-guo"), 138), (use.id("daya-guo"), 136)]


def test_tab_brings_the_links_of_the_profile_into_sight(use):
    use.view.resize(984, 320)
    use.choose("daya-guo")
    profile = use.view.profile
    profile.body.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        use.key(profile.body, Key.Key_Tab)
        cursor = profile.body.viewport().mapTo(profile.viewport(), profile.body.cursorRect().center())
        assert profile.viewport().rect().contains(cursor), profile.body.textCursor().selectedText()


def test_folded_parts_open(use):
    use.choose("liang-wenfeng")
    body_ = use.view.profile.body
    before = body_.toPlainText()
    folded = next(part for part in before.splitlines() if part.startswith("▸ "))
    use.view.profile._follow(f"fold:statements/{folded[2:].split('  ')[0]}")
    assert body_.toPlainText() != before


def test_career_is_walked_by_keys_and_named(use):
    use.choose("daya-guo")
    career = use.view.profile.career
    career.setFocus()
    career.repaint()
    assert "Career of Daya Guo" in career.accessibleName()
    texts = [mark.text for mark in career.chart.marks]
    assert any("PhD (joint program with MSRA)" in text and "2018 – 2023" in text for text in texts)
    assert any("no source gives a date" in text for text in texts)
    tree = QAccessible.queryAccessibleInterface(career)
    names = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    assert len(names) == len(texts)
    assert "Sun Yat-sen University, PhD (joint program with MSRA), Education" in names[0]
    use.key(career, Key.Key_Home, Key.Key_Return)
    assert use.selection.focus == use.id("sun-yat-sen-university")


def test_clicking_a_credit_selects_it(use):
    use.choose("daya-guo")
    career = use.view.profile.career
    career.repaint()
    mark = next(mark for mark in career.chart.marks if mark.text.startswith("DeepSeek-V2\n"))
    QTest.mouseClick(career, LEFT, pos=mark.rect.center().toPoint())
    use.settle()
    assert use.selection.ids == {use.id("deepseek-v2")}
