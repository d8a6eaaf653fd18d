-- Who is responsible for what
-- Who does what, in which area of work? A row for each responsibility, as one document states it, and for each of its strands and levels; status: whether it is current, planned, proposed or past as of that day; inferred: whether a part is not printed but follows from the document; level: of the National Intelligence Model, empty where none is stated; as_at: the day as of which it is stated.
-- :agency only of this agency itself, by name, abbreviation or id: CO14
-- :operation an operation and what belongs to it, by name or id: Maxim
-- :level a level of the National Intelligence Model: 1, 2 or 3
-- :role leads, partners and the like
-- :strand an area of work, by name or id: child-exploitation
-- :document a document's id: mpa-2003-05-08
SELECT r.agency, a.abbreviation, a.name, a.parent, i.strand, r.operation, l.level, r.role,
    r.status, r.responsibility, r.as_at, r.inferred, json_array(r.citation) AS sources, r.document
FROM responsibility AS r
JOIN document AS d ON d.document = r.document
JOIN agency AS a ON a.agency = r.agency
JOIN responsibility_strand AS i ON i.document = r.document AND i.position = r.position
JOIN strand AS s ON s.strand = i.strand
LEFT JOIN responsibility_level AS l ON l.document = r.document AND l.position = r.position
WHERE (:strand = '' OR lower(:strand) IN (i.strand, lower(s.name)))
    AND (:agency = '' OR r.agency = (
        SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
        ORDER BY rank, id LIMIT 1
    ))
    AND (:operation = '' OR r.operation IN (
        SELECT operation FROM operation_within WHERE ancestor = (
            SELECT id FROM search_name WHERE kind = 'operation' AND name_key = name_key(:operation)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:level = '' OR l.level = CAST(:level AS INTEGER))
    AND (:role = '' OR r.role = lower(:role))
    AND (:document = '' OR r.document = :document)
ORDER BY a.rowid, d.date, r.position, s.rowid, l.level
