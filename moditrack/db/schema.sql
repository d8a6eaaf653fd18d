-- The one place where tables and views are defined. Every table and column has a comment: the
-- line above a table says what a row is, the comment after a column says what it holds.
-- Dates are ISO 8601 text; a citation is <document>#<locator>; unknown is NULL.

-- What this database is: title, schema version, normaliser version, digests.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,  -- name of the property
    value TEXT NOT NULL  -- its value
) STRICT;

-- What this schema says about each table, view and column: the data dictionary.
CREATE TABLE dictionary (
    position INTEGER PRIMARY KEY,  -- order
    table_name TEXT NOT NULL,  -- the table or view
    column_name TEXT,  -- its column; NULL for the table itself
    type TEXT NOT NULL,  -- type of a column; table or view for the table itself
    meaning TEXT NOT NULL,  -- what it holds, with its unit
    joins TEXT  -- the columns it refers to
) STRICT;

-- An agency: whoever acts, from a force or department down to a team, committee or post.
CREATE TABLE agency (
    agency TEXT PRIMARY KEY,  -- short id, the same in every command
    kind TEXT NOT NULL CHECK (kind IN ('force', 'authority', 'committee', 'government',
        'department', 'agency', 'unit', 'team', 'cell', 'group', 'post', 'sector')),  -- what sort
    abbreviation TEXT,  -- usual abbreviation, where a document prints one
    name TEXT NOT NULL,  -- name to show, from the documents
    parent TEXT REFERENCES agency (agency)  -- agency it belongs to; NULL where none or not agreed
) STRICT;

-- An operation: a named operation, programme, phase, pilot, scheme, fund or agreement.
CREATE TABLE operation (
    operation TEXT PRIMARY KEY,  -- short id, the same in every command
    kind TEXT NOT NULL CHECK (kind IN ('operation', 'phase', 'programme', 'pilot', 'initiative',
        'fund', 'agreement', 'investigation', 'plan', 'review', 'system')),  -- what sort
    name TEXT NOT NULL,  -- name to show, from the documents
    parent TEXT REFERENCES operation (operation),  -- where all statements agree, else NULL
    lead TEXT REFERENCES agency (agency),  -- where all statements agree, else NULL
    start TEXT,  -- ISO date at the precision stated, where all statements agree, else NULL
    "end" TEXT,  -- ISO date at the precision stated, where all statements agree, else NULL
    status TEXT  -- where all statements agree, else NULL
) STRICT;

-- A strand: an area of work, one list for all documents.
CREATE TABLE strand (
    strand TEXT PRIMARY KEY,  -- short id
    name TEXT NOT NULL,  -- name to show
    definition TEXT NOT NULL  -- what belongs to it
) STRICT;

-- A role that an agency can have in a responsibility.
CREATE TABLE role (
    role TEXT PRIMARY KEY,  -- short id
    definition TEXT NOT NULL  -- what it means
) STRICT;

-- A measure: what a figure counts.
CREATE TABLE measure (
    measure TEXT PRIMARY KEY,  -- short id
    unit TEXT NOT NULL,  -- unit of its figures; percent means percent numbers, GBP means pounds
    name TEXT NOT NULL,  -- name to show
    definition TEXT NOT NULL  -- what is counted
) STRICT;

-- A Home Office crime outcome type, with the official name and where that was found.
CREATE TABLE outcome_type (
    code TEXT PRIMARY KEY,  -- 1, 1A … 22; 0 is the absence of an outcome
    official_name TEXT NOT NULL,  -- official name
    official_group TEXT NOT NULL,  -- official group
    name_found_in TEXT NOT NULL,  -- where the name was found
    group_found_in TEXT NOT NULL,  -- where the group was found
    is_outcome INTEGER NOT NULL CHECK (is_outcome IN (0, 1)),  -- 0 for code 0, which is none
    part_of TEXT REFERENCES outcome_type (code),  -- for an of-which row: what it is a part of
    checked_at_home_office INTEGER NOT NULL CHECK (checked_at_home_office IN (0, 1))
        -- 0: not checked against the Home Office's own page
) STRICT;

