"""What the inspector and profiles show of an entity."""
