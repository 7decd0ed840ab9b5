# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# The systems that the installers are tried on, for packaging/check. clean_root.sh makes roots of the host's own distribution; Ubuntu's come
# from where debootstrap itself says, checked by Ubuntu's keys.

ubuntu=noble
ubuntu_keys=/usr/share/keyrings/ubuntu-archive-keyring.gpg
# Where the host has no package of Ubuntu's keys, this one of Ubuntu is fetched; its hash is what makes it trusted.
ubuntu_keys_package="ubuntu-keyring_2023.11.28.1_all.deb"
ubuntu_keys_hash=36de43b15853ccae0028e9a767613770c704833f82586f28eb262f0311adb8a8

ubuntu_mirror() { awk '$1 == "default_mirror" && $2 ~ /\/archive\./ { print $2; exit }' /usr/share/debootstrap/scripts/gutsy 2>/dev/null; }

# Leaves Ubuntu's keys in a file; fails when they cannot be had.
fetch_ubuntu_keys() {
    local scratch
    [[ ! -s $ubuntu_keys ]] || { cp "$ubuntu_keys" "$1" && return; }
    scratch=$(mktemp -d) || return
    curl -sfL --max-time 60 -o "$scratch/keys.deb" "$(ubuntu_mirror)/pool/main/u/ubuntu-keyring/$ubuntu_keys_package" &&
        sha256sum --quiet -c - <<<"$ubuntu_keys_hash  $scratch/keys.deb" && dpkg-deb -x "$scratch/keys.deb" "$scratch" &&
        cp "$scratch$ubuntu_keys" "$1"
    local result=$?
    rm -rf "$scratch"
    return $result
}

# Why Ubuntu cannot be had, or nothing.
ubuntu_obstacle() {
    [[ $(ubuntu_mirror) ]] || { echo "debootstrap knows no mirror of Ubuntu" && return; }
    curl -sf --max-time 20 -o /dev/null "$(ubuntu_mirror)/dists/$ubuntu/InRelease" || { echo "its mirror does not answer" && return; }
    fetch_ubuntu_keys "$1" || echo "its keys cannot be had"
}

# The second suite to try beside bookworm, in $second; $1 is where keys of Ubuntu are left.
choose_second() {
    local why
    why=$(ubuntu_obstacle "$1")
    second=$ubuntu
    [[ ! $why ]] || { skip "Ubuntu 24.04: $why; Debian 13 stands in" && second=trixie; }
}

bootstrap_suite() {
    [[ $2 == "$ubuntu" ]] || { bootstrap_root "$@" && return; }
    mkdir -p "$1" && chmod 755 "$1"
    debootstrap --variant=minbase --include=sudo --keyring="$work/ubuntu.gpg" "$2" "$1" "$(ubuntu_mirror)" gutsy >"$3" 2>&1 || { tail -n 3 "$3" && return 1; }
}

enter_suite() {
    enter_root "$1" "$2" || return
    [[ $2 == "$ubuntu" ]] || return 0
    rm -f "$1/etc/apt/sources.list.d/ubuntu.sources"
    printf "deb $(ubuntu_mirror) %s main universe\n" "$2" "$2-updates" "$2-security" >"$1/etc/apt/sources.list"
}
