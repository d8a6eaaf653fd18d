-- The views. Every column has a comment that says what it holds.

-- An operation and every operation that it is a part of, itself included.
CREATE VIEW operation_within AS
WITH RECURSIVE within (operation, ancestor) AS (
    SELECT operation, operation FROM operation
    UNION
    SELECT w.operation, o.parent FROM within AS w JOIN operation AS o ON o.operation = w.ancestor
    WHERE o.parent IS NOT NULL
)
SELECT
    operation,  -- the operation
    ancestor  -- itself, or one that it is a part of
FROM within;

-- Offences by document, force, year and outcome: what `moditrack outcomes` asks.
CREATE VIEW outcome AS
WITH cell AS (
    SELECT f.*, CAST(substr(f.period_start, 1, 4) AS INTEGER) AS year,
        coalesce(
            (
                SELECT total.value FROM figure AS total
                WHERE total.document = f.document AND total.table_name = f.table_name
                    AND total."column" = f."column" AND total.cell = 'column-total'
            ),
            (
                SELECT sum(other.value) FROM figure AS other
                WHERE other.document = f.document AND other.table_name = f.table_name
                    AND other."column" = f."column" AND other.cell = 'cell'
            )
        ) AS total
    FROM figure AS f
    WHERE f.measure = 'outcome-offences' AND f.cell = 'cell'
)
SELECT
    c.document,  -- the document
    c.agency AS force,  -- the police force
    c.year,  -- INTEGER: calendar year of the column
    l.code,  -- outcome code; NULL where none is printed
    coalesce(t.official_name, l.short) AS outcome,
        -- TEXT: official name of the outcome; the printed one where there is no code
    t.official_group AS "group",  -- official group; NULL where there is no code
    c.outcome_label AS stated_label,  -- label as printed
    c.value AS offences,  -- offences
    c.total AS year_total,  -- INTEGER: offences of the year: the printed total, else the sum
    CAST(10000.0 * c.value / c.total + 0.5 AS INTEGER) / 100.0 AS share_percent,
        -- REAL: percent of the year's offences, to two decimals; NULL where there are none
    json_array(c.citation) AS sources,  -- TEXT: where it stands, as a JSON list
    a.name AS force_name,  -- name of the police force
    l.position,  -- order in the table
    c.citation  -- document#locator
FROM cell AS c
JOIN outcome_label AS l ON l.document = c.document AND l.label = c.outcome_label
JOIN agency AS a ON a.agency = c.agency
LEFT JOIN outcome_type AS t ON t.code = l.code;

-- Victims by document, force, characteristic, category and sex: what `moditrack victims` asks.
CREATE VIEW victim AS
WITH cell AS (
    SELECT f.*,
        coalesce(
            (
                SELECT total.value FROM figure AS total
                WHERE total.document = f.document AND total.table_name = f.table_name
                    AND total.cell = 'grand-total'
            ),
            (
                SELECT sum(other.value) FROM figure AS other
                WHERE other.document = f.document AND other.table_name = f.table_name
                    AND other.cell = 'cell'
            )
        ) AS total
    FROM figure AS f
    WHERE f.measure = 'victims' AND f.cell = 'cell'
)
SELECT
    c.document,  -- the document
    c.agency AS force,  -- the police force
    c.characteristic,  -- age or ethnicity
    c.category,  -- age band or ethnicity, as printed
    c.sex,  -- sex
    c.value AS victims,  -- victims
    CAST(10000.0 * c.value / c.total + 0.5 AS INTEGER) / 100.0 AS share_percent,
        -- REAL: percent of the table's victims, to two decimals; NULL where there are none
    json_array(c.citation) AS sources,  -- TEXT: where it stands, as a JSON list
    c.total AS table_total,  -- INTEGER: victims in the table: the printed total, else the sum
    a.name AS force_name,  -- name of the police force
    c.position,  -- order in the records
    c.citation  -- document#locator
FROM cell AS c
JOIN agency AS a ON a.agency = c.agency;

