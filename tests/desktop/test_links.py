"""Links as text: they say what they said, and a hostile one is explained and does nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.filters import parse
from desktop.links import LONGEST, ZOOMED, EntityLink, LinkError, ViewLink, is_link, read_link
from desktop.perspectives import PERSPECTIVES
from tests.db.filter_specs import SPECS

SLUGS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,199}", fullmatch=True)
DAYS = st.integers(date(2, 1, 1).toordinal(), date(9998, 1, 1).toordinal())
SPANS = st.tuples(DAYS, st.integers(1, 5000)).map(lambda pair: (float(pair[0]), float(pair[0] + pair[1])))
VIEWS = st.builds(
    ViewLink,
    SPECS,
    st.sampled_from(["", *(record.name for record in PERSPECTIVES)]),
    st.dictionaries(st.sampled_from(ZOOMED), SPANS),
)


@pytest.mark.parametrize(
    ("link", "text"),
    [
        (EntityLink("deepseek-v3"), "labline:entity/deepseek-v3"),
        (ViewLink(parse("")), "labline:view?"),
        (ViewLink(parse("params:>100B open:yes"), "timeline"),
         "labline:view?filter=params:%3E100B%20open:yes&perspective=timeline"),
        (ViewLink(parse("梁文锋")), "labline:view?filter=%E6%A2%81%E6%96%87%E9%94%8B"),
        (ViewLink(parse(""), "", {"timeline": (738886.0, 738917.0)}),
         "labline:view?zoom=timeline:2024-01-01..2024-01-31"),
    ],
)  # fmt: skip
def test_links_are_written_so_that_people_can_read_them(link, text):
    assert str(link) == text
    assert read_link(text) == link


@given(st.builds(EntityLink, SLUGS) | VIEWS)
def test_what_is_written_is_read_again(link):
    text = str(link)
    assert is_link(text)
    assert text.isascii()
    if len(text) <= LONGEST:
        assert read_link(text) == link


@given(st.floats(700_000, 760_000), st.floats(0.01, 4000))
def test_a_zoom_comes_back_with_at_least_its_days_and_no_more_than_whole_ones(first, length):
    link = ViewLink(parse(""), "", {"timeline": (first, first + length)})
    low, high = read_link(str(link)).zooms["timeline"]
    assert first - 1 < low <= first
    assert first + length <= high < first + length + 1


@pytest.mark.parametrize(
    "text",
    [
        "labline:entity/deepseek-v3", "LABLINE:entity/deepseek-v3", "labline://entity/deepseek-v3",
    ],
)  # fmt: skip
def test_ways_to_write_the_scheme(text):
    assert read_link(text) == EntityLink("deepseek-v3")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "begins with"),
        ("http://entity/a", "begins with"),
        ("labline:", "leads to"),
        ("labline:entity", "leads to"),
        ("labline:entity/", "names no entity"),
        ("labline:entity/A", "names no entity"),
        ("labline:entity/../../etc/passwd", "names no entity"),
        ("labline:entity/a%00", "names no entity"),
        ("labline:entity/a\n", "names no entity"),
        ("labline:entity/a?filter=x", "leads to"),
        ("labline:entity/" + "a" * 201, "names no entity"),
        ("labline:file///etc/passwd", "leads to"),
        ("labline:--theme=dark", "leads to"),
        ("labline:view?filter", "cannot be read"),
        ("labline:view?filter=%FF", "cannot be read"),
        ("labline:view?" + "&".join("zoom=x" for _ in range(99)), "cannot be read"),
        ("labline:view?filter=parms:7B", "params"),
        ("labline:view?filter=a%00", "no text has"),
        ("labline:view?perspective=nonsense", "does not know: perspective"),
        ("labline:view?run=rm", "does not know: run"),
        ("labline:view?zoom=timeline:2024-13-01..2024-14-01", "zoom is wrong"),
        ("labline:view?zoom=timeline:2025-01-01..2024-01-01", "zoom is wrong"),
        ("labline:view?zoom=window:2024-01-01..2025-01-01", "zoom is wrong"),
        ("labline:view?filter=" + "a" * LONGEST, "longer than"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(text, said):
    with pytest.raises(LinkError, match=said):
        read_link(text)


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "entity/",
                "view",
                "?",
                "filter=",
                "&",
                "zoom=timeline:",
                "2024-01-01",
                "..",
                "%",
                "%00",
                "+",
                "=",
                "a",
                "/",
            ]
        )
    ).map("".join)
)
def test_any_text_is_read_or_explained(text):
    try:
        link = read_link("labline:" + text)
    except LinkError as error:
        assert str(error)
    else:
        assert read_link(str(link)) == link


@given(st.text(max_size=20))
def test_only_the_scheme_makes_a_link(text):
    assert is_link(text) == text.lower().startswith("labline:")
