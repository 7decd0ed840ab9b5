# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# The installer for one user on a clean system, for packaging/check. Enter with $root entered and a session of an ordinary user.

run_installer() { as_user sh "/var/tmp/${run##*/}" "$@" 2>&1; }

# The packages that a refusal names, of alternatives the first that the system has.
named_packages() {
    sed -n 's/.*(Debian, Ubuntu: \([^)]*\)).*/\1/p' | sed 's/, /\n/g; s/ or / | /g' >"$out/$place-named.txt"
    listed_packages "$out/$place-named.txt" as_root apt-cache show --no-all-versions
}

# Refused until all that it names is there: each refusal says what is missing, and leaves nothing.
install_what_is_missing() {
    local said packages times
    for times in {0..4}; do
        said=$(run_installer -- --check) && break
        show "the installer says:" <<<"$said"
        [[ $(list_home) == "$home_before" ]] || { wrong ".run: a refusal leaves files" && list_home | show "left:" && home_before=$(list_home); }
        mapfile -t packages < <(named_packages <<<"$said")
        ((${#packages[@]})) || { wrong ".run: it names no package" && return 1; }
        as_root apt-get -q -y install --no-install-recommends "${packages[@]}" >>"$out/$place-apt.log" 2>&1 || { wrong ".run: what it names cannot be installed" && return 1; }
    done
    [[ $said == *"has what Labline"* ]] || { wrong ".run: it refuses still after $times installations" && return 1; }
    ok ".run: it refuses politely $times times, naming what is missing; with that installed it has what it needs"
}

install_run() {
    as_user sh /var/tmp/earlier/install --quiet || { wrong ".run: $earlier_version is not installed" && return 1; }
    verify ".run: installs for the user alone" test "$(as_user "$command" --version | head -n 1)" = "Labline $earlier_version" || return
    open_window run-earlier "$command" --theme dark || { wrong ".run: no window of $earlier_version" && return 1; }
    close_window
    keepsakes=$(cd "$root$home" && sha256sum .local/share/labline/labline.db .config/labline/labline.ini)
    run_installer | show "an upgrade says:"
    verify ".run: an upgrade leaves data and settings as they were" \
        test "$keepsakes" = "$(cd "$root$home" && sha256sum .local/share/labline/labline.db .config/labline/labline.ini)"
    verify ".run: it is upgraded to $version" test "$(as_user "$command" --version | head -n 1)" = "Labline $version"
    verify ".run: of the earlier program nothing is left" test "$(compgen -G "$root$home/.local/lib/labline/program.*" | wc -l)" = 1
    verify ".run: the user is told how to remove it" test -x "$root$home/.local/lib/labline/uninstall"
}

# While a window is open it is neither removed nor broken by an upgrade.
refuse_to_remove_while_open() {
    open_window run-open "$command" || { wrong ".run: no window" && return 1; }
    verify ".run: it is not removed while a window is open" test ! "$(as_user "$home/.local/lib/labline/uninstall" 2>/dev/null && echo removed)"
    close_window
}

remove_run() {
    local left
    as_user "$home/.local/lib/labline/uninstall" | show "removing says:"
    left=$(list_home | grep -vE "$users_own" | grep -vxF -f "$made_here")
    [[ ! $left ]] || show "left:" <<<"$left"
    verify ".run: after removing nothing but the user's data is left in the home folder" test ! "$left"
    verify ".run: nothing was written outside it" test "$files_before" = "$(list_files | cksum)"
}
