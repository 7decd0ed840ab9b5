"""Lineages: their layout against Graphviz, and what a frame and a highlight of 20,000 models take."""

from __future__ import annotations

import subprocess
from collections import deque
from itertools import product
from statistics import median
from time import perf_counter, process_time

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from db.lineage_graph import LineageGraph
from db.lineage_walks import Neighbours, steps_from
from desktop.drawing.lineage.drawing import LineageDrawing
from desktop.drawing.lineage.figure import fitting, laid_out
from desktop.drawing.lineage.layout import Layout, is_backward, lay_out
from desktop.drawing.lineage.scene import LineageScene, Sight
from desktop.drawing.look import Look
from tests.bench.lineage_graphs import DOT, ECOSYSTEM, crossings, dot, dot_input, ecosystem, generated, own_lines
from tests.bench.measure import REPORT, Line

pytestmark = pytest.mark.bench

PIXELS = 1_100
"""For the days of nearly all nodes."""
with_dot = pytest.mark.skipif(DOT is None, reason="Graphviz’s dot is not installed, which layouts are compared with")


def scale_of(graph: LineageGraph) -> float:
    """Days of a pixel."""
    dated = graph.first[graph.first > 0]
    return float(np.percentile(dated, 98) - np.percentile(dated, 2)) / PIXELS


def contradicted(graph: LineageGraph) -> np.ndarray:
    """Edges whose own dates alone rule them out, whatever those of other relatives do."""
    return (graph.last[graph.child] > 0) & (graph.first[graph.parent] > graph.last[graph.child])


def laid(graph: LineageGraph) -> Layout:
    return lay_out(graph, scale_of(graph), [22 + 6.5 * len(name) for name in graph.names])


@with_dot
def test_layout_of_1000_nodes() -> None:
    graph = generated(1_000, families=60)
    text = dot_input(graph)
    laid(graph)
    times: list[tuple[float, float]] = []
    for _ in range(3):
        start = perf_counter()
        laid(graph)
        ours = perf_counter() - start
        start = perf_counter()
        subprocess.run([DOT or "dot", "-Tjson"], input=text, capture_output=True, text=True, check=True)
        times.append((ours, perf_counter() - start))
    # The other is a process of its own: time on the clock, and of each the least disturbed run.
    line = Line("lineage: layout of 1,000 nodes, dot", *(1000 * min(run[at] for run in times) for at in (0, 1)), 2.0)
    REPORT.append(line)
    assert line.is_fast(), str(line)


@with_dot
@pytest.mark.skipif(not ECOSYSTEM.is_dir(), reason="the data of Ecosystem Graphs is not there")
def test_crossings_of_ecosystem_graphs() -> None:
    graph = ecosystem()
    layout = laid(graph)
    ours = crossings(graph, own_lines(graph, layout, scale_of(graph)))
    lines, x = dot(graph)
    theirs = crossings(graph, lines)
    both = (graph.first[graph.parent] > 0) & (graph.first[graph.child] > 0)
    print(f"\ncrossings: {ours:,}, dot {theirs:,} ({ours / theirs:.2f} ×)")
    print(f"dates that contradict: {int(contradicted(graph).sum())} of {int(both.sum())} dated pairs")
    print(f"dot draws {_against_time(graph, x, both):.0%} of dated pairs against the order of their dates")
    assert ours <= 0.8 * theirs


def _against_time(graph: LineageGraph, x: np.ndarray, both: np.ndarray) -> float:
    """How many pairs of dated nodes, of all in a family that are dated apart, stand in the wrong order."""
    pairs = [(a, b) for a, b in zip(graph.parent[both], graph.child[both], strict=True) if a != b]
    wrong = [(x[a] < x[b]) != (graph.first[a] <= graph.last[b]) for a, b in pairs]
    return float(np.mean(wrong))


@pytest.mark.skipif(not ECOSYSTEM.is_dir(), reason="the data of Ecosystem Graphs is not there")
def test_time_goes_on_in_ecosystem_graphs() -> None:
    graph = ecosystem()
    layout = laid(graph)
    backward = is_backward(graph, layout) & ~contradicted(graph)
    assert backward.mean() <= 0.01
    assert layout.cyclic.sum() >= 4  # three cycles and a self-loop, as the data's description says


