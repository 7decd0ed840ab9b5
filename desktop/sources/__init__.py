"""The table and the reader of sources, citations, and what the board of disagreements shows."""
