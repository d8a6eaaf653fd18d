-- The views. A comment says what a column holds, unless a question describes it, as it does
-- whatever a view computes.

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

-- Offences by document, force, period and outcome: what `moditrack outcomes` asks. The total of a
-- period is below its column, or beside its row in a table that has the outcomes as columns.
CREATE VIEW outcome AS
WITH cell AS (
    SELECT f.*, iif(length(f.period_label) = 4, CAST(f.period_label AS INTEGER), NULL) AS year,
        f."column" = f.outcome_label AND f."row" <> f.outcome_label AS across
    FROM figure AS f
    WHERE f.measure = 'outcome-offences' AND f.cell = 'cell'
),
counted AS (
    SELECT c.*,
        coalesce(
            (
                SELECT total.value FROM figure AS total
                WHERE total.document = c.document AND total.table_name = c.table_name
                    AND total.cell = iif(c.across, 'row-total', 'column-total')
                    AND iif(c.across, total."row" = c."row", total."column" = c."column")
            ),
            (
                -- A cell that is suppressed or not available leaves the sum open.
                SELECT iif(sum(other.mark IN ('suppressed', 'not-available')) > 0, NULL,
                    sum(other.value))
                FROM figure AS other
                WHERE other.document = c.document AND other.table_name = c.table_name
                    AND iif(c.across, other."row" = c."row", other."column" = c."column")
                    AND other.cell = 'cell'
            )
        ) AS total
    FROM cell AS c
)
SELECT
    c.document,
    c.agency AS force,
    c.year,
    l.code,
    coalesce(t.official_name, l.short) AS outcome,
    t.official_group AS "group",
    c.outcome_label AS stated_label,
    c.value AS offences,
    iif(c.mark IS NULL, NULL, c.printed) AS mark,
    c.total AS year_total,
    CAST(10000.0 * c.value / c.total + 0.5 AS INTEGER) / 100.0 AS share_percent,
    c.period_label AS period,
    json_array(c.citation) AS sources,
    a.name AS force_name,  -- name of the police force
    (
        SELECT p.value FROM figure AS p
        WHERE p.document = c.document AND p.table_name = c.table_name
            AND p.cell = iif(c.across, 'column-total', 'row-total')
            AND iif(c.across, p."column" = c."column", p."row" = c."row")
    ) AS label_total,
    (
        SELECT p.value FROM figure AS p
        WHERE p.document = c.document AND p.table_name = c.table_name AND p.cell = 'grand-total'
    ) AS grand_total,
    (
        -- Totals over several forces are of none of them.
        SELECT iif(count(DISTINCT p.agency) = 1, count(DISTINCT p.period_label), NULL)
        FROM figure AS p
        WHERE p.document = c.document AND p.table_name = c.table_name AND p.cell = 'cell'
    ) AS table_periods,
    c.table_name,  -- table it is a cell of
    c.period_start,  -- first day it covers
    c.period_end,  -- last day it covers
    CASE date(c.period_end, '+1 day')
        WHEN date(c.period_start, '+1 year') THEN CASE substr(c.period_start, 6)
            WHEN '01-01' THEN 'calendar year' WHEN '04-01' THEN 'financial year' ELSE 'year' END
        WHEN date(c.period_start, '+3 months') THEN 'quarter'
        WHEN date(c.period_start, '+1 month') THEN 'month'
        ELSE 'period'
    END AS series,
    l.position,  -- order in the table
    c.citation  -- document#locator
FROM counted AS c
JOIN outcome_label AS l ON l.document = c.document AND l.label = c.outcome_label
JOIN agency AS a ON a.agency = c.agency
LEFT JOIN outcome_type AS t ON t.code = l.code;

