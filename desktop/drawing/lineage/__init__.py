"""How the lineage is laid out and painted."""
