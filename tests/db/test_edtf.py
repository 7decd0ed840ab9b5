"""Dates: what each form means, what is refused and how, and what holds for every date."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from collections.abc import Callable

import edtf as oracle
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.edtf import (
    MAX_LENGTH,
    DateError,
    DateSpan,
    Precision,
    Qualifier,
    Relation,
    format_span,
    parse,
    relation,
    span_from_bounds,
)

# EDTF, earliest, latest, precision, as people write it
EDTF_CASES = [
    ("2023-11-02", "2023-11-02", "2023-11-02", "day", "2 Nov 2023"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "day", "29 Feb 2024"),
    ("2024-01", "2024-01-01", "2024-01-31", "month", "Jan 2024"),
    ("2023-02", "2023-02-01", "2023-02-28", "month", "Feb 2023"),
    ("2023", "2023-01-01", "2023-12-31", "year", "2023"),
    ("2021-21", "2021-03-01", "2021-05-31", "season", "Spring 2021"),
    ("2023-22", "2023-06-01", "2023-08-31", "season", "Summer 2023"),
    ("2018-23", "2018-09-01", "2018-11-30", "season", "Autumn 2018"),
    ("2023-24", "2023-12-01", "2024-02-29", "season", "Winter 2023"),
    ("2023-25", "2023-03-01", "2023-05-31", "season", "Northern spring 2023"),
    ("2023-30", "2023-12-01", "2024-02-29", "season", "Southern summer 2023"),
    ("2023-32", "2023-06-01", "2023-08-31", "season", "Southern winter 2023"),
    ("2024-33", "2024-01-01", "2024-03-31", "quarter", "Q1 2024"),
    ("2024-36", "2024-10-01", "2024-12-31", "quarter", "Q4 2024"),
    ("2024-38", "2024-05-01", "2024-08-31", "season", "2nd third of 2024"),
    ("2024-41", "2024-07-01", "2024-12-31", "season", "H2 2024"),
    ("201X", "2010-01-01", "2019-12-31", "decade", "2010s"),
    ("20XX", "2000-01-01", "2099-12-31", "century", "21st century"),
    ("99XX", "9900-01-01", "9999-12-31", "century", "100th century"),
    ("2023-XX", "2023-01-01", "2023-12-31", "year", "2023 (month unknown)"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31", "year", "2023 (month and day unknown)"),
    ("2023-05-XX", "2023-05-01", "2023-05-31", "month", "May 2023 (day unknown)"),
    ("XXXX", None, None, "unknown", "unknown"),
    ("2018/2023", "2018-01-01", "2023-12-31", "interval", "2018 – 2023"),
    ("2025-02-24/2025-02-28", "2025-02-24", "2025-02-28", "interval", "24 – 28 Feb 2025"),
    ("2025-02-24/2025-03-03", "2025-02-24", "2025-03-03", "interval", "24 Feb – 3 Mar 2025"),
    ("2024-12-30/2025-01-02", "2024-12-30", "2025-01-02", "interval", "30 Dec 2024 – 2 Jan 2025"),
    ("2024-01/2024-06", "2024-01-01", "2024-06-30", "interval", "Jan – Jun 2024"),
    ("2024-33/2024-34", "2024-01-01", "2024-06-30", "interval", "Q1 – Q2 2024"),
    ("2018/2019-03", "2018-01-01", "2019-03-31", "interval", "2018 – Mar 2019"),
    ("20XX/2150", "2000-01-01", "2150-12-31", "interval", "21st century – 2150"),
    ("../2017", None, "2017-12-31", "interval", "until 2017"),
    ("../2017-12-31", None, "2017-12-31", "interval", "by 31 Dec 2017"),
    ("/2017", None, "2017-12-31", "interval", "unknown – 2017"),
    ("2021/..", "2021-01-01", None, "interval", "from 2021"),
    ("2021/", "2021-01-01", None, "interval", "2021 – unknown"),
    ("../..", None, None, "interval", "any time"),
    ("Y17000002", None, None, "year", "Y17000002"),
    ("Y-17000002", None, None, "year", "Y-17000002"),
    ("-0044", None, None, "year", "-0044"),
    ("-0044-03-15", None, None, "day", "15 Mar -0044"),
    ("0000", None, None, "year", "0000"),
    ("-0044/2020", None, "2020-12-31", "interval", "-0044 – 2020"),
    ("9999-24", "9999-12-01", None, "season", "Winter 9999"),
    ("2015~", "2015-01-01", "2015-12-31", "year", "about 2015"),
    ("2015?", "2015-01-01", "2015-12-31", "year", "2015 (uncertain)"),
    ("2015-03%", "2015-03-01", "2015-03-31", "month", "about Mar 2015 (uncertain)"),
    ("2023-XX-XX%", "2023-01-01", "2023-12-31", "year", "about 2023 (month and day unknown) (uncertain)"),
    ("2018~/2020?", "2018-01-01", "2020-12-31", "interval", "about 2018 – 2020 (uncertain)"),
    ("2018~/..", "2018-01-01", None, "interval", "from about 2018"),
]

ENGLISH_CASES = [
    ("Nov 2, 2023", "2023-11-02"),
    ("November 2, 2023", "2023-11-02"),
    ("2 November 2023", "2023-11-02"),
    ("2 Nov 2023", "2023-11-02"),
    ("2nd  november,2023 ", "2023-11-02"),
    ("the 2nd of November 2023", "2023-11-02"),
    ("02-Nov-2023", "2023-11-02"),
    ("2023 Nov 2", "2023-11-02"),
    ("2023/11/2", "2023-11-02"),
    ("2023-11-2", "2023-11-02"),
    ("2023年11月2日", "2023-11-02"),
    ("2023年11月", "2023-11"),
    ("2023-11-02T08:15:00.000Z", "2023-11-02"),
    ("2023-11-02 08:15:00+08:00", "2023-11-02"),
    ("Jan 2024", "2024-01"),
    ("JANUARY, 2024", "2024-01"),
    ("Jan-2024", "2024-01"),
    ("Jan. 10, 2025", "2025-01-10"),
    ("Sept 2024", "2024-09"),
    ("May 2024", "2024-05"),
    ("in 2023", "2023"),
    (" 2023 ", "2023"),
    ("Y2023", "2023"),
    ("201x", "201X"),
    ("Summer 2023", "2023-22"),
    ("summer of 2023", "2023-22"),
    ("Fall 2023", "2023-23"),
    ("Q2 2024", "2024-34"),
    ("2024 Q2", "2024-34"),
    ("2024-Q2", "2024-34"),
    ("2nd quarter of 2024", "2024-34"),
    ("the second quarter of 2024", "2024-34"),
    ("H1 2024", "2024-40"),
    ("second half of 2024", "2024-41"),
    ("first third of 2024", "2024-37"),
    ("2010s", "201X"),
    ("the 2010's", "201X"),
    ("late 21st century", "20XX~"),
    ("by the end of 2017", "../2017-12-31"),
    ("until the end of February 2024", "../2024-02-29"),
    ("before the end of Q2 2024", "../2024-06-30"),
    ("by 27 January 2025", "../2025-01-27"),
    ("no later than 2019", "../2019"),
    ("up to 2019", "../2019"),
    ("2019 or earlier", "../2019"),
    ("before 2019", "../2018"),
    ("before January 2024", "../2023-12"),
    ("before 1 March 2024", "../2024-02-29"),
    ("before Q1 2024", "../2023-36"),
    ("before the 2010s", "../200X"),
    ("before summer 2023", "../2023-05-31"),
    ("before about 2019", "../2018~"),
    ("after 2019", "2020/.."),
    ("after December 2023", "2024-01/.."),
    ("after 31 Dec 2023", "2024-01-01/.."),
    ("after 9999", "Y10000/.."),
    ("since 2021", "2021/.."),
    ("from Jan 2021", "2021-01/.."),
    ("2021+", "2021/.."),
    ("2021 onwards", "2021/.."),
    ("2021-", "2021/.."),
    ("2021–", "2021/.."),
    ("2021–present", "2021/.."),
    ("2021 to now", "2021/.."),
    ("until 2017", "../2017"),
    ("from 2019 to 2023", "2019/2023"),
    ("between 2019 and 2023", "2019/2023"),
    ("2019–2022", "2019/2022"),
    ("2018-2023", "2018/2023"),
    ("2018 / 2023", "2018/2023"),
    ("2018–?", "2018/"),
    ("unknown – 2018", "/2018"),
    ("Jan 2023 - May 2024", "2023-01/2024-05"),
    ("Jan 2023-May 2024", "2023-01/2024-05"),
    ("Jan–Mar 2024", "2024-01/2024-03"),
    ("Jan-Mar 2024", "2024-01/2024-03"),
    ("2024-01-05 - 2024-03-01", "2024-01-05/2024-03-01"),
    ("2024-01 to 2024-06", "2024-01/2024-06"),
    ("from 2023-XX to 2024", "2023-XX/2024"),
    ("February 24-28, 2025", "2025-02-24/2025-02-28"),
    ("24–28 February 2025", "2025-02-24/2025-02-28"),
    ("Feb 24 – Mar 3, 2025", "2025-02-24/2025-03-03"),
    ("2010s–2020s", "201X/202X"),
    ("about 2015", "2015~"),
    ("circa 2015", "2015~"),
    ("c. 2015", "2015~"),
    ("c2015", "2015~"),
    ("around March 2015", "2015-03~"),
    ("~2015", "2015~"),
    ("2015?~", "2015%"),
    ("probably 2015", "2015?"),
    ("probably about 2015", "2015%"),
    ("early January 2025", "2025-01~"),
    ("mid-January 2025", "2025-01~"),
    ("late 2024", "2024~"),
    ("mid to late 2024", "2024~"),
    ("by early 2024", "../2024~"),
    ("unknown", "XXXX"),
    ("n.d.", "XXXX"),
    ("−0044", "-0044"),
]

# what the message must say
ERROR_CASES = [
    ("", "empty"),
    (" \t", "empty"),
    ("x" * (MAX_LENGTH + 1), "at most 100 characters"),
    ("03/04/2024", "2024-03-04 or 4 Mar 2024, or else 2024-04-03 or 3 Apr 2024"),
    ("03-04-2024", "not clear which number is the month"),
    ("25/12/2024", "write 2024-12-25 or 25 Dec 2024"),
    ("13.13.2024", "no such month"),
    ("03/04/24", "year is not clear"),
    ("2023-02-30", "February 2023 has no day 30; write 01 to 28"),
    ("30 Feb 2023", "February 2023 has no day 30"),
    ("2023-02-29", "no day 29"),
    ("1900-02-29", "no day 29"),
    ("2023-05-00", "no day 0"),
    ("2023-13", "no month 13"),
    ("2023-00", "no month 00"),
    ("2018-19", "for two years 2018/2019"),
    ("2018-42", "no month 42"),
    ("2018–23", "write 2018/2023 for two years, 2018-23 for part of one"),
    ("2018/23", "write 2018/2023"),
    ("20240304", "write 2024-03-04"),
    ("12024", "write 2023, or Y12023"),
    ("2023-22-01", "takes no day"),
    ("2023-XX-05", "a day needs its month"),
    ("2023-1X", "X stands for unknown last digits only"),
    ("2X23", "X stands for unknown last digits only"),
    ("201X-05", "takes no month"),
    ("XXXX-12", "takes no month"),
    ("-0000", "no year -0000"),
    ("Y17000002-05", "takes no month"),
    ("Y1234567890123", "at most 12 digits"),
    ("2023/2022", "ends before it starts; write 2022/2023"),
    ("May 2024 to Jan 2024", "write 2024-01/2024-05"),
    ("/", "an interval needs a date"),
    ("../", "an interval needs a date"),
    ("by unknown", "not understood"),
    ("before unknown", "not understood"),
    ("before XXXX", "no before or after"),
    ("2 Nov", "no year of four digits"),
    ("Jan 24", "no year of four digits"),
    ("Q5 2024", "1 to 4"),
    ("H3 2024", "1 to 2"),
    ("0th century", "no year of four digits"),
    ("2 Foo 2024", "“foo” is not a month"),
    ("Southern May 2024", "“may” is not a month"),
    ("2018 – 2019 – 2020", "not understood"),
    ("[2023, 2024]", "not understood"),
    ("soon", "not understood as a date; write for example 2024-03-04"),
    ("2024-03-04T25:00:00", "not understood"),
    ("２０２４", "not understood"),
    ("a\x00b\u202e", "“a�b�”"),
]


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "written"), EDTF_CASES)
def test_edtf(text: str, earliest: str | None, latest: str | None, precision: str, written: str) -> None:
    span = parse(text)
    assert (span.text, span.edtf) == (text, text)
    assert (span.earliest, span.latest) == (_day(earliest), _day(latest))
    assert span.precision is Precision(precision)
    assert format_span(span) == written
    assert parse(written).edtf == text


@pytest.mark.parametrize(("text", "edtf"), ENGLISH_CASES)
def test_english(text: str, edtf: str) -> None:
    span = parse(text)
    assert span.text == text
    assert span.edtf == edtf
    assert parse(format_span(span)).edtf == edtf


@pytest.mark.parametrize(("text", "message"), ERROR_CASES)
def test_errors(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("2015", ""), ("2015?", "?"), ("2015~", "~"), ("2015%", "%"), ("2015?/2016", "?"), ("2015?/2016~", "%")],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    assert parse(text).qualifier is Qualifier(qualifier)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2025-01-20", "20 January 2025", "same"),
        ("2024-01", "2024-01-01/2024-01-31", "same"),
        ("2023", "2023-XX", "same"),
        ("2015~", "2015~", "same"),
        ("../2017", "until 31 Dec 2017", "same"),
        ("unknown", "XXXX", "same"),
        ("January 2025", "20 January 2025", "refines"),
        ("2015~", "2015", "refines"),
        ("late 2024", "26 December 2024", "refines"),
        ("by the end of 2017", "March 2016", "refines"),
        ("since 2021", "2023", "refines"),
        ("unknown", "2023", "refines"),
        ("2018/2020", "2019/2022", "overlaps"),
        ("../2020", "2019/..", "overlaps"),
        ("about 2024", "January 2025", "overlaps"),
        ("about 2024", "2023", "overlaps"),
        ("about March 2024", "2024-04-30", "overlaps"),
        ("2024-03-04~", "2024-03-05", "overlaps"),
        ("201X~", "2005", "overlaps"),
        ("2018/2020~", "2021", "overlaps"),
        ("Summer 2023", "10 September 2023", "overlaps"),
        ("2024", "January 2025", "disjoint"),
        ("2024?", "2025", "disjoint"),
        ("about 2024", "2026", "disjoint"),
        ("about March 2024", "2024-05-01", "disjoint"),
        ("2024-03-04~", "2024-03-06", "disjoint"),
        ("201X~", "1999", "disjoint"),
        ("2018~/2020", "2021", "disjoint"),
        ("Summer 2023", "December 2023", "disjoint"),
        ("Q2 2024", "July 2024", "disjoint"),
        ("before 2019", "2019", "disjoint"),
        ("-0044", "-0043", "disjoint"),
        ("Y17000002", "2024", "disjoint"),
    ],
)
def test_relation(one: str, two: str, expected: str) -> None:
    assert relation(parse(one), parse(two)) is Relation(expected)
    assert relation(parse(two), parse(one)) is Relation(expected)


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        ("2024-03-04", "2024-03-04", "2024-03-04"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"),
        ("2024-04-01", "2024-06-30", "2024-34"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2020-01-01", "2024-12-31", "2020/2024"),
        ("2024-01-01", "2024-06-30", "2024-01/2024-06"),
        ("2024-01-01", "2024-06-29", "2024-01-01/2024-06-29"),
        (None, "2017-12-31", "../2017"),
        (None, "2017-11-30", "../2017-11"),
        (None, "2017-11-29", "../2017-11-29"),
        ("2021-01-01", None, "2021/.."),
        ("2021-02-01", None, "2021-02/.."),
        ("2021-02-03", None, "2021-02-03/.."),
        (None, None, "../.."),
    ],
)
def test_span_from_bounds(earliest: str | None, latest: str | None, edtf: str) -> None:
    span = span_from_bounds(_day(earliest), _day(latest))
    assert span == parse(edtf)
    assert (span.earliest, span.latest) == (_day(earliest), _day(latest))


def test_span_from_bounds_refuses_reversed_bounds() -> None:
    with pytest.raises(DateError, match="ends before it starts; write 2023-01-01/2024-01-01"):
        span_from_bounds(datetime.date(2024, 1, 1), datetime.date(2023, 1, 1))


# --- what holds for every date

days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
years = st.integers(0, 9999).map("{:04d}".format)
qualifiers = st.sampled_from(["", "", "?", "~", "%"])
level_1 = st.one_of(
    days.map(datetime.date.isoformat),
    st.tuples(years, st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02d}"),
    st.tuples(years, st.integers(21, 24)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    years,
    years.map(lambda year: f"{year[:3]}X"),
    years.map(lambda year: f"{year[:2]}XX"),
    years.map(lambda year: f"{year}-XX"),
    years.map(lambda year: f"{year}-XX-XX"),
    days.map(lambda day: f"{day:%Y-%m}-XX".rjust(10, "0")),
)
other_terms = st.one_of(
    st.tuples(years, st.integers(25, 41)).map(lambda pair: f"{pair[0]}-{pair[1]}"),
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(10_000, 10**12 - 1).map("Y{}".format),
    st.integers(10_000, 10**12 - 1).map("Y-{}".format),
)
terms = st.builds(str.__add__, level_1 | other_terms, qualifiers)
ends = terms | st.sampled_from(["", ".."])
recent = st.builds(
    "{}-{:02d}-{:02d}".format, st.integers(2023, 2025), st.integers(1, 12), st.integers(1, 28)
)  # so that ends of an interval often share a year or a month
spans_text = terms | st.builds("{}/{}".format, ends, ends) | st.builds("{}/{}".format, recent, recent)


def _span_or_none(text: str) -> DateSpan | None:
    try:
        return parse(text)
    except DateError as error:
        assert "interval" in str(error)
        return None


@given(spans_text)
@example("2024-37/2024-38")
@example("Y-999999999999%/Y999999999999%")
@example("-9999-XX-XX%/-9998-XX-XX%")
def test_canonical_edtf_is_stable_and_survives_writing(text: str) -> None:
    span = _span_or_none(text)
    if span is None:
        return
    assert span.edtf == text
    written = format_span(span)
    assert len(written) <= MAX_LENGTH
    again = parse(written)
    assert (again.edtf, again.earliest, again.latest) == (span.edtf, span.earliest, span.latest)
    assert (again.precision, again.qualifier) == (span.precision, span.qualifier)


@given(spans_text)
def test_earliest_is_not_after_latest(text: str) -> None:
    span = _span_or_none(text)
    if span and span.earliest and span.latest:
        assert span.earliest <= span.latest


@given(spans_text, spans_text)
def test_relation_is_symmetric_and_holds_with_itself(one: str, two: str) -> None:
    a, b = _span_or_none(one), _span_or_none(two)
    if a and b:
        assert relation(a, b) is relation(b, a)
        assert relation(a, a) is Relation.SAME


@given(days)
def test_a_day_lies_in_its_month_quarter_year_decade_and_century(day: datetime.date) -> None:
    year = f"{day.year:04d}"
    assert parse(day.isoformat()).earliest == parse(day.isoformat()).latest == day
    quarter = 33 + (day.month - 1) // 3
    for wider in (f"{year}-{day.month:02d}", f"{year}-{quarter}", year, f"{year[:3]}X", f"{year[:2]}XX"):
        span = parse(wider)
        assert (span.earliest or datetime.date.min) <= day <= (span.latest or datetime.date.max)
        assert relation(span, parse(day.isoformat())) is Relation.REFINES


@given(st.none() | days, st.none() | days)
def test_span_from_bounds_keeps_the_bounds(one: datetime.date | None, two: datetime.date | None) -> None:
    earliest, latest = (min(one, two), max(one, two)) if one and two else (one, two)
    span = span_from_bounds(earliest, latest)
    assert (span.earliest, span.latest, span.qualifier) == (earliest, latest, Qualifier.EXACT)


WORDS = " ".join(
    (
        "by before after until since from between and to of the end early mid late about c. circa unknown now",
        "2023 24 1 31 2nd Jan February Sept summer southern Q2 H1 half quarter 2010s 21st century 2024-05 201X Y20000",
        "- – / .. . , ? ~ % + X ( ) (uncertain) (month unknown) 年 月 日 T12:00 0000 -0001 9999-12-31 XXXX",
    )
).split()
date_like = st.lists(st.sampled_from(WORDS), max_size=7).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)


@given(st.text(max_size=120) | st.text("0123456789-/.XYxy?~% –", max_size=30) | date_like)
@example("\ud800")
@example("İ" * MAX_LENGTH)
@example("Y" + "9" * 99)
@example("after Y999999999999")
@example("²⁰²⁴-٠١-٠١")
def test_parse_raises_nothing_but_date_error(text: str) -> None:
    try:
        span = parse(text)
    except DateError:
        return
    assert span.text == text
    again = parse(span.edtf)
    assert again.edtf == span.edtf
    assert (again.earliest, again.latest) == (span.earliest, span.latest)
    assert parse(format_span(span)).edtf == span.edtf


# --- an independent reading of the same standard


def _oracle_day(value: object) -> tuple[int, ...] | None:
    return tuple(value[:3]) if isinstance(value, time.struct_time) else None


def _ours(day: datetime.date | None) -> tuple[int, ...] | None:
    return (day.year, day.month, day.day) if day else None


qualified = st.builds(str.__add__, days.map(datetime.date.isoformat) | years, qualifiers)


@given(level_1 | qualified)
def test_bounds_of_one_date_agree_with_the_edtf_library(text: str) -> None:
    span, theirs = parse(text), oracle.parse_edtf(text)
    if span.earliest:
        assert _ours(span.earliest) == _oracle_day(theirs.lower_strict())
    if span.latest and "-24" not in text:  # the library ends winter on 31 December, for the sake of sorting
        assert _ours(span.latest) == _oracle_day(theirs.upper_strict())


simple = st.one_of(
    st.dates(datetime.date(1000, 1, 1)).map(datetime.date.isoformat),
    st.integers(1000, 9999).map(str),
    st.builds("{}-{:02d}".format, st.integers(1000, 9999), st.integers(1, 12)),
)


@given(simple | st.just(".."), simple | st.just(".."))
def test_bounds_of_intervals_agree_with_the_edtf_library(start: str, end: str) -> None:
    span = _span_or_none(f"{start}/{end}")
    if span is None or start == end == "..":
        return
    theirs = oracle.parse_edtf(f"{start}/{end}")
    assert _ours(span.earliest) == _oracle_day(theirs.lower_strict())
    assert _ours(span.latest) == _oracle_day(theirs.upper_strict())


# --- cost


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
