-- Every quantity that the reports state
-- Which numbers are there, in which unit, and where do they stand? Table cells, printed totals and explicit nils are among them. value: a number in unit, empty for a range, which has low and high; percent means percent numbers, GBP pounds; period: days, empty where none is stated. With a date, only figures that have a period.
-- :document a document's id: mpa-2003-05-08
-- :operation an operation and what belongs to it, by name or id: Kontiki
-- :agency only about this agency itself, by name, abbreviation or id: CO14
-- :measure what is counted, by name or id: removals
-- :unit people, percent, GBP and the like
-- :from on or after this date: 2003, 2003-04 or 2003-04-24
-- :to on or before this date
SELECT f.figure, f.document, f.locator, f.printed, f.value, f.low, f.high, m.unit, f.bound,
    f.status, f.measure, f.description, f.period_start, f.period_end, f.operation, f.agency,
    f.table_name AS "table", f."row", f."column", json_array(f.citation) AS sources,
    f.period_inferred
FROM figure AS f
JOIN measure AS m ON m.measure = f.measure
JOIN document AS d ON d.document = f.document
WHERE (:document = '' OR f.document = :document)
    AND (:operation = '' OR f.operation IN (
        SELECT operation FROM operation_within WHERE ancestor = (
            SELECT id FROM search_name WHERE kind = 'operation' AND name_key = name_key(:operation)
            ORDER BY rank, id LIMIT 1
        )
    ))
    AND (:agency = '' OR f.agency = (
        SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
        ORDER BY rank, id LIMIT 1
    ))
    AND (:measure = '' OR lower(:measure) IN (f.measure, lower(m.name)))
    AND (:unit = '' OR lower(m.unit) = lower(:unit))
    AND (:from || :to = '' OR coalesce(f.period_start, f.period_end) IS NOT NULL)
    AND (:from = '' OR coalesce(f.period_end, d.date) >= :from)
    AND (:to = '' OR substr(coalesce(f.period_start, ''), 1, length(:to)) <= :to)
ORDER BY d.date, f.document, f.position
