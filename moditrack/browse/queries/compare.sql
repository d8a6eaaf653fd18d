-- City of London Police beside the national rate
-- Is the City's rate below the national one? colp, national: percent of all crime, as printed; difference: percentage points; ratio: colp over national; offences: those of the latest year, or of all years, for the report does not say which its share rests on; expected_at_national_rate: offences at the national rate. The intervals of rounding and of chance, which decide what may be concluded, are computed by the command 'moditrack compare' and are not shown here.
-- :document a document's id: colp-2024-02-22
WITH pair AS (
    SELECT own.document, own.position, own.measure, own.citation,
        CAST(rtrim(own.printed, '%') AS REAL) AS colp,
        CAST(rtrim(nat.printed, '%') AS REAL) AS national
    FROM figure AS own
    JOIN figure AS nat ON nat.document = own.document AND nat.locator = own.locator
        AND nat.measure = 'national-share-of-crime'
    WHERE own.measure = 'share-of-crime' AND own.agency = 'colp'
        AND (:document = '' OR own.document = :document)
),
reading AS (
    SELECT document, value AS offences, citation, cell = 'grand-total' AS whole,
        substr(period_start, 1, 4) AS first_year, substr(period_end, 1, 4) AS last_year
    FROM figure AS f
    WHERE measure = 'outcome-offences' AND (cell = 'grand-total' OR cell = 'column-total'
        AND period_start = (
            SELECT max(y.period_start) FROM figure AS y
            WHERE y.document = f.document AND y.measure = f.measure AND y.cell = f.cell
        ))
)
SELECT
    iif(r.first_year = r.last_year, r.first_year, r.first_year || '-' || r.last_year) AS reading,
    p.measure, p.colp, p.national, 'percent' AS unit,
    round(p.colp - p.national, 10) AS difference,
    round(p.colp / p.national, 4) AS ratio,
    r.offences,
    round(r.offences * p.national / p.colp, 2) AS expected_at_national_rate,
    (
        SELECT json_group_array(citation) FROM (
            SELECT citation FROM (
                SELECT citation, position AS place FROM pair AS again
                WHERE again.document = p.document AND again.colp = p.colp
                    AND again.national = p.national
                UNION ALL SELECT r.citation, 1e9
            ) GROUP BY citation ORDER BY min(place)
        )
    ) AS sources,
    p.document
FROM pair AS p JOIN reading AS r ON r.document = p.document
WHERE p.position = (SELECT min(f.position) FROM pair AS f WHERE f.document = p.document)
ORDER BY p.document, r.whole