-- A document: one published report or press release.
CREATE TABLE document (
    document TEXT PRIMARY KEY,  -- publisher and date
    title TEXT NOT NULL,  -- title as printed
    kind TEXT NOT NULL CHECK (kind IN ('report', 'press release')),  -- what sort
    publisher TEXT NOT NULL REFERENCES agency (agency),  -- who published it
    force TEXT NOT NULL REFERENCES agency (agency),  -- the police force that it is about
    committee TEXT REFERENCES agency (agency),  -- committee that received it
    reference TEXT,  -- its number or reference, as printed
    date TEXT NOT NULL,  -- date of the meeting or release
    data_to TEXT,  -- last day that its data cover, where stated
    url TEXT,  -- address, where known
    licence TEXT,  -- licence; NULL: not known
    sha256 TEXT NOT NULL,  -- digest of the text it was verified against
    normaliser INTEGER NOT NULL,  -- version of the normaliser behind the passages' digests
    note TEXT  -- anything a reader of the document should know
) STRICT;

-- Who wrote, submitted or is quoted in a document.
CREATE TABLE document_author (
    document TEXT NOT NULL REFERENCES document (document),  -- the document
    position INTEGER NOT NULL,  -- order in the document
    name TEXT NOT NULL,  -- name
    post TEXT NOT NULL,  -- post, as printed
    role TEXT NOT NULL,  -- report author, submitted by, or quoted
    PRIMARY KEY (document, position)
) STRICT;

-- A passage: the smallest part of a document that can be cited.
CREATE TABLE passage (
    document TEXT NOT NULL REFERENCES document (document),  -- the document
    locator TEXT NOT NULL,  -- its address in the document
    position INTEGER NOT NULL,  -- order in the document
    kind TEXT NOT NULL CHECK (kind IN ('header', 'heading', 'paragraph', 'unnumbered', 'bullet',
        'table', 'footnote')),  -- what it is on the page
    heading TEXT,  -- the sub-heading above it
    words INTEGER NOT NULL,  -- how many words its normalised text has
    digest TEXT NOT NULL,  -- SHA-256 of its normalised text
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, locator)
) STRICT;

-- The text of a passage, only in a database built with the documents at hand.
CREATE TABLE passage_text (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    text TEXT NOT NULL,  -- its normalised text
    PRIMARY KEY (document, locator),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A figure: one quantity as stated. A cell of a table is a figure with table_name, row and column.
CREATE TABLE figure (
    figure TEXT PRIMARY KEY,  -- document:short-id
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    printed TEXT NOT NULL,  -- as printed
    value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
        -- number in the unit of its measure; NULL for a range
    low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
        -- lowest value, where bounded, in the unit of its measure
    high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
        -- highest value, where bounded, in the unit of its measure
    bound TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'at-least', 'more-than', 'at-most',
        'less-than', 'range')),
        -- how the value is meant; more-than and less-than leave the value itself out
    status TEXT NOT NULL CHECK (status IN ('recorded', 'estimate', 'target', 'planned', 'stated')),
        -- recorded: reported as fact; stated: a rule, a definition or the length of a list
    measure TEXT NOT NULL REFERENCES measure (measure),  -- what it counts
    description TEXT NOT NULL,  -- what it counts here, in our words
    period_start TEXT,  -- first day it covers
    period_end TEXT,  -- last day it covers
    period_inferred INTEGER NOT NULL CHECK (period_inferred IN (0, 1)),
        -- 1 where a part of the period is not printed but follows from the document
    period_label TEXT,  -- for a cell of a table of outcomes or victims: its period, as shown
    agency TEXT REFERENCES agency (agency),  -- agency it is about
    operation TEXT REFERENCES operation (operation),  -- operation it is about
    table_name TEXT,  -- table it is a cell of
    "row" TEXT,  -- label of its row, as printed
    "column" TEXT,  -- label of its column, as printed
    cell TEXT CHECK (cell IN ('cell', 'row-total', 'column-total', 'grand-total', 'subtotal', 'part',
        'share', 'change', 'rank', 'rate')),
        -- what kind of cell; totals and shares are the printed ones, a part ("of which") is in a cell
    mark TEXT CHECK (mark IN ('suppressed', 'not-available', 'nil')),
        -- what a mark printed in place of a number means; NULL where a number is printed
    outcome_label TEXT,  -- outcome, as printed, for a cell of an outcome table
    characteristic TEXT CHECK (characteristic IN ('age', 'ethnicity')),
        -- what a table of victims divides them by
    category TEXT,  -- age band or ethnicity, as printed
    sex TEXT CHECK (sex IN ('female', 'male')),  -- sex
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    CHECK ((bound = 'range' OR mark IS NOT NULL) = (value IS NULL)),
    CHECK ((table_name IS NULL) = ("row" IS NULL) AND (table_name IS NULL) = (cell IS NULL)),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator),
    FOREIGN KEY (document, outcome_label) REFERENCES outcome_label (document, label)
) STRICT;

