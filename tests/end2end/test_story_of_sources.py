"""The whole window on the way from a table to its sources: who made these models, where do they come from, who says so?

With the environment variable LABLINE_PICTURES, a picture of each step is kept in the folder that it names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from db.people import both_names
from db.texts import tr
from desktop.entity.folds import ENTITY, READ
from desktop.sources.query import attach_text
from desktop.views.people import PROFILE, TEAM
from tests.end2end.hands import link_places
from tests.end2end.lineage_seen import lit, node_place, place_on_edge
from tests.end2end.user import User

Key, Modifier = Qt.Key, Qt.KeyboardModifier
QUERY = "org:DeepSeek params:>100B open:yes"
PERSON, PAPER, MODEL, ANCESTOR = "daya-guo", "DeepSeek-R1 White Paper", "DeepSeek-R1", "DeepSeek-V2"
DISPUTED, SOURCE, RIVAL = "DeepSeek-V3", "001", "003"
ANCESTORS = """
WITH RECURSIVE above(id) AS (
    SELECT parent_id FROM derivation WHERE child_id = :start AND parent_id IS NOT NULL
    UNION SELECT d.parent_id FROM derivation d JOIN above ON d.child_id = above.id WHERE d.parent_id IS NOT NULL
) SELECT DISTINCT e.name FROM above JOIN entity e ON e.id = above.id
""".replace(":start", "?")
DOCUMENTS = Path(__file__).parents[3] / "shared" / "sources"


@pytest.fixture
def user(sit_down: Callable[[str, str], User], window: tuple[str, str, str]) -> User:
    """Somebody before a window of a size, in colours and a language."""
    size, colours, language = window
    user = sit_down(f"sources-{size}-{colours}-{language}", size)
    if language != "en":
        user.window.choose_language(language)
        user.settle()
    if colours != "light":
        user.window.choose_theme(colours)
    user.settle()
    return user


def test_from_the_table_to_the_lines_that_contradict_each_other(user: User) -> None:
    attach_the_documents(user)
    narrow_the_table(user)
    see_who_made_them(user)
    open_a_person(user)
    walk_to_a_paper_and_its_model(user)
    see_its_ancestors(user)
    find_the_path(user)
    check_who_says_so(user)
    check_what_contradicts_it(user)
    go_all_the_way_back(user)


def id_of(user: User, name: str) -> int:
    """The entity of a name or a slug."""
    return user.ask("SELECT id FROM entity WHERE name = ? OR slug = ?", name, name)[0][0]


def attach_the_documents(user: User) -> None:
    """Where the documents are at hand, their texts are attached before."""
    for source in (SOURCE, RIVAL):
        for path in DOCUMENTS.glob(f"{source}_*.txt"):
            id_ = id_of(user, source)
            name = user.ask("SELECT name FROM entity WHERE id = ?", id_)[0][0]
            user.context.edits.make(partial(attach_text, source_id=id_, name=name, path=path))
            user.settle()


def narrow_the_table(user: User) -> None:
    user.click(user.window.bar.edit)
    user.type(QUERY)
    user.key(Key.Key_Return)
    seen = user.look()
    assert len(seen.rows) == user.matching(QUERY) > 5
    assert all(
        user.ask("SELECT 1 FROM entity JOIN release USING (id) WHERE name = ? AND open_weights", name)
        for name in seen.rows
    )
    user.picture("table")


def see_who_made_them(user: User) -> None:
    """The team of the releases that the filter leaves: whoever has a credit on one, or on its paper."""
    releases = tuple(user.context.releases.model.ids)
    user.key(Key.Key_3, Modifier.ControlModifier)
    user.settle()
    people = user.context.people
    user.click(people.tabs, people.tabs.tabRect(TEAM).center())
    user.settle()
    ids = ", ".join(map(str, releases))
    made = user.ask(
        f"SELECT DISTINCT person_id FROM credit WHERE target_id IN ({ids}) OR target_id IN"
        f" (SELECT object_id FROM relation WHERE property = 'paper' AND subject_id IN ({ids}))"
    )
    assert {one.person.id for one in people.team.members} == {row[0] for row in made}
    assert {ref.id for ref in people.team.team.releases} <= {*releases}
    user.picture("team")


def open_a_person(user: User) -> None:
    """A click in the matrix, and the profile: both names, and every credit that the database has."""
    people, person = user.context.people, id_of(user, PERSON)
    user.click_row(people.team.table, list(people.team.model.ids).index(person))
    user.click(people.tabs, people.tabs.tabRect(PROFILE).center())
    user.settle()
    profile = people.profile
    name, native = user.ask("SELECT name, native_name FROM entity JOIN person USING (id) WHERE id = ?", person)[0]
    assert both_names(name, native) in profile.head.toPlainText()
    for (target,) in user.ask("SELECT target_id FROM credit WHERE person_id = ?", person):
        assert link_places(profile.body, f"{ENTITY}{target}")
    user.picture("person")


def walk_to_a_paper_and_its_model(user: User) -> None:
    """Along links: by keyboard in the profile, by mouse in the inspector."""
    paper, model = id_of(user, PAPER), id_of(user, MODEL)
    body = user.context.people.profile.body
    body.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(200):
        if body.textCursor().charFormat().anchorHref() == f"{ENTITY}{paper}" and body.textCursor().hasSelection():
            break
        user.key(Key.Key_Tab)
    user.picture("link")
    user.key(Key.Key_Return)
    user.settle()
    document = user.context.inspector.document
    assert user.context.selection.focus == paper
    assert PAPER in document.toPlainText()
    user.picture("paper")
    user.click_link(document, f"{ENTITY}{model}")
    user.settle()
    assert user.context.selection.focus == model
    assert MODEL in document.accessibleDescription()
    user.picture("model")


def see_its_ancestors(user: User) -> None:
    """The lineage brings the model into sight; a click, and all that it came from stands out."""
    user.key(Key.Key_4, Modifier.ControlModifier)
    user.settle()
    view = user.context.lineage
    assert view.panel.canvas.rect().contains(node_place(user, MODEL))
    user.click(view.panel.canvas, node_place(user, MODEL))
    user.click(view.panel.bar.down)
    user.key(Key.Key_Down)
    user.key(Key.Key_Return)
    user.settle()
    assert view.panel.bar.depths()[1] == 0
    wanted = {name for (name,) in user.ask(ANCESTORS, id_of(user, MODEL))}
    assert len(wanted) > 4
    assert lit(user) == wanted | {MODEL}
    user.click(view.panel.bar.only)
    user.settle()
    shown = {*view.panel.canvas.scene.graph.names}
    assert wanted | {MODEL} <= shown
    assert len(shown) < len(view._answer.whole.names)
    user.picture("ancestors")


def find_the_path(user: User) -> None:
    """Between two: each step of it is a derivation, from the one to the other."""
    view, canvas = user.context.lineage, user.context.lineage.panel.canvas
    canvas.setFocus()
    user.click_more(canvas, node_place(user, ANCESTOR))
    user.settle()
    assert user.context.selection.ids == {id_of(user, MODEL), id_of(user, ANCESTOR)}
    user.click(view.panel.bar.path)
    user.settle()
    assert {MODEL, ANCESTOR} <= lit(user)
    graph = canvas.scene.graph
    steps = [
        (graph.names[graph.child[at]], graph.names[graph.parent[at]]) for at in np.flatnonzero(canvas.scene.lit_edges)
    ]
    assert len(steps) == len(lit(user)) - 1
    for child, parent in steps:
        found = user.ask(
            "SELECT 1 FROM derivation WHERE child_id = ? AND parent_id = ?", id_of(user, child), id_of(user, parent)
        )
        assert found, (child, parent)
    user.picture("path")


def check_who_says_so(user: User) -> None:
    """The card of a step names relation, source and place; the inspector leads to the line."""
    canvas, view = user.context.lineage.panel.canvas, user.context.lineage
    edge = int(np.flatnonzero(canvas.scene.lit_edges)[0])
    graph = canvas.scene.graph
    child, parent = graph.names[graph.child[edge]], graph.names[graph.parent[edge]]
    sources = user.ask(
        "SELECT s.name, t.first_line FROM statement t JOIN entity s ON s.id = t.source_id"
        " WHERE t.property = 'parent' AND t.entity_id = ? AND t.target_id = ?", id_of(user, child), id_of(user, parent)
    )  # fmt: skip
    user.move_mouse(canvas, QPoint(2, 2))
    user.move_mouse(canvas, place_on_edge(user, edge))
    user.until(view.hover.card.isVisible)
    said = "\n".join(view.hover.card.texts)
    assert tr("{child} ← {parent}", child=child, parent=parent) in said
    assert all(source in said and str(line) in said for source, line in sources[:4])
    user.picture("edge")
    user.click(canvas, node_place(user, DISPUTED))
    user.settle()
    assert user.context.selection.focus == id_of(user, DISPUTED)
    document = user.context.inspector.document
    statement, line = user.ask(
        "SELECT id, first_line FROM statement WHERE property = 'date' AND entity_id = ? AND source_id = ? ORDER BY id",
        id_of(user, DISPUTED), id_of(user, SOURCE),
    )[0]  # fmt: skip
    user.picture("disputed")
    user.click_link(document, f"{READ}{id_of(user, SOURCE)}:{statement}")
    user.settle()
    assert_reads(user, statement, line)
    user.picture("source")


def assert_reads(user: User, statement: int, line: int) -> None:
    """The sources are there, at this statement, and where the text is attached its line is lit and has the keyboard."""
    sources = user.context.sources
    assert sources.isVisible()
    assert user.context.navigation.perspective == "sources"
    assert sources.statements.current() == statement
    assert sources.statements.lines_of(statement)[0] == line
    attached = sources.reader.document is not None
    assert sources.reader.reader.lit()[0] == (line if attached else 0)
    assert (sources.reader.reader if attached else sources.statements.table).hasFocus()


def check_what_contradicts_it(user: User) -> None:
    """The board has the values side by side, with who says each, and leads to the line of each."""
    user.click_tab(tr("Disagreements"))
    user.settle()
    board = user.context.disagreements
    (entry, statements), *_ = user.ask(
        "SELECT id, statements FROM disagreement WHERE entity_id = ? AND property = 'date' AND verdict = 'disagreement'",
        id_of(user, DISPUTED),
    )
    user.click_row(board.table, list(board.model.ids).index(entry))
    user.settle()
    text = board.document.toPlainText()
    numbers = statements.strip("[]")
    told = user.ask(
        "SELECT t.id, t.value, s.name, t.first_line, t.source_id FROM statement t JOIN entity s ON s.id = t.source_id"
        f" WHERE t.id IN ({numbers})"
    )
    assert len({value for _id, value, _source, _line, _source_id in told}) > 1
    for _id, value, source, line, _source_id in told:
        assert value in text
        assert source in text
        assert str(line) in text
    user.picture("board")
    rival = id_of(user, RIVAL)
    statement, line = next((id_, line) for id_, _value, _source, line, source_id in told if source_id == rival)
    user.click_link(board.document, f"{READ}{rival}:{statement}")
    user.settle()
    assert_reads(user, statement, line)
    user.picture("contradiction")


def go_all_the_way_back(user: User) -> None:
    """Back, step by step, to the table with everything in it."""
    seen = []
    while user.context.navigation.can_go_back():
        user.key(Key.Key_Left, Modifier.AltModifier)
        user.settle()
        seen.append(user.window.panels.current)
    assert [*dict.fromkeys(seen)][:3] == ["lineage", "people", "releases"], seen
    assert user.look().text == ""
