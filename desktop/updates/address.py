"""Where this build asks for newer versions: the one place that names it."""

from __future__ import annotations

ON = "updates/on"
"""The key of the settings that says whether the user wants to be told of newer versions."""
VERSION_FILE = ""
"""The https address of the version file; empty where nobody publishes one, and then nothing is ever asked.

The file is JSON of less than 16 KiB: {"version": "1.2.3", "page": "https://…"}, where the page is that of the download.
"""