# ---- 20,000 models ----

WIDE, HIGH = 1_400, 800
FRAME_LIMIT, WALK_LIMIT = 0.1, 10.0
"""Of painting all edges as bare lines; of a walk over sets of the same, mostly small families. A frame should take
16.7 ms at most, of twenty all but one, and a highlight 50 ms: they are printed, and looked at on a quiet machine."""


@pytest.fixture(scope="module")
def large_lineage(qapp: object) -> LineageScene:
    graph = generated(20_000, families=800)
    layout = laid_out(graph, WIDE, QFontMetricsF(Look.named("light").font))
    every = np.ones(len(graph.ids), np.bool_)
    return LineageScene(graph, layout, every, ~every)


def bare_lines(scene: LineageScene, image: QImage) -> float:
    """Milliseconds in which Qt alone paints one line for each edge and twenty names."""
    x, y = scene.layout.x, scene.layout.lane
    across, down = WIDE / float(np.ptp(x)), HIGH / float(np.ptp(y))
    xs, ys = ((x - x.min()) * across).tolist(), ((y - y.min()) * down).tolist()
    lines = [QLineF(xs[a], ys[a], xs[b], ys[b]) for a, b in zip(scene.graph.parent, scene.graph.child, strict=True)]
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = process_time()
        painter.fillRect(image.rect(), QColor("white"))
        painter.drawLines(lines)
        for place in range(20):
            painter.drawText(QPointF(20, 20 + 20 * place), scene.graph.names[place])
        return 1000 * (process_time() - start)


def test_frames_of_20000_nodes(large_lineage: LineageScene) -> None:
    drawing = LineageDrawing(Look.named("light"))
    drawing.set_scene(large_lineage)
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    whole = fitting(large_lineage.layout, QRectF(0, 0, WIDE, HIGH))
    times = []
    for pitch, step in product((0.4, 2.0, 8.0, 26.0), range(25)):
        scale = whole.zoomed(1 + step / 8, (whole.first + whole.last) / 2).panned(4 * step)
        with QPainter(image) as painter:
            start = process_time()
            drawing.draw(painter, QRectF(0, 0, WIDE, HIGH), Sight(scale, pitch, 40.0 * step * pitch))
            times.append(1000 * (process_time() - start))
    raw = median(bare_lines(large_lineage, image) for _ in range(5))
    line = Line("lineage: a frame of 20,000 nodes, 95 of 100", sorted(times)[94], raw, FRAME_LIMIT)
    REPORT.append(line)
    assert line.is_fast(), str(line)


def walk(start: int, next_to: list[list[int]]) -> set[int]:
    """All that can be reached, by hand."""
    seen, due = {start}, deque([start])
    while due:
        for node in next_to[due.popleft()]:
            if node not in seen:
                seen.add(node)
                due.append(node)
    return seen


def test_relatives_of_any_of_20000_nodes(large_lineage: LineageScene) -> None:
    graph, nodes = large_lineage.graph, len(large_lineage.graph.ids)
    down, up = Neighbours.of(graph.parent, graph.child, nodes), Neighbours.of(graph.child, graph.parent, nodes)
    by_hand: tuple[list[list[int]], list[list[int]]] = [[] for _ in range(nodes)], [[] for _ in range(nodes)]
    for parent, child in zip(graph.parent.tolist(), graph.child.tolist(), strict=True):
        by_hand[0][parent].append(child)
        by_hand[1][child].append(parent)
    ours, raw = [], []
    for node in np.argsort(-large_lineage.layout.weight)[:100]:  # those with most descendants
        start = process_time()
        found = [steps_from(np.array([node]), way) for way in (down, up)]
        ours.append(1000 * (process_time() - start))
        start = process_time()
        expected = [walk(int(node), way) for way in by_hand]
        raw.append(1000 * (process_time() - start))
        assert [set(np.flatnonzero(steps >= 0).tolist()) for steps in found] == expected
    line = Line("lineage: ancestors and descendants of one of 20,000", sum(ours) / 100, sum(raw) / 100, WALK_LIMIT)
    REPORT.append(line)
    assert line.is_fast(), str(line)
