-- One passage, and what the dataset holds of it
-- What stands there? A row for each thing that rests on the passage: kind is what it is, holds what it says, in our words, id what names it. With a database built from the documents themselves, the passage's own text, too.
-- :citation a document and a place in it: colp-2024-02-22#19.outcome
SELECT h.kind, h.holds, h.id, p.kind AS passage, p.heading, d.title
FROM passage AS p
JOIN document AS d ON d.document = p.document
LEFT JOIN (
    SELECT 0 AS place, document, locator, 0 AS position, 'text' AS kind, text AS holds, NULL AS id
    FROM passage_text
    UNION ALL SELECT 1, document, locator, position, 'figure', printed || ': ' || description, figure
    FROM figure
    UNION ALL SELECT 2, document, locator, position, 'name', name, coalesce(operation, agency)
    FROM name
    UNION ALL SELECT 3, document, locator, position, 'statement', statement,
        coalesce(operation, agency) FROM statement
    UNION ALL SELECT 4, document, locator, position, 'responsibility', role
        || iif(status = 'current', '', ', ' || status) || ': ' || responsibility
        || iif(inferred, '*', ''), agency FROM responsibility
    UNION ALL SELECT 5, document, locator, position, 'event', coalesce(printed || ': ', '')
        || event, operation FROM event
    UNION ALL SELECT 6, document, locator, position, 'part', list || ': ' || part, operation
    FROM part
    UNION ALL SELECT 7, document, locator, position, 'definition', term || ': ' || definition, NULL
    FROM definition
    UNION ALL SELECT 8, document, locator, position, 'commitment', commitment, id FROM commitment
    UNION ALL SELECT 9, document, locator, position, 'follow-up', state || ': ' || followup,
        commitment FROM followup
    UNION ALL SELECT 10, document, locator, position, 'reference', title, operation FROM reference
    UNION ALL SELECT 11, s.document, s.locator, c.position, 'check', c.verdict || ': '
        || c.statement || ': ' || c.why, c.check_id
    FROM check_source AS s JOIN check_result AS c ON c.check_id = s.check_id
    UNION ALL SELECT 12, document, locator, position, 'threat', who || ': ' || threat
        || coalesce('; hedge: ' || hedge, ''), NULL
    FROM threat
    UNION ALL SELECT 13, document, locator, position, 'caution', caution, NULL FROM caution
    UNION ALL SELECT 14, document, locator, position, 'numeral', printed || ': ' || reason, NULL
    FROM numeral
) AS h ON h.document = p.document AND h.locator = p.locator
WHERE p.citation = :citation
ORDER BY h.place, h.position
