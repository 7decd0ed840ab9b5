"""What the export dialog asks for and does."""