-- City of London Police and the national rate, once for each count that may be behind the share:
-- what `moditrack compare` asks. Only the command has the intervals.
CREATE VIEW comparison AS
WITH pair AS (
    SELECT own.document, own.figure, own.measure, own.citation,
        own.printed AS colp_printed, nat.printed AS national_printed,
        CAST(own.value AS REAL) AS colp, CAST(nat.value AS REAL) AS national,
        -- Millionths are whole numbers: with them, a half is rounded up exactly.
        round(own.value * 1000000) AS c, round(nat.value * 1000000) AS n,
        row_number() OVER (PARTITION BY own.document ORDER BY own.position, nat.position) AS number
    FROM figure AS own
    JOIN figure AS nat ON nat.document = own.document AND nat.locator = own.locator
        AND nat.measure = 'national-share-of-crime'
    WHERE own.measure = 'share-of-crime' AND own.agency = 'colp'
),
total AS (
    SELECT f.document, f.figure, f.value, f.citation, f.cell,
        substr(f.period_start, 1, 4) AS first_year, substr(f.period_end, 1, 4) AS last_year,
        row_number() OVER (PARTITION BY f.document, f.cell ORDER BY f.period_start DESC) AS latest
    FROM figure AS f
    WHERE f.measure = 'outcome-offences' AND f.cell IN ('column-total', 'grand-total')
),
reading AS (
    SELECT t.*, t.cell = 'grand-total' AS whole,
        coalesce(
            t.first_year,
            (SELECT min(y.first_year) FROM total AS y WHERE y.document = t.document)
        ) AS first,
        coalesce(
            t.last_year,
            (SELECT max(y.last_year) FROM total AS y WHERE y.document = t.document)
        ) AS last
    FROM total AS t
    WHERE t.value > 0 AND (t.cell = 'grand-total' OR t.latest = 1)
)
SELECT
    coalesce(iif(r.first = r.last, r.first, r.first || '-' || r.last), 'all years') AS reading,
        -- TEXT: which count is taken as the one behind the share
    p.measure,  -- what is compared
    p.colp,  -- REAL: City of London Police, in unit
    p.national,  -- REAL: national rate, in unit
    'percent' AS unit,  -- TEXT: unit of both
    (p.c - p.n) / 1000000 AS difference,  -- REAL: colp less national, in percentage points
    CAST(10000 * p.c / p.n + 0.5 AS INTEGER) / 10000.0 AS ratio,
        -- REAL: colp by national, four decimals
    r.value AS offences,  -- offences in this reading
    CAST(100 * r.value * p.n / p.c + 0.5 AS INTEGER) / 100.0 AS expected_at_national_rate,
        -- REAL: offences at the national rate
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation FROM (
                SELECT o.citation, o.number FROM pair AS o
                WHERE o.document = p.document AND o.colp_printed = p.colp_printed
                    AND o.national_printed = p.national_printed
                UNION ALL SELECT r.citation, 1e9
            ) GROUP BY citation ORDER BY min(number)
        )
    ) AS sources,  -- TEXT: where the shares and the count stand, as a JSON list
    p.document,  -- the document that prints them
    p.colp_printed,  -- share of the City of London Police, as printed
    p.national_printed,  -- national share, as printed
    (
        SELECT json_group_array(o.figure) FROM pair AS o WHERE o.document = p.document
    ) AS figures,  -- TEXT: the figures that print a share of the City, as a JSON list
    r.whole  -- INTEGER: 1 where the count is of all years
FROM pair AS p
JOIN reading AS r ON r.document = p.document
WHERE p.number = 1;

-- Every figure with its unit and the names behind its ids: what `moditrack figures` asks.
CREATE VIEW figures AS
SELECT
    f.figure,  -- document:short-id
    f.document,  -- the document
    f.locator,  -- the passage
    f.printed,  -- as printed
    f.value,  -- number in unit; NULL for a range
    f.low,  -- lowest value, where bounded
    f.high,  -- highest value, where bounded
    m.unit,  -- unit; percent means percent numbers, GBP means pounds
    f.bound,  -- how the value is meant
    f.status,  -- recorded, estimate, target, planned or stated
    f.measure,  -- what it counts
    f.description,  -- what it counts here, in our words
    f.period_start,  -- first day it covers
    f.period_end,  -- last day it covers
    f.operation,  -- operation it is about
    f.agency,  -- agency it is about
    f.table_name AS "table",  -- table it is a cell of
    f."row",  -- label of its row, as printed
    f."column",  -- label of its column, as printed
    json_array(f.citation) AS sources,  -- TEXT: where it stands, as a JSON list
    f.period_inferred,  -- 1 where a part of the period is not printed but follows from the document
    coalesce(f.period_start, CASE WHEN f.period_end IS NOT NULL THEN '' END) AS period_earliest,
        -- TEXT: first day it may cover; NULL where it has no period
    coalesce(f.period_end, CASE WHEN f.period_start IS NOT NULL THEN d.date END) AS period_latest,
        -- TEXT: last day it may cover, at most the document's; NULL where it has no period
    m.name AS measure_name,  -- name of the measure
    d.title AS document_title,  -- title of the document
    d.date,  -- date of the document
    o.name AS operation_name,  -- name of the operation
    a.name AS agency_name,  -- name of the agency
    f.citation,  -- document#locator
    f.rowid AS position  -- INTEGER: order of documents, and of figures in each
