"""Saved views: their records, their file and the way between a record and the window."""
