-- Search everything, best first
-- Where is anything said about forged passports? Words are stemmed, and all have to be there; word* finds what begins so, "two words" a phrase. snippet: what was found, in brackets; citation: where it stands, or the first of several places; command: what shows more.
-- :text one or more words: forged passports
-- :kind operation, agency, statement, figure, event, responsibility, part, commitment, definition, reference, check or passage
-- :document a document's id: mpa-2003-05-08
-- :limit the most hits: 20 where it is empty
SELECT e.kind, e.title, snippet(search_entry_fts, -1, '[', ']', '…', 16) AS snippet, e.citation,
    e.command, iif(e.citation IS NULL, json_array(), json_array(e.citation)) AS sources
FROM search_entry_fts AS f JOIN search_entry AS e ON e.entry = f.rowid
WHERE search_entry_fts MATCH fts_query(:text)
    AND (:kind = '' OR e.kind = lower(:kind))
    AND (:document = '' OR e.citation LIKE :document || '#%')
ORDER BY bm25(search_entry_fts, 4.0, 1.0), e.entry
LIMIT iif(CAST(:limit AS INTEGER) > 0, CAST(:limit AS INTEGER), 20)