FROM figure AS f
JOIN measure AS m ON m.measure = f.measure
LEFT JOIN document AS d ON d.document = f.document
LEFT JOIN operation AS o ON o.operation = f.operation
LEFT JOIN agency AS a ON a.agency = f.agency;

-- Every operation with what its statements, names and conflicts say of it together: what
-- `moditrack operations` asks. Each list is found by the operation, in the order of the documents.
CREATE VIEW operations AS
SELECT
    o.operation,  -- the operation
    o.name,  -- its name
    o.kind,  -- operation, phase, fund, pilot and the like
    (
        SELECT json_group_array(level) FROM (
            SELECT DISTINCT CAST(s.value AS INTEGER) AS level FROM statement AS s
            WHERE s.operation = o.operation AND s.property = 'level' ORDER BY level
        )
    ) AS levels,  -- TEXT: National Intelligence Model levels stated, as a JSON list
    o.lead,  -- lead agency; NULL where none is stated or the documents differ
    (
        SELECT json_group_array(value) FROM (
            SELECT s.value FROM statement AS s
            WHERE s.operation = o.operation AND s.property = 'partner'
            GROUP BY s.value ORDER BY min(s.rowid)
        )
    ) AS partners,  -- TEXT: partners stated, as a JSON list
    o.parent,  -- operation that it belongs to; NULL where none or not agreed
    o.start,  -- start; NULL where none is stated or the documents differ
    o."end",  -- end; NULL where none is stated or the documents differ
    o.status,  -- status; NULL where none is stated or the documents differ
    (
        SELECT json_group_array(document) FROM (
            SELECT n.document FROM name AS n
            WHERE n.operation = o.operation AND n.kind <> 'reference'
            GROUP BY n.document ORDER BY min(n.rowid)
        )
    ) AS documents,  -- TEXT: documents that name it, as a JSON list
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation, min(place) FROM (
                SELECT n.citation, n.rowid AS place FROM name AS n
                WHERE n.operation = o.operation AND n.kind <> 'reference'
                UNION ALL
                SELECT s.citation, 1e15 + s.rowid FROM statement AS s
                WHERE s.operation = o.operation AND s.property IN
                    ('parent', 'lead', 'partner', 'level', 'start', 'end', 'status')
            ) GROUP BY citation ORDER BY min(place)
        )
    ) AS sources,  -- TEXT: where it is named, then where these are stated, as a JSON list
    (
        SELECT json_group_array(property) FROM (
            SELECT s.property FROM statement AS s
            WHERE s.operation = o.operation
                AND CASE s.property WHEN 'lead' THEN o.lead WHEN 'parent' THEN o.parent
                    WHEN 'start' THEN o.start WHEN 'end' THEN o."end"
                    WHEN 'status' THEN o.status END IS NOT NULL
            GROUP BY s.property HAVING min(s.inferred) ORDER BY s.property
        )
    ) AS inferred,  -- TEXT: which of these no document prints in full, as a JSON list
    (
        SELECT json_group_array(property) FROM (
            SELECT s.property FROM statement AS s
            WHERE s.operation = o.operation
                AND CASE s.property WHEN 'lead' THEN o.lead WHEN 'parent' THEN o.parent
                    WHEN 'start' THEN o.start WHEN 'end' THEN o."end"
                    WHEN 'status' THEN o.status ELSE '' END IS NULL
            UNION
            SELECT c.property FROM check_subject AS b
            JOIN check_result AS c ON c.check_id = b.check_id
            WHERE b.operation = o.operation AND c.property IS NOT NULL
            ORDER BY 1
        )
    ) AS differing,  -- TEXT: which of these the documents state differently, as a JSON list
    coalesce(a.abbreviation, a.name) AS lead_name,  -- TEXT: what people call the lead agency
    o.rowid AS position  -- INTEGER: order in the records
