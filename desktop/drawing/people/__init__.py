"""How careers and the people who work together are laid out and painted."""
