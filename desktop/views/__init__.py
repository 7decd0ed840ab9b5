"""One view a file. Views share the filter and the selection, and never meet otherwise."""
