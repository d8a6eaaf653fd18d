-- Fills search_name and search_entry from the other tables; run once, when a database is built.
INSERT INTO search_name (kind, folded, id, rank)
SELECT kind, fold(name), id, min(rank)
FROM (
    SELECT 'operation' AS kind, operation AS id, operation AS name, 0 AS rank FROM operation
    UNION ALL SELECT 'operation', operation, name, 0 FROM operation
    UNION ALL SELECT 'operation', operation, name, iif(kind = 'variant', 2, 1) FROM name
        WHERE operation IS NOT NULL AND kind <> 'reference'
    UNION ALL SELECT 'agency', agency, agency, 0 FROM agency
    UNION ALL SELECT 'agency', agency, name, 0 FROM agency
    UNION ALL SELECT 'agency', agency, abbreviation, 0 FROM agency WHERE abbreviation IS NOT NULL
    UNION ALL SELECT 'agency', agency, name, iif(kind = 'variant', 2, 1) FROM name
        WHERE agency IS NOT NULL AND kind <> 'reference'
)
GROUP BY kind, fold(name), id;

INSERT INTO search_entry (kind, title, text, citation, command)
SELECT 'operation', o.name,
    coalesce((SELECT group_concat(DISTINCT n.name) FROM name AS n
        WHERE n.operation = o.operation AND n.kind <> 'reference'), ''),
    (SELECT n.citation FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.operation = o.operation AND n.kind <> 'reference'
        ORDER BY d.date, n.position LIMIT 1),
    'operations ' || o.operation
FROM operation AS o
UNION ALL
SELECT 'agency', a.name,
    coalesce(a.abbreviation || ' ', '')
        || coalesce((SELECT group_concat(DISTINCT n.name) FROM name AS n
            WHERE n.agency = a.agency AND n.kind <> 'reference'), ''),
    (SELECT n.citation FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.agency = a.agency AND n.kind <> 'reference'
        ORDER BY d.date, n.position LIMIT 1),
    'agencies ' || a.agency
FROM agency AS a
UNION ALL
SELECT 'statement', s.statement, s.property || ' of ' || coalesce(o.name, a.name), s.citation,
    CASE WHEN s.operation IS NULL THEN 'agencies ' || s.agency ELSE 'operations ' || s.operation END
FROM statement AS s
LEFT JOIN operation AS o ON o.operation = s.operation
LEFT JOIN agency AS a ON a.agency = s.agency
UNION ALL
SELECT 'figure', f.printed || ': ' || f.description, m.name, f.citation, 'figures ' || f.figure
FROM figure AS f JOIN measure AS m ON m.measure = f.measure
UNION ALL
SELECT 'event', coalesce(e.printed || ': ', '') || e.event, coalesce(o.name, ''), e.citation,
    'sources ' || e.citation
FROM event AS e LEFT JOIN operation AS o ON o.operation = e.operation
UNION ALL
SELECT 'responsibility', a.name || ': ' || r.responsibility, s.name || ' ' || r.role, r.citation,
    'agencies ' || r.agency
FROM responsibility AS r
JOIN agency AS a ON a.agency = r.agency
JOIN strand AS s ON s.strand = r.strand
UNION ALL
SELECT 'part', p.part, p.list || ' of ' || o.name, p.citation, 'operations ' || p.operation
FROM part AS p JOIN operation AS o ON o.operation = p.operation
UNION ALL
SELECT 'commitment', c.commitment, '', c.citation, 'sources ' || c.citation FROM commitment AS c
UNION ALL
SELECT 'definition', d.term || ': ' || d.definition, d.kind, d.citation, 'sources ' || d.citation
FROM definition AS d
UNION ALL
SELECT 'reference', r.title, coalesce(r.note, ''), r.citation, 'sources ' || r.citation
FROM reference AS r
UNION ALL
SELECT 'check', c.statement || ': ' || c.why, c.verdict,
    (SELECT s.citation FROM check_source AS s WHERE s.check_id = c.check_id
        ORDER BY s.position LIMIT 1),
    'check ' || c.check_id
FROM check_result AS c
UNION ALL
SELECT 'passage', p.text, '', p.document || '#' || p.locator,
    'sources ' || p.document || '#' || p.locator
FROM passage_text AS p;
