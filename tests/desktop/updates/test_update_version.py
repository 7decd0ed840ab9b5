"""Versions and the file that names the newest."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.updates.version import UpdateError, Version, newer, read_published

PAGE = "https://example.org/download"

ASCENDING = [
    "0.0.9", "0.1.0-1", "0.1.0-2", "0.1.0-10", "0.1.0-alpha", "0.1.0-alpha.1", "0.1.0-alpha.beta", "0.1.0-beta.2",
    "0.1.0-beta.11", "0.1.0-rc.1", "0.1.0", "0.1.1", "0.9.0", "0.10.0", "1.0.0", "9.0.0", "10.0.0",
]  # fmt: skip


@pytest.mark.parametrize(("low", "high"), [(a, b) for i, a in enumerate(ASCENDING) for b in ASCENDING[i + 1 :]])
def test_versions_are_ordered_as_semantic_versioning_says(low, high):
    assert Version.read(low) < Version.read(high)
    assert not Version.read(high) < Version.read(low)


@pytest.mark.parametrize(("one", "other"), [("1.0.0+a", "1.0.0+b"), ("1.0.0+20260101", "1.0.0"), ("0.1.0", "0.1.0")])
def test_a_build_is_no_version_of_its_own(one, other):
    assert Version.read(one) == Version.read(other)


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.2", "1.2.3.4", "v1.2.3", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3 ", " 1.2.3", "1.2.3\n", "١.٢.٣", "a.b.c",
     "-1.0.0", "1.0.0-ä", "1.0.0+", "9" * 65, "1.0.0-" + "a" * 64, "1" * 20 + ".0.0"],
)  # fmt: skip
def test_what_is_no_version_is_refused(text):
    with pytest.raises(ValueError, match=r"no version"):
        Version.read(text)


@given(st.tuples(*[st.integers(0, 999)] * 3), st.tuples(*[st.integers(0, 999)] * 3))
def test_numbers_compare_as_numbers(one, other):
    texts = [".".join(map(str, numbers)) for numbers in (one, other)]
    assert (Version.read(texts[0]) < Version.read(texts[1])) == (one < other)
    assert str(Version.read(texts[0])) == texts[0]


@pytest.mark.parametrize(
    ("published", "own", "is_newer"),
    [("0.2.0", "0.1.0", True), ("0.1.0", "0.1.0", False), ("0.0.9", "0.1.0", False), ("0.10.0", "0.9.0", True),
     ("0.2.0-rc.1", "0.1.0", True), ("0.2.0", "0.2.0-rc.1", True), ("0.2.0+7", "0.2.0", False)],
)  # fmt: skip
def test_newer(published, own, is_newer):
    found = read_published(json.dumps({"version": published, "page": PAGE}).encode())
    assert newer(found, own) is is_newer


@pytest.mark.parametrize("own", ["", "(not installed)", "dev"])
def test_without_a_version_of_our_own_nothing_is_newer(own):
    with pytest.raises(UpdateError, match="does not know its own version"):
        newer(read_published(json.dumps({"version": "1.0.0", "page": PAGE}).encode()), own)


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b"{}", b"1", b"not json", b"\xff\xfe", b'{"version": "1.0.0"}', b'{"version": 1, "page": 2}',
     b'{"version": "one", "page": "https://example.org"}', b"[" * 5000, b'{"version": ["1.0.0"], "page": "https://e.org"}'],
)  # fmt: skip
def test_what_is_no_version_file_is_refused(content):
    with pytest.raises(UpdateError, match="no version file"):
        read_published(content)


@pytest.mark.parametrize(
    "page",
    ["", "http://example.org", "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///x", "example.org",
     "https://example.org/a b", "https://exаmple.org", "https://example.org/\n", "https://e.org/" + "a" * 500, "//e.org"],
)  # fmt: skip
def test_a_page_that_is_not_safe_is_refused(page):
    with pytest.raises(UpdateError, match="no safe page"):
        read_published(json.dumps({"version": "1.0.0", "page": page}).encode())


def test_what_else_the_file_has_does_not_matter():
    said = {"version": "1.0.0", "page": PAGE, "notes": ["…"], "sha256": {}}
    assert read_published(json.dumps(said).encode()).page == PAGE
