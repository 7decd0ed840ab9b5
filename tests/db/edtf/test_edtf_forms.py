"""Dates in EDTF: what each form means, how people would write it, and the date that two bounds make."""

from __future__ import annotations

import datetime

import pytest

from db.edtf import DateError, Precision, Qualifier, format_span, parse, span_from_bounds

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


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("2015", ""), ("2015?", "?"), ("2015~", "~"), ("2015%", "%"), ("2015?/2016", "?"), ("2015?/2016~", "%")],
)
def test_qualifiers(text: str, qualifier: str) -> None:
    assert parse(text).qualifier is Qualifier(qualifier)


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
