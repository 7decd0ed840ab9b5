"""A desktop's portal that says that the desktop is dark, on the bus that the environment names: for tries of Labline.

Prints "ready" once it can be asked, and serves until it is ended. On SIGUSR1 the desktop turns light, and says so.
"""

from __future__ import annotations

import signal
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
SPACE, KEY = "org.freedesktop.appearance", "color-scheme"
DARK, LIGHT = dbus.UInt32(1), dbus.UInt32(2)


class Portal(dbus.service.Object):
    """Answers what toolkits ask of the interface for settings."""

    scheme = DARK

    @dbus.service.method(SETTINGS, in_signature="ss", out_signature="v")
    def Read(self, namespace: str, key: str) -> dbus.UInt32:
        """One setting, in the variant of a variant that the first version of the interface has."""
        self._require(namespace, key)
        return dbus.UInt32(self.scheme, variant_level=2)

    @dbus.service.method(SETTINGS, in_signature="ss", out_signature="v")
    def ReadOne(self, namespace: str, key: str) -> dbus.UInt32:
        """One setting."""
        self._require(namespace, key)
        return dbus.UInt32(self.scheme, variant_level=1)

    @dbus.service.method(SETTINGS, in_signature="as", out_signature="a{sa{sv}}")
    def ReadAll(self, _namespaces: list[str]) -> dict[str, dict[str, dbus.UInt32]]:
        """All settings: there is one."""
        return {SPACE: {KEY: dbus.UInt32(self.scheme, variant_level=1)}}

    @dbus.service.signal(SETTINGS, signature="ssv")
    def SettingChanged(self, namespace: str, key: str, value: dbus.UInt32) -> None:
        """What has changed."""

    def turn_light(self) -> bool:
        """As if the user had done so in the desktop's settings."""
        self.scheme = LIGHT
        self.SettingChanged(SPACE, KEY, dbus.UInt32(LIGHT, variant_level=1))
        return True

    def _require(self, namespace: str, key: str) -> None:
        if (namespace, key) != (SPACE, KEY):
            raise dbus.DBusException("no such setting", name="org.freedesktop.portal.Error.NotFound")


def main() -> int:
    """Serve; the exit code."""
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    portal = Portal(dbus.service.BusName(NAME, bus), PATH)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, portal.turn_light)
    print("ready", flush=True)
    GLib.MainLoop().run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
