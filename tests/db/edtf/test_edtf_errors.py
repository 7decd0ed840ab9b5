"""What is no date is refused, with words that say how to write it."""

from __future__ import annotations

import pytest

from db.edtf import MAX_LENGTH, DateError, parse

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


@pytest.mark.parametrize(("text", "message"), ERROR_CASES)
def test_errors(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 250
