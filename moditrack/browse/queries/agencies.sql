-- Who is responsible for what
-- Who does what, in which area of work? A row for each responsibility, as one document states it, and for each level; level: of the National Intelligence Model, empty where none is stated; as_at: the day as of which it is stated.
-- :strand an area of work, by name or id: child-exploitation
-- :document a document's id: mpa-2003-05-08
SELECT r.agency, a.abbreviation, a.name, a.parent, r.strand, r.operation, l.level, r.role,
    r.responsibility, r.as_at, json_array(r.citation) AS sources, r.document
FROM responsibility AS r
JOIN document AS d ON d.document = r.document
JOIN agency AS a ON a.agency = r.agency
JOIN strand AS s ON s.strand = r.strand
LEFT JOIN responsibility_level AS l ON l.document = r.document AND l.position = r.position
WHERE (:strand = '' OR lower(:strand) IN (r.strand, lower(s.name)))
    AND (:document = '' OR r.document = :document)
ORDER BY a.rowid, d.date, r.position, l.level