-- Victims by document, force, period, characteristic, category and sex: what `moditrack victims`
-- asks. A total of another period, or of no force, is not theirs.
CREATE VIEW victim AS
WITH cell AS (
    SELECT f.*,
        coalesce(
            (
                SELECT total.value FROM figure AS total
                WHERE total.document = f.document AND total.table_name = f.table_name
                    AND total.cell = 'grand-total' AND total.agency = f.agency
                    AND total.period_label IS f.period_label
            ),
            (
                SELECT iif(sum(other.mark IN ('suppressed', 'not-available')) > 0, NULL,
                    sum(other.value))
                FROM figure AS other
                WHERE other.document = f.document AND other.table_name = f.table_name
                    AND other.cell = 'cell' AND other.agency = f.agency
                    AND other.period_label IS f.period_label
            )
        ) AS total
    FROM figure AS f
    WHERE f.measure = 'victims' AND f.cell = 'cell'
)
SELECT
    c.document,
    c.agency AS force,
    c.characteristic,
    c.category,
    c.sex,
    c.value AS victims,
    iif(c.mark IS NULL, NULL, c.printed) AS mark,
    CAST(10000.0 * c.value / c.total + 0.5 AS INTEGER) / 100.0 AS share_percent,
    iif(c.period_inferred, NULL, c.period_label) AS period,
    json_array(c.citation) AS sources,
    c.total AS table_total,
    (
        SELECT p.value FROM figure AS p
        WHERE p.document = c.document AND p.table_name = c.table_name
            AND p.cell IN ('row-total', 'column-total') AND p.category = c.category
            AND p.sex IS NULL AND p.agency = c.agency AND p.period_label IS c.period_label
    ) AS category_total,
    (
        SELECT p.value FROM figure AS p
        WHERE p.document = c.document AND p.table_name = c.table_name
            AND p.cell IN ('row-total', 'column-total') AND p.sex = c.sex
            AND p.category IS NULL AND p.agency = c.agency AND p.period_label IS c.period_label
    ) AS sex_total,
    a.name AS force_name,  -- name of the police force
    c.period_label AS series,
    c.period_start,  -- first day it covers
    c.period_inferred,  -- 1 where a part of the period follows from the document
    c.position,  -- order in the records
    c.citation  -- document#locator
FROM cell AS c
JOIN agency AS a ON a.agency = c.agency;

-- City of London Police and the national share of crime, once for each count that may be behind the share:
-- what `moditrack compare` asks. Only the command has the intervals.
CREATE VIEW comparison AS SELECT * FROM summary_comparison;

-- Every figure with its unit and the names behind its ids: what `moditrack figures` asks.
CREATE VIEW figures AS
SELECT
    f.figure,
    f.document,
    f.locator,
    f.printed,
    f.value,
    f.low,
    f.high,
    m.unit,
    f.bound,
    f.status,
    f.measure,
    f.description,
    f.period_start,
    f.period_end,
    f.operation,
    f.agency,
    f.table_name AS "table",
    f."row",
    f."column",
    json_array(f.citation) AS sources,
    f.period_inferred,
    coalesce(f.period_start, CASE WHEN f.period_end IS NOT NULL THEN '' END) AS period_earliest,
    coalesce(f.period_end, CASE WHEN f.period_start IS NOT NULL THEN d.date END) AS period_latest,
    m.name AS measure_name,  -- name of the measure
    d.title AS document_title,  -- title of the document
    d.date,  -- date of the document
    o.name AS operation_name,  -- name of the operation
    a.name AS agency_name,  -- name of the agency
    f.citation,  -- document#locator
    f.rowid AS position
FROM figure AS f
JOIN measure AS m ON m.measure = f.measure
LEFT JOIN document AS d ON d.document = f.document
LEFT JOIN operation AS o ON o.operation = f.operation
LEFT JOIN agency AS a ON a.agency = f.agency;

-- Every operation with what its statements, names and conflicts say about it together: what
-- `moditrack operations` asks.
CREATE VIEW operations AS
SELECT
    o.operation,
    o.name,
    o.kind,
    s.what,
    s.levels,
    o.lead,
    s.partners,
    o.parent,
    o.start,
    o."end",
    o.status,
    s.documents,
    s.sources,
    s.inferred,
    s.differing,
    coalesce(a.abbreviation, a.name) AS lead_name,
    o.rowid AS position
FROM operation AS o
JOIN summary_operation AS s ON s.operation = o.operation
LEFT JOIN agency AS a ON a.agency = o.lead;

-- Every responsibility with the names behind its ids, a row for each of its strands and levels: what
-- `moditrack agencies` asks.
CREATE VIEW responsibilities AS
SELECT
    r.agency,
    a.abbreviation,
    a.name,
    a.parent,
    i.strand,
    r.operation,
    l.level,
    r.role,
    r.status,
    r.responsibility,
    r.as_at,
    r.inferred,
    json_array(r.citation) AS sources,
    r.document,
    s.name AS strand_name,  -- name of the area of work
    o.name AS operation_name,  -- name of the operation
    r.rowid AS position,
    a.rowid AS agency_position,
    s.rowid AS strand_position,
    o.rowid AS operation_position
