-- What was promised, and what was reported later
-- What was promised and never mentioned again? due: a date at the precision stated; by: who makes or carries it; target: the figure aimed at, with its unit; later: what later documents say of it; state: the most that a later document reports, and where none mentions it, whether it was due when the last document about the same force appeared, and whether that is a later one; not_mentioned_in: the later documents about the same force that say nothing of it, with their kind.
-- :operation an operation and what belongs to it, by name or id: Maxim
-- :agency only by this agency, by name, abbreviation or id: UKIS
-- :document the document in which it was made: mpa-2003-05-08
-- :state reported-met, reported-partly, reported-not-met, not-mentioned-again, not-yet-due or no-later-document
WITH told AS (
    SELECT u.commitment, u.document, u.followup, u.state, u.citation,
        row_number() OVER (ORDER BY d.date, u.position) AS place
    FROM followup AS u JOIN document AS d ON d.document = u.document
),
every AS (
    SELECT c.commitment, c.document AS made_in, d.date AS made_on, c.due,
        (
            SELECT json_group_array(agency) FROM (
                SELECT b.agency FROM commitment_agency AS b WHERE b.commitment = c.id
                ORDER BY b.position
            )
        ) AS "by",
        c.operation,
        iif(f.bound = 'exact', '', replace(f.bound, '-', ' ') || ' ') || f.value || ' ' || m.unit AS target,
        (
            SELECT json_group_array(json_object(
                'document', document, 'says', followup, 'state', state, 'source', citation
            )) FROM (SELECT * FROM told AS t WHERE t.commitment = c.id ORDER BY place)
        ) AS later,
        coalesce(
            (
                SELECT 'reported-' || t.state FROM told AS t WHERE t.commitment = c.id
                ORDER BY instr('met partly not-met', t.state) LIMIT 1
            ),
            iif(
                c.due > substr(d.last, 1, length(c.due))
                    OR (c.due = substr(d.last, 1, length(c.due)) AND c.due <> d.last),
                'not-yet-due', NULL
            ),
            iif(d.last > d.date, 'not-mentioned-again', 'no-later-document')
        ) AS state,
        (
            SELECT json_group_array(citation) FROM (
                SELECT c.citation, 0 AS place
                UNION ALL
                SELECT t.citation, t.place FROM told AS t WHERE t.commitment = c.id
                ORDER BY place
            )
        ) AS sources,
        c.id, c.due_inferred, c.position,
        (
            SELECT json_group_array(json_object('document', document, 'kind', kind)) FROM (
                SELECT o.document, o.kind FROM document AS o
                WHERE o.force = d.force AND o.date > d.date AND NOT EXISTS (
                    SELECT 1 FROM told AS t
                    WHERE t.commitment = c.id AND t.document = o.document
                )
                ORDER BY o.date
            )
        ) AS not_mentioned_in
    FROM commitment AS c
    JOIN (
        SELECT document, force, date, max(date) OVER (PARTITION BY force) AS last FROM document
    ) AS d ON d.document = c.document
    LEFT JOIN figure AS f ON f.figure = c.target
    LEFT JOIN measure AS m ON m.measure = f.measure
)
SELECT commitment, made_in, made_on, due, "by", operation, target, later, state, sources, id,
    due_inferred, not_mentioned_in
FROM every
WHERE (:operation = '' OR operation IN (
        SELECT operation FROM operation_within WHERE ancestor = (
            SELECT id FROM search_name WHERE kind = 'operation' AND name_key = name_key(:operation)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:agency = '' OR id IN (
        SELECT commitment FROM commitment_agency WHERE agency = (
            SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:document = '' OR made_in = :document)
    AND (:state = '' OR state = lower(:state))
ORDER BY made_on, position
