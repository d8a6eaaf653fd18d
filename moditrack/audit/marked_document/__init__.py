"""The audited document with its numbers marked, as a page or a PDF.

- claims_to_mark.py: what is marked, and how
- marked_page.py: the page, with page.css of `moditrack.marked`; marked_pdf*.py: the PDF
"""
