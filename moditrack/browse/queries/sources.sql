-- The reports, and what is not in them
-- Where does it all come from, and what is missing? url and licence: empty where not known; data_to: the last day that its data cover, where stated; passages, figures: how many of each the dataset holds; not_contained: what the report refers to and does not contain.
-- :document a document's id: colp-2024-02-22
SELECT d.document, d.title, d.kind, d.publisher, d.force, d.committee, d.reference, d.date,
    d.data_to, d.url, d.licence, d.sha256,
    (
        SELECT json_group_array(json_object('name', name, 'post', post, 'role', role)) FROM (
            SELECT * FROM document_author AS w WHERE w.document = d.document ORDER BY position
        )
    ) AS authors,
    (SELECT count(*) FROM passage AS p WHERE p.document = d.document) AS passages,
    (SELECT count(*) FROM figure AS f WHERE f.document = d.document) AS figures,
    (
        SELECT json_group_array(json_object(
            'title', title, 'kind', kind, 'note', note, 'sources', json_array(citation)
        )) FROM (
            SELECT * FROM reference AS r WHERE r.document = d.document ORDER BY position
        )
    ) AS not_contained,
    d.note, json_array(d.document || '#header') AS sources
FROM document AS d
WHERE (:document = '' OR d.document = :document)
ORDER BY d.date
