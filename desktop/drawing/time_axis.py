"""The ticks of a time axis: the finest natural step whose labels fit, and the coarser unit on a second line."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from db.texts import language, tr

FIRST_YEAR, LAST_YEAR = 1, 9999
GAP = 10.0
"""Pixels between a label and the next tick."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A unit that begins at `day` and ends where `end` begins, with its label; days as ordinals."""

    day: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """`fine` units one after the other over the whole sight, and `coarse` ones of the second line (none for years)."""

    step: Step
    fine: tuple[Tick, ...]
    coarse: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A natural step: a number of `unit`s ("day", "week", "month", "year"), and the unit of the second line."""

    unit: str
    count: int
    coarser: str
    days: float
    """About how long it is."""


STEPS = (
    Step("day", 1, "month", 1),
    Step("week", 1, "month", 7),
    Step("month", 1, "year", 30.4),
    Step("month", 3, "year", 91.3),
    Step("year", 1, "decade", 365.2),
    *(Step("year", years, "", 365.2 * years) for years in (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
YEAR_DAYS = 365.2425


def axis_of(first: float, last: float, width: float, text_width: Callable[[str], float] | None = None) -> Axis:
    """The axis of the days `first` to `last` over `width` pixels."""
    measure = text_width or (lambda text: 7.5 * len(text))
    per_day = width / (last - first)
    for step in STEPS:
        # Far more units than can fit are never listed: a step that is much too fine is passed over.
        if step.days * per_day < 12 and step is not STEPS[-1]:
            continue
        fine = tuple(_labelled(step, first, last, per_day, measure))
        if all(tick.text for tick in fine):
            break
    return Axis(step, fine, _coarse(step, first, last, per_day, measure))


def _labelled(step: Step, first: float, last: float, per_day: float, measure: Callable[[str], float]) -> list[Tick]:
    """The step's units with the longest form of label that fits into every one of them; without, where none fits."""
    starts = list(starts_of(step, first, last))
    pairs = list(pairwise(starts))
    shortest = min((end - start for start, end in pairs), default=0.0) * per_day
    for form in _FORMS.get((step.unit, step.count), (_year,)):
        texts = [_text(form, start, language()) for start, _ in pairs]
        if all(measure(text) + GAP <= shortest for text in texts):
            return [Tick(start, end, text) for (start, end), text in zip(pairs, texts, strict=True)]
    return [Tick(start, end, "") for start, end in pairs]


def _coarse(step: Step, first: float, last: float, per_day: float, measure: Callable[[str], float]) -> tuple[Tick, ...]:
    if not step.coarser:
        return ()
    coarser = Step("year", 10, "", 3652) if step.coarser == "decade" else Step(step.coarser, 1, "", 0)
    starts = list(starts_of(coarser, first, last))
    texts = {"decade": _decade, "year": _year, "month": _month_year}[step.coarser]
    ticks = []
    for start, end in pairwise(starts):
        text = _text(texts, start, language())
        sight = (min(end, last) - max(start, first)) * per_day  # a sliver keeps its line, not its word
        ticks.append(Tick(start, end, text if measure(text) + GAP <= sight else ""))
    return tuple(ticks)


def starts_of(step: Step, first: float, last: float) -> Iterator[int]:
    """The first days of the units over these days: from the one that holds `first` to the one after `last`."""
    day = min(max(int(first // 1), 1), datetime.date.max.toordinal())
    end = min(last, float(datetime.date.max.toordinal()))
    start = floor(step, day)
    while start < end:
        yield start
        start = following(step, start)
    yield start


def floor(step: Step, day: int) -> int:
    """The first day of the unit that holds a day."""
    date = datetime.date.fromordinal(day)
    if step.unit == "day":
        return day
    if step.unit == "week":
        return max(day - date.weekday(), 1)
    if step.unit == "month":
        return date.replace(month=(date.month - 1) // step.count * step.count + 1, day=1).toordinal()
    return datetime.date(max(date.year // step.count * step.count, FIRST_YEAR), 1, 1).toordinal()


def following(step: Step, start: int) -> int:
    """The first day of the unit after the one that begins at `start`; the day after the last one of the calendar."""
    if step.unit in {"day", "week"}:
        return min(start + (1 if step.unit == "day" else 7), datetime.date.max.toordinal() + 1)
    date = datetime.date.fromordinal(start)
    if step.unit == "month":
        months = date.year * 12 + date.month - 1 + step.count
        year, month = divmod(months, 12)
    else:
        year, month = date.year // step.count * step.count + step.count, 0
    return datetime.date(year, month + 1, 1).toordinal() if year <= LAST_YEAR else datetime.date.max.toordinal() + 1


# ---- labels ----


def short_months() -> tuple[str, ...]:
    """The months in short, in the language of the window."""
    return (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
            tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))  # fmt: skip


def long_months() -> tuple[str, ...]:
    """The months in full, in the language of the window."""
    return (tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
            tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"))  # fmt: skip


def weekdays() -> tuple[str, ...]:
    """The days of the week in short, from Monday."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


def day_text(day: float) -> str:
    """A day in words, for the ends of a brush: 5 Jan 2024."""
    date = datetime.date.fromordinal(min(max(int(day // 1), 1), datetime.date.max.toordinal()))
    return tr("{day} {month} {year}", day=date.day, month=short_months()[date.month - 1], year=date.year)


@lru_cache(maxsize=4096)
def _text(form: Callable[[datetime.date], str], day: int, _language: str) -> str:
    return form(datetime.date.fromordinal(day))


def _year(date: datetime.date) -> str:
    return str(date.year)


def _decade(date: datetime.date) -> str:
    return tr("{year}s", year=date.year // 10 * 10)


def _month_year(date: datetime.date) -> str:
    return tr("{month} {year}", month=long_months()[date.month - 1], year=date.year)


def _quarter(date: datetime.date) -> str:
    return tr("Q{quarter}", quarter=(date.month + 2) // 3)


def _long_month(date: datetime.date) -> str:
    return long_months()[date.month - 1]


def _short_month(date: datetime.date) -> str:
    return short_months()[date.month - 1]


def _weekday(date: datetime.date) -> str:
    return tr("{weekday} {day}", weekday=weekdays()[date.weekday()], day=date.day)


def _day(date: datetime.date) -> str:
    return str(date.day)


_FORMS: dict[tuple[str, int], tuple[Callable[[datetime.date], str], ...]] = {
    ("day", 1): (_weekday, _day),
    ("week", 1): (_weekday, _day),
    ("month", 1): (_long_month, _short_month),
    ("month", 3): (_quarter,),
}
"""The labels of a step, longest first; those of years are years."""
