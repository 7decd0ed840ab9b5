"""The lineage: its canvas, what one does on it and what it asks for."""
