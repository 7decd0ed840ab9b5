"""Strategies of filters for property tests: any that can be written, and those that find something in `filter_rows.py`."""

from __future__ import annotations

from hypothesis import strategies as st

from db.clauses import IS_VALUES, LINEAGE_KEYS, AnyOf, Disagrees, Has, Is, Lineage, Range, Words
from db.filters import FilterSpec, parse
from db.query_keys import Family, about_keys, family_of, filter_keys


def keys_of(family: Family) -> list[str]:
    return sorted({key for key in filter_keys().values() if family_of(key) is family and key not in SPECIAL})


SPECIAL = {"has", "is", "disagrees", *LINEAGE_KEYS}
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20
) | st.sampled_from(
    ['a"b', "a,b", "a:b", "(a)", "-a", "梁文锋", "a\\", '\\"', "?", "..", ">7B", "“a”", "7B..8B", "a b", " "]
)
NUMBERS = st.integers(0, 10**16) | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e30, max_value=1e30)
DATES = (
    st.dates()
    .filter(lambda day: 1 < day.year < 9999)
    .flatmap(
        lambda day: st.sampled_from(
            [f"{day:%Y-%m-%d}".zfill(10), f"{day.year:04}-{day.month:02}", f"{day.year:04}", f"{day.year:04}~"]
        )
    )
)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    family, ends = draw(st.sampled_from([(Family.NUMBER, NUMBERS), (Family.DATE, DATES)]))
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    try:
        return Range(draw(st.sampled_from(keys_of(family))), low, high, *draw(st.tuples(*[st.booleans()] * 3)))
    except ValueError:
        return Range(draw(st.sampled_from(keys_of(family))), draw(ends))


VALUES = st.lists(TEXTS, min_size=1, max_size=4).map(tuple)
CLAUSES = st.one_of(
    st.builds(Words, TEXTS.filter(str.strip), st.booleans(), st.booleans()),
    st.builds(AnyOf, st.sampled_from(keys_of(Family.TEXT)), VALUES | st.just(("", "x")), st.booleans()),
    st.builds(AnyOf, st.just("open"), st.lists(st.sampled_from(["yes", "no", ""]), min_size=1).map(tuple), st.booleans()),
    st.builds(AnyOf, st.sampled_from(["params", "date"]), st.just(("",)), st.booleans()),
    ranges(),
    st.builds(Has, st.sampled_from(sorted(set(about_keys().values()))), st.booleans()),
    st.builds(Is, st.sampled_from(IS_VALUES), st.booleans()),
    st.builds(Disagrees, st.sampled_from(["any", *sorted(set(about_keys().values()))]), st.booleans()),
    st.builds(Lineage, st.sampled_from(LINEAGE_KEYS), VALUES, st.booleans()),
)  # fmt: skip
SPECS = st.lists(CLAUSES, max_size=6).map(lambda clauses: FilterSpec(tuple(clauses)))

FINDING = st.lists(
    st.tuples(
        st.sampled_from(["", "", "-"]),
        st.sampled_from(
            [
                "a", "luo", "alpha", "2", '"latent attention"', "org:Alpha", "org:beta,gamma", "org:?", "license:MIT",
                "license:?,MIT", "open:yes", "open:no,?", "params:>10B", "params:7B..67B", "params:?", "active:<20B",
                "technique:MLA", "technique:?", "modality:text", "parent:a-1,gpt-2", "person:luo", "source:001", "tag:?",
                "paper:paper-a2", "category:company,release", "role:researcher", "about:a2", "date:2024", "date:<2024-06",
                "date:2024-01..2024-05", "date:>=2025", "date:>2023", "date:?", "born:?", "disagreements:>0", "lines:>5",
                "has:paper", "has:date", "is:inferred", "is:disputed", "disagrees:date", "descendant-of:a1",
                "ancestor-of:a3", "id:a1,a2,luo", "name:loop",
            ]
        ),
    ).map("".join),
    max_size=4,
).map(lambda parts: parse(" ".join(parts)))  # fmt: skip
