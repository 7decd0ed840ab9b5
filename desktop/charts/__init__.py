"""The canvas of the charts and what it asks for."""
