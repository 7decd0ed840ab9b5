"""The columns and cells of the release table."""