FROM operation AS o
LEFT JOIN agency AS a ON a.agency = o.lead;

-- Every responsibility with the names behind its ids, a row for each of its strands and levels: what
-- `moditrack agencies` asks.
CREATE VIEW responsibilities AS
SELECT
    r.agency,  -- who
    a.abbreviation,  -- its usual abbreviation
    a.name,  -- its name
    a.parent,  -- agency that it belongs to
    i.strand,  -- in which area of work
    r.operation,  -- in which operation
    l.level,  -- National Intelligence Model level 1, 2 or 3, where stated
    r.role,  -- in which role
    r.status,  -- current, planned, proposed or past, as of its day
    r.responsibility,  -- what it does, in our words
    r.as_at,  -- day as of which it is stated
    r.inferred,  -- 1 where a part is not printed but follows from the document
    json_array(r.citation) AS sources,  -- TEXT: where it stands, as a JSON list
    r.document,  -- the document
    s.name AS strand_name,  -- name of the area of work
    o.name AS operation_name,  -- name of the operation
    r.rowid AS position,  -- INTEGER: order of documents, and of responsibilities in each
    a.rowid AS agency_position,  -- INTEGER: order of agencies
    s.rowid AS strand_position,  -- INTEGER: order of areas of work
    o.rowid AS operation_position  -- INTEGER: order of operations
FROM responsibility AS r
JOIN agency AS a ON a.agency = r.agency
JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
JOIN strand AS s ON s.strand = i.strand
LEFT JOIN operation AS o ON o.operation = r.operation
LEFT JOIN responsibility_level AS l ON l.document = r.document AND l.position = r.position;

-- Every event with the names behind its ids: what `moditrack timeline` asks.
CREATE VIEW timeline AS
SELECT
    e.date,  -- first day it may have been
    e."end",  -- last day of an event that lasted; NULL for a single day or an open end
    e.precision,  -- how exactly the date is stated
    e.inferred,  -- 1 where a part of the date is not printed but follows from the document
    e.event,  -- what happened, in our words
    e.operation,  -- operation it belongs to
    e.document,  -- the document
    json_array(e.citation) AS sources,  -- TEXT: where it stands, as a JSON list
    e.latest,  -- last day that it may have touched; for an open end, the document's date
    e.printed,  -- the date as printed
    e.open_end,  -- 1 where it was still going on
    coalesce(e.date, e.latest) AS earliest,
        -- TEXT: first day it may have been, else the last day it may have touched
    o.name AS operation_name,  -- name of the operation
    e.agency,  -- agency it belongs to
    a.name AS agency_name,  -- name of the agency
    e.citation,  -- document#locator
    e.rowid AS position  -- INTEGER: order of documents, and of events in each
FROM event AS e
LEFT JOIN operation AS o ON o.operation = e.operation
LEFT JOIN agency AS a ON a.agency = e.agency;

