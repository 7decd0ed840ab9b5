# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# Installers of an earlier version, to be upgraded, for packaging/check: those that are tried, under a lower number and with a file that is gone
# since. Packed without compression, because nobody keeps them.

earlier_version=0.0.1
gone_since="gone since.txt"

# Makes an unpacked program an earlier one.
make_earlier() {
    local notes
    notes=$(compgen -G "$1/_internal/labline-*.dist-info/METADATA") || { echo "$1 does not say its version" && return 1; }
    sed -i "s/^Version: .*/Version: $earlier_version/" "$notes"
    echo earlier >"$1/$gone_since"
}

earlier_deb() {
    local scratch=$work/earlier-deb
    dpkg-deb -R "$1" "$scratch" && make_earlier "$scratch/usr/lib/labline" || return
    sed -i "s/^Version: .*/Version: $earlier_version/" "$scratch/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone -b "$scratch" "$2" >/dev/null
    rm -rf "$scratch"
}

# Leaves a folder with the script "install" in it.
earlier_run() {
    sh "$1" --quiet --noexec --target "$2" && mkdir "$2/program" && tar -xJf "$2/program.tar.xz" -C "$2/program" || return
    make_earlier "$2/program" && tar -c -C "$2/program" . | xz -0 >"$2/program.tar.xz" && rm -rf "$2/program"
    sed -i "s/^version=[^ ]*/version=$earlier_version/" "$2/install"
    chmod 755 "$2"
}
