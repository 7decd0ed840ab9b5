# shellcheck shell=bash
# A clean Debian or Ubuntu root made by debootstrap, and commands run in it; for .ci/run, packaging/build and packaging/check to source.
# It has what debootstrap's smallest variant has, sudo and an ordinary user, "builder". Of the host it sees the network, where packages
# come from and by which keys and certificates they are trusted: never the host's /dev.
#
#   root_obstacle SUITE SCRATCH        why no such root can be made here, or nothing
#   in_namespaces COMMAND…             the command in mount and process namespaces of its own: all mounts and processes end with it
#   bootstrap_root ROOT SUITE LOG      an empty root
#   enter_root ROOT SUITE              its mounts, devices, settings and user; call it in such namespaces, once
#   in_root ROOT USER FOLDER COMMAND…  a command in it; it replaces the shell, so call it in a subshell

root_user=builder
root_home=/home/$root_user

host_suite() {
    # shellcheck source=/dev/null
    (. /etc/os-release && echo "${VERSION_CODENAME-}")
}

# Prints "URI release component" for each of the host's own package sources, in whatever form they are written, as they would be for a suite.
package_sources() {
    # shellcheck disable=SC2016 # apt's own placeholders
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
        awk -v host="$(host_suite)" -v suite="$1" \
            'index($2, host) == 1 && ($3 == "main" || $3 == "universe") { print $1, suite substr($2, length(host) + 1), $3 }' | sort -u
}

# Prints where a suite is bootstrapped from.
mirror_of() { package_sources "$1" | awk -v suite="$1" '$2 == suite && $3 == "main" { print $1; exit }'; }

root_obstacle() {
    ((EUID == 0)) || { echo "not run as root" && return; }
    command -v debootstrap >/dev/null || { echo "no debootstrap" && return; }
    [[ $(mirror_of "$1") ]] || { echo "no package source for '$1'" && return; }
    unshare --mount --pid --fork bash -c "mount -t tmpfs none '$2' && mknod -m 666 '$2/null' c 1 3 && : >'$2/null'" \
        2>/dev/null || echo "namespaces, mounts or device nodes are not permitted"
}

# unshare passes no signal on but the one that ends all.
in_namespaces() {
    local child
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc "$@" &
    child=$!
    # shellcheck disable=SC2064 # the process is meant as it is now
    trap "kill -KILL $child" TERM INT
    wait "$child"
}

# A second try, because a mirror may be slow to answer.
bootstrap_root() {
    local attempt
    for attempt in 1 2; do
        rm -rf --one-file-system "$1"
        mkdir -p "$1" && chmod 755 "$1"
        debootstrap --variant=minbase --include=sudo "$2" "$1" "$(mirror_of "$2")" >"$3" 2>&1 && return
    done
    echo "debootstrap failed $attempt times:" && tail -n 5 "$3"
    return 1
}

# ---- what the root sees of the host ----

# Copies the user's pip settings into another home folder: they say how this machine reaches its package registry.
copy_pip_settings() {
    mkdir -p "$1/.config/pip"
    local name
    for name in "${PIP_CONFIG_FILE-}" "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
        [[ -s $name ]] && cp -L "$name" "$1/.config/pip/pip.conf" && return
    done
}

# Makes the folders that pip's settings name visible in a root; an index's files lie beside it.
bind_pip_folders() {
    local folder
    printf '%s\n' "${PIP_FIND_LINKS-}" "${PIP_INDEX_URL-}" "${PIP_EXTRA_INDEX_URL-}" |
        cat - "$1/etc/pip.conf" "$1$root_home/.config/pip/pip.conf" 2>/dev/null |
        tr ' =' '\n' | sed -nE 's,^file://(/.*)/simple/?$,\1,p; s,^file://(/.*),\1,p; /^\//p' | sort -u |
        while read -r folder; do
            [[ -d $folder && ! $(ls -A "$1$folder" 2>/dev/null) ]] || continue
            mkdir -p "$1$folder"
            mount --bind "$folder" "$1$folder" && mount -o remount,bind,ro "$1$folder"
        done
}