FROM responsibility AS r
LEFT JOIN agency AS a ON a.agency = r.agency  -- LEFT: left out where no name is asked for
JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
JOIN strand AS s ON s.strand = i.strand
LEFT JOIN operation AS o ON o.operation = r.operation
LEFT JOIN responsibility_level AS l ON l.document = r.document AND l.position = r.position;

-- Every event with the names behind its ids: what `moditrack timeline` asks.
CREATE VIEW timeline AS
SELECT
    e.date,
    e."end",
    e.precision,
    e.inferred,
    e.event,
    e.operation,
    e.document,
    json_array(e.citation) AS sources,
    e.latest,
    e.printed,
    e.open_end,
    coalesce(e.date, e.latest) AS earliest,
    o.name AS operation_name,  -- name of the operation
    e.agency,  -- agency it belongs to
    a.name AS agency_name,  -- name of the agency
    e.citation,  -- document#locator
    (SELECT d.date FROM document AS d WHERE d.document = e.document) AS document_date,
    e.rowid AS position
FROM event AS e
LEFT JOIN operation AS o ON o.operation = e.operation
LEFT JOIN agency AS a ON a.agency = e.agency;

-- Every commitment with what later documents say about it: what `moditrack commitments` asks.
CREATE VIEW commitments AS
SELECT
    c.commitment,
    c.document AS made_in,
    d.date AS made_on,
    c.due,
    s."by",
    c.operation,
    (
        CASE f.bound
            WHEN 'exact' THEN '' WHEN 'at-most' THEN 'up to ' ELSE replace(f.bound, '-', ' ') || ' '
        END || f.value || ' ' || m.unit
    ) AS target,
    s.later,
    s.state,
    s.sources,
    c.id,
    c.due_inferred,
    s.not_mentioned_in,
    s.by_names,
    (SELECT max(o.date) FROM document AS o WHERE o.force = d.force) AS last_paper,
    (
        SELECT coalesce(a.abbreviation, a.name) FROM agency AS a WHERE a.agency = d.force
    ) AS force_name,
    c.citation,  -- document#locator
    c.rowid AS position
FROM commitment AS c
JOIN summary_commitment AS s ON s.commitment = c.id
LEFT JOIN document AS d ON d.document = c.document
LEFT JOIN figure AS f ON f.figure = c.target
LEFT JOIN measure AS m ON m.measure = f.measure;

-- Every check with the passages that it rests on: what `moditrack check` asks.
CREATE VIEW checks AS
SELECT
    c.check_id AS "check",
    c.kind,
    c.statement,
    c.stated,
    c.recomputed,
    c.verdict,
    c.why,
    s.sources,
    s.sides,
    f.severity,
    f.finding,
    f.matters,
    f.question,
    f.title,  -- what the finding is about
    f.differs,  -- what is printed, and what the figures or other passages give
    f.gives,  -- what the figures give, where a printed number has several readings
    c.in_a_line,  -- what is computed, of a few numbers
    c.chance,  -- for a change of counts: whether it could be chance
    c.position  -- order: the most severe first, then as in the records
FROM check_result AS c
JOIN summary_check AS s ON s.check_id = c.check_id
LEFT JOIN finding_check AS g ON g.check_id = c.check_id
LEFT JOIN finding AS f ON f.finding = g.finding;

-- Every document with its authors and what it refers to: what `moditrack sources` asks.
CREATE VIEW documents AS
SELECT
    d.document,
    d.title,
    d.kind,
    d.publisher,
    d.force,
    d.committee,
    d.reference,
    d.date,
    d.data_to,
    d.url,
    d.licence,
    d.sha256,
    (
        SELECT json_group_array(json_object('name', name, 'post', post, 'role', role)) FROM (
            SELECT * FROM document_author AS w WHERE w.document = d.document ORDER BY position
        )
    ) AS authors,
    (SELECT count(*) FROM passage AS p WHERE p.document = d.document) AS passages,
    (SELECT count(*) FROM figure AS f WHERE f.document = d.document) AS figures,
    (
        SELECT json_group_array(json_object(
            'title', title, 'kind', kind, 'note', note, 'sources', json_array(citation)
        )) FROM (
            SELECT * FROM reference AS r WHERE r.document = d.document ORDER BY position
        )
    ) AS not_contained,
    d.note,
    json_array(d.document || '#header') AS sources,
    p.name AS publisher_name,
    c.name AS committee_name,
    d.rowid AS position
FROM document AS d
JOIN agency AS p ON p.agency = d.publisher
LEFT JOIN agency AS c ON c.agency = d.committee;

