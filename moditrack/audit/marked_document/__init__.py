"""The audited document with its numbers marked, as a page or a PDF."""
