"""Which edit would be undone next, and which redone, by what the log says of edits and their undoing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from db import models as m
from db.undo import UNDONE


@dataclass(frozen=True, slots=True)
class Step:
    """An edit to reverse by `undo`, and what the edit is called that it did, or undid, in the beginning."""

    edit_id: int
    label: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The next step back and the next forward, where there is one."""

    undo: Step | None = None
    redo: Step | None = None


def newest(conn: Connection) -> int:
    """The number of the newest edit; 0 where there is none."""
    return conn.scalar(select(func.coalesce(func.max(m.edit.c.id), 0))) or 0


def steps(conn: Connection, since: int) -> Steps:
    """What can be undone and redone of the edits after `since`. An edit of another sort ends what could be redone."""
    e, log = m.edit.c, m.change.c
    marked = select(log.edit_id, log.row_id).where(
        log.edit_id > since, log.table_name == m.edit.name, log.field == UNDONE
    )
    undone: dict[int, int] = {by: int(row) for by, row in conn.execute(marked)}
    back: list[Step] = []
    forward: list[Step] = []
    for id_, label in conn.execute(select(e.id, e.label).where(e.id > since).order_by(e.id)):
        before = undone.get(id_)
        if before is None:
            back.append(Step(id_, label))
            forward.clear()
        elif (step := _taken(back, before)) is not None:
            forward.append(Step(id_, step.label))
        elif (step := _taken(forward, before)) is not None:
            back.append(Step(id_, step.label))
    return Steps(back[-1] if back else None, forward[-1] if forward else None)


def _taken(steps: list[Step], edit_id: int) -> Step | None:
    """Take the step out that reverses this edit."""
    for place in reversed(range(len(steps))):
        if steps[place].edit_id == edit_id:
            return steps.pop(place)
    return None
