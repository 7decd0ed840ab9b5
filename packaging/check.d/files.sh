# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# Which files are in a root, and which an installer left there, for packaging/check.

# What apt, dpkg and the system's tools keep for themselves; users' folders are looked at by themselves.
own_business='^(proc|sys|dev|run|home|tmp/\.X11-unix|var/log|var/cache/apt|var/lib/apt|var/lib/dpkg|var/cache/ldconfig|var/cache/debconf)(/|$)'
# Caches that other packages make of what is installed: they hold nothing of Labline's once it is gone.
others_caches='^(usr/lib/x86_64-linux-gnu/gconv/gconv-modules\.cache|var/cache/fontconfig/|etc/ssl/certs/|etc/.*-$)'

list_files() { (cd "$root" && find . -xdev -printf '%P\n') | grep -vE "$own_business" | LC_ALL=C sort; }

# shellcheck disable=SC2016 # dpkg's own placeholder
list_packages() { chroot "$root" dpkg-query -W -f '${Package}\n' | LC_ALL=C sort; }

# Prints what is in the second list and not in the first.
only_later() { LC_ALL=C comm -13 "$1" "$2" | grep -vE "$others_caches"; }

# What lies in a user's home folder; that of a new account is empty.
list_home() { (cd "$root$home" && find . -mindepth 1 -printf '%P\n') | LC_ALL=C sort; }

# The user's own that Labline keeps, and the caches that Qt's and the system's libraries make in a home folder.
users_own='^(\.local|\.local/share|\.config|\.cache|(\.local/share|\.config|\.cache|\.local/state)/labline(/.*)?|\.local/state|\.cache/(fontconfig|mesa_shader_cache|mesa_shader_cache_db)(/.*)?)$'
