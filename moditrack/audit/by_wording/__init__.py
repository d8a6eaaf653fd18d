"""What the audit knows by its wording: a file for each kind of statement."""