-- Every commitment with what later documents say of it: what `moditrack commitments` asks.
CREATE VIEW commitments AS
SELECT
    c.commitment,  -- what will be done, in our words
    c.document AS made_in,  -- document in which it was made
    d.date AS made_on,  -- date of that document
    c.due,  -- ISO date at the precision stated
    (
        SELECT json_group_array(agency) FROM (
            SELECT b.agency FROM commitment_agency AS b WHERE b.commitment = c.id
            ORDER BY b.position
        )
    ) AS "by",  -- TEXT: ids of those who make or carry it, as a JSON list
    c.operation,  -- operation it belongs to
    (
        iif(f.bound = 'exact', '', replace(f.bound, '-', ' ') || ' ') || f.value || ' ' || m.unit
    ) AS target,  -- TEXT: the figure it aims at, with its unit
    (
        SELECT json_group_array(json_object(
            'document', document, 'says', followup, 'state', state, 'source', citation
        )) FROM (SELECT u.* FROM followup AS u WHERE u.commitment = c.id ORDER BY u.rowid)
    ) AS later,  -- TEXT: what later documents say of it, as a JSON list of objects
    CASE
        WHEN 'met' IN (SELECT u.state FROM followup AS u WHERE u.commitment = c.id)
            THEN 'reported-met'
        WHEN 'partly' IN (SELECT u.state FROM followup AS u WHERE u.commitment = c.id)
            THEN 'reported-partly'
        WHEN 'not-met' IN (SELECT u.state FROM followup AS u WHERE u.commitment = c.id)
            THEN 'reported-not-met'
        WHEN c.due IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM document AS o
            WHERE o.force = d.force AND (o.date = c.due OR o.date > c.due || '~')
        ) THEN 'not-yet-due'
        WHEN EXISTS (SELECT 1 FROM document AS o WHERE o.force = d.force AND o.date > d.date)
            THEN 'not-mentioned-again'
        ELSE 'no-later-document'
    END AS state,
        -- TEXT: what became of it; what is due in a month or year is due after its last day
    (
        SELECT json_group_array(citation) FROM (
            SELECT 0 AS place, c.citation
            UNION ALL SELECT u.rowid, u.citation FROM followup AS u WHERE u.commitment = c.id
            ORDER BY place
        )
    ) AS sources,  -- TEXT: where it and the later words stand, as a JSON list
    c.id,  -- document:short-id
    c.due_inferred,  -- 1 where the due date is not printed but follows from the document
    (
        SELECT json_group_array(json_object('document', document, 'kind', kind)) FROM (
            SELECT o.document, o.kind FROM document AS o
            WHERE o.force = d.force AND o.date > d.date AND o.document NOT IN (
                SELECT u.document FROM followup AS u WHERE u.commitment = c.id
            )
            ORDER BY o.date
        )
    ) AS not_mentioned_in,
        -- TEXT: later documents about the same force that say nothing of it, as a JSON list
    (
        SELECT json_group_array(name) FROM (
            SELECT coalesce(a.abbreviation, a.name) AS name
            FROM commitment_agency AS b JOIN agency AS a ON a.agency = b.agency
            WHERE b.commitment = c.id ORDER BY b.position
        )
    ) AS by_names,  -- TEXT: what people call those who make or carry it, as a JSON list
    c.citation,  -- document#locator
    c.rowid AS position  -- INTEGER: order of documents, and of commitments in each
FROM commitment AS c
LEFT JOIN document AS d ON d.document = c.document
LEFT JOIN figure AS f ON f.figure = c.target
LEFT JOIN measure AS m ON m.measure = f.measure;

-- Every check with the passages that it rests on: what `moditrack check` asks.
CREATE VIEW checks AS
SELECT
    c.check_id AS "check",  -- document:short-id for a claim, a short id for statements
    c.kind,  -- what is checked
    c.statement,  -- what is claimed, or what the statements are about
    c.stated,  -- as printed; NULL for statements
    c.recomputed,  -- what the figures give; NULL where nothing can be computed
    c.verdict,  -- what came out
    c.why,  -- the reason
    (
        SELECT json_group_array(citation) FROM (
            SELECT s.citation FROM check_source AS s WHERE s.check_id = c.check_id
            GROUP BY s.citation ORDER BY min(s.position)
        )
    ) AS sources,  -- TEXT: the passages it rests on, as a JSON list
    (
        SELECT json_group_array(json_object('states', states, 'source', citation)) FROM (
            SELECT s.states, s.citation FROM check_source AS s
            WHERE s.check_id = c.check_id AND s.states IS NOT NULL ORDER BY s.position
        )
    ) AS sides,  -- TEXT: for statements, what each passage states, as a JSON list of objects
    c.position  -- order in the records
FROM check_result AS c;

-- Every document with its authors and what it refers to: what `moditrack sources` asks.
CREATE VIEW documents AS
SELECT
    d.document,  -- publisher and date
    d.title,  -- title as printed
    d.kind,  -- what sort
    d.publisher,  -- who published it
    d.force,  -- the police force that it is about
    d.committee,  -- committee that received it
    d.reference,  -- its number or reference, as printed
    d.date,  -- date of the meeting or release
    d.data_to,  -- last day that its data cover, where stated
    d.url,  -- address, where known
    d.licence,  -- licence; NULL: not known
    d.sha256,  -- digest of the text it was verified against
    (
        SELECT json_group_array(json_object('name', name, 'post', post, 'role', role)) FROM (
            SELECT * FROM document_author AS w WHERE w.document = d.document ORDER BY position
        )
    ) AS authors,  -- TEXT: authors and speakers, as a JSON list of objects
    (SELECT count(*) FROM passage AS p WHERE p.document = d.document) AS passages,
        -- INTEGER: how many passages it has
    (SELECT count(*) FROM figure AS f WHERE f.document = d.document) AS figures,
        -- INTEGER: how many figures it states
    (
        SELECT json_group_array(json_object(
            'title', title, 'kind', kind, 'note', note, 'sources', json_array(citation)
        )) FROM (
            SELECT * FROM reference AS r WHERE r.document = d.document ORDER BY position
        )
    ) AS not_contained,  -- TEXT: what it refers to and does not contain, as a JSON list of objects
    d.note,  -- anything a reader should know
    json_array(d.document || '#header') AS sources,
        -- TEXT: the passage with its title, as a JSON list
    p.name AS publisher_name,  -- name of the publisher
    c.name AS committee_name,  -- name of the committee
    d.rowid AS position  -- INTEGER: order of documents
