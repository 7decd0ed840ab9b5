# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# A desktop that is dark, for packaging/check: a bus of its own, on which a portal says so.

as_owner() { exec setpriv --reuid "$uid" --regid "$uid" --clear-groups env -i PATH=/usr/bin:/bin DBUS_SESSION_BUS_ADDRESS="$bus" "$@"; }

start_dark_desktop() {
    local bus=unix:path=$root/run/user/$uid/bus line
    (as_owner dbus-daemon --session --nofork --address="$bus") >"$out/$place-bus.log" 2>&1 &
    bus_daemon=$!
    for _ in {1..50}; do [[ ! -S $root/run/user/$uid/bus ]] || break && sleep 0.1; done
    exec {answers}< <(as_owner /usr/bin/python3 - <"$here/packaging/check.d/dark_portal.py" 2>>"$out/$place-bus.log")
    portal=$!
    read -r -t 20 -u "$answers" line && [[ $line == ready ]]
}

on_dark_desktop() {
    /usr/bin/python3 -c 'import dbus, gi' 2>/dev/null || { skip "a dark desktop: no python3-dbus and python3-gi" && return; }
    start_dark_desktop || { wrong "a dark desktop: no bus or no portal" && return 1; }
    conditions=(DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/$uid/bus" XDG_CURRENT_DESKTOP=GNOME)
    if open_window dark-desktop "$command" --theme system; then
        picture dark-desktop && verify "a dark desktop: the window is dark" test "$(lightness)" -lt 40
        kill -USR1 "$portal"
        sleep 1
        settle
        verify "the desktop turns light, and the open window with it" test "$(lightness)" -ge 50
        close_window
    else
        wrong "a dark desktop: no window"
    fi
    kill "$portal" "$bus_daemon"
    conditions=()
}
