"""The program's two faces: a command line that needs no Qt, and a window."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop import __main__ as program


def test_subcommands_go_to_the_command_line(monkeypatch):
    monkeypatch.setattr(program, "command_line", lambda arguments: ("ran", arguments))
    assert program.main(["list-fields", "--kind", "release"]) == ("ran", ["list-fields", "--kind", "release"])


@pytest.mark.parametrize(
    ("arguments", "file", "theme"),
    [([], None, None), (["x.db"], "x.db", None), (["--theme", "dark", "x.db"], "x.db", "dark")],
)
def test_else_the_window_opens(monkeypatch, arguments, file, theme):
    opened = []
    monkeypatch.setattr(program, "window", lambda *given: opened.append(given) or 0)
    assert program.main(arguments) == 0
    assert (opened[0][0] and str(opened[0][0]), opened[0][1]) == (file, theme)


def test_a_mistyped_command_makes_no_database(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert program.main(["exprot"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("labline: “exprot” is no file and no command")
    assert len(said.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("module", ["PySide6", "shiboken6"])
def test_the_command_line_needs_no_qt(module):
    code = f"import sys; from desktop.__main__ import main; main(['list-fields']); sys.exit('{module}' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert "params" in done.stdout


@pytest.mark.parametrize(
    "module", ["sqlalchemy", "numpy", "pydantic", "alembic", "db.fields", "desktop.views.releases"]
)
def test_the_window_is_drawn_before_slow_modules_are_loaded(module):
    code = f"""
import sys
from desktop.program import Program, application
app = application()
def opened(self, file):
    app.exit({module!r} in sys.modules)
Program.open = opened
Program(app, "light").start(None)
sys.exit(app.exec())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
