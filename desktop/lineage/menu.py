"""The context menu of a node of the lineage."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.clauses import AnyOf, Lineage
from db.lineage_walks import family_of
from db.texts import tr, tr_n
from desktop.table.cell_menu import menu_text

if TYPE_CHECKING:
    from desktop.lineage.query import Answer


class LineageMenu(QObject):
    """Makes menus; the view does what they say."""

    chosen = Signal(object)
    """A clause to add to the filter."""
    variants_wanted = Signal(int, bool)
    """Show the variants of a release as nodes of their own, or no longer."""
    family_wanted = Signal(int, bool)
    """Fold the descendants of a release into it, or unfold them."""
    only_wanted = Signal(int)
    """Show only what is related to a release."""
    opened = Signal()
    link_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def for_node(self, answer: Answer, node: int) -> QMenu:
        """The menu of a node; what is only a name has less to offer."""
        menu = QMenu(self._parent)
        menu.setObjectName("lineage_menu")
        graph = answer.graph
        id_, name = int(graph.ids[node]), graph.names[node]
        release = name[: -len(graph.parts[node]) - 1] if graph.parts[node] else name
        quoted = menu_text(f"“{release}”")
        if id_:
            _add(menu, "open", tr("Open"), self.opened.emit)
            menu.addSeparator()
        ways = (
            ("descendants", tr("Filter to descendants of {name}", name=quoted), Lineage("descendant-of", (release,))),
            ("ancestors", tr("Filter to ancestors of {name}", name=quoted), Lineage("ancestor-of", (release,))),
        )
        for key, text, clause in ways if id_ else ways[:1]:
            _add(menu, key, text, partial(self.chosen.emit, clause))
        if id_:
            without = AnyOf("name", (release,), negated=True)
            _add(menu, "exclude", tr("Exclude {name}", name=quoted), lambda: self.chosen.emit(without))
            menu.addSeparator()
            self._folds(menu, answer, node, id_)
            _add(menu, "only", tr("Show only what is related to it"), lambda: self.only_wanted.emit(id_))
        menu.addSeparator()
        _add(menu, "copy_name", tr("Copy name"), lambda: self._copy(name))
        if id_:
            _add(menu, "copy_link", tr("Copy link"), lambda: self.link_wanted.emit(id_))
        return menu

    def _folds(self, menu: QMenu, answer: Answer, node: int, id_: int) -> None:
        folding, graph = answer.folding, answer.graph
        if id_ in folding.unfolded:
            _add(menu, "fold_variants", tr("Fold its variants"), lambda: self.variants_wanted.emit(id_, False))
        elif graph.variants[node] > 1:
            text = tr_n("Show its variant", "Show its {n:,} variants", int(graph.variants[node]))
            _add(menu, "unfold_variants", text, lambda: self.variants_wanted.emit(id_, True))
        if id_ in folding.folded:
            text = tr_n("Unfold {n:,} descendant", "Unfold {n:,} descendants", int(answer.hidden[node]))
            _add(menu, "unfold", text, lambda: self.family_wanted.emit(id_, False))
        elif not graph.parts[node]:
            family = int(np.count_nonzero(family_of(node, answer.down, answer.up)))
            text = tr_n("Fold {n:,} descendant into it", "Fold {n:,} descendants into it", family)
            if family:
                _add(menu, "fold", text, lambda: self.family_wanted.emit(id_, True))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(tr("Name copied."))


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> None:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked: do())
