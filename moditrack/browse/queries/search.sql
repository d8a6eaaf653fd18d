-- Search everything, best first
-- Where is anything said about forged passports? Words are stemmed; word* finds what begins so, "two words" a phrase. Where nothing has all of the words, the hits have most of them: matched of words. snippet: where the words stand; citation: the passage, or the first of several; command: what shows more.
-- :text one or more words: forged passports
-- :kind operation, agency, document, outcome, statement, figure, event, responsibility, part, commitment, definition, threat, caution, reference, check or passage
-- :document a document's id: mpa-2003-05-08
-- :limit the most hits: 20 where it is empty
WITH search AS MATERIALIZED (SELECT search_query(:text, lower(:kind), :document) AS best)
SELECT e.kind, e.title,
    excerpt(e.title, highlight(search_entry_fts, 0, char(2), char(3)),
        e.text, highlight(search_entry_fts, 1, char(2), char(3))) AS snippet,
    e.citation, e.command, best ->> 'matched' AS matched, best ->> 'words' AS words,
    iif(e.citation IS NULL, json_array(), json_array(e.citation)) AS sources
FROM search CROSS JOIN search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid
WHERE search_entry_fts MATCH best ->> 'query'
    AND (:kind = '' OR e.kind = lower(:kind))
    AND (:document = '' OR e.citation LIKE :document || '#%')
ORDER BY bm25(search_entry_fts, 4.0, 1.0) * iif(e.kind IN ('operation', 'agency'),
    iif(e.title_words LIKE words(:text) || '%', 4, 2), 1), e.entry
LIMIT iif(CAST(:limit AS INTEGER) > 0, CAST(:limit AS INTEGER), 20)
