-- Victims by age or ethnicity, and sex
-- Who were the victims? victims: a count, zeros included; share_percent: of all victims in that table, two decimals. Age and ethnicity divide the same victims in two ways: never add them.
-- :by age or ethnicity
-- :sex female or male
-- :agency a police force, by name, abbreviation or id
-- :document a document's id: colp-2024-02-22
SELECT document, force, characteristic, category, sex, victims,
    round(100.0 * victims / table_total, 2) AS share_percent,
    json_array(citation) AS sources
FROM victim
WHERE (:by = '' OR characteristic = lower(:by))
    AND (:sex = '' OR sex = lower(:sex))
    AND (:agency = '' OR force = (
        SELECT id FROM search_name WHERE kind = 'agency' AND name_key = name_key(:agency)
        ORDER BY rank, id LIMIT 1
    ))
    AND (:document = '' OR document = :document)
ORDER BY document, force, characteristic, position
