"""Scalars stay as written; hostile or mistaken files end in an error with a line, never in a crash."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from db import bounded_yaml
from db.bounded_yaml import Mapping, YamlError, load

CASES = [
    ("a: 001\nb: 2024-05-06\nc: yes\nd: 1e5\ne: NO\nf: 671B\ng: ~\nh: null", {"a": "001", "b": "2024-05-06", "c": "yes", "d": "1e5", "e": "NO", "f": "671B", "g": "~", "h": "null"}),
    ("a:\nb: ''", {"a": None, "b": ""}),
    ("\ufeffa: b", {"a": "b"}),
    ("a: |-\n  x\n\n  y", {"a": "x\n\ny"}),
    ("- [1, {b: c}]", [["1", {"b": "c"}]]),
    ("", None),
    ("# only a comment", None),
    ("a: 梁文锋 😀", {"a": "梁文锋 😀"}),
    ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
]  # fmt: skip
MISTAKES = [
    (b"a: 1\nb: 2\na: 3", 3, "“a” stands twice, first on line 1"),
    (b"a:\n\tb: 1", 2, "tab"),
    (b"a: &x 1", 1, "the anchor &x"),
    (b"a: 1\nb: *x", 2, "the alias *x"),
    (b"a: !!python/object:os.system x", 1, "the tag tag:yaml.org,2002:python/object:os.system"),
    (b"a\n---\nb", 2, "second document"),
    (b"a: 1\nb: \xff", 2, "not UTF-8"),
    ("a: b".encode("utf-16"), 1, "not UTF-8"),
    (b"a: 1\nb: \x00", 2, "U+0000"),
    (b'a: 1\nb: "\\0"', 2, "U+0000"),
    (b"a: 1\r\nb: \x1b", 2, "U+001B"),
    (b"a: 'x", 1, "not YAML"),
    (b"x: 1\na: b: c", 2, "not YAML"),
    (b"? [a]\n: b", 1, "a key must be a text"),
    (b"[" * 21, 1, "nested more than 20"),
    (b"\n".join(b" " * depth + b"a:" for depth in range(25)), 21, "nested more than 20"),
]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    return str(request.param)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_values_stay_as_written(parser: str, text: str, expected: object) -> None:
    assert load(text.encode()) == expected


@pytest.mark.parametrize(("data", "line", "words"), MISTAKES)
def test_mistakes_name_the_line(parser: str, data: bytes, line: int, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        load(data)
    assert caught.value.line == line
    assert words in str(caught.value)


def test_lines_of_keys_and_items() -> None:
    loaded = load(b"a:\n  - x\n\n  - b: 1\n    c: 2\n")
    assert isinstance(loaded, Mapping)
    assert loaded.lines == {"a": 1}
    assert loaded["a"].lines == [2, 4]
    assert loaded["a"][1].lines == {"b": 4, "c": 5}


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_yaml, "MAX_VALUES", 3)
    assert load(b"[1, 2]") == ["1", "2"]
    with pytest.raises(YamlError, match="more than 3 values"):
        load(b"[1, 2, 3]")
    monkeypatch.setattr(bounded_yaml, "MAX_BYTES", 5)
    with pytest.raises(YamlError, match="larger than"):
        load(b"[1, 2]")


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[\n", "- - "])
def test_deep_nesting_ends_in_an_error_not_in_a_crash(unit: str) -> None:
    """In a process of its own, since what is feared is the end of the process."""
    code = f"from db.bounded_yaml import load, YamlError\ntry: load(({unit!r} * 200_000).encode())\nexcept YamlError: print('refused')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.returncode) == ("refused\n", 0), done.stderr
