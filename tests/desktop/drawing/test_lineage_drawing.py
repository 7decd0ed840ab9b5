"""Frames of a lineage: what is drawn where, near and from far, and what recedes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from db.kinds import Relation
from db.lineage_graph import RELATIONS, LineageGraph
from desktop.drawing.lineage.drawing import MOST_NEAR, LineageDrawing
from desktop.drawing.lineage.figure import laid_out, legend_of
from desktop.drawing.lineage.layout import lay_out
from desktop.drawing.lineage.scene import PITCH, STYLES, LineageScene, Sight
from desktop.drawing.look import Look
from desktop.drawing.time_scale import TimeScale

WIDE, HIGH = 900, 400


def graph(days, edges, inferred=(), names=None, ids=None):
    count = len(days)
    return LineageGraph(
        np.arange(1, count + 1) if ids is None else np.array(ids), tuple(names or map("Model {}".format, range(count))),
        ("",) * count, np.array(days, np.int32), np.array(days, np.int32), np.zeros(count, np.int32),
        np.array([p for p, *_ in edges], np.int32), np.array([c for _, c, _ in edges], np.int32),
        np.array([RELATIONS.index(r) for *_, r in edges], np.uint8),
        np.array([at in inferred for at in range(len(edges))], np.bool_), ((),) * len(edges),
    )  # fmt: skip


def scene_of(found, **more):
    layout = lay_out(found, 1.0, [100.0] * len(found.ids))
    count = len(found.ids)
    return LineageScene(found, layout, **({"shown": np.ones(count, bool), "selected": np.zeros(count, bool)} | more))


DAYS = [738_000, 738_200, 738_400, 738_300, 0, 0]
EDGES = [
    (0, 1, Relation.SUCCESSOR), (1, 2, Relation.SUCCESSOR), (2, 1, Relation.DISTILL), (0, 3, Relation.MERGE),
    (4, 3, Relation.MERGE), (3, 3, Relation.FINETUNE), (3, 5, Relation.BASED_ON),
]  # fmt: skip
SIGHT = Sight(TimeScale(737_900, 738_600, 0.0, WIDE))


@pytest.fixture
def look(qapp):
    return Look.named("light")


@pytest.fixture
def draw(look):
    def paint(scene, sight=SIGHT, hover=None, still=False):
        drawing = LineageDrawing(look, still=still)
        drawing.set_scene(scene)
        image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            drawing.draw(painter, QRectF(0, 0, WIDE, HIGH), sight, hover)
        return drawing, image

    return paint


def colours(image, rect):
    found = set()
    for x in range(int(rect.left()), int(rect.right()) + 1):
        for y in range(int(rect.top()), int(rect.bottom()) + 1):
            found.add(QColor(image.pixel(x, y)).name())
    return found


def test_every_relation_looks_different():
    assert set(STYLES) == set(Relation)
    assert len({(style.tone, style.filled) for style in STYLES.values()}) == len(STYLES)
    assert len({style.words for style in STYLES.values()}) == len(STYLES)


def test_nodes_are_where_their_dates_are(draw):
    drawing, _ = draw(scene_of(graph(DAYS, EDGES)))
    assert {one.node for one in drawing.drawn()} == set(range(6))
    for node in range(4):
        assert drawing.place_of(node).x() == pytest.approx(SIGHT.scale.x(DAYS[node]))
    for one in drawing.drawn():
        assert drawing.node_at(one.rect.center()) == one.node
    assert drawing.node_at(QPointF(3, 3)) is None


def test_filled_hollow_and_dotted_nodes(draw, look):
    drawing, image = draw(scene_of(graph(DAYS, EDGES, ids=[1, 2, 3, 4, 5, 0])))

    def inside(node):
        place = drawing.place_of(node)
        return QColor(image.pixel(round(place.x()), round(place.y()))).name()

    assert inside(0) == look.colour("release").name()
    assert inside(5) == look.colour("background").name()
    assert inside(4) == look.dimmed("release", 0.3).name()


def test_edges_are_found_at_their_lines(draw):
    scene = scene_of(graph(DAYS, EDGES))
    drawing, _ = draw(scene)
    one, other = drawing.place_of(0), drawing.place_of(1)
    assert drawing.edge_at((one + other) / 2) == 0
    assert drawing.edge_at(QPointF(5, HIGH - 60)) is None
    assert set(drawing.drawn_edges()) == set(range(len(EDGES)))


def test_what_is_not_lit_recedes(draw, look):
    found = graph(DAYS, EDGES)
    lit = np.array([True, True, False, False, False, False])
    edges = np.zeros(len(EDGES), bool)
    edges[0] = True
    drawing, image = draw(scene_of(found, lit=lit, lit_edges=edges))
    middle = (drawing.place_of(0) + drawing.place_of(1)) / 2 - QPointF(30, 0)
    near = colours(image, QRectF(middle.x(), middle.y() - 3, 2, 6))
    assert look.colour("muted").name() in near
    place = drawing.place_of(2)
    assert QColor(image.pixel(round(place.x()), round(place.y()))).name() == look.dimmed("release").name()


def test_inferred_edges_are_dashed(draw, look):
    for inferred, gaps in (((), False), ((0,), True)):
        drawing, image = draw(scene_of(graph(DAYS[:2], EDGES[:1], inferred)))
        one, other = drawing.place_of(0), drawing.place_of(1)
        # Behind the name, where nothing else is.
        line = {QColor(image.pixel(x, round(one.y()))).name() for x in range(int(other.x()) - 60, int(other.x()) - 20)}
        assert (look.colour("background").name() in line) is gaps


@pytest.mark.parametrize("pitch", [PITCH, 3.0])
def test_from_far_lines_are_counted_into_an_image(draw, look, pitch):
    count = MOST_NEAR + 50
    days = [738_000 + at for at in range(count)]
    found = graph(days, [(at // 3, at, Relation.FINETUNE) for at in range(1, count)])
    drawing, image = draw(scene_of(found), Sight(TimeScale(737_900, 738_800, 0.0, WIDE), pitch if pitch < 9 else 0.5))
    assert len(drawing.drawn()) > 0
    seen = colours(image, QRectF(100, 10, 300, 300))
    assert look.colour("release").name() in seen
    assert look.dimmed("muted", 0.75).name() in seen


def test_names_stand_clear_of_each_other(draw):
    days = [738_000 + 9 * at for at in range(40)]
    found = graph(days, [(at // 4, at, Relation.FINETUNE) for at in range(1, 40)])
    drawing, _ = draw(scene_of(found))
    rects = [name.rect for name in drawing._names]
    assert len(rects) > 5
    for at, one in enumerate(rects):
        assert not any(one.adjusted(1, 3, -1, -3).intersects(other.adjusted(1, 3, -1, -3)) for other in rects[at + 1 :])


def test_a_picture_has_every_name(draw):
    days = [738_000 + at for at in range(60)]
    found = graph(days, [(at // 4, at, Relation.FINETUNE) for at in range(1, 60)])
    drawing, _ = draw(scene_of(found), Sight(TimeScale(737_900, 738_600, 0.0, WIDE), 1.0), still=True)
    assert len(drawing._names) >= 55  # those in sight


def test_the_legend_tells_what_is_there_and_nothing_else(qapp):
    scene = scene_of(graph(DAYS, EDGES, (0,), ids=[1, 2, 3, 4, 5, 0]))
    assert {key for key, _ in legend_of(scene)} == {
        "successor", "distill", "merge", "finetune", "based-on", "stated", "inferred", "hollow", "guessed", "cycle",
    }  # fmt: skip
    assert [key for key, _ in legend_of(scene_of(graph(DAYS[:2], EDGES[:1])))] == ["successor", "stated"]
    assert legend_of(scene_of(graph([738_500, 738_000], [(0, 1, Relation.MERGE)])))[-1][0] == "against"


def test_an_empty_graph_is_a_figure_too(look):
    from PySide6.QtGui import QFontMetricsF

    layout = laid_out(graph([], []), 800, QFontMetricsF(look.font))
    assert layout.lanes == 0
