# shellcheck shell=bash disable=SC2154,SC2034 # the parts share their variables
# What was done and what came of it, for packaging/check: each line goes to the screen at once and into $out/results.tsv for the summary.
# $place is the root that is at work, or empty; $begun when the check was started.

say() { printf 'check %4d s%s: %s\n' "$((EPOCHSECONDS - begun))" "${place:+, $place}" "$*"; }

record() {
    printf '%s\t%s\t%s\n' "$1" "${place:-this machine}" "$2" >>"$out/results.tsv"
    say "$1: $2"
}
ok() { record ok "$*"; }
wrong() { record FAILED "$*"; }
skip() { record SKIPPED "$*"; }

# verify WHAT COMMAND…: the verdict is the command's.
verify() {
    local what=$1
    shift
    if "$@"; then ok "$what"; else wrong "$what" && return 1; fi
}

# Shows the text that comes in, below a line that says what it is.
show() {
    say "$1"
    sed 's/^/    /'
}

# The packages that a list in packaging/ names, a line each; of alternatives the first that a command says is there.
listed_packages() {
    local list=$1 names name
    shift
    sed -E 's/ *(#.*)?$//; /^$/d; s/ *\| */ /g' "$list" | while read -r names || [[ $names ]]; do
        for name in $names; do "$@" "$name" </dev/null && break; done >/dev/null 2>&1
        echo "$name"
    done
}

# Prints the summary; fails when anything failed.
summary() {
    local verdict
    echo
    for verdict in SKIPPED FAILED; do
        awk -F '\t' -v verdict="$verdict" '$1 == verdict { print "check: " $1 ", " $2 ": " $3 }' "$out/results.tsv"
    done
    awk -F '\t' -v seconds="$SECONDS" '{ seen[$1]++ } END {
        printf "check: %s: %d ok, %d failed, %d skipped, in %d s\n", seen["FAILED"] ? "FAILED" : "passed", seen["ok"], seen["FAILED"], seen["SKIPPED"], seconds
        exit seen["FAILED"] > 0 || !seen["ok"] && !seen["SKIPPED"] }' "$out/results.tsv"
}
