"""The query language as text, as JSON and as it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.clauses import AnyOf, Disagrees, Has, Is, Lineage, Range, Words, number_text
from db.filters import FilterSpec, QueryError, Typing, complete, parse
from db.listings import FieldType
from db.query_keys import Family, family_of, filter_keys, fixed_values
from db.query_text import MAX_CLAUSES, MAX_LENGTH
from tests.db.filter_specs import NUMBERS, SPECS

READ = [
    ("", ()),
    ("   ", ()),
    ("deepseek", (Words("deepseek"),)),
    ('"latent attention" -vl', (Words("latent attention", phrase=True), Words("vl", negated=True))),
    ('-"a \\"b\\" \\\\ c"', (Words('a "b" \\ c', phrase=True, negated=True),)),
    ("梁文锋 o1", (Words("梁文锋"), Words("o1"))),
    ("org:DeepSeek,Meta", (AnyOf("org", ("DeepSeek", "Meta")),)),
    ("ORGANISATION:Meta", (AnyOf("org", ("Meta",)),)),
    ("-licence:MIT", (AnyOf("license", ("MIT",), negated=True),)),
    ('license:?,"?"', (AnyOf("license", ("", "?")),)),
    ("org:Meta,Meta", (AnyOf("org", ("Meta",)),)),
    ('person:"Luo Fuli","x,y"', (AnyOf("person", ("Luo Fuli", "x,y")),)),
    ("person:“Luo Fuli”", (AnyOf("person", ("Luo Fuli",)),)),
    ("open:yes", (AnyOf("open", ("yes",)),)),
    ("open_weights:No,unknown", (AnyOf("open", ("no", "")),)),
    ("params:>=7B", (Range("params", 7e9),)),
    ("params:7B..", (Range("params", 7e9),)),
    ("params:..70B", (Range("params", None, 7e10),)),
    ("parameters:7B..70B", (Range("params", 7e9, 7e10),)),
    ("active:<40B", (Range("active", None, 4e10, high_open=True),)),
    ("params:>7B..<70B", (Range("params", 7e9, 7e10, low_open=True, high_open=True),)),
    ("params:7B", (Range("params", 7e9, 7e9),)),
    ("-params:?", (AnyOf("params", ("",), negated=True),)),
    ("params:1.5e25", (Range("params", 1.5e25, 1.5e25),)),
    ("date:2024", (Range("date", "2024", "2024"),)),
    ("date:2024-01..2024-06", (Range("date", "2024-01", "2024-06"),)),
    ("date:2024-01/2024-06", (Range("date", "2024-01", "2024-06"),)),
    ('date:"Jan 2024".."2 Nov 2024"', (Range("date", "2024-01", "2024-11-02"),)),
    ('date:"until 2017"', (Range("date", None, "2017"),)),
    ("date:>=2024-03", (Range("date", "2024-03"),)),
    ("date:>2024-03", (Range("date", "2024-03", low_open=True),)),
    ("date:unknown", (AnyOf("date", ("",)),)),
    ("year:2024", (Range("date", "2024", "2024"),)),
    ("has:paper -has:benchmark", (Has("paper"), Has("benchmark", negated=True))),
    ("has:licence", (Has("license"),)),
    ("is:inferred -is:disputed", (Is("inferred"), Is("disputed", negated=True))),
    ("disagrees:date disagrees:any", (Disagrees("date"), Disagrees("any"))),
    ("descendant-of:DeepSeek-V3", (Lineage("descendant-of", ("DeepSeek-V3",)),)),
    ("ancestor_of:a,b", (Lineage("ancestor-of", ("a", "b")),)),
    ("source:001 id:a,b tag:x", (AnyOf("source", ("001",)), AnyOf("id", ("a", "b")), AnyOf("tag", ("x",)))),
    ("12:30", (Words("12:30", phrase=True),)),
    ('"OR" -"(MoE)" or a(b)', (Words("OR", True), Words("(MoE)", True, negated=True), Words("or"), Words("a(b)"))),
    ('org:"(A"', (AnyOf("org", ("(A",)),)),
]


@pytest.mark.parametrize(("text", "clauses"), READ)
def test_reading(text, clauses):
    spec = parse(text)
    assert spec == FilterSpec(clauses)
    assert parse(str(spec)) == spec


MISTAKES = [
    ("parms:>7B", "did you mean params?", "parms"),
    ("deepseek orgg:x", "did you mean org?", "orgg"),
    ("http://x.org", 'quote it to look for the text: "http://x.org"', "http"),
    ("params:7Q", "“7Q” is not a number; write 7B", "7Q"),
    ("params:many", "is not a number", "many"),
    ("params:70B..7B", "write 7B..70B", "70B..7B"),
    ("params:>7B..7B", "reversed or empty", ">7B..7B"),
    ("params:7B,8B", "one value or one range", ","),
    ("params:", "needs a value such as 7B", ":"),
    ("params:>>7B", "write the sign after “params:” once", ">>"),
    ("date:>=>2024", "write the sign after “date:” once", ">=>"),
    ("params:..", "needs a value such as 7B", ":.."),
    ("date:2024-13", "there is no month 13", "2024-13"),
    ("date:soon", "not understood as a date", "soon"),
    ("date:2025..2024", "write 2024..2025", "2025..2024"),
    ("date:9999", "too far", "9999"),
    ("date:>2024-01x", "2024-01x", "2024-01x"),
    ('a "latent', "never closed", '"latent'),
    ("a org:", "right after the colon", ":"),
    ("org: DeepSeek", "right after the colon", ":"),
    ('org:""', "needs a value", ':""'),
    ("org:a,,b", "after the comma", ","),
    ("org:a,", "after the comma", ","),
    ('org:"a"b', "a space or a comma", "b"),
    ("open:maybe", "yes, no or unknown", "maybe"),
    ("is:new", "inferred, stated or disputed", "new"),
    ("has:papr", "did you mean has:paper?", "papr"),
    ("has:paper,license", "write has:paper has:license", ",license"),
    ("disagrees:zzz", "neither a field nor a property", "zzz"),
    ("ancestor-of:?", "its name or its id", "?"),
    ("a - b", "excludes nothing", "-"),
    ("a OR b", "with commas: org:A,B", "OR"),
    ("org:A || org:B", "with commas: org:A,B", "||"),
    ("a | b", "with commas: org:A,B", "|"),
    ("a AND b", "leave this out", "AND"),
    ("a && b", "leave this out", "&&"),
    ("a NOT b", "-word, -org:A", "NOT"),
    ("a OR b", 'or quote it: "OR"', "OR"),
    ("x (a b)", "brackets group nothing", "(a"),
    ("-(a b)", "brackets group nothing", "(a"),
    ("（a b）", "brackets group nothing", "（a"),
    ("org:(A,B)", "with commas: org:A,B", "(A"),
    ('""', "nothing stands between the quotes", '""'),
    ("a\0b", "is not text", "\0"),
    ("a\ud800b", "is not text", "\ud800"),
    ("a " * (MAX_CLAUSES + 1), f"more than {MAX_CLAUSES} parts", "a "),
    ("a" * (MAX_LENGTH + 2), "shorten it", "aa"),
]


@pytest.mark.parametrize(("text", "message", "where"), MISTAKES)
def test_mistakes_say_where_and_what_to_write(text, message, where):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert message in caught.value.message
    assert text[caught.value.start : caught.value.end] == where
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize("text", ["", "x", '{"clauses": 1}', '{"clauses": [{"type": "any"}]}',
    '{"clauses": [{"type": "any", "key": "nonsense", "values": ["a"], "negated": false}]}',
    '{"clauses": [{"type": "range", "key": "params", "low": "2024"}]}',
    '{"clauses": [{"type": "any", "key": "params", "values": ["7B"]}]}', "[" * 100_000])  # fmt: skip
def test_foreign_json_is_refused(text):
    with pytest.raises(QueryError, match="saved filter"):
        FilterSpec.from_json(text)


@given(SPECS)
def test_text_and_json_say_the_same_spec(spec):
    assert parse(str(spec)) == spec
    assert FilterSpec.from_json(spec.to_json()) == spec
    assert hash(parse(str(spec))) == hash(spec)
    assert all(clause.describe() for clause in spec.clauses)


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            ['"', "org:", "params:", "date:", "..", ",", ">", "-", " ", "OR", "|", "(", "2024", "7B", "\\", "?"]
        )
    ).map("".join)
)
def test_any_text_is_read_or_explained(text):
    try:
        spec = parse(text)
    except QueryError as error:
        assert error.message
        assert 0 <= error.start <= error.end <= len(text)
    else:
        assert parse(str(spec)) == spec


@given(st.text(max_size=60), st.integers(0, 60))
def test_completion_stays_within_the_text(text, cursor):
    cursor = min(cursor, len(text))
    done = complete(text, cursor)
    assert 0 <= done.start <= cursor <= done.end <= len(text)


@given(NUMBERS)
def test_numbers_lose_nothing(number):
    assert Range("params", number).low == float(number) or isinstance(number, int)
    assert "," not in number_text(number)


@pytest.mark.parametrize(("text", "cursor", "expected"), [
    ("", 0, (Typing.KEY, "", "", 0, 0)),
    ("pa", 2, (Typing.KEY, "", "pa", 0, 2)),
    ("a -par", 6, (Typing.KEY, "", "par", 3, 6)),
    ("org:Dee", 7, (Typing.VALUE, "org", "Dee", 4, 7)),
    ("org:DeepSeek,Me x", 15, (Typing.VALUE, "org", "Me", 13, 15)),
    ("org:Deep,Me", 6, (Typing.VALUE, "org", "De", 4, 8)),
    ('-person:"Luo F', 14, (Typing.VALUE, "person", "Luo F", 8, 14)),
    ('org:"a,b",c', 11, (Typing.VALUE, "org", "c", 10, 11)),
    ("organisation:", 13, (Typing.VALUE, "org", "", 13, 13)),
    ("params:7Q org:M", 15, (Typing.VALUE, "org", "M", 14, 15)),
    ("parms:x", 7, (Typing.NOTHING, "", "x", 6, 7)),
    ('"latent at', 10, (Typing.NOTHING, "", '"latent at', 0, 10)),
    ("org:a ", 6, (Typing.KEY, "", "", 6, 6)),
])  # fmt: skip
def test_completion(text, cursor, expected):
    done = complete(text, cursor)
    assert (done.what, done.key, done.prefix, done.start, done.end) == expected


@pytest.mark.parametrize(("typed", "shown"), [
    ("date:2024..", "date:2024.."), ("date:>=2024", "date:2024.."), ("-date:..2024-03", "-date:..2024-03"),
    ("date:>2024", "date:>2024"), ("date:<2024-03", "date:<2024-03"), ("date:<=2024-03", "date:..2024-03"),
    ("params:>=7B", "params:>=7B"), ("params:7B..", "params:>=7B"), ("params:..7B", "params:<=7B"),
])  # fmt: skip
def test_a_range_is_shown_as_people_write_it(typed, shown):
    assert str(parse(typed)) == shown


def test_editing_a_spec():
    spec = parse("a org:Meta params:>7B -org:X")
    assert str(spec.without(0)) == "org:Meta params:>7B -org:X"
    assert spec.clauses_of("org") == (AnyOf("org", ("Meta",)), AnyOf("org", ("X",), negated=True))
    assert str(spec.replace("org", [AnyOf("org", ("Y Z",))])) == 'a org:"Y Z" params:>7B'
    assert str(spec.replace("date", [Range("date", "2024")])) == "a org:Meta params:>7B -org:X date:2024.."
    assert str(spec.except_key("org")) == "a params:>7B"
    assert spec.with_clause(AnyOf("org", ("Meta",))) is spec
    assert str(spec.with_clause(Has("paper"))) == "a org:Meta params:>7B -org:X has:paper"


@pytest.mark.parametrize(("text", "sentence"), [
    ("", "everything"),
    ("a -b", "contains “a”; does not contain “b”"),
    ("-license:MIT", "Licence is not MIT (unknown stays)"),
    ("-license:MIT,?", "Licence is not MIT or unknown"),
    ("params:7B..<70B", "Total parameters from 7B below 70B"),
    ("date:2024", "Date in 2024 (or possibly so)"),
    ("-date:2024-01", "Date not in Jan 2024 (unknown stays)"),
    ("descendant-of:V3 -has:paper", "is a descendant of V3; Paper is unknown"),
])  # fmt: skip
def test_sentences(text, sentence):
    assert parse(text).describe() == sentence


def test_a_key_is_written_one_way_in_every_listing():
    from db.fields import FIELDS

    families = {FieldType.NUMBER: Family.NUMBER, FieldType.DATE: Family.DATE, FieldType.BOOL: Family.BOOL}
    assert [field for field in FIELDS if families.get(field.type, Family.TEXT) is not family_of(field.key)] == []
    assert {field.key for field in FIELDS} <= set(filter_keys())


def test_fixed_values():
    assert fixed_values("open") == ("yes", "no", "unknown")
    assert "params" in fixed_values("disagrees")
    assert {"paper", "benchmark"} <= set(fixed_values("has"))
    assert fixed_values("org") == ()


@pytest.mark.parametrize("make", [
    lambda: AnyOf("org", ()), lambda: Range("params"), lambda: Range("params", 2, 1), lambda: Range("params", 1, "2024"),
    lambda: Range("params", float("nan")), lambda: Range("date", "unknown"), lambda: Is("x"), lambda: Lineage("x", ("a",)),
    lambda: Lineage("ancestor-of", ("",)), lambda: Words(" ")])  # fmt: skip
def test_clauses_that_say_nothing_cannot_be_made(make):
    with pytest.raises(ValueError, match=" "):
        make()
