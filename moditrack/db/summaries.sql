-- Fills the summary tables from the other tables, once for each build: what a question would else
-- ask of several tables for each of its rows. Lists are JSON.

-- Each list is in the order of the documents.
INSERT INTO summary_operation (operation, what, levels, partners, documents, sources, inferred, differing)
SELECT
    o.operation,
    coalesce((
        SELECT json_array(s.statement, s.citation, s.property) FROM statement AS s
        WHERE s.operation = o.operation AND NOT s.inferred
            AND s.property IN ('aim', 'scope', 'role', 'method', 'result')
        ORDER BY s.property = 'result', s.property = 'method', s.property <> 'aim', s.rowid
        LIMIT 1
    ), '[]') AS what,
    (
        SELECT json_group_array(level) FROM (
            SELECT DISTINCT CAST(s.value AS INTEGER) AS level FROM statement AS s
            WHERE s.operation = o.operation AND s.property = 'level' ORDER BY level
        )
    ) AS levels,
    (
        SELECT json_group_array(DISTINCT value) FROM (
            SELECT s.value FROM statement AS s
            WHERE s.operation = o.operation AND s.property = 'partner' ORDER BY s.rowid
        )
    ) AS partners,
    (
        SELECT json_group_array(DISTINCT document) FROM (
            SELECT n.document FROM name AS n
            WHERE n.operation = o.operation AND n.kind <> 'reference' ORDER BY n.rowid
        )
    ) AS documents,
    (
        SELECT json_group_array(DISTINCT citation) FROM (
            SELECT 1 AS place, n.rowid, n.citation FROM name AS n
            WHERE n.operation = o.operation AND n.kind <> 'reference'
            UNION ALL
            SELECT 2, s.rowid, s.citation FROM statement AS s
            WHERE s.operation = o.operation AND s.property IN
                ('parent', 'lead', 'partner', 'level', 'start', 'end', 'status')
            ORDER BY 1, 2
        )
    ) AS sources,
    (
        SELECT json_group_array(property) FROM (
            SELECT s.property FROM statement AS s
            WHERE s.operation = o.operation
                AND CASE s.property WHEN 'lead' THEN o.lead WHEN 'parent' THEN o.parent
                    WHEN 'start' THEN o.start WHEN 'end' THEN o."end"
                    WHEN 'status' THEN o.status END IS NOT NULL
            GROUP BY s.property HAVING min(s.inferred) ORDER BY s.property
        )
    ) AS inferred,
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
    ) AS differing
FROM operation AS o;

INSERT INTO summary_commitment (commitment, "by", state, later, sources, not_mentioned_in, by_names)
SELECT
    c.id,
    (
        SELECT json_group_array(agency) FROM (
            SELECT b.agency FROM commitment_agency AS b WHERE b.commitment = c.id
            ORDER BY b.position
        )
    ) AS "by",
    coalesce(
        (
            SELECT CASE min(CASE u.state WHEN 'met' THEN 1 WHEN 'partly' THEN 2 ELSE 3 END)
                WHEN 1 THEN 'reported-met' WHEN 2 THEN 'reported-partly'
                WHEN 3 THEN 'reported-not-met'
            END FROM followup AS u WHERE u.commitment = c.id
        ),
        CASE
            WHEN c.due IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM document AS o
                WHERE o.force = d.force AND (
                    o.date = c.due OR o.date > iif(
                        c.due LIKE 'FY%', (substr(c.due, 3) + 1) || '-03-31', c.due
                    ) || '~'
                )
            ) THEN 'not-yet-due'
            WHEN EXISTS (SELECT 1 FROM document AS o WHERE o.force = d.force AND o.date > d.date)
                THEN 'not-mentioned-again'
            ELSE 'no-later-document'
        END
    ) AS state,
    (
        SELECT json_group_array(json_object(
            'document', document, 'says', followup, 'state', state, 'source', citation
        )) FROM (SELECT u.* FROM followup AS u WHERE u.commitment = c.id ORDER BY u.rowid)
    ) AS later,
    (
        SELECT json_group_array(citation) FROM (
            SELECT 0 AS place, c.citation
            UNION ALL SELECT u.rowid, u.citation FROM followup AS u WHERE u.commitment = c.id
            ORDER BY place
        )
    ) AS sources,
    (
        SELECT json_group_array(json_object('document', document, 'kind', kind)) FROM (
            SELECT o.document, o.kind FROM document AS o
            WHERE o.force = d.force AND o.date > d.date AND NOT EXISTS (
                SELECT 1 FROM followup AS u
                WHERE u.commitment = c.id AND u.document = o.document
            )
            ORDER BY o.date
        )
    ) AS not_mentioned_in,
    (
        SELECT json_group_array(name) FROM (
            SELECT coalesce(a.abbreviation, a.name) AS name
            FROM commitment_agency AS b JOIN agency AS a ON a.agency = b.agency
            WHERE b.commitment = c.id ORDER BY b.position
        )
    ) AS by_names
FROM commitment AS c
LEFT JOIN document AS d ON d.document = c.document;

