"""Find what a document derives from its own numbers, and recompute it, without records.

`audit()` in audit.py runs it all:

- find_claims.py: `Reader` reads passages and tables in order, joins what is apart, and adds what
  each finds in one way (`add`)
- claims_of_sentences.py: `SentenceReader` runs the families on each sentence: first `FAMILIES`,
  which need nothing else, then what also sees numbers nearby
- by_wording/, any_wording/, elsewhere/, tables_and_lists/: the families
- found_claim.py: what they find; recompute.py, near_enough.py: what comes of it
- audit_rows.py: what people and programs get; marked_document/: the document with its numbers
  marked
- many_files.py: many files, on all cores
"""