# How the host reaches its package sources: where they are, through which proxy, trusted by which keys.
copy_apt_settings() {
    package_sources "$2" | sed 's/^/deb /' >"$1/etc/apt/sources.list"
    apt-config dump 2>/dev/null | grep '^Acquire::' >"$1/etc/apt/apt.conf.d/99host"
    local name
    for name in http https; do
        local proxy=${name}_proxy
        [[ -z ${!proxy-} ]] || echo "Acquire::$name::Proxy \"${!proxy}\";" >>"$1/etc/apt/apt.conf.d/99host"
    done
    cp -a /etc/apt/auth.conf* /etc/apt/trusted.gpg* /etc/apt/keyrings "$1/etc/apt/" 2>/dev/null
    cp -aL /etc/resolv.conf /etc/hosts "$1/etc/"
    echo "127.0.0.1 $(uname -n)" >>"$1/etc/hosts"
}

copy_certificates() {
    local name
    for name in /etc/ssl/certs/ca-certificates.crt "${SSL_CERT_FILE-}" "${PIP_CERT-}" "${REQUESTS_CA_BUNDLE-}"; do
        [[ -f $name ]] && cp -L --parents "$name" "$1"
    done
    [[ ! -d /usr/local/share/ca-certificates ]] || cp -aL --parents /usr/local/share/ca-certificates "$1"
}

make_devices() {
    mount -t tmpfs -o mode=755 none "$1/dev"
    local name minor
    while read -r name major minor; do mknod -m 666 "$1/dev/$name" c "$major" "$minor"; done <<'NODES'
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
NODES
    ln -s /proc/self/fd "$1/dev/fd"
    ln -s /proc/self/fd/0 "$1/dev/stdin"
    ln -s /proc/self/fd/1 "$1/dev/stdout"
    ln -s /proc/self/fd/2 "$1/dev/stderr"
    mkdir -m 1777 "$1/dev/shm"
    mount -t tmpfs -o mode=1777 none "$1/dev/shm"
    mkdir "$1/dev/pts"
    mount -t devpts -o newinstance,ptmxmode=666 none "$1/dev/pts"
    ln -s pts/ptmx "$1/dev/ptmx"
}

# An ordinary user who may become root by sudo.
add_root_user() {
    [[ -d $1$root_home ]] || chroot "$1" useradd --create-home --shell /bin/bash "$root_user"
    echo "$root_user ALL=(ALL) NOPASSWD: ALL" >"$1/etc/sudoers.d/$root_user"
    copy_pip_settings "$1$root_home"
    [[ ! -f /etc/pip.conf ]] || cp -L /etc/pip.conf "$1/etc/"
    chroot "$1" chown -R "$root_user:$root_user" "$root_home"
}

enter_root() {
    mount --bind "$1" "$1" && mount -o remount,bind,suid,dev,exec "$1" || return
    mount -t proc none "$1/proc"
    make_devices "$1"
    copy_apt_settings "$1" "$2"
    copy_certificates "$1"
    add_root_user "$1"
    bind_pip_folders "$1"
}

# The X server's socket of the host, for programs in the root.
share_display() {
    mkdir -p "$1/tmp/.X11-unix"
    [[ -d /tmp/.X11-unix ]] || mkdir -m 1777 /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
}

in_root() {
    local root=$1 user=$2 folder=$3 home=/home/$2 path=/usr/local/bin:/usr/bin:/bin name
    shift 3
    [[ $user != root ]] || home=/root path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    local environment=(HOME="$home" USER="$user" LOGNAME="$user" PATH="$path" LANG=C.UTF-8 CI=true)
    for name in $(compgen -e | grep -E '^(PIP_|SSL_CERT|REQUESTS_CA|CURL_CA)|_(proxy|PROXY)$' | grep -v PIP_CONFIG_FILE); do
        environment+=("$name=${!name}")
    done
    # shellcheck disable=SC2016 # expanded by the inner shell
    exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i "${environment[@]}" bash -c 'cd "$0" && exec "$@"' "$folder" "$@"
}
