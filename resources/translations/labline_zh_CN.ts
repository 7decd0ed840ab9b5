<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Labline</name>
    <message>
        <source>A benchmark result; the role names the benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A degree; the role names its subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prize or distinction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A qualitative claim, in our own words; the role names its topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quantity without a property of its own; the role says of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A remark on its quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A system that it was trained on, runs on or is offered through; the role says how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A technique that it uses, describes or works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Labline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accelerators used or owned; the role names their type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapter for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age when the source was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address; the role says of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An author's name as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arXiv id or DOI; the role says which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets under management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Award</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>based on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Career</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the &amp;selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the filter, then the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster or software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters and software that it made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computers in a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing time; the role says of which part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deprecated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derivation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derivations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digital object identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement or refinement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagreements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distilled from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that speak of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events about the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuned from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First line cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Founded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Founder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heading in the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headquarters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many lines the document has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its properties sources contradict each other about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many people work there; the role says which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it was downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of that entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the entity that the value names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In what way, or of what: the parts that a figure counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incorporated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialized from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introduced in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id in dossiers and links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id within the release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id, unless it is only a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal, conference or publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of that entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last line cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market value or its change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money invested in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Native name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names, native names among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over, at least, about …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters used for one token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters used for one token, largest variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters used for one token, of one size variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People credited on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position or function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions or functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred, normal or deprecated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per million tokens; the role says input or output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications that describe it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications that speak of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications that the person is credited on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publications that use or work on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantities without a property of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantized from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases that came from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases that it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases that it describes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases that the person is credited on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases that use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Releases trained on it, run on it or offered by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks on the quality of what is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ystem colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of capacity used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share owned; the role names the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show all releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the network between computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stars on a code host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated or inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>successor of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems that use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>techniques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques that it describes or works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques that it introduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques that it uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Techniques that the person works on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document that says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headings in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The larger thing that it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The licence that it is under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in its own script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The property that they disagree about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The publication that describes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release that it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release that it came from; the role says how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release that it is a size of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release that was derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size variant that it is stated of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size variant that was derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title as printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value as a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value as stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that it reads at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that it was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total parameters of its largest variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total parameters of one size variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained on its outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Utilization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value as a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variant of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What distinguishes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What distinguishes it, in our own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is claimed of it, in our own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is stated of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, in our own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads or writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads or writes: text, code, vision, image generation …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sort of thing it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sources disagree about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person contributed to; the role says how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training cost; the role says of which part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was founded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was incorporated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was released, published, built or happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is based</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was first used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the person worked or studied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the person worked or studied, as what and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the person worked or studied; the role says as what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the source writes the family name first or last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the weights can be downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who founded it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who introduced it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owns it; the role says through what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who published it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who supervised or mentored the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who worked or studied there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is inferred, preferred or deprecated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that you or an importer attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yearly revenue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
