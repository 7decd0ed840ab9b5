"""FIELDS: what can be shown, filtered, counted and exported, one record each.

Column headers, facets, filter keys, completion, the command line and exports all follow from these records.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from db import models as m
from db.field_values import PLAIN, credited, disputed, entities_in, related, relating, terms, told
from db.kinds import DATED, Kind
from db.listings import Field, FieldType, Listing, Part, source_entity, target
from db.properties import PROPERTIES, ValueType

TEXT, NUMBER, DATE, BOOL, WORDS, ENTITIES, LINKS = FieldType
e = m.entity.c


_PEOPLE = entities_in(m.credit.c.target_id, m.credit.c.person_id, repeats=True)
_EMPLOYERS = entities_in(m.affiliation.c.person_id, m.affiliation.c.organization_id, repeats=True)
_STAFF = entities_in(m.affiliation.c.organization_id, m.affiliation.c.person_id, repeats=True)
_CHILDREN = entities_in(
    m.derivation.c.parent_id, m.derivation.c.child_id, m.derivation.c.parent_id.is_not(None), repeats=True
)
_SOURCES = entities_in(
    m.statement.c.entity_id, m.statement.c.source_id, m.statement.c.source_id.is_not(None), repeats=True
)
_PARENTS: dict[str, Any] = {
    "pairs": select(
        m.derivation.c.child_id.label("owner"),
        m.derivation.c.parent_name.label("value"),
        m.derivation.c.parent_id.label("target"),
    ).distinct(),
    "edges": select(m.derivation.c.child_id.label("owner"), m.derivation.c.parent_id.label("target")),
    "repeats": True,
}
_ALIASES = select(m.alias.c.entity_id.label("owner"), m.alias.c.text.label("value"))
_LINKS = select(m.link.c.entity_id.label("owner"), m.link.c.url.label("value"))
_NOTES = (
    select(m.statement.c.entity_id.label("owner"), m.statement.c.note.label("value"))
    .where(m.statement.c.note != "")
    .distinct()
)
_CITING = select(func.count()).where(m.statement.c.source_id == m.entity.c.id).correlate(m.entity).scalar_subquery()
_HEADINGS = select(m.section.c.source_id.label("owner"), m.section.c.title.label("value")).distinct()
_VARIANTS = select(m.variant.c.release_id.label("owner"), m.variant.c.name.label("value"))


# fmt: off
def _shared(kind: Kind, *, date: bool, default_sources: bool = True) -> list[Field]:
    """Fields that every kind has."""
    fields = [
        Field("name", kind, "Name", TEXT, "Its name", e.name, default=True),
        Field("aliases", kind, "Also called", WORDS, "Other names, native names among them", pairs=_ALIASES,
              property="alias"),
        Field("description", kind, "Description", TEXT, "What it is", e.description, property="description"),
        Field("link", kind, "Links", LINKS, "Addresses", pairs=_LINKS, property="link"),
        Field("figure", kind, "Figures", WORDS, "Quantities without a property of their own", pairs=told("figure")),
        Field("claim", kind, "Claims", WORDS, "What is claimed of it, in our own words", pairs=told("claim")),
        Field("note", kind, "Notes", WORDS, "Remarks on the quality of what is stated", pairs=_NOTES),
        Field("tag", kind, "Tags", WORDS, "Words that you or an importer attached", pairs=terms("tag"), facet=True),
        Field("source", kind, "Sources", ENTITIES, "Documents that speak of it", **_SOURCES, facet=True,
              default=default_sources),
        Field("disagreements", kind, "Disagreements", NUMBER,
              "How many of its properties sources contradict each other about", e.disagreements,
              default=kind is Kind.RELEASE),
        Field("id", kind, "Id", TEXT, "Its id in dossiers and links", e.slug),
    ]
    if date:
        fields.insert(
            1,
            Field("date", kind, "Date", DATE, "When it was released, published, built or happened", e.date_earliest,
                  span="date", facet=True, default=True, property="date"),
        )
    return fields


_R = Kind.RELEASE
_RELEASE = [
    Field("org", _R, "Organization", ENTITIES, "Who made it", **related("organization"), facet=True, default=True,
          property="organization"),
    Field("params", _R, "Total parameters", NUMBER, "Total parameters of its largest variant", m.release.c.params,
          short="Parameters", facet=True, default=True, property="params", variant=m.variant.c.params),
    Field("active", _R, "Active parameters", NUMBER, "Parameters used for one token, largest variant",
          m.release.c.active_params, short="Active", default=True, property="active_params",
          variant=m.variant.c.active_params),
    Field("variants", _R, "Variants", WORDS, "Its sizes", pairs=_VARIANTS, default=True),
    Field("modality", _R, "Modality", WORDS, "What it reads or writes", pairs=terms("modality"), facet=True,
          default=True, property="modality"),
    Field("technique", _R, "Techniques", ENTITIES, "Techniques that it uses", **related("technique"), facet=True,
          default=True, property="technique"),
    Field("open", _R, "Open weights", BOOL, "Whether the weights can be downloaded", m.release.c.open_weights,
          facet=True, default=True, property="open_weights"),
    Field("license", _R, "Licence", TEXT, "The licence of the weights", m.release.c.license, facet=True, default=True,
          property="license"),
    Field("parent", _R, "Parents", ENTITIES, "Releases that it came from", **_PARENTS, facet=True, default=True,
          property="parent"),
    Field("child", _R, "Children", ENTITIES, "Releases that came from it", **_CHILDREN),
    Field("paper", _R, "Paper", ENTITIES, "Publications that describe it", **related("paper"), default=True,
          property="paper"),
    Field("feature", _R, "Features", WORDS, "What distinguishes it", pairs=terms("feature"), property="feature"),
    Field("person", _R, "People", ENTITIES, "People credited on it", **_PEOPLE),
    Field("event", _R, "Events", ENTITIES, "Events about it", **relating("about", Kind.EVENT)),
    Field("publication", _R, "Publications", ENTITIES, "Publications that speak of it",
          **relating("about", Kind.PUBLICATION)),
]
_P = Kind.PERSON
_PERSON = [
    Field("native", _P, "Native name", TEXT, "The name in its own script", m.person.c.native_name, default=True),
    Field("org", _P, "Organizations", ENTITIES, "Where the person worked or studied", **_EMPLOYERS, facet=True,
          default=True, property="affiliation"),
    Field("release", _P, "Releases", ENTITIES, "Releases that the person is credited on",
          **credited(Kind.RELEASE), default=True),
    Field("publication", _P, "Publications", ENTITIES, "Publications that the person is credited on",
          **credited(Kind.PUBLICATION)),
    Field("career", _P, "Career", WORDS, "Where the person worked or studied, as what and when",
          pairs=told("affiliation")),
    Field("works_on", _P, "Techniques", ENTITIES, "Techniques that the person works on", **related("technique"),
          property="technique"),
    Field("event", _P, "Events", ENTITIES, "Events about the person", **relating("about", Kind.EVENT)),
    Field("role", _P, "Roles", WORDS, "Positions or functions", pairs=terms("role"), facet=True, default=True,
          property="role"),
    Field("born", _P, "Born", DATE, "Date of birth", m.person.c.birth_earliest, span="birth", property="birth"),
]
_OTHERS = [
    Field("category", Kind.ORGANIZATION, "Category", WORDS, "What sort of organization", pairs=terms("category"),
          facet=True, default=True, property="category"),
    Field("person", Kind.ORGANIZATION, "People", ENTITIES, "Who worked or studied there", **_STAFF),
    Field("release", Kind.ORGANIZATION, "Releases", ENTITIES, "What it made", **relating("organization", _R),
          default=True),
    Field("publication", Kind.ORGANIZATION, "Publications", ENTITIES, "What it published",
          **relating("organization", Kind.PUBLICATION)),
    Field("introduced", Kind.ORGANIZATION, "Techniques", ENTITIES, "Techniques that it introduced",
          **relating("organization", Kind.TECHNIQUE)),
    Field("system", Kind.ORGANIZATION, "Systems", ENTITIES, "Clusters and software that it made",
          **relating("organization", Kind.SYSTEM)),
    Field("event", Kind.ORGANIZATION, "Events", ENTITIES, "Events about it", **relating("about", Kind.EVENT)),
    Field("category", Kind.PUBLICATION, "Category", WORDS, "What sort of publication", pairs=terms("category"),
          facet=True, default=True, property="category"),
    Field("arxiv", Kind.PUBLICATION, "arXiv", TEXT, "arXiv id", m.publication.c.arxiv, default=True),
    Field("doi", Kind.PUBLICATION, "DOI", TEXT, "Digital object identifier", m.publication.c.doi),
    Field("release", Kind.PUBLICATION, "Releases", ENTITIES, "Releases that it describes", **relating("paper",
          _R), default=True),
    Field("person", Kind.PUBLICATION, "People", ENTITIES, "People credited on it", **_PEOPLE),
    Field("publisher", Kind.PUBLICATION, "Organization", ENTITIES, "Who published it", **related("organization"),
          property="organization"),
    Field("describes", Kind.PUBLICATION, "Techniques", ENTITIES, "Techniques that it describes or works on",
          **related("technique"), property="technique"),
    Field("event", Kind.PUBLICATION, "Events", ENTITIES, "Events about it", **relating("about", Kind.EVENT)),
    Field("category", Kind.TECHNIQUE, "Category", WORDS, "What sort of technique", pairs=terms("category"),
          facet=True, default=True, property="category"),
    Field("release", Kind.TECHNIQUE, "Releases", ENTITIES, "Releases that use it", **relating("technique", _R),
          default=True),
    Field("paper", Kind.TECHNIQUE, "Paper", ENTITIES, "Publications that describe it", **related("paper"),
          default=True, property="paper"),
    Field("person", Kind.TECHNIQUE, "People", ENTITIES, "People credited on it", **_PEOPLE),
    Field("introduced_by", Kind.TECHNIQUE, "Organization", ENTITIES, "Who introduced it", **related("organization"),
          property="organization"),
    Field("publication", Kind.TECHNIQUE, "Publications", ENTITIES, "Publications that use or work on it",
          **relating("technique", Kind.PUBLICATION)),
    Field("system", Kind.TECHNIQUE, "Systems", ENTITIES, "Systems that use it", **relating("technique", Kind.SYSTEM)),
    Field("event", Kind.TECHNIQUE, "Events", ENTITIES, "Events about it", **relating("about", Kind.EVENT)),
    Field("category", Kind.SYSTEM, "Category", WORDS, "Cluster or software", pairs=terms("category"), facet=True,
          default=True, property="category"),
    Field("org", Kind.SYSTEM, "Organization", ENTITIES, "Who made it", **related("organization"), facet=True,
          default=True, property="organization"),
    Field("release", Kind.SYSTEM, "Releases", ENTITIES, "Releases trained on it, run on it or offered by it",
          **relating("system", _R)),
    Field("event", Kind.SYSTEM, "Events", ENTITIES, "Events about it", **relating("about", Kind.EVENT)),
    Field("category", Kind.EVENT, "Category", WORDS, "What sort of event", pairs=terms("category"), facet=True,
          default=True, property="category"),
    Field("about", Kind.EVENT, "About", ENTITIES, "What it is about", **related("about"), facet=True,
          default=True, property="about"),
    Field("author", Kind.SOURCE, "Author", TEXT, "Who wrote it", m.source.c.author, default=True, property="author"),
    Field("title", Kind.SOURCE, "Title", TEXT, "Its title", m.source.c.title, default=True, property="title"),
    Field("url", Kind.SOURCE, "Address", TEXT, "Where it is", m.source.c.url),
    Field("license", Kind.SOURCE, "Licence", TEXT, "The licence of the document", m.source.c.license,
          property="license"),
    Field("statements", Kind.SOURCE, "Statements", NUMBER, "How many statements cite it", _CITING, default=True),
    Field("lines", Kind.SOURCE, "Lines", NUMBER, "How many lines the document has", m.source.c.lines),
    Field("heading", Kind.SOURCE, "Headings", WORDS, "The headings in it", pairs=_HEADINGS),
]
_v, _s, _d, _g = m.variant.c, m.statement.c, m.derivation.c, m.disagreement.c
_PARTS = [
    Field("release", Part.VARIANT, "Release", TEXT, "The release that it is a size of", e.name, default=True),
    Field("release_id", Part.VARIANT, "Release id", TEXT, "Id of the release", e.slug, default=True),
    Field("key", Part.VARIANT, "Key", TEXT, "Its id within the release", _v.key, default=True),
    Field("name", Part.VARIANT, "Name", TEXT, "Its name", _v.name, default=True),
    Field("params", Part.VARIANT, "Total parameters", NUMBER, "Total parameters", _v.params, default=True),
    Field("active", Part.VARIANT, "Active parameters", NUMBER, "Parameters used for one token", _v.active_params,
          default=True),
    Field("entity", Part.STATEMENT, "Entity", TEXT, "What it is stated of", e.name, default=True),
    Field("entity_id", Part.STATEMENT, "Entity id", TEXT, "Id of that entity", e.slug, default=True),
    Field("kind", Part.STATEMENT, "Kind", TEXT, "Kind of that entity", e.kind, default=True, facet=True),
    Field("variant", Part.STATEMENT, "Variant", TEXT, "The size variant that it is stated of", _v.key, default=True),
    Field("property", Part.STATEMENT, "Property", TEXT, "What is stated", _s.property, default=True, facet=True),
    Field("value", Part.STATEMENT, "Value", TEXT, "The value as stated", _s.value, default=True),
    Field("number", Part.STATEMENT, "Number", NUMBER, "The value as a number", _s.number, default=True),
    Field("unit", Part.STATEMENT, "Unit", TEXT, "Unit of the number", _s.unit, default=True),
    Field("value_date", Part.STATEMENT, "Value as a date", DATE, "The value as a date", _s.value_earliest,
          span="value", default=True),
    Field("target_id", Part.STATEMENT, "Target id", TEXT, "Id of the entity that the value names", target.c.slug,
          default=True),
    Field("role", Part.STATEMENT, "Role", TEXT, "In what way", _s.role, default=True),
    Field("qualifier", Part.STATEMENT, "Qualifier", TEXT, "Over, at least, about …", _s.qualifier, default=True),
    Field("when", Part.STATEMENT, "When", DATE, "The time that it is about", _s.applies_earliest, span="applies",
          default=True),
    Field("rank", Part.STATEMENT, "Rank", TEXT, "Preferred, normal or deprecated", _s.rank, default=True, facet=True),
    Field("basis", Part.STATEMENT, "Basis", TEXT, "Stated or inferred", _s.basis, default=True, facet=True),
    Field("ground", Part.STATEMENT, "Ground", TEXT, "Why it is inferred, preferred or deprecated", _s.ground,
          default=True ),
    Field("note", Part.STATEMENT, "Note", TEXT, "A remark on its quality", _s.note, default=True),
    Field("source", Part.STATEMENT, "Source", TEXT, "The document that says it", source_entity.c.slug, default=True,
          facet=True ),
    Field("section", Part.STATEMENT, "Section", TEXT, "Heading in the document", _s.section, default=True),
    Field("first_line", Part.STATEMENT, "First line", NUMBER, "First line cited", _s.first_line, default=True),
    Field("last_line", Part.STATEMENT, "Last line", NUMBER, "Last line cited", _s.last_line, default=True),
    Field("page", Part.STATEMENT, "Page", TEXT, "Page cited", _s.page, default=True),
    Field("child", Part.DERIVATION, "Child", TEXT, "The release that was derived", e.name, default=True),
    Field("child_id", Part.DERIVATION, "Child id", TEXT, "Its id", e.slug, default=True),
    Field("variant", Part.DERIVATION, "Variant", TEXT, "The size variant that was derived", _v.key, default=True),
    Field("parent", Part.DERIVATION, "Parent", TEXT, "The release that it came from", _d.parent_name, default=True),
    Field("parent_id", Part.DERIVATION, "Parent id", TEXT, "Its id, unless it is only a name", target.c.slug,
          default=True),
    Field("relation", Part.DERIVATION, "Relation", TEXT, "How it came from it", _d.relation, default=True, facet=True),
    Field("basis", Part.DERIVATION, "Basis", TEXT, "Stated or inferred", _d.basis, default=True, facet=True),
    Field("entity", Part.DISAGREEMENT, "Entity", TEXT, "What sources disagree about", e.name, default=True),
    Field("entity_id", Part.DISAGREEMENT, "Entity id", TEXT, "Its id", e.slug, default=True),
    Field("variant", Part.DISAGREEMENT, "Variant", TEXT, "The size variant", _v.key, default=True),
    Field("property", Part.DISAGREEMENT, "Property", TEXT, "The property that they disagree about", _g.property,
          default=True),
    Field("role", Part.DISAGREEMENT, "Role", TEXT, "In what way, or of what: the parts that a figure counts",
          disputed("role"), default=True),
    Field("unit", Part.DISAGREEMENT, "Unit", TEXT, "Unit of the numbers", disputed("unit"), default=True),
    Field("verdict", Part.DISAGREEMENT, "Verdict", TEXT, "Disagreement or refinement", _g.verdict, default=True,
          facet=True),
]

# fmt: on


_OWN = (*_RELEASE, *_PERSON, *_OTHERS)


def _stated(kind: Kind) -> Iterator[Field]:
    """A field for each property of a kind that none shows yet: its entities, or what is stated of it in words."""
    others = [field for field in (*_OWN, *_shared(kind, date=True)) if field.listing is kind]
    shown = {word for field in others for word in (field.key, field.property)}
    for rule in PROPERTIES.values():
        if kind not in rule.kinds or rule.part or rule.key in shown:
            continue
        about = (rule.key, kind, rule.label)
        if rule.type is ValueType.ENTITY and not rule.open and rule.key != "credit":
            yield Field(*about, ENTITIES, rule.about, **related(rule.key), property=rule.key)
        else:
            # Words with unit, role and time cannot be read back from a table: they name no property.
            yield Field(*about, WORDS, rule.about, pairs=told(rule.key), property=rule.key if rule.key in PLAIN else "")


def _in_order() -> list[Field]:
    """Fields by listing: the name and date first, what every kind has last."""
    result: list[Field] = []
    for kind in Kind:
        shared = _shared(kind, date=kind in DATED, default_sources=kind is not Kind.SOURCE)
        split = 2 if kind in DATED else 1
        own = (field for field in _OWN if field.listing is kind)
        result += [*shared[:split], *own, *_stated(kind), *shared[split:]]
    return result + _PARTS


FIELDS: tuple[Field, ...] = tuple(_in_order())
BY_KEY: dict[tuple[Listing, str], Field] = {(field.listing, field.key): field for field in FIELDS}


def fields_of(listing: Listing) -> tuple[Field, ...]:
    """The fields of one listing, in their order."""
    return tuple(field for field in FIELDS if field.listing is listing)
