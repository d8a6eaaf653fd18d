-- Fills search_name and search_entry from the other tables, once for each build.
INSERT INTO search_name (kind, name_key, id, rank)
SELECT kind, name_key(name), id, min(rank)
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
GROUP BY kind, name_key(name), id;

INSERT INTO search_entry (kind, title, text, citation, command, title_words, text_words)
WITH entry (kind, title, text, citation, command) AS (
SELECT 'operation', o.name,
    coalesce((SELECT group_concat(DISTINCT n.name) FROM name AS n
        WHERE n.operation = o.operation AND n.kind <> 'reference') || '; ', '') || o.kind,
    (SELECT n.citation FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.operation = o.operation AND n.kind <> 'reference'
        ORDER BY d.date, n.position LIMIT 1),
    'operations ' || o.operation
FROM operation AS o
UNION ALL
SELECT 'agency', a.name || iif(instr(a.name, a.abbreviation) = 0, ' (' || a.abbreviation || ')', ''),
    coalesce((SELECT group_concat(DISTINCT n.name) FROM name AS n
        WHERE n.agency = a.agency AND n.kind <> 'reference'), ''),
    (SELECT n.citation FROM name AS n JOIN document AS d ON d.document = n.document
        WHERE n.agency = a.agency AND n.kind <> 'reference'
        ORDER BY d.date, n.position LIMIT 1),
    'agencies ' || a.agency
FROM agency AS a
UNION ALL
SELECT 'document', d.title,
    joined(d.reference, d.document, d.date, d.kind, p.name, f.name, c.name, d.note,
        'how to cite it: --bibtex', 'licence: ' || coalesce(d.licence, 'not known'),
        'who wrote it, or is quoted: ' || (SELECT group_concat(w.role || ' ' || w.name || ', ' || w.post, '; ')
            FROM document_author AS w
            WHERE w.document = d.document)),
    (SELECT p.citation FROM passage AS p WHERE p.document = d.document
        ORDER BY p.position LIMIT 1),
    'sources ' || d.document
FROM document AS d
JOIN agency AS p ON p.agency = d.publisher
JOIN agency AS f ON f.agency = d.force
LEFT JOIN agency AS c ON c.agency = d.committee
UNION ALL
SELECT 'outcome', l.label, joined(t.official_name, t.official_group),
    (SELECT f.citation FROM figure AS f
        WHERE f.document = l.document AND f.outcome_label = l.label ORDER BY f.position LIMIT 1),
    'outcomes --outcome ' || coalesce(l.code, l.short) || ' --document ' || l.document
FROM outcome_label AS l LEFT JOIN outcome_type AS t ON t.code = l.code
UNION ALL
SELECT 'statement', coalesce(o.name, a.name) || ': ' || s.statement, s.property, s.citation,
    CASE WHEN s.operation IS NULL THEN 'agencies ' || s.agency ELSE 'operations ' || s.operation END
FROM statement AS s
LEFT JOIN operation AS o ON o.operation = s.operation
LEFT JOIN agency AS a ON a.agency = s.agency
UNION ALL
SELECT 'figure', figure_text(f.printed, f.description),
    joined(m.name, f."row", f."column", nullif(f.category, f."row"), f.sex,
        f.characteristic, a.name, o.name, substr(f.figure, instr(f.figure, ':') + 1),
        iif(f.characteristic = 'age' AND f.category GLOB '*[0-9]-[0-9]*'
            AND CAST(substr(f.category, instr(f.category, '-') + 1) AS INTEGER) < 18,
            'under 18', NULL)),
    f.citation, 'figures ' || f.figure
FROM figure AS f
JOIN measure AS m ON m.measure = f.measure
LEFT JOIN agency AS a ON a.agency = f.agency
LEFT JOIN operation AS o ON o.operation = f.operation
UNION ALL
SELECT 'event', coalesce(e.shown || ': ', '') || e.event,
    joined(o.name, a.name, 'in its words: ' || iif(e.shown IS e.printed, NULL, e.printed)),
    e.citation, 'sources ' || e.citation
FROM (
    -- "today" and "next 12 months" say nothing to who reads them later: none, or with the year.
    SELECT *, CASE
        WHEN printed GLOB '*[12][09][0-9][0-9]*' OR precision = 'financial year' THEN printed
        WHEN substr(document, -10) NOT IN (date, coalesce("end", '')) THEN
            substr(date, 1, iif(precision = 'month', 7, 10))
            || coalesce(' to ' || substr("end", 1, iif(precision = 'month', 7, 10)), '')
        END AS shown
    FROM event
) AS e
LEFT JOIN operation AS o ON o.operation = e.operation
LEFT JOIN agency AS a ON a.agency = e.agency
UNION ALL
SELECT 'responsibility', a.name || ': ' || r.responsibility,
    joined(
        (SELECT group_concat(s.name, ', ') FROM responsibility_strand AS i
            JOIN strand AS s ON s.strand = i.strand
            WHERE i.document = r.document AND i.position = r.position)
            || ' ' || r.role || iif(r.status = 'current', '', ' ' || r.status),
        a.abbreviation, o.name,
        iif(r.responsibility LIKE 'Recommendation:%', 'what members are asked to decide', NULL)),
    r.citation, 'agencies ' || r.agency
FROM responsibility AS r
JOIN agency AS a ON a.agency = r.agency
LEFT JOIN operation AS o ON o.operation = r.operation
UNION ALL
-- A list is one entry, so that it is found with what it lists.
SELECT 'part', p.list || ': ' || group_concat(p.part, '; '), 'list of ' || o.name, min(p.citation),
    'operations ' || p.operation || ' --show parts'
FROM (SELECT * FROM part ORDER BY rowid) AS p JOIN operation AS o ON o.operation = p.operation
GROUP BY p.document, p.operation, p.list
UNION ALL
SELECT 'commitment', c.commitment || ': '
        || iif(c.state = 'not-yet-due', 'due after the last document', replace(c.state, '-', ' ')),
    joined(
        (SELECT group_concat(a.name, '; ') FROM commitment_agency AS ca
            JOIN agency AS a ON a.agency = ca.agency WHERE ca.commitment = c.id), o.name,
        substr(c.id, instr(c.id, ':') + 1),
        (SELECT group_concat(f.followup, '; ') FROM followup AS f WHERE f.commitment = c.id)),
    c.sources ->> 0, 'commitments ' || c.id
FROM commitments AS c LEFT JOIN operation AS o ON o.operation = c.operation
UNION ALL
SELECT 'definition', d.term || ': ' || d.definition,
    joined(d.kind, iif(instr(lower(d.term), lower(d.printed)) = 0, 'in its words: ' || d.printed, NULL)),
    d.citation, 'sources ' || d.citation
FROM definition AS d
UNION ALL
SELECT 'threat', t.who || coalesce(' (' || t.origin || ')', '') || ': ' || t.threat || coalesce('; hedged as ''' || t.hedge || '''', ''),
    joined(iif(t.origin IS NULL, NULL, 'countries of origin, where they come from, victims or offenders'),
        iif(t.origin IS NULL OR t.who NOT LIKE '%traffick%', NULL, 'where victims come from; countries that victims come from; origin of victims; victims of trafficking'),
        s.name),
    t.citation,
    'sources ' || t.citation
FROM threat AS t JOIN strand AS s ON s.strand = t.strand
UNION ALL
SELECT 'caution', c.caution, '', c.citation, 'sources ' || c.citation FROM caution AS c
UNION ALL
SELECT 'reference', r.title, joined(r.kind, r.note, o.name), r.citation,
    'sources ' || r.citation
FROM reference AS r LEFT JOIN operation AS o ON o.operation = r.operation
UNION ALL
SELECT 'check', c.statement || ': ' || c.why,
    joined(c.verdict, c.stated, c.recomputed, substr(c.check_id, instr(c.check_id, ':') + 1),
        (SELECT group_concat(s.step, '; ') FROM check_step AS s WHERE s.check_id = c.check_id),
        (SELECT group_concat(states, '; ') FROM (SELECT DISTINCT s.states FROM check_source AS s
            WHERE s.check_id = c.check_id ORDER BY s.position)),
        (SELECT h.title || ': ' || h.differs || coalesce('; ' || h.matters, '') FROM finding AS h
            WHERE h.finding = c.check_id)),
    (SELECT s.citation FROM check_source AS s WHERE s.check_id = c.check_id
        ORDER BY s.position LIMIT 1),
    'check ' || c.check_id
FROM check_result AS c
UNION ALL
-- Each side of a check is also found at its own passage.
SELECT 'check', s.states, '', s.citation, 'check ' || s.check_id
FROM check_source AS s WHERE s.states IS NOT NULL
UNION ALL
SELECT 'passage', d.title || ', ' || p.locator, p.text, p.document || '#' || p.locator,
    'sources ' || p.document || '#' || p.locator
FROM passage_text AS p JOIN document AS d ON d.document = p.document
)
SELECT kind, title, text, citation, command, words(title), words(text) FROM entry;