-- What a label of a document's outcome table means as an outcome type.
CREATE TABLE outcome_label (
    document TEXT NOT NULL REFERENCES document (document),  -- the document
    label TEXT NOT NULL,  -- as printed
    position INTEGER NOT NULL,  -- order in the table
    code TEXT REFERENCES outcome_type (code),  -- NULL where none is printed
    short TEXT NOT NULL,  -- the label without its code, for display
    PRIMARY KEY (document, label)
) STRICT;

-- A name or abbreviation that a document gives an agency or operation.
CREATE TABLE name (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    agency TEXT REFERENCES agency (agency),  -- whose name: an agency's
    operation TEXT REFERENCES operation (operation),  -- or an operation's
    name TEXT NOT NULL,  -- as printed
    kind TEXT NOT NULL CHECK (kind IN ('name', 'abbreviation', 'variant', 'reference')),
        -- reference: words by which this passage alone means it, no name
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    CHECK ((agency IS NULL) <> (operation IS NULL)),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A statement: what one document says about one property of an operation or agency.
CREATE TABLE statement (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    operation TEXT REFERENCES operation (operation),  -- about an operation
    agency TEXT REFERENCES agency (agency),  -- or about an agency
    property TEXT NOT NULL CHECK (property IN ('aim', 'end', 'funding', 'governance', 'lead',
        'legal', 'level', 'location', 'method', 'parent', 'partner', 'publicity', 'result', 'role',
        'scope', 'staffing', 'start', 'status')),  -- which property
    value TEXT NOT NULL,  -- an id (lead, partner, parent), a date, a level or a short phrase
    inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
        -- 1 where a part is not printed but follows from the document
    statement TEXT NOT NULL,  -- what is said, in our words
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    CHECK ((agency IS NULL) <> (operation IS NULL)),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A responsibility: an agency's role in its strands or an operation, as one document states it.
CREATE TABLE responsibility (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    agency TEXT NOT NULL REFERENCES agency (agency),  -- who
    operation TEXT REFERENCES operation (operation),  -- in which operation
    role TEXT NOT NULL REFERENCES role (role),  -- in which role
    status TEXT NOT NULL CHECK (status IN ('current', 'planned', 'proposed', 'past')),
        -- as of its day; proposed: needed, asked for or considered, and not decided
    inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
        -- 1 where who, in which role or in which strand is not printed but follows from the document
    responsibility TEXT NOT NULL,  -- what it does, in our words
    as_at TEXT NOT NULL,  -- day as of which it is stated
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A strand that a responsibility is in; each is in at least one.
CREATE TABLE responsibility_strand (
    document TEXT NOT NULL,  -- the document
    position INTEGER NOT NULL,  -- the responsibility
    strand TEXT NOT NULL REFERENCES strand (strand),  -- the area of work
    PRIMARY KEY (document, position, strand),
    FOREIGN KEY (document, position) REFERENCES responsibility (document, position)
) STRICT;

-- A National Intelligence Model level of a responsibility: its passage's, else its heading's.
CREATE TABLE responsibility_level (
    document TEXT NOT NULL,  -- the document
    position INTEGER NOT NULL,  -- the responsibility
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),  -- level 1, 2 or 3
    PRIMARY KEY (document, position, level),
    FOREIGN KEY (document, position) REFERENCES responsibility (document, position)
) STRICT;

-- An event: something that a document dates, or that belongs in a timeline without a date.
CREATE TABLE event (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    date TEXT,  -- first day it may have been
    "end" TEXT,  -- last day of an event that lasted; NULL for a single day or an open end
    open_end INTEGER NOT NULL CHECK (open_end IN (0, 1)),  -- 1 where it was still going on
    latest TEXT,  -- last day that it may have touched; for an open end, the document's date
    precision TEXT CHECK (precision IN ('day', 'month', 'quarter', 'year', 'financial year')),
        -- how exactly the date is stated
    inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
        -- 1 where a part of the date is not printed but follows from the document
    printed TEXT,  -- the date as printed
    event TEXT NOT NULL,  -- what happened, in our words
    operation TEXT REFERENCES operation (operation),  -- operation it belongs to
    agency TEXT REFERENCES agency (agency),  -- agency it belongs to
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A part: one item of a list that a document gives of an operation.
CREATE TABLE part (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    operation TEXT NOT NULL REFERENCES operation (operation),  -- whose part
    list TEXT NOT NULL,  -- which list
    part TEXT NOT NULL,  -- the item, in our words
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A definition that a document gives.
CREATE TABLE definition (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    kind TEXT NOT NULL,  -- what sort of term
    term TEXT NOT NULL,  -- the term
    definition TEXT NOT NULL,  -- its meaning there, in our words
    printed TEXT NOT NULL,  -- the words that introduce it, as printed
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A commitment: what a document says will be done.
CREATE TABLE commitment (
    id TEXT PRIMARY KEY,  -- document:short-id
    document TEXT NOT NULL,  -- document in which it was made
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    commitment TEXT NOT NULL,  -- what will be done, in our words
    due TEXT,  -- ISO date at the precision stated
    due_inferred INTEGER NOT NULL CHECK (due_inferred IN (0, 1)),
        -- 1 where the due date is not printed but follows from the document
    operation TEXT REFERENCES operation (operation),  -- operation it belongs to
    target TEXT REFERENCES figure (figure),  -- figure it aims at
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- An agency that makes or carries a commitment.
CREATE TABLE commitment_agency (
    commitment TEXT NOT NULL REFERENCES commitment (id),  -- the commitment
    position INTEGER NOT NULL,  -- order as recorded
    agency TEXT NOT NULL REFERENCES agency (agency),  -- the agency
    PRIMARY KEY (commitment, position)
) STRICT;

-- What a later document says about a commitment.
CREATE TABLE followup (
    document TEXT NOT NULL,  -- the later document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    commitment TEXT NOT NULL REFERENCES commitment (id),  -- the commitment
    state TEXT NOT NULL CHECK (state IN ('met', 'partly', 'not-met')),  -- as that passage reports
    followup TEXT NOT NULL,  -- what is said, in our words
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A reference: what a document refers to and does not contain.
CREATE TABLE reference (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    title TEXT NOT NULL,  -- what is referred to
    kind TEXT NOT NULL,  -- what sort
    operation TEXT REFERENCES operation (operation),  -- operation it belongs to
    note TEXT,  -- what is known of it
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A threat: what a document says about who threatens whom, where from and how, with its hedge.
CREATE TABLE threat (
    document TEXT NOT NULL,  -- the document, whose statement it is
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    strand TEXT NOT NULL REFERENCES strand (strand),  -- area of work that it concerns
    who TEXT NOT NULL,  -- who acts or is affected, as the document describes them
    origin TEXT,  -- where they come from, as the document says; NULL where it does not
    threat TEXT NOT NULL,  -- what is said about them, in our words
    hedge TEXT,  -- how sure the document says it is, in its words; NULL: said without a hedge
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A caution: what a document itself says against reading too much into its figures.
CREATE TABLE caution (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    topic TEXT NOT NULL,  -- what it is about, in a few words that read on from "The report cautions:"
    caution TEXT NOT NULL,  -- what to keep in mind, in our words
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A measure whose figures a caution concerns.
CREATE TABLE caution_measure (
    document TEXT NOT NULL,  -- the document
    position INTEGER NOT NULL,  -- the caution
    measure TEXT NOT NULL REFERENCES measure (measure),  -- the measure
    PRIMARY KEY (document, position, measure),
    FOREIGN KEY (document, position) REFERENCES caution (document, position)
) STRICT;

-- A numeral in a document that is not a quantity, with the reason.
CREATE TABLE numeral (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    position INTEGER NOT NULL,  -- order in the records
    printed TEXT NOT NULL,  -- as printed
    reason TEXT NOT NULL,  -- why it is not a quantity
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A check: a derived number recomputed, or statements about the same thing that differ.
CREATE TABLE check_result (
    check_id TEXT PRIMARY KEY,  -- document:short-id for a claim, a short id for statements
    position INTEGER NOT NULL,  -- order: the most severe first, then as in the records
    kind TEXT NOT NULL CHECK (kind IN ('total', 'share', 'increase', 'decrease', 'difference',
        'same', 'share-total', 'list-count', 'weekday', 'people', 'average', 'above-average',
        'ratio', 'percentage-points', 'duration', 'rank', 'possible-share', 'base',
        'part', 'rounding-rule', 'statements')),  -- what is checked
    statement TEXT NOT NULL,  -- what is claimed, or what the statements are about
    stated TEXT,  -- as printed; NULL for statements
    recomputed TEXT,  -- what the figures give; NULL where nothing can be computed
    verdict TEXT NOT NULL CHECK (verdict IN ('consistent', 'truncated', 'rounded-up',
        'inconsistent', 'impossible', 'ambiguous', 'conflict', 'not-checkable')),  -- what came out
    why TEXT NOT NULL,  -- the reason, in words that do not say who is wrong
    property TEXT,  -- for statements: which property of its operation they differ on, if one
    in_a_line TEXT,  -- what is computed, of a few numbers: 46 + 102
    chance TEXT  -- for a change of counts: whether it could be chance, with the p-value
) STRICT;

-- A passage that a check rests on.
CREATE TABLE check_source (
    check_id TEXT NOT NULL REFERENCES check_result (check_id),  -- the check
    position INTEGER NOT NULL,  -- order
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    states TEXT,  -- for statements: what this passage states, in our words
    citation TEXT GENERATED ALWAYS AS (document || '#' || locator),  -- document#locator
    PRIMARY KEY (check_id, position),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT;

-- A figure, operation or agency that a check is about.
CREATE TABLE check_subject (
    check_id TEXT NOT NULL REFERENCES check_result (check_id),  -- the check
    position INTEGER NOT NULL,  -- order
    figure TEXT REFERENCES figure (figure),  -- a figure
    operation TEXT REFERENCES operation (operation),  -- or an operation
    agency TEXT REFERENCES agency (agency),  -- or an agency
    PRIMARY KEY (check_id, position),
    CHECK ((figure IS NOT NULL) + (operation IS NOT NULL) + (agency IS NOT NULL) = 1)
) STRICT;

-- A step of a check's arithmetic.
CREATE TABLE check_step (
    check_id TEXT NOT NULL REFERENCES check_result (check_id),  -- the check
    position INTEGER NOT NULL,  -- order
    step TEXT NOT NULL,  -- the step, to read
    PRIMARY KEY (check_id, position)
) STRICT;

-- A finding: what does not fit about one matter, in one check or several.
CREATE TABLE finding (
    finding TEXT PRIMARY KEY REFERENCES check_result (check_id),  -- its first check
    position INTEGER NOT NULL,  -- order in the records
    severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),  -- 1 is the most severe
    title TEXT NOT NULL,  -- what it is about
    differs TEXT NOT NULL,  -- what is printed, and what the figures or other passages give
    matters TEXT,  -- why it matters; NULL where the records do not say
    question TEXT,  -- what to ask the authors; NULL where the records do not say
    gives TEXT  -- what the figures give, each by its reading; NULL where there is one reading
) STRICT;

-- A check of a finding. A check that fits is in none.
CREATE TABLE finding_check (
    check_id TEXT PRIMARY KEY REFERENCES check_result (check_id),  -- the check
    finding TEXT NOT NULL REFERENCES finding (finding),  -- the finding
    position INTEGER NOT NULL  -- order
) STRICT;

-- What the statements, names and conflicts say of an operation together; made from other tables.
CREATE TABLE summary_operation (
    operation TEXT PRIMARY KEY REFERENCES operation (operation),  -- the operation
    what TEXT NOT NULL,  -- what it is, in our words, where that is said, and its property, as JSON
    levels TEXT NOT NULL,  -- National Intelligence Model levels, as JSON
    partners TEXT NOT NULL,  -- ids of its partners, as JSON
    documents TEXT NOT NULL,  -- documents that name it, as JSON
    sources TEXT NOT NULL,  -- passages of its names and of these statements, as JSON
    inferred TEXT NOT NULL,  -- properties that are not printed but follow, as JSON
    differing TEXT NOT NULL  -- properties that are stated in different ways, as JSON
) STRICT, WITHOUT ROWID;

-- Who makes a commitment, and what later documents say of it; made from other tables.
CREATE TABLE summary_commitment (
    commitment TEXT PRIMARY KEY REFERENCES commitment (id),  -- the commitment
    "by" TEXT NOT NULL,  -- ids of the agencies that make it, as JSON
    state TEXT NOT NULL CHECK (state IN ('reported-met', 'reported-partly', 'reported-not-met',
        'not-mentioned-again', 'not-yet-due', 'no-later-document')),  -- what became of it
    later TEXT NOT NULL,  -- what later documents say, as JSON
    sources TEXT NOT NULL,  -- passages of it and of the later words, as JSON
    not_mentioned_in TEXT NOT NULL,  -- later documents that say nothing of it, as JSON
    by_names TEXT NOT NULL  -- what these agencies are called, as JSON
) STRICT, WITHOUT ROWID;

-- The passages that a check rests on; made from other tables.
CREATE TABLE summary_check (
    check_id TEXT PRIMARY KEY REFERENCES check_result (check_id),  -- the check
    sources TEXT NOT NULL,  -- the passages, as JSON
    sides TEXT NOT NULL  -- for statements, what each passage states, as JSON
) STRICT, WITHOUT ROWID;

-- The passages that speak of an agency; made from other tables.
CREATE TABLE summary_agency (
    agency TEXT PRIMARY KEY REFERENCES agency (agency),  -- the agency
    sources TEXT NOT NULL  -- passages of its names, records and checks, as JSON
) STRICT, WITHOUT ROWID;

-- City of London Police and the national share of crime; made from other tables.
CREATE TABLE summary_comparison (
    reading TEXT NOT NULL,  -- which count is taken as the one behind the share
    measure TEXT NOT NULL,  -- what is compared
    colp REAL,  -- City of London Police, in unit
    national REAL,  -- national share, in unit
    unit TEXT NOT NULL,  -- unit of both
    difference REAL,  -- colp less national, in percentage points
    ratio REAL,  -- colp by national, four decimals
    offences ANY NOT NULL,  -- offences in this reading
    expected_at_national_rate REAL,  -- offences at the national share
    sources TEXT NOT NULL,  -- the passages with the shares and the count, as JSON
    document TEXT NOT NULL REFERENCES document (document),  -- the document that prints them
    colp_printed TEXT NOT NULL,  -- share of the City of London Police, as printed
    national_printed TEXT NOT NULL,  -- national share, as printed
    figures TEXT NOT NULL,  -- the figures that print a share of the City, as JSON
    yearly TEXT NOT NULL,  -- year and offences of each year of the reading, as JSON
    whole INTEGER NOT NULL  -- 1 where the count is of all years
) STRICT;

-- What rests on a passage, in our words; made from other tables.
CREATE TABLE summary_passage (
    document TEXT NOT NULL,  -- the document
    locator TEXT NOT NULL,  -- the passage
    figures TEXT NOT NULL,  -- figures, as JSON
    names TEXT NOT NULL,  -- names of agencies and operations, as JSON
    statements TEXT NOT NULL,  -- statements, as JSON
    responsibilities TEXT NOT NULL,  -- responsibilities, as JSON
    events TEXT NOT NULL,  -- events, as JSON
    parts TEXT NOT NULL,  -- items of lists, as JSON
    definitions TEXT NOT NULL,  -- definitions, as JSON
    commitments TEXT NOT NULL,  -- commitments, as JSON
    followups TEXT NOT NULL,  -- what is said about earlier commitments, as JSON
    threats TEXT NOT NULL,  -- who threatens whom, as JSON
    cautions TEXT NOT NULL,  -- what is said against reading too much into figures, as JSON
    "references" TEXT NOT NULL,  -- what is referred to, as JSON
    checks TEXT NOT NULL,  -- checks that rest on it, as JSON
    numerals TEXT NOT NULL,  -- numbers that are no quantities, as JSON
    PRIMARY KEY (document, locator),
    FOREIGN KEY (document, locator) REFERENCES passage (document, locator)
) STRICT, WITHOUT ROWID;

-- What can be searched: one row for each thing of the dataset, made from the other tables.
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,  -- number
    kind TEXT NOT NULL,  -- what it is: operation, agency, figure, event …
    title TEXT NOT NULL,  -- its name or what it says first
    text TEXT NOT NULL,  -- what to find it by, besides the title
    citation TEXT,  -- the passage, or the first of several
    command TEXT NOT NULL,  -- the command that shows more
    title_words TEXT NOT NULL DEFAULT '',  -- the words of the title, as search compares them
    text_words TEXT NOT NULL DEFAULT ''  -- the words of the text, as search compares them
) STRICT;

-- What a person may type for an operation or agency; made from the other tables.
CREATE TABLE search_name (
    kind TEXT NOT NULL CHECK (kind IN ('operation', 'agency')),  -- whose name
    name_key TEXT NOT NULL,  -- the name without case, punctuation and a leading "Operation"
    id TEXT NOT NULL,  -- the operation or agency
    rank INTEGER NOT NULL,
        -- 0: a name of the dataset; 1: one that a document prints; 2: a variant ("scheme")
    PRIMARY KEY (kind, name_key, id)
) STRICT, WITHOUT ROWID;
