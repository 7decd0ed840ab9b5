# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# The Debian package on a clean system, for packaging/check: install, use, upgrade, remove. enter with $root entered and $deb, $deb_earlier named.

install_package() {
    cp "$1" "$root/tmp/"
    as_root apt-get -q -y install "/tmp/${1##*/}" >"$out/$place-apt.log" 2>&1 || { tail -n 15 "$out/$place-apt.log" | show "apt said:" && return 1; }
    rm "$root/tmp/${1##*/}"
}

has_no_python() { ! compgen -G "$root/usr/bin/python3*" >/dev/null && ! compgen -G "$root/usr/lib/python3*/os.py" >/dev/null; }

prepare_system() {
    local packages
    mapfile -t packages < <(listed_packages "$here/packaging/debian-check-root.txt" as_root apt-cache show --no-all-versions)
    as_root apt-get -q -y install --no-install-recommends "${packages[@]}" >>"$out/$place-apt.log" 2>&1 || return
    as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
}

# An earlier version, used: what is made with it has to outlive upgrade and removal.
use_earlier_version() {
    install_package "$deb_earlier" || return
    verify "apt installs $earlier_version with what it depends on and recommends" test -L "$root/usr/bin/labline" || return
    as_user labline --version | show "labline --version:"
    printf 'name,date\nA model of mine,2024-05-06\n' >"$root$home/mine.csv"
    as_user labline import mine.csv >/dev/null || { wrong "a table is not imported" && return 1; }
    open_window earlier labline --theme dark || { wrong "no window of $earlier_version" && return 1; }
    filter_by mine
    close_window
    keepsakes=$(users_files)
}

# The user's database and settings, by their bytes.
users_files() { (cd "$root$home" && sha256sum .local/share/labline/labline.db .config/labline/labline.ini mine.csv); }

upgrade() {
    install_package "$deb" || return
    verify "an upgrade leaves the user's data and settings as they were" test "$keepsakes" = "$(users_files)"
    verify "it removes what is gone since" test ! -e "$root/usr/lib/labline/$gone_since"
    as_user labline --version | show "labline --version:"
    verify "labline --version says $version" grep -q "^Labline $version\$" <(as_user labline --version)
    verify "what the user imported is there" grep -q '^A model of mine' <(as_user labline export 'name:"A model of mine"' --columns name)
    verify "there is no Python on this system" has_no_python
}

remove_package() {
    local said left
    as_root apt-get -q -y remove labline >"$out/$place-apt-remove.log" 2>&1
    left=$(find "$root/usr" "$root/etc" "$root/var/lib" "$root/opt" -xdev -iname '*labline*' -not -path '*/dpkg/info/labline.*' -printf '%P\n')
    [[ ! $left ]] || show "left:" <<<"$left"
    verify "apt remove leaves no file of Labline's" test ! "$left"
    said=$(as_root apt-get -q -y purge labline 2>&1)
    verify "apt purge says where the user's data is" grep -q '\.local/share/labline' <<<"$said"
    grep -A 1 '^Labline' <<<"$said" | show "apt purge says:"
    as_root apt-get -q -y autoremove --purge >>"$out/$place-apt-remove.log" 2>&1
    remove_kept_packages
    verify "the user's data and settings are kept" test "$keepsakes" = "$(users_files)"
}

# Some systems keep a package that came along, because it is important for a system.
remove_kept_packages() {
    local kept
    mapfile -t kept < <(LC_ALL=C comm -13 "$out/$place-packages-before.txt" <(list_packages))
    ((${#kept[@]})) || return 0
    say "apt keeps ${kept[*]}, which other packages brought; removed by name"
    as_root apt-get -q -y purge "${kept[@]}" >>"$out/$place-apt-remove.log" 2>&1
}

# What is left of all that apt did, dependencies included, against the system before.
nothing_left() {
    local left
    list_files >"$out/$place-files-after.txt"
    left=$(only_later "$out/$place-files-before.txt" "$out/$place-files-after.txt")
    show "files on the system that were not there before (none is right): $(grep -c . <<<"$left")" <<<"$left"
    verify "after removing, the system has no file that it had not before" test ! "$left"
    left=$(list_home | grep -vE "$users_own" | grep -vxF -f "$made_here")
    list_home | grep -E '^\.(local/share|config|local/state|cache)/' | show "in the user's home folder are still:"
    verify "and the user's home folder nothing but the user's data" test ! "$left" || show "left:" <<<"$left"
}
