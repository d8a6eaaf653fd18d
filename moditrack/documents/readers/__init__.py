"""One module for each format: `blocks(data)` reads a file's bytes into a Parsed.

- pdf.py: pdf_pages/, pdf_tables/; text.py: text_tables/, text_footnotes.py, numbered_lines.py
- html*.py, mhtml.py; docx*.py; markdown.py; csv.py
- moved_headings.py: for tables of converters
"""
