"""Graphs to lay out, the layout that Graphviz makes of them, and how often the lines of a layout cross."""

from __future__ import annotations

import datetime
import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from db.kinds import Relation
from db.lineage_graph import RELATIONS, LineageGraph
from desktop.drawing.lineage.layout import Layout, corners

ECOSYSTEM = Path(__file__).parents[3] / "shared" / "data" / "ecosystem-graphs" / "assets"
DOT = shutil.which("dot")
Lines = list[NDArray[np.float64]]
"""The corners of each edge, as (corners, 2)."""


def graph_of(names: list[str], days: list[tuple[int, int]], edges: list[tuple[int, int]]) -> LineageGraph:
    """A graph of releases with these first and last days."""
    count, none = len(names), ("",) * len(names)
    first, last = (np.array([day[end] for day in days], np.int32) for end in (0, 1))
    parent, child = (np.array([edge[end] for edge in edges], np.int32) for end in (0, 1))
    relation = np.full(len(edges), RELATIONS.index(Relation.BASED_ON), np.uint8)
    return LineageGraph(
        np.arange(1, count + 1), tuple(names), none, first, last, np.zeros(count, np.int32), parent, child,
        relation, np.zeros(len(edges), np.bool_), ((),) * len(edges),
    )  # fmt: skip


def ecosystem() -> LineageGraph:
    """The dependencies of Ecosystem Graphs; what is only named has no date."""
    days: dict[str, tuple[int, int]] = {}
    named: list[tuple[str, str]] = []
    for file in sorted(ECOSYSTEM.glob("*.yaml")):
        for asset in yaml.safe_load(file.read_text(encoding="utf-8")) or ():
            days.setdefault(str(asset["name"]), _days(_plain(asset.get("created_date"))))
            named += [(str(parent), str(asset["name"])) for parent in _plain(asset.get("dependencies")) or ()]
    names = list(dict.fromkeys([*days, *(parent for parent, _ in named)]))
    place = {name: at for at, name in enumerate(names)}
    edges = list(dict.fromkeys((place[parent], place[child]) for parent, child in named))
    return graph_of(names, [days.get(name, (0, 0)) for name in names], edges)


def _plain(value: Any) -> Any:
    return value.get("value") if isinstance(value, dict) else value


