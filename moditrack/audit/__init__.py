"""Find what a document derives from its own numbers, and recompute it, without records."""
