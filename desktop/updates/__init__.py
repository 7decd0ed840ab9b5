"""Whether there is a newer Labline: asked only when the user wants it, and with nothing about them."""
