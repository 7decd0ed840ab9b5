"""How the charts are laid out and painted."""
