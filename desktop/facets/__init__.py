"""The sections of the facets panel."""
