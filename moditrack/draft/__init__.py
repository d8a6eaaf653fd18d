"""Records of a new report, proposed from its text: one family of proposals per file.

- draft.py reads, proposes and writes; propose.py has the families in order, context.py
  what they share, texts_in_order.py the texts, proposal.py what a proposed row is
- title_and_date.py, document_toml.py: the first page
- figures/, counts/, periods/, names/, events_and_commitments/, terms_and_references/: the families
- shared_lists.py: which measures there are, and which agencies and posts a name can mean
- unaccounted.py: what `verify` would ask; asked_once.py: what is asked once for a
  table, a list or the report
- next_steps.py, review.py, rows_to_mark.py, printed_spans.py: what a person is asked, and what is
  left

A row that a person must look at says why in `needs_a_person`.
"""
