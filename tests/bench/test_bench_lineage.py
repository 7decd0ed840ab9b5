"""The layout of lineages against Graphviz: how long it takes, how many lines cross, how many go back in time."""

from __future__ import annotations

import subprocess
from time import perf_counter

import numpy as np
import pytest

from db.lineage_graph import LineageGraph
from desktop.drawing.lineage_layout import Layout, is_backward, lay_out
from tests.bench.lineage_graphs import DOT, ECOSYSTEM, crossings, dot, dot_input, ecosystem, generated, own_lines
from tests.bench.measure import REPORT, Line

PIXELS = 1_100
"""For the days of nearly all nodes."""
with_dot = pytest.mark.skipif(DOT is None, reason="Graphviz’s dot is not installed, which layouts are compared with")


def scale_of(graph: LineageGraph) -> float:
    """Days of a pixel."""
    dated = graph.first[graph.first > 0]
    return float(np.percentile(dated, 98) - np.percentile(dated, 2)) / PIXELS


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
    later = graph.first[graph.parent] > graph.last[graph.child]
    print(f"\ncrossings: {ours:,}, dot {theirs:,} ({ours / theirs:.2f} ×)")
    print(f"dates that contradict: {int((both & later).sum())} of {int(both.sum())} dated pairs")
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
    backward = is_backward(graph, layout) & ~layout.contradicted
    assert backward.mean() <= 0.01
    assert layout.cyclic.sum() >= 4  # three cycles and a self-loop, as the data's description says
