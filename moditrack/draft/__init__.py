"""Records of a new report, proposed from its text: one family of proposals per file."""
