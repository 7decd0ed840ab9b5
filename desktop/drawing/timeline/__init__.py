"""How the timeline is laid out and painted."""