def _days(value: Any) -> tuple[int, int]:
    if isinstance(value, datetime.date):
        return value.toordinal(), value.toordinal()
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
    if found is None:
        return 0, 0
    year, month, day = (int(part) if part else 0 for part in found.groups())
    first = datetime.date(year, month or 1, day or 1)
    after = {bool(day): first + datetime.timedelta(1)}.get(True) or (
        datetime.date(year + month // 12, month % 12 + 1, 1) if month else datetime.date(year + 1, 1, 1)
    )
    return first.toordinal(), after.toordinal() - 1


def generated(nodes: int, *, families: int, seed: int = 1) -> LineageGraph:
    """Families that grow as model families do: many children of few, some of several parents, few of none."""
    rng = random.Random(seed)
    days, edges = [], []
    by_family: list[list[int]] = [[] for _ in range(families)]
    for node in range(nodes):
        day = 737_000 + node * 2_000 // nodes
        days.append((day, day + rng.choice([0, 0, 0, 29])))
        family = by_family[min(int(rng.expovariate(8 / families)), families - 1)]
        if family:
            # The more children one has, the more it gets: a few have most.
            parents = {family[int(len(family) * rng.random() ** 3)] for _ in range(rng.choice([1, 1, 1, 1, 2, 3]))}
            edges += [(parent, node) for parent in sorted(parents)]
        family.append(node)
    return graph_of([f"Model-{node}-{rng.choice(['7B', 'Chat', 'Instruct'])}" for node in range(nodes)], days, edges)


def dot_input(graph: LineageGraph) -> str:
    """The graph as Graphviz reads it, from left to right."""
    lines = [f'n{at} [label="{name}"]' for at, name in enumerate(re.sub(r'["\\]', "", name) for name in graph.names)]
    lines += [f"n{parent} -> n{child}" for parent, child in zip(graph.parent, graph.child, strict=True)]
    return "digraph {{ rankdir=LR; node [shape=box, fontsize=10, height=0.2]; {} }}".format("; ".join(lines))


def dot(graph: LineageGraph) -> tuple[Lines, NDArray[np.float64]]:
    """The lines that Graphviz draws, and the x of each node."""
    assert DOT is not None
    text = dot_input(graph)
    done = subprocess.run([DOT, "-Tjson"], input=text, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    x = np.zeros(len(graph.ids))
    for node in found["objects"]:
        x[int(node["name"][1:])] = float(node["pos"].partition(",")[0])
    splines = {(edge["tail"], edge["head"]): edge["pos"] for edge in found["edges"]}
    ends = [(node["_gvid"], int(node["name"][1:])) for node in found["objects"]]
    number = {place: gvid for gvid, place in ends}
    pairs = zip(graph.parent.tolist(), graph.child.tolist(), strict=True)
    return [_sampled(splines[number[parent], number[child]]) for parent, child in pairs], x


def _sampled(spline: str) -> NDArray[np.float64]:
    points = [tuple(map(float, part.split(",")[-2:])) for part in spline.split() if part[0] not in "es"]
    arrow = [tuple(map(float, part.split(",")[-2:])) for part in spline.split() if part[0] == "e"]
    control = np.array(points)
    t = np.linspace(0, 1, 7)[:, None]
    curves = [
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
        for a, b, c, d in (control[at : at + 4] for at in range(0, len(control) - 3, 3))
    ]
    return np.concatenate([*curves, np.array(arrow)] if arrow else curves)


def own_lines(graph: LineageGraph, layout: Layout, days_per_pixel: float) -> Lines:
    """The lines of our layout, each rise a little slanted so that it meets what begins on its day."""
    found = corners(graph, layout, layout.x + layout.steps * 14 * days_per_pixel)
    slant = np.minimum(days_per_pixel * 6, np.maximum(found[:, 3, 0] - found[:, 0, 0], 0) / 4)
    found[:, 1, 0] += np.where(found[:, 1, 1] != found[:, 0, 1], slant, 0)
    found[:, 2, 0] -= np.where(found[:, 2, 1] != found[:, 3, 1], slant, 0)
    return list(found)


def crossings(graph: LineageGraph, lines: Lines) -> int:
    """How often two lines cross, of edges without a node in common."""
    edge = np.repeat(np.arange(len(lines)), [len(line) - 1 for line in lines])
    begin = np.concatenate([line[:-1] for line in lines])
    end = np.concatenate([line[1:] for line in lines])
    moving = (begin != end).any(axis=1)
    edge, begin, end = edge[moving], begin[moving], end[moving]
    order = np.argsort(np.minimum(begin[:, 0], end[:, 0]))
    edge, begin, end = edge[order], begin[order], end[order]
    left, right = np.minimum(begin[:, 0], end[:, 0]), np.maximum(begin[:, 0], end[:, 0])
    parent, child = graph.parent[edge], graph.child[edge]
    total = 0
    for at in range(len(edge) - 1):
        stop = int(np.searchsorted(left, right[at], side="right"))
        others = np.arange(at + 1, stop)
        apart = (parent[others] != parent[at]) & (child[others] != child[at])
        apart &= (parent[others] != child[at]) & (child[others] != parent[at])
        others = others[apart]
        total += int(np.count_nonzero(_cross(begin[at], end[at], begin[others], end[others])))
    return total


def _cross(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64], d: NDArray[np.float64]
) -> NDArray[np.bool_]:
    def side(p: Any, q: Any, r: Any) -> Any:
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])

    found: NDArray[np.bool_] = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    return found
