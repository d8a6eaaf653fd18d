-- What happened when
-- What happened in the summer of 2003? date: the first day it may have been; end: the last day of what lasted, empty where it did not, or where open_end says that it went on; latest: the last day that it may have touched; precision: how exactly the date is stated; inferred: 1 where a part of the date is not printed. Undated events come last.
-- :operation an operation and what belongs to it, by name or id: Maxim
-- :agency only about this agency itself, by name, abbreviation or id: CO14
-- :document a document's id: mpa-2003-05-08
-- :from on or after this date: 2003, 2003-04 or 2003-04-24
-- :to on or before this date
SELECT e.date, e."end", e.precision, e.inferred, e.event, e.operation, e.document,
    json_array(e.citation) AS sources, e.latest, e.printed, e.open_end
FROM event AS e
JOIN document AS d ON d.document = e.document
WHERE (:operation = '' OR e.operation IN (
        SELECT operation FROM operation_within WHERE ancestor = (
            SELECT id FROM search_name WHERE kind = 'operation' AND name_key = name_key(:operation)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:agency = '' OR e.agency = (
        SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
        ORDER BY rank, id LIMIT 1
    ))
    AND (:document = '' OR e.document = :document)
    AND (:from || :to = '' OR e.latest IS NOT NULL)
    AND (:from = '' OR e.latest >= :from)
    AND (:to = '' OR substr(coalesce(e.date, e.latest), 1, length(:to)) <= :to)
ORDER BY coalesce(e.date, e.latest) IS NULL, coalesce(e.date, e.latest), e.latest, d.date,
    e.position
