"""What each kind of claim compares: one small file each, without records."""
