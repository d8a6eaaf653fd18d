-- What does not fit, and why
-- Which numbers do not fit? Every total, share, change and count that a report derives is recomputed from its own figures, and statements about the same thing that differ stand side by side. stated: as printed; recomputed: what the figures give, empty where nothing can be computed; sides: what each passage states. The words say what disagrees, never who is wrong. 'moditrack check NAME' shows the arithmetic of one, step by step.
-- :document a document's id: mpa-2004-02-16
-- :verdict consistent, truncated, rounded-up, inconsistent, impossible, ambiguous, conflict or not-checkable
-- :operation only about this operation itself, by name or id: Maxim
-- :agency only about this agency itself, by name, abbreviation or id: CO14
-- :all 1 to show what is consistent, too
SELECT c.check_id AS "check", c.kind, c.statement, c.stated, c.recomputed, c.verdict, c.why,
    (
        SELECT json_group_array(citation) FROM (
            SELECT s.citation FROM check_source AS s WHERE s.check_id = c.check_id
            GROUP BY s.citation ORDER BY min(s.position)
        )
    ) AS sources,
    (
        SELECT json_group_array(json_object('states', states, 'source', citation)) FROM (
            SELECT s.states, s.citation FROM check_source AS s
            WHERE s.check_id = c.check_id AND s.states IS NOT NULL ORDER BY s.position
        )
    ) AS sides
FROM check_result AS c
WHERE (:all || :verdict <> '' OR c.verdict <> 'consistent')
    AND (:verdict = '' OR c.verdict = lower(:verdict))
    AND (:document = '' OR c.check_id IN (
        SELECT check_id FROM check_source WHERE document = :document
    ))
    AND (:operation = '' OR c.check_id IN (
        SELECT check_id FROM check_subject WHERE operation = (
            SELECT id FROM search_name WHERE kind = 'operation' AND name_key = name_key(:operation)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:agency = '' OR c.check_id IN (
        SELECT check_id FROM check_subject WHERE agency = (
            SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
            ORDER BY rank, id LIMIT 1
        )
    ))
ORDER BY c.position
