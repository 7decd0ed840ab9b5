# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# The first window of the installed program against that of the same code from the virtual environment, for packaging/check.

compare_first_windows() {
    local own=$here/.venv/bin/labline installed other told code=0
    [[ -x $own ]] || { skip "the time to the first window: no virtual environment to compare with" && return; }
    installed=$(printf '%q ' chroot --userspec="$user:$user" "$root" /usr/bin/env -i "${session[@]}" LANG=C.UTF-8 "$command")
    other=$(printf '%q ' env -i HOME="$work/home" XDG_RUNTIME_DIR="$work/home" DISPLAY="$DISPLAY" PATH="$PATH" LANG=C.UTF-8 "$own")
    mkdir -p "$work/home" && chmod 700 "$work/home"
    env -i HOME="$work/home" PATH="$PATH" "$own" export moe >/dev/null # so that there is a database, as the other has one
    told=$(python3 "$here/packaging/check.d/first_window.py" 5 1.3 "$installed" "$other" 2>&1) || code=$?
    show "installed, against $(as_user "$command" --version | tail -n 1) from the virtual environment ($("$own" --version | tail -n 1)):" <<<"$told"
    verify "the first window of the installed program takes at most 1.3 times as long: ${told##*$'\n'}" test "$code" = 0
}