-- Whatever rests on a passage; one row for each item.
CREATE VIEW passage_item AS
SELECT
    document,  -- the document
    locator,  -- the passage
    1 AS place,
    position,  -- order in the records
    'figure' AS kind,
    printed || ': ' || description AS item,
    figure AS id  -- what names it, or the operation or agency that it is about
FROM figure
UNION ALL SELECT document, locator, 2, position, 'name',
    iif(kind = 'reference', name || ' (by reference)', name), coalesce(operation, agency) FROM name
UNION ALL SELECT document, locator, 3, position, 'statement', statement || iif(inferred, '*', ''),
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
    || ': ' || threat || coalesce('; hedged as ''' || hedge || '''', ''), NULL FROM threat
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
    i.kind,
    coalesce(c.verdict || ': ' || c.statement || ': ' || c.why, i.item) AS holds,
    i.id,
    p.kind AS passage,
    p.heading,
    d.title,
    p.citation,  -- document#locator
    i.place,
    coalesce(c.position, i.position) AS position
FROM passage AS p
JOIN document AS d ON d.document = p.document
LEFT JOIN (
    SELECT * FROM passage_item
    UNION ALL SELECT document, locator, 0, 0, 'text', text, NULL FROM passage_text
) AS i ON i.document = p.document AND i.locator = p.locator
LEFT JOIN check_result AS c ON i.kind = 'check' AND c.check_id = i.id;

-- Terms that documents define, abbreviations that they print, and outcome codes: what
-- `moditrack define` asks.
CREATE VIEW terms AS
SELECT
    d.term,
    d.definition,
    d.kind,
    d.document,
    json_array(d.citation) AS sources,
    d.rowid AS place
FROM definition AS d
UNION ALL
SELECT
    name,
    coalesce(
        operation_name,
        (SELECT group_concat(value, '; or ') FROM json_each(full_names)),
        iif(agency_name = name, 'Not spelt out: ' || kind, agency_name)
    ),
    'Abbreviation',
    substr(sources ->> 0, 1, instr(sources ->> 0, '#') - 1),
    sources,
    1e6 + place
FROM (
    SELECT
        n.name,
        o.name AS operation_name,
        a.name AS agency_name,
        a.kind,
        json_group_array(DISTINCT
            substr(s.name, iif(instr(s.name, n.name || ' ') = 1, length(n.name) + 2, 1))
        ) FILTER (WHERE s.name IS NOT NULL) AS full_names,
        -- Where it is spelt out, else where it is printed.
        iif(
            count(s.name),
            json_group_array(DISTINCT s.citation) FILTER (WHERE s.name IS NOT NULL),
            n.printed
        ) AS sources,
        n.place
    FROM (
        SELECT name, agency, operation, min(rowid) AS place,
            json_group_array(DISTINCT citation) AS printed
        FROM name WHERE kind = 'abbreviation' GROUP BY name, agency, operation
    ) AS n
    LEFT JOIN agency AS a ON a.agency = n.agency
    LEFT JOIN operation AS o ON o.operation = n.operation
    -- Its full names in a document that prints it, and "SCD5 Child Protection Unit" in any.
    LEFT JOIN name AS s
        ON s.agency IS n.agency AND s.operation IS n.operation
        AND s.kind = 'name' AND s.name <> n.name
        AND (
            instr(s.name, n.name || ' ') = 1
            OR EXISTS (
                SELECT 1 FROM name AS p
                WHERE p.document = s.document AND p.kind = 'abbreviation' AND p.name = n.name
                    AND +p.agency IS n.agency AND +p.operation IS n.operation
            )
        )
    WHERE NOT (
        a.name IS n.name
        AND EXISTS (SELECT 1 FROM definition AS d WHERE d.term IN (
            n.name, iif(n.name GLOB '*s', substr(n.name, 1, length(n.name) - 1), n.name)))
    )
    GROUP BY n.place
)
UNION ALL
SELECT
    'Outcome ' || t.code,
    l.short || '. Official, and not printed there: '
        || iif(replace(t.official_name, ',', '') = l.short, '', t.official_name || '; ')
        || 'group ' || t.official_group,
    'Outcome of an offence',
    l.document,
    json_array((
        SELECT f.citation FROM figure AS f
        WHERE f.document = l.document AND f.outcome_label = l.label ORDER BY f.position LIMIT 1
    )),
    2e6 + l.rowid
FROM outcome_label AS l JOIN outcome_type AS t ON t.code = l.code;
