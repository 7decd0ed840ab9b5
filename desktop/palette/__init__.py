"""What the palette finds and lists."""
