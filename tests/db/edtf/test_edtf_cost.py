"""What dates cost: the standard library alone, and little more time than the dates of Python."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from db.edtf import parse


def test_importing_needs_the_standard_library_alone() -> None:
    code = "import sys, db.edtf; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # -S would hide what an editable install imports at start, so compare with what a bare interpreter holds
    bare = subprocess.run(
        [sys.executable, "-c", code.replace(", db.edtf", "")], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) - set(bare.stdout.split()) - set(sys.stdlib_module_names) == {"db"}


@pytest.mark.bench
def test_reading_iso_days_costs_little_more_than_their_dates() -> None:
    first = datetime.date(1990, 1, 1)
    texts = [(first + datetime.timedelta(number)).isoformat() for number in range(20_000)]
    bare = min(_seconds(datetime.date.fromisoformat, texts) for _ in range(5))
    ours = min(_seconds(parse, texts) for _ in range(5))
    assert ours < 60 * bare  # 11 measured, 34 on a busy machine; about 80 would be 100,000 a second


def _seconds(read: Callable[[str], object], texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start
