"""PROPERTIES: what can be stated of an entity, one record each.

A property decides how a statement's value is read, whether two values can contradict each other and which typed table
the preferred value fills. `fields.py` decides what of it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from db.kinds import Kind, Relation


class ValueType(StrEnum):
    """How the value of a statement is read."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    ENTITY = "entity"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Property:
    """One property. `single` means that at most one value can be true, so that two may disagree."""

    key: str
    label: str
    type: ValueType
    kinds: frozenset[Kind]
    about: str
    single: bool = False
    whole: bool = False
    """A source names all that there are at one place, so that two sets may disagree though a value may not."""
    targets: frozenset[Kind] = frozenset()
    """Kinds that an ENTITY value may have."""
    roles: frozenset[str] = frozenset()
    """Allowed roles; empty: any."""
    unit: str = ""
    """The unit of a NUMBER that states none."""
    part: bool = False
    """Stated of a release's size variant, never of the release as a whole."""
    open: bool = False
    """An ENTITY value may be a mere name that nothing resolves to yet."""

    @property
    def compared(self) -> bool:
        """Whether statements of it can disagree at all."""
        return self.single or self.whole or self.type is ValueType.NUMBER


# fmt: off
R, P, O, U, T, S, E, D = (  # noqa: E741
    Kind.RELEASE,
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PUBLICATION,
    Kind.TECHNIQUE,
    Kind.SYSTEM,
    Kind.EVENT,
    Kind.SOURCE,
)
ALL = tuple(Kind)


def _p(key: str, label: str, type_: ValueType, kinds: Iterable[Kind], about: str, **more: object) -> Property:
    sets = {name: frozenset(more.pop(name)) for name in ("targets", "roles") if name in more}  # type: ignore[call-overload]
    return Property(key, label, type_, frozenset(kinds), about, **sets, **more)  # type: ignore[arg-type]


TEXT, NUMBER, DATE, BOOL, ENTITY, URL = ValueType

