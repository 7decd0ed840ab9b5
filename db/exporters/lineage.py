"""The edges of a lineage as files for other programs: CSV, GraphML, and Graphviz's DOT."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from sqlalchemy import Connection

from db.atomic import atomic_write
from db.exporters.delimited import BOM, guard
from db.filters import FilterSpec
from db.lineage_graph import RELATIONS, LineageGraph, lineage, lineage_shown, sources_of_edges

HEADERS = ("from", "to", "relation", "basis", "source")


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge: places among the nodes, and what is said of it. `source` joins all who state it."""

    parent: int
    child: int
    relation: str
    basis: str
    source: str


def edges_of(conn: Connection, graph: LineageGraph, spec: FilterSpec) -> list[Edge]:
    """The edges of which the filter keeps an end."""
    shown = lineage_shown(conn, graph, spec)
    sources = sources_of_edges(conn, graph)
    return [
        Edge(
            int(graph.parent[at]), int(graph.child[at]), RELATIONS[graph.relation[at]].value,
            "inferred" if graph.inferred[at] else "stated", "; ".join(sources[at]),
        )
        for at in np.flatnonzero(shown[graph.parent] | shown[graph.child])
    ]  # fmt: skip


def write_edges(conn: Connection, spec: FilterSpec, path: Path) -> int:
    """Write the edges of which the filter keeps an end in the format of the file's ending; how many there are.

    Raises KeyError for an ending that is none of ENDINGS, and WriteError.
    """
    write = _WRITERS[path.suffix.lower()]
    graph = lineage(conn)
    edges = edges_of(conn, graph, spec)
    with atomic_write(path) as file:
        file.write(write(graph, edges).encode("utf-8", "replace"))
    return len(edges)


def _csv(graph: LineageGraph, edges: list[Edge]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    text.write(BOM)
    writer.writerow(HEADERS)
    for edge in edges:
        row = (graph.names[edge.parent], graph.names[edge.child], edge.relation, edge.basis, edge.source)
        writer.writerow([guard(cell) for cell in row])
    return text.getvalue()


def _nodes(graph: LineageGraph, edges: list[Edge]) -> Iterator[tuple[int, str, str, str]]:
    """Each node of some edges: its place, name, first day and last day."""
    for node in sorted({end for edge in edges for end in (edge.parent, edge.child)}):
        days = [int(graph.first[node]), int(graph.last[node])]
        first, last = (datetime.date.fromordinal(day).isoformat() if day else "" for day in days)
        yield node, graph.names[node], first, last


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _plain(text: str) -> str:
    """What XML allows in a text."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _graphml(graph: LineageGraph, edges: list[Edge]) -> str:
    keys = [("node", key) for key in ("name", "earliest", "latest")]
    keys += [("edge", key) for key in ("relation", "basis", "source")]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(f'  <key id="{key}" for="{what}" attr.name="{key}" attr.type="string"/>' for what, key in keys),
        '  <graph edgedefault="directed">',
    ]

    def data(**values: str) -> str:
        return "".join(f'<data key="{key}">{escape(_plain(text))}</data>' for key, text in values.items() if text)

    for node, name, first, last in _nodes(graph, edges):
        lines.append(f'    <node id="n{node}">{data(name=name, earliest=first, latest=last)}</node>')
    for edge in edges:
        ends = f"source={quoteattr(f'n{edge.parent}')} target={quoteattr(f'n{edge.child}')}"
        said = data(relation=edge.relation, basis=edge.basis, source=edge.source)
        lines.append(f"    <edge {ends}>{said}</edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def _dot(graph: LineageGraph, edges: list[Edge]) -> str:
    lines = ["digraph lineage {", "  rankdir=LR;", "  node [shape=box];"]
    for node, name, first, _last in _nodes(graph, edges):
        dated = f", tooltip={_quoted(first)}" if first else ""
        lines.append(f"  n{node} [label={_quoted(name)}{dated}];")
    for edge in edges:
        style = ", style=dashed" if edge.basis == "inferred" else ""
        said = f"label={_quoted(edge.relation)}, tooltip={_quoted(edge.source)}{style}"
        lines.append(f"  n{edge.parent} -> n{edge.child} [{said}];")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    r"""A text between quotes; a backslash is doubled, since \N and \G mean something there."""
    return '"{}"'.format(_plain(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " "))


_WRITERS: dict[str, Callable[[LineageGraph, list[Edge]], str]] = {".csv": _csv, ".graphml": _graphml, ".dot": _dot}
ENDINGS = tuple(_WRITERS)
