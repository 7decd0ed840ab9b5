# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# Sessions of an ordinary user in a clean root, for packaging/check. The X server, the keys and the pictures come from outside, so that the root
# has nothing but what installing Labline brings.
#
# $root and $user say where and who; $home is the user's home folder, $conditions what else the environment of a session has, and $command the
# program as it is started.

patience=120 # seconds for a window; the machine may be busy

as_root() { (in_root "$root" root / env DEBIAN_FRONTEND=noninteractive "$@") </dev/null; }
as_user() { (in_root "$root" "$user" "$home" env "${session[@]}" "${conditions[@]}" "$@") </dev/null; }

# An ordinary user with a home folder of this path and what a session has: a folder for sockets.
begin_session() {
    user=$1 home=$2
    chroot "$root" id "$user" >/dev/null 2>&1 || chroot "$root" useradd --no-create-home --home-dir "$home" --shell /bin/bash "$user"
    uid=$(chroot "$root" id -u "$user")
    mkdir -p "$root$home" "$root/run/user/$uid"
    chroot "$root" chown "$user:$user" "$home" "/run/user/$uid"
    chmod 700 "$root/run/user/$uid"
    session=(HOME="$home" XDG_RUNTIME_DIR="/run/user/$uid" DISPLAY="$DISPLAY" PATH="$home/.local/bin:/usr/local/bin:/usr/bin:/bin")
    conditions=()
}

# ---- windows ----

windows() { xdotool search --onlyvisible --name Labline 2>/dev/null; }

# Waits for a window of the program while it lives.
await_window() {
    local deadline=$((SECONDS + patience))
    until windows >/dev/null; do
        kill -0 "$program" 2>/dev/null || { say "the program ended before it showed a window" && return 1; }
        ((SECONDS < deadline)) || { say "no window in $patience seconds" && return 1; }
        sleep 0.2
    done
}

# start_program NAME COMMAND…: in the background as the user, with its output in a log of that name.
start_program() {
    log=$out/$place-$1.log
    shift
    (in_root "$root" "$user" "$home" env "${session[@]}" "${conditions[@]}" "$@") </dev/null >"$log" 2>&1 &
    program=$!
}

# open_window NAME COMMAND…: starts it and waits for its window.
open_window() {
    start_program "$@"
    await_window || { kill -KILL "$program" 2>/dev/null; show "it said:" <"$log"; return 1; }
    window=$(windows | tail -n 1)
    focus
    settle
}

# Waits until the screen stands still for a second.
settle() {
    local before='' after
    for _ in {1..20}; do
        sleep 1
        after=$(import -window root rgb:- | cksum)
        [[ $after != "$before" ]] || return 0
        before=$after
    done
}

# picture NAME: keeps the screen; one with next to no colours shows no window.
picture() {
    local file=$out/$place-$1.png colours
    settle
    import -window root "$file"
    colours=$(identify -format %k "$file")
    ((colours >= 100)) || { wrong "picture $1: $colours colours are a blank window" && return 1; }
    say "picture ${file##*/} with $colours colours"
}

# The mean lightness of the screen's middle, in percent.
lightness() { import -window root -resize '1x1!' -colorspace Gray -format '%[fx:int(100*mean)]' info:-; }

# Without a window manager nobody gives the keyboard back to the window when a dialog is closed.
focus() {
    xdotool windowfocus "$window"
    sleep 0.3
}

keys() {
    xdotool key --delay 60 "$@"
    sleep 0.4
}

write_text() {
    xdotool type --delay 40 "$1"
    sleep 0.4
}

filter_by() {
    focus
    keys ctrl+f ctrl+a
    write_text "$1"
    keys Return
    settle
}

# Closes the window as its user does; the program has to end by itself, without a complaint.
close_window() {
    local deadline=$((SECONDS + patience)) code=0
    focus
    keys ctrl+q
    while kill -0 "$program" 2>/dev/null; do
        ((SECONDS < deadline)) || { kill -KILL "$program" && wrong "the window does not close by Ctrl+Q" && return 1; }
        sleep 0.2
    done
    wait "$program" || code=$?
    ((code == 0)) || { wrong "the program ends with $code" && show "it said:" <"$log" && return 1; }
    no_complaint
}

# What the program wrote to its terminal is short of mistakes.
no_complaint() {
    ! grep -qE 'Traceback|Error|QObject|cannot|not found|[Ff]ailed' "$log" || { wrong "it complains" && show "in ${log##*/}:" <"$log" && return 1; }
}

# export_from_window FILE SCOPE [PICTURE]: by the dialog; SCOPE is the letter of its choice of rows.
export_from_window() {
    keys ctrl+e
    for _ in {1..30}; do
        xdotool search --onlyvisible --name '^Export$' >/dev/null 2>&1 && break
        sleep 0.5
    done
    sleep 1 # the rows are counted
    keys "alt+$2"
    keys alt+m ctrl+a
    write_text "$1"
    [[ ! ${3-} ]] || picture "$3"
    keys Return
    for _ in {1..60}; do
        [[ ! -s $root$1 ]] || break
        sleep 0.5
    done
    sleep 0.5
    keys Escape
    focus
    [[ -s $root$1 ]]
}
