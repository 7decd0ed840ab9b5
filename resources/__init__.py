"""Icons, themes, translations and the bundled dossiers, read through `importlib.resources`."""