INSERT INTO summary_check (check_id, sources, sides)
SELECT
    c.check_id,
    (
        SELECT json_group_array(DISTINCT citation) FROM (
            SELECT s.citation FROM check_source AS s WHERE s.check_id = c.check_id
            ORDER BY s.position
        )
    ) AS sources,
    (
        SELECT json_group_array(json_object('states', states, 'source', citation)) FROM (
            SELECT s.states, s.citation FROM check_source AS s
            WHERE s.check_id = c.check_id AND s.states IS NOT NULL ORDER BY s.position
        )
    ) AS sides
FROM check_result AS c;

-- In the order of the sections of an agency's page.
INSERT INTO summary_agency (agency, sources)
SELECT
    a.agency,
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation FROM (
                SELECT 1 AS section, rowid AS place, citation FROM name
                WHERE agency = a.agency AND kind <> 'reference'
                UNION ALL SELECT 2, rowid, citation FROM statement WHERE agency = a.agency
                UNION ALL SELECT 3, rowid, citation FROM responsibility WHERE agency = a.agency
                UNION ALL SELECT 4, rowid, citation FROM figure WHERE agency = a.agency
                UNION ALL SELECT 5, rowid, citation FROM event WHERE agency = a.agency
                UNION ALL SELECT 6, c.rowid, c.citation FROM commitment_agency AS b
                JOIN commitment AS c ON c.id = b.commitment WHERE b.agency = a.agency
                UNION ALL SELECT 7, u.rowid, u.citation FROM commitment_agency AS b
                JOIN followup AS u ON u.commitment = b.commitment WHERE b.agency = a.agency
                UNION ALL SELECT 8, s.rowid, s.citation FROM check_subject AS b
                JOIN finding_check AS g ON g.check_id = b.check_id
                JOIN check_source AS s ON s.check_id = b.check_id WHERE b.agency = a.agency
            ) GROUP BY citation ORDER BY min(section), min(place)
        )
    ) AS sources
FROM agency AS a;

-- Computed once, since this query takes 6 million instructions to parse and plan.
INSERT INTO summary_comparison
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
        AND f.agency = 'colp'
        -- The counts of calendar years alone: no quarter or financial year is taken for one.
        AND (f.cell = 'grand-total' OR coalesce(length(f.period_label), 4) = 4)
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
    p.measure,
    p.colp,
    p.national,
    'percent' AS unit,
    (p.c - p.n) / 1000000 AS difference,
    CAST(10000 * p.c / p.n + 0.5 AS INTEGER) / 10000.0 AS ratio,
    r.value AS offences,
    CAST(100 * r.value * p.n / p.c + 0.5 AS INTEGER) / 100.0 AS expected_at_national_rate,
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation FROM (
                SELECT o.citation, o.number FROM pair AS o
                WHERE o.document = p.document AND o.colp_printed = p.colp_printed
                    AND o.national_printed = p.national_printed
                UNION ALL SELECT r.citation, 1e9
            ) GROUP BY citation ORDER BY min(number)
        )
    ) AS sources,
    p.document,
    p.colp_printed,
    p.national_printed,
    (
        SELECT json_group_array(o.figure) FROM pair AS o WHERE o.document = p.document
    ) AS figures,
    (
        SELECT json_group_array(json_array(CAST(y.first_year AS INTEGER), y.value)) FROM (
            SELECT y.first_year, y.value FROM total AS y
            WHERE y.document = p.document AND y.cell = 'column-total'
                AND y.first_year = y.last_year AND y.first_year BETWEEN r.first AND r.last
            ORDER BY y.first_year
        ) AS y
    ) AS yearly,
    r.whole
FROM pair AS p
JOIN reading AS r ON r.document = p.document
WHERE p.number = 1;

-- A passage on which nothing rests has a row, too.
INSERT INTO summary_passage (document, locator, figures, names, statements, responsibilities, events,
    parts, definitions, commitments, followups, threats, cautions, "references", checks, numerals)
SELECT
    document,
    locator,
    json_group_array(item) FILTER (WHERE kind = 'figure'),
    json_group_array(item) FILTER (WHERE kind = 'name'),
    json_group_array(item) FILTER (WHERE kind = 'statement'),
    json_group_array(item) FILTER (WHERE kind = 'responsibility'),
    json_group_array(item) FILTER (WHERE kind = 'event'),
    json_group_array(item) FILTER (WHERE kind = 'part'),
    json_group_array(item) FILTER (WHERE kind = 'definition'),
    json_group_array(item) FILTER (WHERE kind = 'commitment'),
    json_group_array(item) FILTER (WHERE kind = 'follow-up'),
    json_group_array(item) FILTER (WHERE kind = 'threat'),
    json_group_array(item) FILTER (WHERE kind = 'caution'),
    json_group_array(item) FILTER (WHERE kind = 'reference'),
    json_group_array(item) FILTER (WHERE kind = 'check'),
    json_group_array(item) FILTER (WHERE kind = 'numeral')
FROM (
    SELECT document, locator, place, position, kind, item FROM passage_item
    WHERE document = :document
    UNION ALL SELECT document, locator, 0, 0, '', NULL FROM passage WHERE document = :document
    ORDER BY locator, place, position
)
GROUP BY locator;