FROM document AS d
JOIN agency AS p ON p.agency = d.publisher
LEFT JOIN agency AS c ON c.agency = d.committee;

-- Whatever rests on a passage; one row for each item.
CREATE VIEW passage_item AS
SELECT
    document,  -- the document
    locator,  -- the passage
    1 AS place,  -- INTEGER: order of the kinds
    position,  -- order in the records
    'figure' AS kind,  -- TEXT: what it is: figure, name, event …
    printed || ': ' || description AS item,  -- TEXT: what it says, in our words
    figure AS id  -- what names it, or the operation or agency that it is about
FROM figure
UNION ALL SELECT document, locator, 2, position, 'name',
    iif(kind = 'reference', name || ' (by reference)', name), coalesce(operation, agency) FROM name
UNION ALL SELECT document, locator, 3, position, 'statement', statement,
    coalesce(operation, agency) FROM statement
UNION ALL SELECT document, locator, 4, position, 'responsibility', agency || ' ' || role
    || iif(status = 'current', '', ', ' || status) || ': ' || responsibility
    || iif(inferred, '*', ''), agency FROM responsibility
UNION ALL SELECT document, locator, 5, position, 'event', coalesce(printed || ': ', '') || event,
    operation FROM event
UNION ALL SELECT document, locator, 6, position, 'part', list || ': ' || part, operation FROM part
UNION ALL SELECT document, locator, 7, position, 'definition', term || ': ' || definition, NULL
    FROM definition
UNION ALL SELECT document, locator, 8, position, 'commitment', commitment, id FROM commitment
UNION ALL SELECT document, locator, 9, position, 'follow-up',
    commitment || ', ' || state || ': ' || followup, commitment FROM followup
UNION ALL SELECT document, locator, 10, position, 'threat', who || coalesce(' (' || origin || ')', '')
    || ': ' || threat || coalesce('; hedge: ' || hedge, ''), NULL FROM threat
UNION ALL SELECT document, locator, 11, position, 'caution', caution, NULL FROM caution
UNION ALL SELECT document, locator, 12, position, 'reference', title, operation FROM reference
UNION ALL SELECT document, locator, 13, position, 'check',
    check_id || coalesce(': ' || states, ''), check_id FROM check_source
UNION ALL SELECT document, locator, 14, position, 'numeral', printed || ': ' || reason, NULL
    FROM numeral;

-- Every passage with what rests on it, one row for each item, or one row; with a database built
-- from the documents themselves, its own text, too.
CREATE VIEW passages AS
SELECT
    i.kind,  -- TEXT: what it is: text, figure, name, event …
    coalesce(c.verdict || ': ' || c.statement || ': ' || c.why, i.item) AS holds,
        -- TEXT: what it says, in our words
    i.id,  -- TEXT: what names it, or the operation or agency that it is about
    p.kind AS passage,  -- what the passage is on the page
    p.heading,  -- sub-heading it stands under
    d.title,  -- title of the document
    p.citation,  -- document#locator
    i.place,  -- INTEGER: order of the kinds
    coalesce(c.position, i.position) AS position  -- INTEGER: order in the records
FROM passage AS p
JOIN document AS d ON d.document = p.document
LEFT JOIN (
    SELECT * FROM passage_item
    UNION ALL SELECT document, locator, 0, 0, 'text', text, NULL FROM passage_text
) AS i ON i.document = p.document AND i.locator = p.locator
LEFT JOIN check_result AS c ON i.kind = 'check' AND c.check_id = i.id;
