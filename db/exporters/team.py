"""A team as CSV for spreadsheets: a row each person, a column each release, guarded as other exports are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from db.atomic import atomic_write
from db.exporters.delimited import BOM, guard
from db.exporters.tabular import encode
from db.team import Member, Team


def team_csv(team: Team, members: Iterable[Member]) -> bytes:
    """The file's bytes: UTF-8 with a byte-order mark and CRLF. `members` are the rows, in their order."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    text.write(BOM)
    writer.writerow(["person", "native_name", "releases", *(guard(ref.name) for ref in team.releases)])
    for one in members:
        cells = (guard(one.text(at)) for at in range(len(team.releases)))
        writer.writerow([guard(one.person.name), guard(one.native), len(one.work), *cells])
    return encode(text.getvalue())


def write_team(team: Team, members: Iterable[Member], target: Path) -> None:
    """Write the file whole or not at all. Raises WriteError."""
    with atomic_write(target) as file:
        file.write(team_csv(team, members))
