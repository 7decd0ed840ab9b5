"""How speed is measured: two ways to the same answer, timed in turn, compared as a ratio.

The time is that of the processor, so that whoever else uses the machine disturbs little, and the cyclic collector waits
on both sides. Absolute times are printed and never asserted: they say as much about the machine as about the program.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time

RUNS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: times in milliseconds; `limit` is the ratio allowed, None where none is asserted."""

    name: str
    ours: float
    other: float | None = None
    limit: float | None = None
    allowance: float = 0.0
    """Milliseconds allowed beyond the limit, for what does not grow with the data: building and compiling statements."""

    @property
    def ratio(self) -> float:
        """How many times longer ours takes."""
        return self.ours / self.other if self.other else 0.0

    def is_fast(self) -> bool:
        """Whether ours keeps within the limit."""
        return self.limit is None or self.ours <= self.limit * (self.other or 0.0) + self.allowance

    def __str__(self) -> str:
        text = f"{self.name:<58}{self.ours:>10.1f} ms"
        if self.other is not None:
            text += f"{self.other:>10.1f} ms{self.ratio:>8.2f} ×"
        if self.limit is not None:
            text += f"   (at most {self.limit:g} ×{f' and {self.allowance:g} ms' if self.allowance else ''})"
        return text


REPORT: list[Line] = []
"""What was measured in this run, printed at its end."""


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of the processor that the work takes, its result freed afterwards."""
    gc.disable()
    try:
        start = process_time()
        result = work()
        taken = process_time() - start
    finally:
        gc.enable()
    del result
    return 1000 * taken


def compare(
    name: str,
    ours: Callable[[], object],
    other: Callable[[], object],
    limit: float,
    *,
    allowance: float = 0.0,
    runs: int = RUNS,
) -> None:
    """Assert the ratio of the medians of several runs in turn.

    Both have run once when their answers were compared. What is over its limit is measured once more: a disturbed run
    must not fail, a slow program does so twice.
    """
    for _attempt in range(2):
        pairs = [(spent(other), spent(ours)) for _ in range(runs)]
        line = Line(name, median(b for _, b in pairs), median(a for a, _ in pairs), limit, allowance)
        if line.is_fast():
            break
    REPORT.append(line)
    assert line.is_fast(), str(line)
