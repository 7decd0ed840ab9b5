# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# Labline in other surroundings than the usual, for packaging/check: Wayland, high resolution, dark desktops, locales and home folders.

# As its user, because a socket is its owner's.
start_weston() {
    local socket=$root/run/user/$uid/wayland-check
    setpriv --reuid "$uid" --regid "$uid" --clear-groups env -i HOME=/tmp XDG_RUNTIME_DIR="$root/run/user/$uid" PATH="$PATH" \
        weston --backend=headless-backend.so --use-pixman --debug --shell=desktop-shell.so --width=1440 --height=900 --idle-time=0 \
        --socket=wayland-check >"$out/$place-weston.log" 2>&1 &
    weston=$!
    for _ in {1..50}; do [[ ! -S $socket ]] || return 0 && sleep 0.2; done
    tail -n 5 "$out/$place-weston.log" | show "weston said:"
    return 1
}

# Leaves weston's picture of its screen in a file.
photograph_weston() {
    local folder=$work/weston
    rm -rf "$folder"
    mkdir "$folder" && chown "$uid" "$folder"
    (cd "$folder" && setpriv --reuid "$uid" --regid "$uid" --clear-groups env -i HOME="$folder" XDG_PICTURES_DIR="$folder" \
        XDG_RUNTIME_DIR="$root/run/user/$uid" WAYLAND_DISPLAY=wayland-check timeout 20 weston-screenshooter) >>"$out/$place-weston.log" 2>&1
    mv "$folder"/*.png "$1"
}

# There is nothing to find windows with, so the picture is compared with that of the empty desktop.
on_wayland() {
    local shown=$out/$place-wayland.png changed=0
    start_weston || { wrong "weston does not start" && return 1; }
    sleep 3 # it fades in
    photograph_weston "$work/empty.png" || { wrong "weston takes no picture" && return 1; }
    conditions=(DISPLAY= WAYLAND_DISPLAY=wayland-check QT_QPA_PLATFORM=wayland)
    start_program wayland "$command" --theme light
    for _ in {1..12}; do
        sleep 3
        photograph_weston "$shown"
        changed=$(compare -metric AE -fuzz 3% "$work/empty.png" "$shown" null: 2>&1)
        ((${changed%.*} < 500000)) || break
    done
    sleep 5
    photograph_weston "$shown"
    verify "Wayland alone: the window is drawn, $changed pixels of ${shown##*/}" test "${changed%.*}" -ge 500000
    verify "Wayland alone: the program runs" kill -0 "$program"
    kill "$program" "$weston" 2>/dev/null
    wait "$program" "$weston" 2>/dev/null
    no_complaint
    conditions=()
}

# in_surroundings NAME VARIABLE=VALUE…: the window opens and closes in them; its picture is kept.
in_surroundings() {
    local name=$1
    shift
    conditions=("$@")
    if open_window "$name" "$command"; then
        picture "$name"
        close_window && ok "$name ($*): the window opens, is drawn and closes without a complaint"
    else
        wrong "$name: no window"
    fi
    conditions=()
}

on_dense_screen() {
    local -x DISPLAY=$large_display
    in_surroundings scale-2 DISPLAY="$DISPLAY" QT_SCALE_FACTOR=2
}

in_other_homes() {
    local usual=$home name
    for name in "a home" "我的家"; do
        home=$usual/$name
        mkdir -p "$root$home"
        chroot "$root" chown "$user:$user" "$home"
        in_surroundings "home-${name// /-}" HOME="$home"
        verify "its data lies in '$name'" test -s "$root$home/.local/share/labline/labline.db"
        rm -rf "${root:?}$home"
    done
    home=$usual
}

# A home folder that nothing can be written to: a message for people, in the window and at the command line, and no traceback.
in_read_only_home() {
    local usual=$home
    home=/home/read-only
    mkdir -p "$root$home"
    mount -t tmpfs -o ro,mode=755 none "$root$home"
    conditions=(HOME="$home")
    as_user "$command" export moe >"$out/$place-read-only-export.log" 2>&1
    show "in a read-only home, labline export says:" <"$out/$place-read-only-export.log"
    verify "the message has no traceback and names the folder" test "$(grep -c Traceback "$out/$place-read-only-export.log")" = 0 -a -n "$(grep "$home" "$out/$place-read-only-export.log")"
    in_surroundings read-only-home HOME="$home"
    umount "$root$home"
    rmdir "$root$home"
    home=$usual
}
