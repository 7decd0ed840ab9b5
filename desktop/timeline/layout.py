"""How the user arranges the timeline: what lanes are made by, their order, which are folded. Kept between starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from db.timeline import LANES_BY, Lanes
from desktop.settings import Settings

MOST_KEPT = 200  # names of lanes


class LaneLayout:
    """Lanes are kept by their names, which outlive their numbers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        by = settings.read("timeline/by", LANES_BY[0])
        self._by: str = by if by in LANES_BY else LANES_BY[0]

    @property
    def by(self) -> str:
        """What lanes are made by: one of `db.timeline.LANES_BY`."""
        return self._by

    def set_by(self, by: str) -> None:
        """Make lanes by something else."""
        self._by = by
        self._settings.write("timeline/by", by)

    def order(self) -> Sequence[str]:
        """The names of the lanes that the user moved, from the top."""
        return _names(self._settings.read(f"timeline/order/{self._by}"))

    def set_order(self, labels: Iterable[str]) -> None:
        """Keep the lanes in this order; those that are not among them stay where they were."""
        there = list(labels)
        given = iter(there)
        order = [next(given) if label in there else label for label in self.order()]
        self._settings.write(f"timeline/order/{self._by}", [*order, *given][:MOST_KEPT])

    def folded(self, lanes: Lanes) -> frozenset[int]:
        """The numbers of the folded lanes."""
        names = set(_names(self._settings.read(f"timeline/folded/{self._by}")))
        return frozenset(number for number, label in enumerate(lanes.labels) if label in names)

    def set_folded(self, label: str, folded: bool) -> None:
        """Fold a lane or unfold it."""
        names = [name for name in _names(self._settings.read(f"timeline/folded/{self._by}")) if name != label]
        self._settings.write(f"timeline/folded/{self._by}", [*names, label][-MOST_KEPT:] if folded else names)


def _names(kept: Any) -> list[str]:
    """What was kept, as far as it is a list of names."""
    return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
