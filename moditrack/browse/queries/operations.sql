-- Operations, programmes and agreements
-- What has a name, who leads it, and when was it? levels, partners: every one that a document states; lead, parent, start, end, status: empty where none is stated or the documents differ; inferred: which of these no document prints in full; differing: which they state differently.
-- :agency where this agency leads, is a partner or has a responsibility, by name, abbreviation or id: CO14
-- :level a level of the National Intelligence Model: 1, 2 or 3
-- :strand an area of work, by name or id: child-exploitation
-- :document a document that names it: mpa-2003-05-08
-- :kind operation, phase, fund, pilot and the like
WITH asked (agency) AS (
    SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
    ORDER BY rank, id LIMIT 1
),
stated AS (
    SELECT s.operation, s.property, s.value, s.inferred, s.citation,
        row_number() OVER (ORDER BY d.date, s.position) AS place
    FROM statement AS s JOIN document AS d ON d.document = s.document
    WHERE s.operation IS NOT NULL
),
named AS (
    SELECT n.operation, n.document, n.citation,
        row_number() OVER (ORDER BY d.date, n.position) AS place
    FROM name AS n JOIN document AS d ON d.document = n.document
    WHERE n.operation IS NOT NULL AND n.kind <> 'reference'
)
SELECT o.operation, o.name, o.kind,
    (
        SELECT json_group_array(level) FROM (
            SELECT DISTINCT CAST(value AS INTEGER) AS level FROM stated AS s
            WHERE s.operation = o.operation AND s.property = 'level' ORDER BY level
        )
    ) AS levels,
    o.lead,
    (
        SELECT json_group_array(value) FROM (
            SELECT value FROM stated AS s
            WHERE s.operation = o.operation AND s.property = 'partner'
            GROUP BY value ORDER BY min(place)
        )
    ) AS partners,
    o.parent, o.start, o."end", o.status,
    (
        SELECT json_group_array(document) FROM (
            SELECT document FROM named AS n
            WHERE n.operation = o.operation GROUP BY document ORDER BY min(place)
        )
    ) AS documents,
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation FROM (
                SELECT citation, 0 AS later, place FROM named AS n
                WHERE n.operation = o.operation
                UNION ALL
                SELECT citation, 1, place FROM stated AS s
                WHERE s.operation = o.operation AND s.property IN
                    ('parent', 'lead', 'partner', 'level', 'start', 'end', 'status')
            ) GROUP BY citation ORDER BY min(later * 1000000000 + place)
        )
    ) AS sources,
    (
        SELECT json_group_array(property) FROM (
            SELECT property FROM stated AS s
            WHERE s.operation = o.operation
                AND CASE property WHEN 'lead' THEN o.lead WHEN 'parent' THEN o.parent
                    WHEN 'start' THEN o.start WHEN 'end' THEN o."end"
                    WHEN 'status' THEN o.status END IS NOT NULL
            GROUP BY property HAVING min(inferred) = 1 ORDER BY property
        )
    ) AS inferred,
    (
        SELECT json_group_array(property) FROM (
            SELECT s.property FROM stated AS s
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
FROM operation AS o
WHERE (:agency = '' OR o.operation IN (
        SELECT s.operation FROM statement AS s
        WHERE s.property IN ('lead', 'partner') AND s.value IN (SELECT agency FROM asked)
        UNION
        SELECT r.operation FROM responsibility AS r WHERE r.agency IN (SELECT agency FROM asked)
    ))
    AND (:level = '' OR o.operation IN (
        SELECT s.operation FROM stated AS s WHERE s.property = 'level' AND s.value = :level
    ))
    AND (:strand = '' OR o.operation IN (
        SELECT r.operation FROM responsibility AS r
        JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
        JOIN strand AS s ON s.strand = i.strand
        WHERE lower(:strand) IN (s.strand, lower(s.name))
    ))
    AND (:document = '' OR o.operation IN (
        SELECT n.operation FROM name AS n WHERE n.document = :document
    ))
    AND (:kind = '' OR o.kind = lower(:kind))
ORDER BY o.rowid
