"""A drawing of a few events."""

from __future__ import annotations

import pytest

from tests.desktop.drawing.drawn_events import drawing_of, scene_of, timeline_of
from tests.desktop.drawing.seen_marks import EVENTS


@pytest.fixture
def drawing(qapp):
    return drawing_of(scene_of(timeline_of(EVENTS)))