_ALL: tuple[Property, ...] = (
    # every kind
    _p("description", "Description", TEXT, ALL, "What it is, in our own words"),
    _p("claim", "Claim", TEXT, ALL, "A qualitative claim, in our own words; the role names its topic"),
    _p("alias", "Also called", TEXT, ALL, "Another name", roles=("alias", "native", "legal", "nickname", "former",
       "short")),
    _p("link", "Link", URL, ALL, "An address; the role says of what", roles=("github", "huggingface", "arxiv", "doi",
       "website", "wikipedia", "scholar", "linkedin", "twitter", "researchgate", "openreview", "reference")),
    _p("figure", "Figure", NUMBER, ALL, "A quantity without a property of its own; the role says of what"),
    _p("category", "Category", TEXT, (O, U, T, S, E), "What sort of thing it is"),
    _p("date", "Date", DATE, (R, U, S, E, D), "When it was released, published, built or happened", single=True),
    # releases
    _p("organization", "Organization", ENTITY, (R, U, S, T), "Who made it", targets=(O,)),
    _p("modality", "Modality", TEXT, (R,), "What it reads or writes: text, code, vision, image generation …"),
    _p("technique", "Technique", ENTITY, (R, U, S, P), "A technique that it uses, describes or works on",
       targets=(T,)),
    _p("system", "System", ENTITY, (R,), "A system that it was trained on, runs on or is offered through; the role says"
       " how", targets=(S,)),
    _p("feature", "Feature", TEXT, (R, S), "What distinguishes it, in our own words"),
    _p("open_weights", "Open weights", BOOL, (R,), "Whether the weights can be downloaded", single=True),
    _p("license", "Licence", TEXT, (R, S, D), "The licence that it is under", single=True),
    _p("parent", "Parent", ENTITY, (R,), "The release that it came from; the role says how", targets=(R,), open=True,
       roles=tuple(Relation)),
    _p("paper", "Paper", ENTITY, (R, T, S), "The publication that describes it", targets=(U,)),
    _p("params", "Total parameters", NUMBER, (R,), "Total parameters of one size variant", single=True, part=True),
    _p("active_params", "Active parameters", NUMBER, (R,), "Parameters used for one token, of one size variant",
       single=True, part=True),
    _p("context", "Context length", NUMBER, (R,), "Tokens that it reads at once", unit="tokens", single=True),
    _p("tokens", "Training tokens", NUMBER, (R,), "Tokens that it was trained on", unit="tokens", single=True),
    _p("training_cost", "Training cost", NUMBER, (R,), "What training cost; the role says of which part", unit="USD"),
    _p("gpu_hours", "GPU hours", NUMBER, (R, S), "Computing time; the role says of which part", unit="h"),
    _p("gpus", "GPUs", NUMBER, (R, S, O), "Accelerators used or owned; the role names their type"),
    _p("benchmark", "Benchmark", NUMBER, (R, T), "A benchmark result; the role names the benchmark"),
    _p("price", "Price", NUMBER, (R,), "Price per million tokens; the role says input or output", unit="USD"),
    _p("downloads", "Downloads", NUMBER, (R, S, O), "How often it was downloaded"),
    _p("stars", "Stars", NUMBER, (R, S), "Stars on a code host"),
    # people
    _p("affiliation", "Affiliation", ENTITY, (P,), "Where the person worked or studied; the role says as what",
       targets=(O,)),
    _p("credit", "Credit", ENTITY, (P,), "What the person contributed to; the role says how", targets=(R, U, T, S, O,
       E)),
    _p("mentor", "Mentor", ENTITY, (P,), "Who supervised or mentored the person", targets=(P,), open=True),
    _p("name_order", "Name order", TEXT, (P,), "Whether the source writes the family name first or last"),
    _p("birth", "Born", DATE, (P,), "Date of birth", single=True),
    _p("birthplace", "Born in", TEXT, (P,), "Place of birth", single=True),
    _p("award", "Award", TEXT, (P, R, U), "A prize or distinction"),
    _p("degree", "Degree", TEXT, (P,), "A degree; the role names its subject"),
    _p("role", "Role", TEXT, (P,), "Position or function"),
    _p("age", "Age", NUMBER, (P,), "Age when the source was written", unit="years", single=True),
    # organizations and systems
    _p("founded", "Founded", DATE, (O,), "When it was founded", single=True),
    _p("founder", "Founder", ENTITY, (O,), "Who founded it", targets=(P,), open=True, whole=True),
    _p("incorporated", "Incorporated", DATE, (O,), "When it was incorporated", single=True),
    _p("owner", "Owner", ENTITY, (O, S), "Who owns it; the role says through what", targets=(O, P), open=True,
       whole=True),
    _p("stake", "Stake", NUMBER, (O, P), "Share owned; the role names the other side", unit="%"),
    _p("investment", "Investment", NUMBER, (O,), "Money invested in it", unit="USD"),
    _p("headquarters", "Headquarters", TEXT, (O,), "Where it is based", single=True),
    _p("headcount", "Employees", NUMBER, (O,), "How many people work there; the role says which"),
    _p("revenue", "Revenue", NUMBER, (O,), "Yearly revenue", unit="USD"),
    _p("assets", "Assets", NUMBER, (O,), "Assets under management", unit="USD"),
    _p("market_value", "Market value", NUMBER, (O, E), "Market value or its change", unit="USD"),
    _p("cost", "Cost", NUMBER, (S, E, O), "What it cost", unit="USD"),
    _p("nodes", "Nodes", NUMBER, (S,), "Computers in a cluster", single=True),
    _p("interconnect", "Interconnect", NUMBER, (S,), "Speed of the network between computers", unit="Gbit/s",
       single=True),
    _p("utilization", "Utilization", NUMBER, (S,), "Share of capacity used", unit="%"),
    _p("duration", "Duration", NUMBER, (S, E), "How long it lasted", unit="years", single=True),
    _p("part_of", "Part of", ENTITY, (S, E, T, O), "The larger thing that it belongs to", targets=(S, E, T, O)),
    # techniques, events, publications, sources
    _p("introduced_in", "Introduced in", ENTITY, (T,), "Where it was first used", targets=(R, U)),
    _p("about", "About", ENTITY, (E, U), "What it is about", targets=(R, P, O, U, T, S)),
    _p("author", "Author", TEXT, (U, D), "An author's name as printed"),
    _p("title", "Title", TEXT, (U, D), "The title as printed", single=True),
    _p("venue", "Venue", TEXT, (U, D), "Journal, conference or publisher"),
    _p("identifier", "Identifier", TEXT, (U, D), "arXiv id or DOI; the role says which", roles=("arxiv", "doi",
       "isbn") ),
)

# fmt: on
PROPERTIES: dict[str, Property] = {item.key: item for item in _ALL}
