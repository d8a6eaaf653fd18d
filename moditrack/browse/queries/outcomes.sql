-- Offences by outcome and year
-- How did the offences of each year end? offences: a count, zeros included; year_total: all offences of the year, as printed; share_percent: offences in percent of year_total, two decimals. Counts below 10 are too small to conclude from.
-- :year a calendar year: 2023
-- :from from this year
-- :to to this year
-- :outcome a code (1, 14, 16 …), or Resolved
-- :document a document's id: colp-2024-02-22
-- :agency a police force, by name, abbreviation or id
SELECT document, force, year, code, outcome, "group", stated_label, offences, year_total,
    round(100.0 * offences / year_total, 2) AS share_percent,
    json_array(citation) AS sources
FROM outcome
WHERE (:year = '' OR year = CAST(:year AS INTEGER))
    AND (:from = '' OR year >= CAST(:from AS INTEGER))
    AND (:to = '' OR year <= CAST(:to AS INTEGER))
    AND (:outcome = '' OR lower(coalesce(code, outcome)) = lower(:outcome))
    AND (:document = '' OR document = :document)
    AND (:agency = '' OR force = (
        SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
        ORDER BY rank, id LIMIT 1
    ))
ORDER BY document, force, year, position
